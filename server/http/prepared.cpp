// Four responses, chosen by two headers of the request.
#include "server/http/prepared.h"

#include "server/http/trimmed.h"

#include <QCryptographicHash>

namespace parterre::http {
namespace {

constexpr qsizetype worthPacking = 512; // bytes

std::string tagOf(const QByteArray& body)
{
    return QCryptographicHash::hash(body, QCryptographicHash::Sha256).left(12).toHex().toStdString();
}

} // namespace

Prepared::Prepared(QByteArray contentType, QByteArray headers, QByteArray body, Effort effort, std::string tag)
    : m_tag(tag.empty() ? tagOf(body) : std::move(tag))
{
    Response base{200, std::move(contentType), std::move(headers), {}, false};
    base.addHeader("Vary", "Accept-Encoding");
    m_plain = base;
    m_plain.addHeader("ETag", '"' + m_tag + '"');
    m_plainUnchanged = m_plain;
    m_plainUnchanged.status = 304;
    m_plainUnchanged.contentType.clear();
    m_plain.body = body;
    if (body.size() < worthPacking)
        return;
    QByteArray packed = gzip(body, effort);
    if (packed.size() >= body.size())
        return;
    m_packed = base;
    m_packed.addHeader("ETag", '"' + m_tag + "-gz\"");
    m_packedUnchanged = m_packed;
    m_packedUnchanged.status = 304;
    m_packedUnchanged.contentType.clear();
    m_packed.addHeader("Content-Encoding", "gzip");
    m_packed.body = std::move(packed);
}

const Response& Prepared::answer(const Request& request) const
{
    const bool packed = !m_packed.body.isEmpty() && acceptsGzip(request);
    const std::string_view known = request.header("if-none-match");
    const bool unchanged = !known.empty() && namesTag(known, packed ? m_tag + "-gz" : m_tag);
    if (packed)
        return unchanged ? m_packedUnchanged : m_packed;
    return unchanged ? m_plainUnchanged : m_plain;
}

bool namesTag(std::string_view ifNoneMatch, std::string_view tag)
{
    while (!ifNoneMatch.empty()) {
        const std::size_t end = std::min(ifNoneMatch.find(','), ifNoneMatch.size());
        std::string_view part = trimmed(ifNoneMatch.substr(0, end));
        ifNoneMatch.remove_prefix(std::min(end + 1, ifNoneMatch.size()));
        if (part == "*")
            return true;
        if (part.starts_with("W/"))
            part.remove_prefix(2);
        if (part.size() == tag.size() + 2 && part.front() == '"' && part.back() == '"' &&
            part.substr(1, tag.size()) == tag)
            return true;
    }
    return false;
}

} // namespace parterre::http

// A small reader of answers: what it does not know is Broken, not guessed.
#include "server/rehearse/reply_parser.h"

#include <algorithm>
#include <charconv>

namespace parterre::rehearsal {
namespace {

constexpr std::size_t mostHead = 64 * 1024;
constexpr std::size_t mostLine = 1024;
constexpr std::uint64_t mostBody = 256ULL * 1024 * 1024;

template <typename Number>
bool parse(std::string_view text, Number& number, int base = 10)
{
    const auto parsed = std::from_chars(text.data(), text.data() + text.size(), number, base);
    return parsed.ec == std::errc() && parsed.ptr != text.data();
}

bool sameWord(std::string_view text, std::string_view small)
{
    return text.size() == small.size() && std::equal(text.begin(), text.end(), small.begin(), [](char a, char b) {
               return (a >= 'A' && a <= 'Z' ? a + 32 : a) == b;
           });
}

} // namespace

void ReplyParser::reset(bool keepBody)
{
    m_part = Part::Head;
    m_keepBody = keepBody;
    m_keepAlive = true;
    m_status = 0;
    m_head.clear();
    m_line.clear();
    m_body.clear();
    m_left = 0;
    m_bodyBytes = 0;
}

ReplyParser::Progress ReplyParser::feed(std::string_view& data)
{
    for (;;) {
        switch (m_part) {
        case Part::Head:
            if (const Progress head = readHead(data); head != Progress::Done)
                return head;
            if (m_part == Part::Length && m_left == 0)
                return Progress::Done;
            break;
        case Part::Length:
            takeBody(data, m_left);
            return m_left == 0 ? Progress::Done : Progress::NeedMore;
        case Part::Rest:
            takeBody(data, mostBody);
            return m_bodyBytes > mostBody ? Progress::Broken : Progress::NeedMore;
        case Part::ChunkData:
            takeBody(data, m_left);
            if (m_left > 0)
                return Progress::NeedMore;
            m_part = Part::ChunkEnd;
            break;
        case Part::ChunkSize:
        case Part::ChunkEnd:
        case Part::Trailer: {
            if (const Progress line = readLine(data); line != Progress::Done)
                return line;
            const bool blank = m_line.empty();
            if (m_part == Part::Trailer && blank)
                return Progress::Done;
            if (m_part == Part::ChunkEnd) {
                m_part = Part::ChunkSize;
            } else if (m_part == Part::ChunkSize) {
                if (!parse(m_line, m_left, 16) || m_left > mostBody)
                    return Progress::Broken;
                m_part = m_left == 0 ? Part::Trailer : Part::ChunkData;
            }
            m_line.clear();
            break;
        }
        }
    }
}

ReplyParser::Progress ReplyParser::end()
{
    m_keepAlive = false;
    return m_part == Part::Rest ? Progress::Done : Progress::Broken;
}

ReplyParser::Progress ReplyParser::readHead(std::string_view& data)
{
    const std::size_t had = m_head.size();
    m_head += data;
    const std::size_t end = m_head.find("\r\n\r\n", had > 3 ? had - 3 : 0);
    if (end == std::string::npos) {
        data = {};
        return m_head.size() > mostHead ? Progress::Broken : Progress::NeedMore;
    }
    data.remove_prefix(end + 4 - had);
    m_head.resize(end + 2);
    if (!understandHead())
        return Progress::Broken;
    if (m_status >= 200)
        return Progress::Done;
    reset(m_keepBody); // 100 Continue and its like announce another head
    return feed(data);
}

ReplyParser::Progress ReplyParser::readLine(std::string_view& data)
{
    const std::size_t end = data.find('\n');
    m_line += data.substr(0, end);
    data.remove_prefix(end == std::string_view::npos ? data.size() : end + 1);
    if (m_line.size() > mostLine)
        return Progress::Broken;
    if (end == std::string_view::npos)
        return Progress::NeedMore;
    if (m_line.ends_with('\r'))
        m_line.pop_back();
    return Progress::Done;
}

void ReplyParser::takeBody(std::string_view& data, std::uint64_t most)
{
    const auto part = static_cast<std::size_t>(std::min<std::uint64_t>(most, data.size()));
    if (m_keepBody)
        m_body += data.substr(0, part);
    m_bodyBytes += part;
    m_left -= std::min<std::uint64_t>(m_left, part);
    data.remove_prefix(part);
}

bool ReplyParser::understandHead()
{
    if (!m_head.starts_with("HTTP/1.") || m_head.size() < 12 || !parse(std::string_view(m_head).substr(9, 3), m_status))
        return false;
    m_keepAlive = m_head[7] == '1' && !sameWord(header("connection"), "close");
    const bool bodiless = m_status < 200 || m_status == 204 || m_status == 304;
    const std::string_view length = header("content-length");
    if (bodiless) {
        m_part = Part::Length;
    } else if (sameWord(header("transfer-encoding"), "chunked")) {
        m_part = Part::ChunkSize;
    } else if (length.empty()) {
        m_part = Part::Rest;
    } else {
        if (!parse(length, m_left) || m_left > mostBody)
            return false;
        m_part = Part::Length;
    }
    return true;
}

std::string_view ReplyParser::header(std::string_view name) const
{
    const std::string_view head(m_head);
    for (std::size_t line = head.find("\r\n"); line + 2 < head.size(); line = head.find("\r\n", line + 2)) {
        const std::size_t colon = line + 2 + name.size();
        if (colon >= head.size() || head[colon] != ':' || !sameWord(head.substr(line + 2, name.size()), name))
            continue;
        std::string_view value = head.substr(colon + 1, head.find("\r\n", colon) - colon - 1);
        while (value.starts_with(' '))
            value.remove_prefix(1);
        return value;
    }
    return {};
}

Reply ReplyParser::reply() const
{
    Reply reply;
    reply.status = m_status;
    reply.body = m_body;
    reply.session = header("parterre-session");
    if (reply.turnedAway())
        parse(header("retry-after"), reply.retryAfter);
    return reply;
}

} // namespace parterre::rehearsal

// Boost.Beast reads the header (RFC 9112), whole and from our own buffer; bodies are read here.
#include "server/http/message_parser.h"

#include "server/http/router.h"

#include <boost/asio/buffer.hpp>
#include <boost/beast/http/basic_parser.hpp>

#include <algorithm>
#include <cstring>
#include <optional>

namespace parterre::http {
namespace {

namespace beast = boost::beast::http;
using BeastError = boost::beast::error_code;
using BeastView = boost::beast::string_view;

constexpr qsizetype firstBodyRoom = 64 * 1024; // an announced length is a claim, not yet a body

std::string_view view(BeastView text)
{
    return {text.data(), text.size()};
}

void toLower(char* text, std::size_t size)
{
    for (char* c = text; c != text + size; ++c)
        if (*c >= 'A' && *c <= 'Z')
            *c = static_cast<char>(*c - 'A' + 'a');
}

bool equalsIgnoringCase(std::string_view text, std::string_view lower)
{
    return std::equal(text.begin(), text.end(), lower.begin(), lower.end(), [](char a, char b) {
        return (a >= 'A' && a <= 'Z' ? static_cast<char>(a - 'A' + 'a') : a) == b;
    });
}

} // namespace

// Puts what Beast recognises straight into the request. The header it reads lies in Request::head, so the views hold.
struct MessageParser::Beast : beast::basic_parser<true>
{
    Beast(Request& into, std::size_t mostHeaders) : request(into), headerCount(mostHeaders) {}

    Request& request;
    std::size_t headerCount;
    std::string_view method;
    std::string_view target;
    int version = 11;
    int hosts = 0;
    int lengths = 0;
    std::string_view length;
    std::string_view expect;
    std::optional<std::string_view> transferEncoding;
    bool tooManyHeaders = false;

    void on_request_impl(beast::verb, BeastView methodText, BeastView targetText, int number, BeastError&) override
    {
        method = view(methodText);
        target = view(targetText);
        version = number;
    }
    void on_response_impl(int, BeastView, int, BeastError&) override {}
    void on_field_impl(beast::field field, BeastView name, BeastView value, BeastError& error) override
    {
        if (request.headers.size() == headerCount) {
            tooManyHeaders = true;
            error = beast::error::header_limit;
            return;
        }
        toLower(request.head.data() + (name.data() - request.head.constData()), name.size());
        request.headers.push_back({view(name), view(value)});
        note(field, view(value));
    }
    void on_header_impl(BeastError&) override {}
    void on_body_init_impl(const boost::optional<std::uint64_t>&, BeastError&) override {}
    std::size_t on_body_impl(BeastView part, BeastError&) override { return part.size(); }
    void on_chunk_header_impl(std::uint64_t, BeastView, BeastError&) override {}
    std::size_t on_chunk_body_impl(std::uint64_t, BeastView part, BeastError&) override { return part.size(); }
    void on_finish_impl(BeastError&) override {}

private:
    void note(beast::field field, std::string_view value)
    {
        if (field == beast::field::host) {
            ++hosts;
        } else if (field == beast::field::content_length) {
            ++lengths;
            length = value;
        } else if (field == beast::field::transfer_encoding) {
            transferEncoding = value;
        } else if (field == beast::field::expect) {
            expect = value;
        }
    }
};

MessageParser::MessageParser(const Limits& limits) : m_limits(limits)
{
    reset();
}

MessageParser::~MessageParser() = default;

void MessageParser::reset()
{
    m_bodyLimit = m_limits.bodyBytes;
    m_request.query.clear();
    m_request.headers.clear();
    m_request.params.clear();
    m_request.body = QByteArray();
    m_chunks.reset();
    m_bodyLength = 0;
    m_searched = 0;
    m_lineStart = 0;
    m_headerDone = false;
    m_keepAlive = true;
    m_http10 = false;
    m_expectsContinue = false;
}

void MessageParser::setBodyLimit(std::size_t bytes)
{
    m_bodyLimit = bytes;
}

std::size_t MessageParser::bodyReceived() const
{
    return static_cast<std::size_t>(m_request.body.size());
}

MessageParser::Progress MessageParser::fail(int status, ErrorCode code, const char* why)
{
    m_problem = {status, {code, why}};
    return Progress::Failed;
}

MessageParser::Progress MessageParser::feed(std::string_view data, std::size_t& used)
{
    used = 0;
    return m_headerDone ? readBody(data, used) : readHeader(data, used);
}

// Goes over the lines once, however the header arrives in pieces. A line must end in CR LF (a bare LF is read as an end
// by some and not by others), and must not begin with a blank: that continues the line before, is obsolete (RFC
// 9112, 5.2) and a way to smuggle. HeaderDone when the empty line was found. What is judged here is judged by its place
// alone, so that an answer does not depend on how the network cut the bytes.
MessageParser::Progress MessageParser::findHeaderEnd(std::string_view data)
{
    const std::size_t firstLine = m_limits.targetBytes + 34; // the longest method, the version, two blanks and the end
    while (m_searched < data.size()) {
        const void* found = std::memchr(data.data() + m_searched, '\n', data.size() - m_searched);
        if (!found)
            break;
        const auto at = static_cast<std::size_t>(static_cast<const char*>(found) - data.data());
        if (m_lineStart == 0 && at >= firstLine)
            break;
        if (at == 0 || data[at - 1] != '\r')
            return fail(400, ErrorCode::Malformed, "line ending");
        if (m_lineStart > 0 && (data[m_lineStart] == ' ' || data[m_lineStart] == '\t'))
            return fail(400, ErrorCode::Malformed, "folded header line");
        m_searched = at + 1;
        if (at == m_lineStart + 1) {
            m_headerEnd = at + 1;
            return Progress::HeaderDone;
        }
        m_lineStart = at + 1;
    }
    m_searched = data.size();
    if (m_lineStart == 0 && data.size() >= firstLine)
        return fail(414, ErrorCode::TooLarge, "request target");
    return Progress::NeedMore;
}

MessageParser::Progress MessageParser::readHeader(std::string_view data, std::size_t& used)
{
    // Robustness (RFC 9112, 2.2): empty lines before a request are passed over.
    while (m_searched == 0 && data.size() >= 2 && data[0] == '\r' && data[1] == '\n') {
        used += 2;
        data.remove_prefix(2);
    }
    if (data == "\r")
        return Progress::NeedMore;
    const Progress found = findHeaderEnd(data.substr(0, m_limits.headerBytes));
    if (found == Progress::NeedMore && data.size() > m_limits.headerBytes)
        return fail(431, ErrorCode::TooLarge, "request header");
    if (found != Progress::HeaderDone)
        return found;
    const auto size = static_cast<qsizetype>(m_headerEnd);
    if (!m_request.head.isDetached()) // somebody kept a copy of the last request
        m_request.head = QByteArray();
    m_request.head.resize(size);
    std::memcpy(m_request.head.data(), data.data(), m_headerEnd);
    used += m_headerEnd;
    return takeHead() && takeHeaders() ? Progress::HeaderDone : Progress::Failed;
}

bool MessageParser::takeHead()
{
    const auto refuse = [this](int status, ErrorCode code, const char* why) {
        fail(status, code, why);
        return false;
    };
    m_beast = std::make_unique<Beast>(m_request, m_limits.headerCount);
    Beast& beast = *m_beast;
    beast.eager(true);
    // Our own search bounds the header; Beast's bound must merely not come first. And it would judge an announced
    // length while it reads the header, before the route has its say.
    beast.header_limit(static_cast<std::uint32_t>(m_limits.headerBytes + 1));
    beast.body_limit(boost::none);
    BeastError error;
    beast.put(boost::asio::const_buffer(m_request.head.constData(), m_headerEnd), error);
    if (beast.tooManyHeaders)
        return refuse(431, ErrorCode::TooLarge, "number of headers");
    if (error == beast::error::bad_version)
        return refuse(505, ErrorCode::Malformed, "HTTP version");
    if ((error && error != beast::error::need_more) || !beast.is_header_done())
        return refuse(400, ErrorCode::Malformed, "request header");
    m_headerDone = true;
    m_http10 = beast.version == 10;
    m_keepAlive = beast.keep_alive();
    const auto method = methodFromName(beast.method);
    if (!method)
        return refuse(501, ErrorCode::MethodNotAllowed, "method");
    if (beast.target.size() > m_limits.targetBytes)
        return refuse(414, ErrorCode::TooLarge, "request target");
    auto target = parseTarget(beast.target);
    if (!target.ok()) {
        m_problem = {400, target.error()};
        return false;
    }
    m_request.method = *method;
    m_request.path = std::move(target->path);
    m_request.query = std::move(target->query);
    return true;
}

bool MessageParser::takeHeaders()
{
    const auto refuse = [this](int status, const char* why) {
        fail(status, ErrorCode::Malformed, why);
        return false;
    };
    const Beast& beast = *m_beast;
    if (beast.hosts > 1 || (beast.hosts == 0 && !m_http10))
        return refuse(400, "Host header");
    // Beast takes equal repetitions; one length, said once, leaves nothing to be read in two ways.
    if (beast.lengths > 1 || beast.length.find(',') != std::string_view::npos)
        return refuse(400, "Content-Length");
    if (beast.transferEncoding) {
        if (!equalsIgnoringCase(*beast.transferEncoding, "chunked"))
            return refuse(501, "Transfer-Encoding");
        if (m_http10) // RFC 9112, 6.1: its framing is faulty
            return refuse(400, "Transfer-Encoding in HTTP/1.0");
    }
    m_bodyLength = beast.content_length().value_or(0);
    if (beast.chunked())
        m_chunks.emplace(m_limits.headerBytes);
    if (!beast.expect.empty()) {
        if (!equalsIgnoringCase(beast.expect, "100-continue"))
            return refuse(417, "Expect");
        m_expectsContinue = !m_http10;
    }
    return true;
}

MessageParser::Progress MessageParser::readBody(std::string_view data, std::size_t& used)
{
    if (m_chunks) {
        switch (m_chunks->read(data, used, m_request.body, m_bodyLimit)) {
        case ChunkReader::Step::NeedMore:
            return Progress::NeedMore;
        case ChunkReader::Step::Done:
            return Progress::Done;
        case ChunkReader::Step::Malformed:
            return fail(400, ErrorCode::Malformed, "chunk");
        case ChunkReader::Step::LineTooLong:
            return fail(431, ErrorCode::TooLarge, "chunk header or trailer");
        case ChunkReader::Step::BodyTooLong:
            break;
        }
        return fail(413, ErrorCode::TooLarge, "request body");
    }
    // An announced length is refused before a byte of it is read.
    if (m_bodyLength > m_bodyLimit)
        return fail(413, ErrorCode::TooLarge, "request body");
    if (m_request.body.isEmpty() && m_bodyLength > 0)
        m_request.body.reserve(std::min(static_cast<qsizetype>(m_bodyLength), firstBodyRoom));
    used = std::min(static_cast<std::size_t>(m_bodyLength) - bodyReceived(), data.size());
    m_request.body.append(data.data(), static_cast<qsizetype>(used));
    return bodyReceived() == m_bodyLength ? Progress::Done : Progress::NeedMore;
}

} // namespace parterre::http

// Glue to Boost.Beast's request parser (RFC 9112), fed from our own buffer.
#include "server/http/message_parser.h"

#include "server/http/router.h"

#include <boost/asio/buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

#include <optional>

namespace parterre::http {
namespace {

namespace beast = boost::beast::http;
using Parser = beast::request_parser<beast::string_body>;

std::string_view view(boost::beast::string_view text)
{
    return {text.data(), text.size()};
}

std::string lowerCase(std::string_view text)
{
    std::string lower(text);
    for (char& c : lower)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    return lower;
}

// A line that begins with a blank continues the one before: obsolete (RFC 9112, 5.2) and a way to smuggle.
bool hasFoldedLine(std::string_view header)
{
    return header.find("\n ") != std::string_view::npos || header.find("\n\t") != std::string_view::npos;
}

} // namespace

struct MessageParser::Beast
{
    std::optional<Parser> parser;
};

MessageParser::MessageParser(const Limits& limits) : m_limits(limits), m_beast(std::make_unique<Beast>())
{
    reset();
}

MessageParser::~MessageParser() = default;

void MessageParser::reset()
{
    m_beast->parser.emplace();
    m_beast->parser->eager(true);
    // Our own search bounds the header; Beast's bound must merely not come first.
    m_beast->parser->header_limit(static_cast<std::uint32_t>(m_limits.headerBytes + 1));
    // Beast would judge an announced length while it reads the header, before the route has its say.
    m_beast->parser->body_limit(boost::none);
    m_bodyLimit = m_limits.bodyBytes;
    m_request = {};
    m_problem = {};
    m_searched = 0;
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
    return m_headerDone ? m_beast->parser->get().body().size() : 0;
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

MessageParser::Progress MessageParser::readHeader(std::string_view data, std::size_t& used)
{
    // Robustness (RFC 9112, 2.2): empty lines before a request are passed over.
    std::size_t start = 0;
    while (data.size() - start >= 2 && data[start] == '\r' && data[start + 1] == '\n')
        start += 2;
    used = start;
    data.remove_prefix(start);
    const std::size_t from = m_searched < 3 ? 0 : m_searched - 3;
    const std::size_t end = from < data.size() ? data.find("\r\n\r\n", from) : std::string_view::npos;
    if (end == std::string_view::npos || end + 4 > m_limits.headerBytes) {
        const std::size_t firstLine = std::min(data.find("\r\n"), data.size());
        if (firstLine > m_limits.targetBytes + 32) // the longest method, the version and two blanks
            return fail(414, ErrorCode::TooLarge, "request target");
        if (data.size() > m_limits.headerBytes)
            return fail(431, ErrorCode::TooLarge, "request header");
        m_searched = start > 0 ? 0 : data.size();
        return Progress::NeedMore;
    }
    const std::string_view header = data.substr(0, end + 4);
    if (hasFoldedLine(header))
        return fail(400, ErrorCode::Malformed, "folded header line");
    boost::beast::error_code error;
    m_beast->parser->put(boost::asio::const_buffer(header.data(), header.size()), error);
    if (error == beast::error::bad_version)
        return fail(505, ErrorCode::Malformed, "HTTP version");
    else if (error && error != beast::error::need_more)
        return fail(400, ErrorCode::Malformed, "request header");
    used += header.size();
    m_headerDone = true;
    return takeHead() && takeHeaders() ? Progress::HeaderDone : Progress::Failed;
}

bool MessageParser::takeHead()
{
    const auto& message = m_beast->parser->get();
    const auto method = methodFromName(view(message.method_string()));
    if (!method) {
        fail(501, ErrorCode::MethodNotAllowed, "method");
        return false;
    }
    const std::string_view raw = view(message.target());
    if (raw.size() > m_limits.targetBytes) {
        fail(414, ErrorCode::TooLarge, "request target");
        return false;
    }
    auto target = parseTarget(raw);
    if (!target.ok()) {
        m_problem = {400, target.error()};
        return false;
    }
    m_request.method = *method;
    m_request.path = std::move(target->path);
    m_request.query = std::move(target->query);
    m_http10 = message.version() == 10;
    m_keepAlive = message.keep_alive();
    if (message.version() != 10 && message.version() != 11) {
        fail(505, ErrorCode::Malformed, "HTTP version");
        return false;
    }
    return true;
}

bool MessageParser::takeHeaders()
{
    int hosts = 0;
    bool chunked = false;
    for (const auto& field : m_beast->parser->get()) {
        if (m_request.headers.size() == m_limits.headerCount) {
            fail(431, ErrorCode::TooLarge, "number of headers");
            return false;
        }
        m_request.headers.emplace_back(lowerCase(view(field.name_string())), std::string(view(field.value())));
        hosts += field.name() == beast::field::host ? 1 : 0;
        chunked = chunked || field.name() == beast::field::transfer_encoding;
    }
    if (hosts > 1 || (hosts == 0 && !m_http10)) {
        fail(400, ErrorCode::Malformed, "Host header");
        return false;
    }
    if (chunked && lowerCase(m_request.header("transfer-encoding")) != "chunked") {
        fail(501, ErrorCode::Malformed, "Transfer-Encoding");
        return false;
    }
    if (const auto expect = lowerCase(m_request.header("expect")); !expect.empty()) {
        if (expect != "100-continue") {
            fail(417, ErrorCode::Malformed, "Expect");
            return false;
        }
        m_expectsContinue = !m_http10;
    }
    return true;
}

MessageParser::Progress MessageParser::readBody(std::string_view data, std::size_t& used)
{
    auto& parser = *m_beast->parser;
    // An announced length is refused before a byte of it is read.
    if (const auto announced = parser.content_length(); announced && *announced > m_bodyLimit)
        return fail(413, ErrorCode::TooLarge, "request body");
    boost::beast::error_code error;
    while (!parser.is_done() && used < data.size()) {
        const std::size_t taken = parser.put(boost::asio::const_buffer(data.data() + used, data.size() - used), error);
        used += taken;
        if (parser.get().body().size() > m_bodyLimit)
            return fail(413, ErrorCode::TooLarge, "request body");
        if (error == beast::error::need_more)
            break;
        if (error)
            return fail(400, ErrorCode::Malformed, "request body");
        if (taken == 0)
            break;
    }
    if (!parser.is_done())
        return Progress::NeedMore;
    const std::string& body = parser.get().body();
    m_request.body = QByteArray(body.data(), static_cast<qsizetype>(body.size()));
    return Progress::Done;
}

} // namespace parterre::http

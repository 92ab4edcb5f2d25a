// MessageParser: bytes of one request in, a Request out, within the limits. Boost.Beast reads the grammar; what Beast
// lets pass and we do not (folded headers, a missing or second Host, too many headers) is refused here.
#pragma once

#include "server/http/chunk_reader.h"
#include "server/http/limits.h"
#include "server/http/request.h"

#include <memory>

namespace parterre::http {

// What ends a connection before a handler is asked.
struct ProtocolError
{
    int status = 400;
    Error error;
};

class MessageParser
{
public:
    explicit MessageParser(const Limits& limits);
    ~MessageParser();

    enum class Progress { NeedMore, HeaderDone, Done, Failed };

    // Reads on from `data` (all unconsumed bytes of the connection). `used` says how many were taken. After HeaderDone
    // the caller may look at the request's head, set the body's limit, and calls again.
    Progress feed(std::string_view data, std::size_t& used);

    void setBodyLimit(std::size_t bytes); // before the body; a longer announced body fails at once
    const ProtocolError& problem() const { return m_problem; }
    Request& request() { return m_request; } // its head from HeaderDone on, its body from Done on, until reset()
    bool keepAlive() const { return m_keepAlive; }
    bool isHttp10() const { return m_http10; }
    bool expectsContinue() const { return m_expectsContinue; }
    bool headerDone() const { return m_headerDone; }
    std::size_t bodyReceived() const;

    void reset(); // for the next request of the connection

private:
    struct Beast;
    Progress fail(int status, ErrorCode code, const char* why);
    Progress readHeader(std::string_view data, std::size_t& used);
    Progress readBody(std::string_view data, std::size_t& used);
    Progress findHeaderEnd(std::string_view data);
    bool takeHead();
    bool takeHeaders();

    const Limits& m_limits;
    std::unique_ptr<Beast> m_beast; // of the request under way
    Request m_request;
    ProtocolError m_problem;
    std::optional<ChunkReader> m_chunks; // when the body comes in chunks
    std::uint64_t m_bodyLength = 0;      // otherwise
    std::size_t m_bodyLimit = 0;
    std::size_t m_searched = 0;  // bytes already searched for the end of the header
    std::size_t m_lineStart = 0; // of the header line in which the search stopped
    std::size_t m_headerEnd = 0; // once found
    bool m_headerDone = false;
    bool m_keepAlive = true;
    bool m_http10 = false;
    bool m_expectsContinue = false;
};

} // namespace parterre::http

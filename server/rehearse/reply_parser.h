// ReplyParser: bytes of one HTTP/1.1 answer in, a Reply out. Knows what our server and the proxies before it send:
// a length, chunks, or a body that ends with the connection.
#pragma once

#include "server/rehearse/ask.h"

namespace parterre::rehearsal {

class ReplyParser
{
public:
    enum class Progress { NeedMore, Done, Broken };

    // For the next answer. With `keepBody` false the body is thrown away as it comes.
    void reset(bool keepBody);
    // Takes what belongs to this answer off `data`.
    Progress feed(std::string_view& data);
    // The peer has sent its last byte: an answer without a length is whole now.
    Progress end();

    bool headDone() const { return m_part != Part::Head; }
    int status() const { return m_status; }
    bool keepsAlive() const { return m_keepAlive; } // after Done: the connection may carry another request
    bool empty() const { return m_head.empty(); }   // not a byte has come
    std::uint64_t bodyBytes() const { return m_bodyBytes; }
    // After Done. Its views last until reset().
    Reply reply() const;

private:
    enum class Part { Head, Length, ChunkSize, ChunkData, ChunkEnd, Trailer, Rest };
    Progress readHead(std::string_view& data);
    Progress readLine(std::string_view& data);
    void takeBody(std::string_view& data, std::uint64_t most);
    bool understandHead();
    std::string_view header(std::string_view name) const; // `name` in small letters

    Part m_part = Part::Head;
    bool m_keepBody = true;
    bool m_keepAlive = true;
    int m_status = 0;
    std::string m_head;
    std::string m_line; // of a chunk's size or a trailer
    std::string m_body;
    std::uint64_t m_left = 0; // of the body or the chunk
    std::uint64_t m_bodyBytes = 0;
};

} // namespace parterre::rehearsal

// Line: one connection to the server, one request at a time. Never blocks.
#pragma once

#include "server/rehearse/event_loop.h"
#include "server/rehearse/reply_parser.h"

#include <netinet/in.h>

namespace parterre::rehearsal {

// Where the server is, as sockets and requests name it.
struct Target
{
    sockaddr_storage address{};
    socklen_t addressSize = 0;
    std::string host; // of the header Host
    bool isLoopback = false;

    // "http://HOST[:PORT]", resolved. A sentence when it cannot be.
    static std::string resolve(const std::string& url, Target& target);
};

class Line final : public Watched
{
public:
    // Told once for each send(), never from inside it.
    class Owner
    {
    public:
        virtual void replied(const Reply& reply) = 0;
        // `fresh`: the connection carried nothing before, or some of the answer had come; asking again on another one
        // could ask twice.
        virtual void failed(Failure failure, bool fresh) = 0;

    protected:
        ~Owner() = default;
    };

    // `source`: the loopback address to come from, in host order; 0: any.
    Line(EventLoop& loop, const Target& target, std::uint32_t source);
    ~Line() override { close(); }

    // Precondition: free(). `more`: header lines besides the request's. A stream's answer is its head; its events are
    // read and counted until close().
    void send(const Ask& ask, std::string_view more, Owner* owner, bool stream = false);
    bool free() const { return m_descriptor >= 0 && !m_busy; } // open, and no request under way
    bool open() const { return m_descriptor >= 0; }
    void close();
    std::uint64_t streamed() const { return m_parser.bodyBytes(); }
    // The loopback address it comes from.
    std::uint32_t source() const { return m_source; }

    void ready(std::uint32_t events) override;

private:
    void write();
    void read(bool ended);
    void take(std::string_view data);
    void peerEnded();
    void done();
    void fail(Failure failure);

    EventLoop& m_loop;
    const Target& m_target;
    std::uint32_t m_source;
    int m_descriptor = -1;
    Owner* m_owner = nullptr;
    std::string m_out;
    std::size_t m_sent = 0;
    ReplyParser m_parser;
    bool m_busy = false;
    bool m_stream = false;
    bool m_connected = false;
    bool m_used = false; // has carried an answer
};

} // namespace parterre::rehearsal

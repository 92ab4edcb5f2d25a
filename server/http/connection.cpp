// The life of a connection. One request is parsed, answered and written before the next is looked at.
#include "server/http/connection.h"

#include "server/http/duty.h"
#include "server/http/server.h"

#include <sys/epoll.h>

namespace parterre::http {
namespace {

constexpr std::size_t queuedInput = 64 * 1024;   // read ahead while an answer is awaited; the rest waits in the kernel
constexpr std::size_t queuedOutput = 256 * 1024; // past it no further request is taken until the peer has read
constexpr std::size_t worthKeeping = 8 * 1024;   // of an empty buffer
constexpr qint64 lingerBytes = 4 * 1024 * 1024;

// All lines of it, in order: a proxy may add a line of its own behind one that the asker made up.
std::string forwardedFor(const Request& request)
{
    std::string all;
    for (const HeaderField& field : request.headers)
        if (field.name == "x-forwarded-for")
            all.append(all.empty() ? "" : ", ").append(field.value);
    return all;
}

} // namespace

Connection::Connection(Server& server, Poller& poller, int descriptor, const QHostAddress& peer,
                       const TlsIdentity* identity)
    : m_server(server),
      m_socket(poller, descriptor),
      m_peer(peer),
      m_parser(server.limits()),
      m_self(std::make_shared<Connection*>(this)),
      m_idleSince(server.now())
{
    if (identity)
        m_socket.encrypt(*identity);
}

Connection::~Connection()
{
    *m_self = nullptr;
    m_phase = Phase::Gone;
    tellGauge();
}

void Connection::begin()
{
    watch();
}

void Connection::turnAway(const Response& response)
{
    m_phase = Phase::Answering;
    m_keepAlive = false;
    m_turnedAway = true;
    m_isCounted = false; // it took nobody's place, so its leaving gives none back
    answer(response, false);
}

void Connection::ready(std::uint32_t events)
{
    if (m_phase == Phase::Gone)
        return;
    if ((events & EPOLLERR) || ((events & EPOLLHUP) && m_peerDone))
        return end();
    if (events & EPOLLOUT) {
        flush();
        if (mayProcess() && (!m_in.empty() || m_peerDone))
            processInput();
    }
    const bool readable = events & (EPOLLIN | EPOLLHUP) || !m_socket.isGreeted();
    if (readable && m_phase != Phase::Gone)
        readSocket();
    if (!m_out.isEmpty() && !(events & EPOLLOUT)) // what was read may be what a write waited for
        flush();
    else if (!m_socket.isGreeted())
        watch();
}

void Connection::readSocket()
{
    if (m_phase == Phase::Lingering || m_phase == Phase::Streaming)
        return discardInput();
    const std::span<char> scratch = m_server.scratch();
    const qint64 got = m_socket.read(scratch.data(), scratch.size());
    if (got == Socket::later)
        return;
    if (got == Socket::broken)
        return end();
    if (got == 0)
        return peerEnded();
    processInput({scratch.data(), static_cast<std::size_t>(got)});
}

// The peer may have closed only its own direction and still wait for the answer, so an answer under way goes on for a
// moment. As a rule it has left: it no longer counts against its address.
void Connection::peerEnded()
{
    m_peerDone = true;
    m_peerDoneSince = m_server.now();
    if (mayProcess())
        return linger();
    if (m_phase == Phase::Answering && std::exchange(m_isCounted, false))
        m_server.uncount(m_peer);
    watch();
}

void Connection::discardInput()
{
    const std::span<char> scratch = m_server.scratch();
    const qint64 got = m_socket.read(scratch.data(), scratch.size());
    if (got == Socket::later)
        return;
    m_discarded += got;
    if (got == Socket::broken || m_discarded > lingerBytes)
        return end();
    if (got > 0)
        return;
    if (m_phase == Phase::Streaming || m_out.isEmpty())
        return end(); // a stream has no end of its own: its reader has left
    m_peerDone = true;
    watch();
}

// Whether the next request may be taken up.
bool Connection::mayProcess() const
{
    return m_phase == Phase::Reading && m_keepAlive && m_out.size() <= queuedOutput;
}

void Connection::processInput(std::string_view fresh)
{
    if (m_processing) // an answer given inside a handler: the loop below goes on
        return;
    m_processing = true;
    if (!m_in.empty())
        m_in.append(fresh);
    const bool kept = !m_in.empty();
    std::string_view rest = kept ? std::string_view(m_in) : fresh;
    bool starved = true; // of input, or of room in the outbox
    do {
        while (processOnce(rest)) {
        }
        starved = mayProcess();
        flush();
    } while (!starved && mayProcess());
    m_processing = false;
    if (m_phase != Phase::Reading && m_phase != Phase::Answering)
        m_in.clear();
    else if (kept)
        m_in.erase(0, m_in.size() - rest.size());
    else if (!rest.empty())
        m_in.assign(rest);
    if (m_in.empty() && m_in.capacity() > worthKeeping)
        std::string().swap(m_in);
    if (m_phase == Phase::Reading && (!m_keepAlive || (m_peerDone && starved)))
        linger();
    else
        watch();
}

MessageParser::Progress Connection::feed(std::string_view& rest)
{
    std::size_t used = 0;
    const auto progress = m_parser.feed(rest, used);
    rest.remove_prefix(used);
    return progress;
}

bool Connection::processOnce(std::string_view& rest)
{
    if (rest.empty() || !mayProcess())
        return false;
    auto progress = feed(rest);
    const bool headerEnds = progress == MessageParser::Progress::HeaderDone;
    if (headerEnds) {
        m_headerSince = -1;
        m_bodySince = m_server.now();
        chooseRoute();
        progress = feed(rest);
    }
    if (progress == MessageParser::Progress::Failed) {
        refuse(m_parser.problem());
        return false;
    }
    if (progress == MessageParser::Progress::Done) {
        dispatch();
        return true;
    }
    if (!m_parser.headerDone() && m_headerSince < 0 && !rest.empty())
        m_headerSince = m_server.now();
    if (headerEnds && m_parser.expectsContinue())
        m_out.append("HTTP/1.1 100 Continue\r\n\r\n");
    m_socket.acknowledge(); // more is to come, and may wait for this
    return false;
}

void Connection::chooseRoute()
{
    Request& request = m_parser.request();
    const auto route = m_server.routes().match(request.method, request.path, request.params);
    m_route = route.ok() ? *route : nullptr;
    if (!m_route)
        m_noRoute = route.error();
    else if (m_route->options.bodyBytes > 0)
        m_parser.setBodyLimit(m_route->options.bodyBytes);
}

void Connection::dispatch()
{
    m_phase = Phase::Answering;
    m_keepAlive = m_parser.keepAlive() && !m_finishing;
    m_http10 = m_parser.isHttp10();
    Request& request = m_parser.request();
    request.peer =
        m_server.proxies().trusts(m_peer) ? m_server.proxies().askerOf(m_peer, forwardedFor(request)) : m_peer;
    auto duty = std::make_shared<Responder::Duty>();
    duty->connection = m_self;
    duty->headOnly = request.method == Method::Head;
    if (m_route && m_server.answersElsewhere() && !m_route->options.anyThread) {
        if (!m_gauge)
            m_gauge = std::make_shared<PeerGauge>();
        m_gauge->isStreaming = true; // until it is known otherwise
        duty->gauge = m_gauge;
        duty->way = m_server.relay();
    }
    Responder responder(std::move(duty));
    if (m_route) {
        m_server.ask(*m_route, request, std::move(responder));
    } else {
        Response response = errorResponse({m_noRoute.code, {}});
        if (m_noRoute.code == ErrorCode::MethodNotAllowed)
            response.addHeader("Allow", m_noRoute.detail);
        responder.send(response);
    }
    m_parser.reset();
}

void Connection::refuse(const ProtocolError& problem)
{
    m_server.countRefused();
    Response response = errorResponse(problem.error);
    response.status = problem.status;
    response.close = true;
    m_phase = Phase::Answering;
    answer(response, false);
}

void Connection::watch()
{
    if (m_phase == Phase::Gone)
        return;
    const bool room =
        m_phase == Phase::Lingering || m_phase == Phase::Streaming || mayProcess() || m_in.size() < queuedInput;
    m_socket.watch(this, room && !m_peerDone, !m_out.isEmpty());
}

// Closing at once would make the kernel reset the connection if the peer still sends, and the answer could be lost
// on its way: send all, stop writing, take and forget what still comes, then close.
void Connection::linger()
{
    if (m_phase == Phase::Lingering || m_phase == Phase::Gone)
        return;
    m_phase = Phase::Lingering;
    tellGauge();
    if (!m_processing)
        m_in.clear();
    flush();
}

void Connection::tellGauge()
{
    if (!m_gauge)
        return;
    m_gauge->isThere = m_phase != Phase::Gone;
    m_gauge->isStreaming = m_phase == Phase::Streaming || m_phase == Phase::Answering;
    m_gauge->unsent = backlog();
}

void Connection::finish()
{
    m_finishing = true;
    const bool idle = m_phase == Phase::Reading && m_headerSince < 0 && !m_parser.headerDone() && m_in.empty();
    if (idle || m_phase == Phase::Streaming)
        linger();
}

void Connection::end()
{
    if (m_phase == Phase::Gone)
        return;
    m_phase = Phase::Gone;
    *m_self = nullptr;
    tellGauge();
    m_socket.close();
    m_server.forget(this);
}

} // namespace parterre::http

// Connection: one peer: reads a request at a time, asks the handler, writes the answer in order, keeps the deadlines.
#pragma once

#include "server/http/message_parser.h"
#include "server/http/outbox.h"
#include "server/http/peer_gauge.h"
#include "server/http/responder.h"
#include "server/http/router.h"

namespace parterre::http {

class Server;

// Owned by the server. After Server::forget(this) it is told nothing any more and deleted at the end of the round.
class Connection final : public Polled
{
public:
    // Takes the descriptor over. With an identity the peer has to speak TLS.
    Connection(Server& server, Poller& poller, int descriptor, const QHostAddress& peer, const TlsIdentity* identity);
    ~Connection();
    void begin();
    // Says no and closes, without reading a request.
    void turnAway(const Response& response);

    bool wasTurnedAway() const { return m_turnedAway; }
    bool isCounted() const { return m_isCounted; }
    const QHostAddress& peer() const { return m_peer; }
    // Milliseconds of the server's monotonic clock; closes what is overdue.
    void checkDeadlines(qint64 now);
    // Stops taking requests; ends once the answer under way is out.
    void finish();
    void abort() { end(); }

    void ready(std::uint32_t events) override;

private:
    friend class Responder;
    friend class Stream;
    enum class Phase { Reading, Answering, Streaming, Lingering, Gone };

    // For the handles.
    void answer(const Response& response, bool headOnly);
    bool openStream(const Response& head, bool headOnly); // false: there is nothing to write
    void writeStream(const QByteArray& chunk);
    void closeStream();
    bool isStreaming() const { return m_phase == Phase::Streaming; }
    qint64 backlog() const { return static_cast<qint64>(m_out.size()); }

    void readSocket();
    void peerEnded();
    void discardInput();
    void processInput(std::string_view fresh = {});
    bool processOnce(std::string_view& rest); // false: nothing more to do now
    bool mayProcess() const;
    MessageParser::Progress feed(std::string_view& rest);
    void chooseRoute();
    void dispatch();
    void tellGauge();
    void refuse(const ProtocolError& problem);
    void writeHead(const Response& response, qint64 length);
    void flush();
    void watch();
    void linger();
    void end();

    Server& m_server;
    Socket m_socket;
    QHostAddress m_peer;
    MessageParser m_parser;
    std::string m_in; // received and not yet consumed
    Outbox m_out;
    Phase m_phase = Phase::Reading;
    std::shared_ptr<Connection*> m_self; // handles look through it; null inside once gone
    std::shared_ptr<PeerGauge> m_gauge;  // once a handler of another thread was asked
    const Router::Route* m_route = nullptr;
    Error m_noRoute; // why there is none
    bool m_keepAlive = true;
    bool m_http10 = false;
    bool m_turnedAway = false;
    bool m_finishing = false;
    bool m_processing = false;
    bool m_peerDone = false; // sent its last byte
    bool m_isCounted = true; // against the limit of its address
    qint64 m_idleSince;
    qint64 m_headerSince = -1; // of a header that is not complete
    qint64 m_bodySince = 0;
    qint64 m_peerDoneSince = 0;
    qint64 m_wroteAt = 0;      // the peer last took something
    qint64 m_lingerSince = -1; // everything was sent
    qint64 m_discarded = 0;    // bytes thrown away while lingering
};

} // namespace parterre::http

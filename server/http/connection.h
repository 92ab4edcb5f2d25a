// Connection: one peer: reads a request at a time, asks the handler, writes the answer in order, keeps the deadlines.
#pragma once

#include "server/http/message_parser.h"
#include "server/http/responder.h"

#include <QElapsedTimer>
#include <QObject>

class QTcpSocket;

namespace parterre::http {

class Router;
class Server;

class Connection : public QObject
{
    Q_OBJECT
public:
    // Takes the socket over.
    Connection(Server& server, QTcpSocket* socket);
    ~Connection() override;
    void begin(); // reads what is there already; call once gone() is listened to

    const QHostAddress& peer() const { return m_peer; }
    // Milliseconds of the server's monotonic clock; closes what is overdue.
    void checkDeadlines(qint64 now);
    // Stops taking requests; ends once the answer under way is out.
    void finish();
    bool isIdle() const { return m_phase == Phase::Reading && m_in.isEmpty(); }
    void abort();

Q_SIGNALS:
    void gone();

private:
    friend class Responder;
    friend class Stream;
    enum class Phase { Reading, Answering, Streaming, Lingering, Gone };

    void readSocket();
    void processInput();
    bool processOnce(); // false: nothing more to do now
    void dispatch();
    void refuse(const ProtocolError& problem);
    void answer(const Response& response, bool headOnly);
    void openStream(const Response& head);
    void writeStream(const QByteArray& chunk);
    void writeHead(const Response& response, qint64 length);
    void afterAnswer();
    void linger();
    void socketClosed();
    void end();

    Server& m_server;
    QTcpSocket* m_socket;
    QHostAddress m_peer;
    MessageParser m_parser;
    QByteArray m_in;  // received and not yet consumed
    QByteArray m_out; // answers of this round, written at once
    Phase m_phase = Phase::Reading;
    std::shared_ptr<Connection*> m_self; // handles look through it; null inside once gone
    bool m_keepAlive = true;
    bool m_finishing = false;
    bool m_processing = false;
    bool m_peerDone = false; // sent its last byte
    qint64 m_since = 0;      // of what the current deadline counts from
    qint64 m_bodySince = 0;
    qint64 m_wroteAt = 0;   // the peer last took something
    qint64 m_discarded = 0; // bytes thrown away while lingering
};

} // namespace parterre::http

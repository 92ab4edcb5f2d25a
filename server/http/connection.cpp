// The life of a connection. One request is parsed, answered and written before the next is looked at.
#include "server/http/connection.h"

#include "server/http/router.h"
#include "server/http/server.h"

#include <QTcpSocket>

#include <sys/socket.h>

namespace parterre::http {
namespace {

constexpr qint64 readBuffer = 64 * 1024;
constexpr qint64 lingerMs = 2'000;
constexpr qint64 lingerBytes = 4 * 1024 * 1024;

} // namespace

struct Responder::Duty
{
    std::weak_ptr<Connection*> connection;
    bool headOnly = false;
    bool answered = false;

    Connection* peer() const
    {
        const auto alive = connection.lock();
        return alive ? *alive : nullptr;
    }
    ~Duty()
    {
        if (Connection* open = answered ? nullptr : peer())
            open->answer(errorResponse({ErrorCode::Internal, {}}), headOnly);
    }
};

void Responder::send(Response response) const
{
    if (m_duty->answered)
        return;
    m_duty->answered = true;
    if (Connection* open = m_duty->peer())
        open->answer(response, m_duty->headOnly);
}

Stream Responder::stream(const Response& head) const
{
    if (m_duty->answered)
        return Stream({});
    m_duty->answered = true;
    Connection* open = m_duty->peer();
    if (!open)
        return Stream({});
    open->openStream(head);
    return Stream(m_duty->connection);
}

bool Responder::isPeerThere() const
{
    return m_duty->peer() != nullptr;
}

void Stream::write(const QByteArray& chunk)
{
    if (const auto alive = m_connection.lock(); alive && *alive)
        (*alive)->writeStream(chunk);
}

bool Stream::isOpen() const
{
    const auto alive = m_connection.lock();
    return alive && *alive && (*alive)->m_phase == Connection::Phase::Streaming;
}

qint64 Stream::backlog() const
{
    const auto alive = m_connection.lock();
    return alive && *alive ? (*alive)->m_socket->bytesToWrite() : 0;
}

void Stream::close()
{
    if (const auto alive = m_connection.lock(); alive && *alive)
        (*alive)->linger();
}

Connection::Connection(Server& server, QTcpSocket* socket)
    : m_server(server),
      m_socket(socket),
      m_peer(socket->peerAddress()),
      m_parser(server.limits()),
      m_self(std::make_shared<Connection*>(this)),
      m_since(server.now()),
      m_wroteAt(m_since)
{
    m_socket->setParent(this);
    m_socket->setReadBufferSize(readBuffer);
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    connect(m_socket, &QTcpSocket::readyRead, this, &Connection::readSocket);
    connect(m_socket, &QTcpSocket::disconnected, this, &Connection::socketClosed);
    connect(m_socket, &QTcpSocket::bytesWritten, this, [this] { m_wroteAt = m_server.now(); });
}

void Connection::begin()
{
    if (m_socket->state() != QAbstractSocket::ConnectedState)
        end();
    else
        readSocket();
}

Connection::~Connection()
{
    *m_self = nullptr;
}

void Connection::readSocket()
{
    if (m_phase == Phase::Lingering) {
        m_discarded += m_socket->skip(readBuffer);
        if (m_discarded > lingerBytes)
            end();
        return;
    }
    // While an answer is awaited the peer may queue a little more; past that its bytes wait in the kernel.
    if (m_phase != Phase::Reading && m_in.size() >= readBuffer)
        return;
    const qint64 available = m_socket->bytesAvailable();
    if (available <= 0)
        return;
    if (m_in.isEmpty() && m_phase == Phase::Reading)
        m_since = m_server.now();
    const qsizetype before = m_in.size();
    m_in.resize(before + available);
    const qint64 got = m_socket->read(m_in.data() + before, available);
    m_in.resize(before + std::max<qint64>(got, 0));
    processInput();
}

void Connection::processInput()
{
    if (m_processing)
        return; // an answer given inside a handler; the loop below goes on
    m_processing = true;
    while (processOnce()) {
    }
    m_processing = false;
    if (!m_out.isEmpty() && m_phase != Phase::Gone) {
        m_socket->write(m_out);
        m_out.clear();
        m_socket->flush();
    }
    if (m_phase == Phase::Reading && !m_keepAlive)
        linger();
}

bool Connection::processOnce()
{
    if (m_phase != Phase::Reading || m_in.isEmpty() || !m_keepAlive)
        return false;
    std::size_t used = 0;
    const auto progress = m_parser.feed({m_in.constData(), static_cast<std::size_t>(m_in.size())}, used);
    m_in.remove(0, static_cast<qsizetype>(used));
    switch (progress) {
    case MessageParser::Progress::NeedMore:
        return false;
    case MessageParser::Progress::Failed:
        refuse(m_parser.problem());
        return false;
    case MessageParser::Progress::HeaderDone:
        break;
    case MessageParser::Progress::Done:
        dispatch();
        return true;
    }
    m_bodySince = m_server.now();
    std::vector<NameValue> params;
    const auto route = m_server.router().match(m_parser.request().method, m_parser.request().path, params);
    if (route.ok() && (*route)->options.bodyBytes > 0)
        m_parser.setBodyLimit((*route)->options.bodyBytes);
    const auto body = m_parser.feed({m_in.constData(), static_cast<std::size_t>(m_in.size())}, used);
    m_in.remove(0, static_cast<qsizetype>(used));
    if (body == MessageParser::Progress::Failed) {
        refuse(m_parser.problem());
        return false;
    }
    if (body == MessageParser::Progress::Done) {
        dispatch();
        return true;
    }
    if (m_parser.expectsContinue())
        m_socket->write("HTTP/1.1 100 Continue\r\n\r\n");
    return false;
}

void Connection::dispatch()
{
    m_phase = Phase::Answering;
    m_wroteAt = m_server.now();
    m_keepAlive = m_parser.keepAlive() && !m_finishing;
    Request request = m_parser.takeRequest();
    request.peer = m_peer;
    m_parser.reset();
    auto duty = std::make_shared<Responder::Duty>();
    duty->connection = m_self;
    duty->headOnly = request.method == Method::Head;
    const Responder responder(std::move(duty));
    const auto route = m_server.router().match(request.method, request.path, request.params);
    if (!route.ok()) {
        Response response = errorResponse({route.error().code, {}});
        if (route.error().code == ErrorCode::MethodNotAllowed)
            response.addHeader("Allow", route.error().detail);
        responder.send(std::move(response));
        return;
    }
    (*route)->handler(request, responder);
}

void Connection::refuse(const ProtocolError& problem)
{
    m_server.countRefused();
    Response response = errorResponse(problem.error);
    response.status = problem.status;
    response.close = true;
    m_phase = Phase::Answering;
    answer(response, false);
    processInput();
}

void Connection::writeHead(const Response& response, qint64 length)
{
    const std::string_view reason = reasonPhrase(response.status);
    m_out += "HTTP/1.1 ";
    m_out += QByteArray::number(response.status);
    m_out += ' ';
    m_out.append(reason.data(), static_cast<qsizetype>(reason.size()));
    m_out += "\r\n";
    m_out += m_server.dateHeader();
    if (!response.contentType.isEmpty())
        m_out += "Content-Type: " + response.contentType + "\r\n";
    m_out += response.headers;
    if (length >= 0)
        m_out += "Content-Length: " + QByteArray::number(length) + "\r\n";
    if (!m_keepAlive)
        m_out += "Connection: close\r\n";
    m_out += "\r\n";
}

void Connection::answer(const Response& response, bool headOnly)
{
    if (m_phase != Phase::Answering)
        return;
    m_keepAlive = m_keepAlive && !response.close && !m_finishing;
    const bool hasBody = response.status != 204 && response.status != 304;
    writeHead(response, hasBody ? response.body.size() : -1);
    if (hasBody && !headOnly)
        m_out += response.body;
    m_phase = Phase::Reading;
    m_since = m_server.now();
    m_wroteAt = m_since;
    m_server.countAnswered();
    processInput();
    // What was left in the socket while the answer was awaited.
    if (m_phase == Phase::Reading && m_socket->bytesAvailable() > 0 && !m_processing)
        readSocket();
}

void Connection::openStream(const Response& head)
{
    m_keepAlive = false;
    writeHead(head, -1);
    m_phase = Phase::Streaming;
    m_socket->write(std::exchange(m_out, {}));
    m_socket->flush();
}

void Connection::writeStream(const QByteArray& chunk)
{
    if (m_phase != Phase::Streaming)
        return;
    if (m_socket->bytesToWrite() + chunk.size() > static_cast<qint64>(m_server.limits().streamBacklog)) {
        end(); // the reader resumes by its last position; what it missed is not lost
        return;
    }
    if (m_socket->bytesToWrite() == 0)
        m_wroteAt = m_server.now();
    m_socket->write(chunk);
    m_socket->flush();
}

// Closing at once would make the kernel reset the connection if the peer still sends, and the answer could be lost
// on its way: stop writing, take and forget what still comes, then close.
void Connection::linger()
{
    if (m_phase == Phase::Lingering || m_phase == Phase::Gone)
        return;
    m_phase = Phase::Lingering;
    m_since = m_server.now();
    m_in.clear();
    const auto shut = [this] {
        if (m_phase == Phase::Lingering && m_socket->bytesToWrite() == 0)
            ::shutdown(static_cast<int>(m_socket->socketDescriptor()), SHUT_WR);
    };
    connect(m_socket, &QTcpSocket::bytesWritten, this, shut);
    m_socket->flush();
    shut();
    readSocket();
}

void Connection::finish()
{
    m_finishing = true;
    if (isIdle() || m_phase == Phase::Streaming)
        linger();
}

void Connection::checkDeadlines(qint64 now)
{
    const Limits& limits = m_server.limits();
    if (m_socket->bytesToWrite() > 0 && now - m_wroteAt > limits.writeStall.count())
        return end();
    if (m_phase == Phase::Lingering && now - m_since > lingerMs)
        return end();
    if (m_phase != Phase::Reading)
        return;
    if (m_parser.headerDone()) {
        const qint64 taken = now - m_bodySince;
        const auto owed = static_cast<qint64>(limits.bodyBytesPerSecond) * (taken - 1'000) / 1'000;
        if (taken > limits.bodyWithin.count() || static_cast<qint64>(m_parser.bodyReceived()) < owed)
            refuse({408, {ErrorCode::Timeout, "request body"}});
    } else if (!m_in.isEmpty()) {
        if (now - m_since > limits.headerWithin.count())
            refuse({408, {ErrorCode::Timeout, "request header"}});
    } else if (now - m_since > limits.idle.count()) {
        linger();
    }
}

void Connection::socketClosed()
{
    end();
}

void Connection::abort()
{
    end();
}

void Connection::end()
{
    if (m_phase == Phase::Gone)
        return;
    m_phase = Phase::Gone;
    *m_self = nullptr;
    m_socket->disconnect(this);
    m_socket->abort();
    Q_EMIT gone();
}

} // namespace parterre::http

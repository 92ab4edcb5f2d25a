// The line is cut after every byte a browser sends through TLS, and after many that it receives: in the greeting, in a
// request, in an answer, in the goodbye. A wrong step here is a use after free or a connection that stays for ever.
#include "tests/support/tls_peer.h"

#include <QTcpServer>
#include <QTest>

#include <csignal>

using namespace parterre;
using namespace parterre::testing;

namespace {

constexpr qint64 never = 1'000'000'000;

// Carries one connection at a time to the server and cuts it after so many bytes.
class CutLine : public QTcpServer
{
public:
    explicit CutLine(std::uint16_t server) : m_server(server) { listen(QHostAddress(QHostAddress::LocalHost), 0); }

    qint64 up = never;   // bytes to the server
    qint64 down = never; // bytes to the browser
    bool abruptly = false;
    qint64 carriedUp = 0;
    qint64 carriedDown = 0;

protected:
    void incomingConnection(qintptr descriptor) override
    {
        m_near = std::make_unique<QTcpSocket>();
        m_far = std::make_unique<QTcpSocket>();
        m_near->setSocketDescriptor(descriptor);
        m_far->connectToHost(QHostAddress(QHostAddress::LocalHost), m_server);
        carriedUp = carriedDown = 0;
        connect(m_near.get(), &QTcpSocket::readyRead, this, [this] { carry(*m_near, *m_far, carriedUp, up); });
        connect(m_far.get(), &QTcpSocket::connected, this, [this] { carry(*m_near, *m_far, carriedUp, up); });
        connect(m_far.get(), &QTcpSocket::readyRead, this, [this] { carry(*m_far, *m_near, carriedDown, down); });
        connect(m_far.get(), &QTcpSocket::disconnected, m_near.get(), &QTcpSocket::disconnectFromHost);
        connect(m_near.get(), &QTcpSocket::disconnected, m_far.get(), &QTcpSocket::disconnectFromHost);
    }

private:
    void carry(QTcpSocket& from, QTcpSocket& to, qint64& carried, qint64 most)
    {
        if (m_far->state() != QAbstractSocket::ConnectedState)
            return;
        const QByteArray bytes = from.read(most - carried);
        to.write(bytes);
        to.flush();
        carried += bytes.size();
        if (carried == most)
            cut();
    }
    void cut()
    {
        for (QTcpSocket* socket : {m_near.get(), m_far.get()}) {
            if (abruptly)
                socket->abort();
            else
                socket->disconnectFromHost();
        }
    }

    std::uint16_t m_server;
    std::unique_ptr<QTcpSocket> m_near;
    std::unique_ptr<QTcpSocket> m_far;
};

const QByteArray requests = QByteArray("GET /large HTTP/1.1\r\nHost: a\r\n\r\n") +
                            "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 300\r\nConnection: close\r\n\r\n" +
                            QByteArray(300, 'b');

} // namespace

class TlsCutTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    void prepare(HttpRig& rig)
    {
        serveOverTls(rig, identityFor(m_folder, QStringLiteral("cut.example")), QByteArray(200'000, 'x'));
    }
    // How many answers came whole.
    static int talk(const CutLine& line)
    {
        TlsPeer peer(line.serverPort());
        peer.socket.write(requests);
        QByteArray in;
        if (!runUntil([&] {
                in += peer.socket.readAll();
                return peer.socket.state() == QAbstractSocket::UnconnectedState;
            }))
            return -1;
        int whole = 0;
        while (takeAnswer(in).isComplete)
            ++whole;
        return whole;
    }
    // Both ways of cutting, at one point; false when the server keeps the connection, or answered what it was not
    // asked.
    static bool survives(HttpRig& rig, CutLine& line, int& mostAnswers)
    {
        for (const bool abruptly : {false, true}) {
            line.abruptly = abruptly;
            const int answers = talk(line);
            mostAnswers = std::max(mostAnswers, answers);
            if (answers < 0 || !runUntil([&] { return rig.server.open() == 0; }))
                return false;
        }
        return true;
    }

private Q_SLOTS:
    void initTestCase() { std::signal(SIGPIPE, SIG_IGN); }

    void afterEveryByteOfTheBrowser()
    {
        HttpRig rig;
        prepare(rig);
        CutLine line(rig.port);
        QCOMPARE(talk(line), 2);
        const qint64 all = line.carriedUp;
        QVERIFY(all > 700);
        int answers = 0;
        for (line.up = 1; line.up < all; ++line.up)
            QVERIFY2(survives(rig, line, answers), QByteArray::number(line.up));
        QVERIFY(answers <= 2);
        line.up = never;
        QCOMPARE(talk(line), 2);
    }

    void afterManyBytesOfTheServer()
    {
        HttpRig rig;
        prepare(rig);
        CutLine line(rig.port);
        QCOMPARE(talk(line), 2);
        const qint64 all = line.carriedDown;
        QVERIFY(all > 200'000);
        int answers = 0;
        std::vector<qint64> points; // many in the greeting and in the second answer, some in the first
        for (qint64 at = 1; at < 2'000; at += 7)
            points.push_back(at);
        for (qint64 at = 2'000; at < all - 600; at += 9'973)
            points.push_back(at);
        for (qint64 at = all - 600; at < all; at += 7)
            points.push_back(at);
        for (const qint64 at : points) {
            line.down = at;
            QVERIFY2(survives(rig, line, answers), QByteArray::number(at));
        }
        QVERIFY(answers >= 1); // the first came whole before the second was cut
        line.down = never;
        QCOMPARE(talk(line), 2);
    }
};

QTEST_GUILESS_MAIN(TlsCutTest)
#include "tls_cut_test.moc"

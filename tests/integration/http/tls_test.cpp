// The server behind TLS: a real handshake, large bodies both ways, a new certificate, and peers that do not play along.
#include "tests/support/tls_peer.h"

#include <QTest>

#include <csignal>

using namespace parterre;
using namespace parterre::testing;
using namespace Qt::StringLiterals;

class TlsTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QByteArray m_large = QByteArray(700'000, 'x') + "end";

    void prepare(HttpRig& rig) { serveOverTls(rig, identityFor(m_folder, u"first.example"_s), m_large); }

private Q_SLOTS:
    void initTestCase() { std::signal(SIGPIPE, SIG_IGN); }

    void answersThroughTls()
    {
        HttpRig rig;
        prepare(rig);
        TlsPeer peer(rig.port);
        QVERIFY(peer.socket.isEncrypted());
        QCOMPARE(peer.socket.sslConfiguration().nextNegotiatedProtocol(), QByteArray("http/1.1"));
        QCOMPARE(peer.name(), u"first.example"_s);
        for (int i = 0; i < 3; ++i) { // kept alive
            const HttpAnswer large = peer.ask("GET /large HTTP/1.1\r\nHost: a\r\n\r\n");
            QCOMPARE(large.status, 200);
            QVERIFY(large.body == m_large);
        }
        const HttpAnswer echo =
            peer.ask("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: " + QByteArray::number(m_large.size()) +
                     "\r\n\r\n" + m_large);
        QVERIFY(echo.body == m_large);
        const HttpAnswer last = peer.ask("GET /none HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
        QCOMPARE(last.status, 404);
        QVERIFY(runUntil([&] { return peer.socket.state() == QAbstractSocket::UnconnectedState; }));
        QCOMPARE(peer.socket.error(), QAbstractSocket::RemoteHostClosedError); // by a proper goodbye
    }

    void takesANewCertificateForNewConnections()
    {
        HttpRig rig;
        prepare(rig);
        TlsPeer before(rig.port);
        QVERIFY(before.socket.isEncrypted());
        rig.server.encryptWith(identityFor(m_folder, u"second.example"_s));
        TlsPeer after(rig.port);
        QCOMPARE(after.name(), u"second.example"_s);
        QCOMPARE(before.ask("GET /large HTTP/1.1\r\nHost: a\r\n\r\n").status, 200);
    }

    void turnsAwayThroughTls()
    {
        http::Limits limits;
        limits.connectionsPerAddress = 1;
        HttpRig rig(limits);
        prepare(rig);
        TlsPeer first(rig.port);
        QVERIFY(first.socket.isEncrypted());
        TlsPeer second(rig.port);
        QCOMPARE(second.ask("GET /large HTTP/1.1\r\nHost: a\r\n\r\n").status, 429);
    }

    void endsWhoSpeaksPlainly()
    {
        HttpRig rig;
        prepare(rig);
        HttpPeer peer(rig.port);
        peer.send("GET /large HTTP/1.1\r\nHost: a\r\n\r\n");
        QVERIFY(peer.waitClosed());
        QVERIFY(!peer.in.contains("HTTP/1.1"));
        QVERIFY(runUntil([&] { return rig.server.open() == 0; }));
    }

    void endsWhoNeverFinishesTheGreeting()
    {
        HttpRig rig;
        prepare(rig);
        StubbornPeer silent(rig.port);
        QVERIFY(runUntil([&] { return rig.server.open() == 1; }));
        rig.pass(Milliseconds(5'001));
        QVERIFY(runUntil([&] { return rig.server.open() == 0; }));
    }

    void saysWhatIsWrongWithAFile()
    {
        const std::string certificate = m_folder.filePath(u"first.example.crt"_s).toStdString();
        const auto none = http::TlsIdentity::load("/nowhere.crt", "/nowhere.key");
        QCOMPARE(none.error().code, ErrorCode::Unavailable);
        QVERIFY(none.error().detail.find("/nowhere.crt") != std::string::npos);
        const auto noKey = http::TlsIdentity::load(certificate, certificate);
        QVERIFY(noKey.error().detail.starts_with("key "));
        const auto foreign =
            http::TlsIdentity::load(certificate, m_folder.filePath(u"second.example.key"_s).toStdString());
        QVERIFY(foreign.error().detail.starts_with("key "));
    }
};

QTEST_GUILESS_MAIN(TlsTest)
#include "tls_test.moc"

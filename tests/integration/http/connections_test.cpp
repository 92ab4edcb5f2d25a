// How connections live: kept alive, pipelined, answered late, streamed, left early.
#include "tests/support/http_rig.h"

#include <QTest>

#include <algorithm>
#include <vector>

using namespace parterre;
using namespace parterre::http;
using namespace parterre::testing;

namespace {

QByteArray request(const QByteArray& line, const QByteArray& headers = {})
{
    return line + "\r\nHost: x\r\n" + headers + "\r\n";
}

} // namespace

class ConnectionsTest : public QObject
{
    Q_OBJECT
    // Routes of every test: "/now/{text}" answers at once, "/later" is kept in m_pending, "/never" drops its responder.
    std::vector<Responder> m_pending;
    std::vector<Request> m_seen;

    void addRoutes(HttpRig& rig)
    {
        m_pending.clear();
        m_seen.clear();
        Router& router = rig.server.router();
        router.add(Method::Get, "/now/{text}", [this](const Request& asked, const Responder& responder) {
            m_seen.push_back(asked);
            responder.send(textResponse(200, QByteArray::fromStdString(std::string(asked.param("text")))));
        });
        router.add(Method::Post, "/now/{text}", [this](const Request& asked, const Responder& responder) {
            m_seen.push_back(asked);
            responder.send(textResponse(200, asked.body));
        });
        router.add(Method::Get, "/later",
                   [this](const Request&, Responder responder) { m_pending.push_back(std::move(responder)); });
        router.add(Method::Get, "/never", [](const Request&, const Responder&) {});
        router.add(Method::Get, "/twice", [](const Request&, const Responder& responder) {
            responder.send(textResponse(200, "first"));
            responder.send(textResponse(500, "second"));
            QVERIFY(!responder.stream(textResponse(200, {})).isOpen());
        });
        router.add(Method::Get, "/empty", [](const Request&, const Responder& responder) {
            responder.send({204, {}, {}, "not sent", false});
        });
        router.add(Method::Get, "/large", [](const Request&, const Responder& responder) {
            responder.send(textResponse(200, QByteArray(3'000'000, 'a')));
        });
    }

private Q_SLOTS:
    void writesAWholeAnswer()
    {
        HttpRig rig;
        addRoutes(rig);
        HttpPeer peer(rig.port);
        peer.send(request("GET /now/hello?a=b HTTP/1.1", "X-Mixed-Case: Value \r\nCookie: k=v\r\n"));
        QVERIFY(runUntil([&] { return rig.server.counts().answered == 1; }));
        QVERIFY(runUntil([&] { return peer.socket.bytesAvailable() > 0; }));
        QCOMPARE(peer.socket.readAll(), QByteArray("HTTP/1.1 200 OK\r\n"
                                                   "Date: Wed, 25 Nov 2026 19:30:00 GMT\r\n"
                                                   "Content-Type: text/plain; charset=utf-8\r\n"
                                                   "Content-Length: 5\r\n\r\nhello"));
        QCOMPARE(m_seen.at(0).header("x-mixed-case"), std::string_view("Value"));
        QCOMPARE(m_seen.at(0).cookie("k"), std::string_view("v"));
        QCOMPARE(m_seen.at(0).peer, QHostAddress(QHostAddress::LocalHost));
        rig.pass(Milliseconds(1'000));
        peer.send(request("HEAD /now/other HTTP/1.1", "X-Mixed-Case: Second\r\n"));
        const HttpAnswer second = peer.answer(false);
        QVERIFY(second.head.contains("Date: Wed, 25 Nov 2026 19:30:01 GMT\r\n"));
        QVERIFY(second.head.contains("Content-Length: 5\r\n"));
        // A kept copy of a request is not overwritten by the next one.
        QCOMPARE(m_seen.at(0).header("x-mixed-case"), std::string_view("Value"));
        QCOMPARE(m_seen.at(1).header("x-mixed-case"), std::string_view("Second"));
        QVERIFY(peer.in.isEmpty());
    }

    void keepsAliveOrCloses_data()
    {
        QTest::addColumn<QByteArray>("asked");
        QTest::addColumn<QByteArray>("connection"); // header of the answer
        QTest::addColumn<bool>("hasBody");
        QTest::newRow("1.1") << request("GET /now/a HTTP/1.1") << QByteArray() << true;
        QTest::newRow("1.1 close") << request("GET /now/a HTTP/1.1", "Connection: Close\r\n") << QByteArray("close")
                                   << true;
        QTest::newRow("1.1 list") << request("GET /now/a HTTP/1.1", "Connection: te, close\r\n") << QByteArray("close")
                                  << true;
        QTest::newRow("1.0") << QByteArray("GET /now/a HTTP/1.0\r\n\r\n") << QByteArray("close") << true;
        QTest::newRow("1.0 kept") << QByteArray("GET /now/a HTTP/1.0\r\nConnection: keep-alive\r\n\r\n")
                                  << QByteArray("keep-alive") << true;
        QTest::newRow("head") << request("HEAD /now/a HTTP/1.1") << QByteArray() << false;
        QTest::newRow("204") << request("GET /empty HTTP/1.1") << QByteArray() << false;
        QTest::newRow("404") << request("GET /nothing HTTP/1.1") << QByteArray() << true;
        QTest::newRow("500") << request("GET /never HTTP/1.1") << QByteArray() << true;
        QTest::newRow("head of nothing") << request("HEAD /nothing HTTP/1.1") << QByteArray() << false;
    }
    void keepsAliveOrCloses()
    {
        QFETCH(QByteArray, asked);
        QFETCH(QByteArray, connection);
        QFETCH(bool, hasBody);
        HttpRig rig;
        addRoutes(rig);
        HttpPeer peer(rig.port);
        peer.send(asked);
        const HttpAnswer answer = peer.answer(hasBody);
        QVERIFY(answer.isComplete);
        QVERIFY(answer.head.contains("\r\nConnection: " + connection + "\r\n") == !connection.isEmpty());
        if (connection == "close") {
            QVERIFY(peer.waitClosed());
            return;
        }
        peer.send(request("GET /now/again HTTP/1.1"));
        QCOMPARE(peer.answer().body, QByteArray("again"));
        QCOMPARE(rig.server.open(), 1U);
    }

    void takesBodies_data()
    {
        QTest::addColumn<QByteArray>("headers");
        QTest::addColumn<QByteArray>("sent");
        QTest::addColumn<QByteArray>("body");
        const QByteArray large(300'000, 'b');
        QTest::newRow("length") << QByteArray("Content-Length: 5\r\n") << QByteArray("ab\r\nc")
                                << QByteArray("ab\r\nc");
        QTest::newRow("none") << QByteArray("Content-Length: 0\r\n") << QByteArray() << QByteArray();
        QTest::newRow("no length") << QByteArray() << QByteArray() << QByteArray();
        QTest::newRow("chunks") << QByteArray("Transfer-Encoding: Chunked\r\n")
                                << QByteArray("3\r\nabc\r\nA;x=y\r\n0123456789\r\n0\r\nTrailer: t\r\n\r\n")
                                << QByteArray("abc0123456789");
        QTest::newRow("no chunks") << QByteArray("Transfer-Encoding: chunked\r\n") << QByteArray("0\r\n\r\n")
                                   << QByteArray();
        QTest::newRow("large") << QByteArray("Content-Length: 300000\r\n") << large << large;
        QTest::newRow("large chunk") << QByteArray("Transfer-Encoding: chunked\r\n")
                                     << "493e0\r\n" + large + "\r\n0\r\n\r\n"
                                     << large;
    }
    void takesBodies()
    {
        QFETCH(QByteArray, headers);
        QFETCH(QByteArray, sent);
        QFETCH(QByteArray, body);
        for (const qsizetype step : {qsizetype(1'000'000), qsizetype(9'973), qsizetype(1)}) {
            HttpRig rig;
            addRoutes(rig);
            HttpPeer peer(rig.port);
            const QByteArray all = request("POST /now/x HTTP/1.1", headers) + sent + request("GET /now/next HTTP/1.1");
            for (qsizetype at = 0; at<all.size(); at += all.size()> 10'000 ? std::max<qsizetype>(step, 997) : step) {
                peer.send(all.mid(at, all.size() > 10'000 ? std::max<qsizetype>(step, 997) : step));
                QCoreApplication::processEvents();
            }
            const HttpAnswer answer = peer.answer();
            QCOMPARE(answer.status, 200);
            QVERIFY(answer.body == body);
            QCOMPARE(peer.answer().body, QByteArray("next"));
        }
    }

    // A client that leaves Nagle's algorithm on, as Qt's does, sends the end of a request only when its beginning is
    // confirmed; a kernel left alone confirms 40 ms later.
    void doesNotHoldBackRequestsInPieces()
    {
        HttpRig rig;
        addRoutes(rig);
        HttpPeer peer(rig.port);
        std::vector<qint64> times;
        for (int i = 0; i < 21; ++i) {
            QElapsedTimer timer;
            timer.start();
            peer.send(request("POST /now/pieces HTTP/1.1", "Content-Length: 6\r\n"));
            for (const char* piece : {"one", "two"})
                peer.send(piece);
            QCOMPARE(peer.answer().body, QByteArray("onetwo"));
            times.push_back(timer.elapsed());
        }
        std::nth_element(times.begin(), times.begin() + 10, times.end());
        QVERIFY2(times[10] < 30, qPrintable(QStringLiteral("%1 ms").arg(times[10])));
    }

    void saysContinueWhenAsked()
    {
        HttpRig rig;
        addRoutes(rig);
        HttpPeer peer(rig.port);
        // Behind another request: the answers keep their order.
        peer.send(request("GET /now/first HTTP/1.1") +
                  request("POST /now/x HTTP/1.1", "Expect: 100-Continue\r\nContent-Length: 3\r\n"));
        QCOMPARE(peer.answer().body, QByteArray("first"));
        QCOMPARE(peer.answer().status, 100);
        peer.send("abc");
        QCOMPARE(peer.answer().body, QByteArray("abc"));
    }

    void answersAThousandPipelinedInOrder()
    {
        HttpRig rig;
        addRoutes(rig);
        HttpPeer peer(rig.port);
        QByteArray all;
        for (int i = 0; i < 1'000; ++i)
            all += request(i % 7 == 3 ? "GET /later HTTP/1.1" : "GET /now/" + QByteArray::number(i) + " HTTP/1.1");
        peer.send(all);
        for (int i = 0; i < 1'000; ++i) {
            if (i % 7 == 3) {
                QVERIFY(runUntil([&] { return m_pending.size() == 1; }));
                std::exchange(m_pending, {}).front().send(textResponse(200, QByteArray::number(i)));
            }
            QCOMPARE(peer.answer().body, QByteArray::number(i));
        }
        QCOMPARE(rig.server.counts().answered, 1'000U);
        QCOMPARE(rig.server.open(), 1U);
    }

    void sharesALargeBody()
    {
        HttpRig rig;
        addRoutes(rig);
        HttpPeer peer(rig.port);
        peer.send(request("GET /large HTTP/1.1") + request("GET /now/a HTTP/1.1") + request("GET /large HTTP/1.1"));
        QCOMPARE(peer.answer().body.size(), 3'000'000);
        QCOMPARE(peer.answer().body, QByteArray("a"));
        QCOMPARE(peer.answer().body.size(), 3'000'000);
    }

    void countsTheFirstAnswer()
    {
        HttpRig rig;
        addRoutes(rig);
        HttpPeer peer(rig.port);
        peer.send(request("GET /twice HTTP/1.1") + request("GET /never HTTP/1.1") + request("GET /later HTTP/1.1"));
        QCOMPARE(peer.answer().body, QByteArray("first"));
        QCOMPARE(peer.answer().status, 500);
        QVERIFY(runUntil([&] { return m_pending.size() == 1; }));
        m_pending.clear(); // the last copy goes later, without an answer
        QCOMPARE(peer.answer().status, 500);
        QCOMPARE(rig.server.open(), 1U);
    }

    // A chain of handlers inside one send() would run into whatever its caller is doing.
    void runsNoHandlerInsideSend()
    {
        HttpRig rig;
        addRoutes(rig);
        HttpPeer peer(rig.port);
        peer.send(request("GET /later HTTP/1.1") + request("GET /now/next HTTP/1.1"));
        QVERIFY(runUntil([&] { return m_pending.size() == 1; }));
        m_pending.front().send(textResponse(200, "later"));
        QCOMPARE(m_seen.size(), std::size_t(0));
        QCOMPARE(peer.answer().body, QByteArray("later"));
        QCOMPARE(peer.answer().body, QByteArray("next"));
    }

    // In every way of leaving and every order; a wrong step here is a use after free.
    void outlivesPeersThatLeaveEarly()
    {
        Limits limits;
        limits.connectionsPerAddress = 2'000;
        HttpRig rig(limits);
        addRoutes(rig);
        std::vector<Stream> streams;
        rig.server.router().add(Method::Get, "/stream", [&](const Request&, const Responder& responder) {
            streams.push_back(responder.stream(textResponse(200, {})));
        });
        std::vector<std::unique_ptr<StubbornPeer>> peers;
        for (std::size_t i = 0; i < 1'000; ++i) {
            auto peer = std::make_unique<StubbornPeer>(rig.port);
            QVERIFY(peer->send(
                        request(i % 5 == 4 ? "GET /stream HTTP/1.1" : "GET /later HTTP/1.1").repeated(1 + i % 3)) > 0);
            peers.push_back(std::move(peer));
            if (peers.size() < 50)
                continue;
            const std::size_t expected = m_pending.size() + 40;
            QVERIFY(runUntil([&] { return m_pending.size() >= expected; }));
            for (std::size_t k = 0; k < peers.size(); ++k) {
                if (k % 3 == 0)
                    peers[k]->vanish();
                else if (k % 3 == 1)
                    peers[k]->close();
                else
                    peers[k].reset(); // after its answer was sent, below
                if (k % 2 == 0)
                    Responder(m_pending[expected - 40 + k % 40]).send(textResponse(200, "too late"));
            }
            peers.clear();
        }
        QVERIFY(streams.size() > 100);
        for (Stream& stream : streams)
            stream.write("data: x\n\n");
        const std::vector<Responder> pending = m_pending;
        for (const Responder& responder : pending)
            responder.send(textResponse(200, "too late"));
        (void)std::exchange(m_pending, {});
        QVERIFY(runUntil([&] {
            for (const Responder& responder : std::exchange(m_pending, {}))
                responder.send(textResponse(200, "too late"));
            return rig.server.open() == 0;
        }));
        for (Stream& stream : streams) {
            QVERIFY(!stream.isOpen());
            stream.write("data: y\n\n");
        }
        for (const Responder& responder : pending)
            QVERIFY(!responder.isPeerThere());
        HttpPeer last(rig.port);
        last.send(request("GET /now/well HTTP/1.1"));
        QCOMPARE(last.answer().body, QByteArray("well"));
    }

    // "I have said everything" is no farewell: the answer is still awaited.
    void answersAPeerThatSendsNoMore()
    {
        HttpRig rig;
        addRoutes(rig);
        StubbornPeer peer(rig.port);
        QVERIFY(peer.send(request("GET /now/a HTTP/1.1") + request("GET /later HTTP/1.1") +
                          request("GET /now/b HTTP/1.1")) > 0);
        peer.sendNoMore();
        QVERIFY(runUntil([&] { return m_pending.size() == 1; }));
        QTest::qWait(20);
        Responder(m_pending.front()).send(textResponse(200, "later"));
        QByteArray in;
        QVERIFY(runUntil([&] {
            in += peer.receive();
            return rig.server.open() == 0;
        }));
        in += peer.receive();
        for (const char* body : {"a", "later", "b"})
            QCOMPARE(takeAnswer(in).body, QByteArray(body));
    }

    void streams()
    {
        HttpRig rig;
        std::optional<Stream> stream;
        rig.server.router().add(Method::Get, "/stream", [&](const Request&, const Responder& responder) {
            stream = responder.stream({200, "text/event-stream", {}, {}, false});
        });
        HttpPeer peer(rig.port);
        peer.send(request("GET /stream HTTP/1.1"));
        const HttpAnswer head = peer.answer();
        QCOMPARE(head.status, 200);
        QVERIFY(head.head.contains("Connection: close\r\n"));
        QVERIFY(!head.head.contains("Content-Length"));
        QByteArray expected;
        for (int i = 0; i < 100; ++i) {
            const QByteArray event = "data: " + QByteArray(i * 100, 'x') + "\n\n";
            stream->write(event);
            expected += event;
        }
        rig.pass(Milliseconds(600'000)); // a quiet stream is not idle
        peer.send("noise from the reader");
        QTest::qWait(300);
        QVERIFY(stream->isOpen());
        stream->close();
        QVERIFY(!stream->isOpen());
        QVERIFY(peer.waitClosed());
        QVERIFY(peer.in == expected);

        HttpPeer headOnly(rig.port);
        headOnly.send(request("HEAD /stream HTTP/1.1"));
        QCOMPARE(headOnly.answer().status, 200);
        QVERIFY(!stream->isOpen());
        QVERIFY(headOnly.waitClosed());

        HttpPeer leaving(rig.port);
        leaving.send(request("GET /stream HTTP/1.1"));
        QCOMPARE(leaving.answer().status, 200);
        QVERIFY(stream->isOpen());
        leaving.socket.close();
        QVERIFY(runUntil([&] { return !stream->isOpen(); }));
        QCOMPARE(rig.server.open(), 0U);
    }
};

QTEST_GUILESS_MAIN(ConnectionsTest)
#include "connections_test.moc"

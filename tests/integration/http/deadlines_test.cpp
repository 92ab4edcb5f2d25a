// Limits of time, of unsent bytes and of connections: each with its own server and its own kind of bad peer.
#include "tests/support/http_rig.h"

#include <QTest>

#include <vector>

using namespace parterre;
using namespace parterre::testing;

namespace {

const QByteArray hello = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";
const QByteArray announce = "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n";

void addHello(HttpRig& rig)
{
    for (const http::Method method : {http::Method::Get, http::Method::Post})
        rig.server.router().add(method, "/", [](const http::Request&, const http::Responder& responder) {
            responder.send(http::textResponse(200, "hello"));
        });
}

// Gives the server time to read what was sent before its clock goes on.
void settle()
{
    QElapsedTimer timer;
    timer.start();
    while (!timer.hasExpired(30))
        QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
}

} // namespace

class DeadlinesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // A peer sends, time passes, and so on: how it ends.
    void closesTheSlow_data()
    {
        QTest::addColumn<QByteArrayList>("sent");
        QTest::addColumn<QList<int>>("passes"); // milliseconds after each
        QTest::addColumn<int>("status");        // -1: closed without a word, 0: still open
        const auto row = [](const char* name, QByteArrayList sent, QList<int> passes, int status) {
            QTest::newRow(name) << sent << passes << status;
        };
        row("header in time", {"GET", " / "}, {4'000, 900}, 0);
        row("slow header", {"GET", " / "}, {4'000, 1'100}, 408);
        row("a byte now and then", {"G", "E", "T", " ", "/", " "}, {1'000, 1'000, 1'000, 1'000, 1'000, 100}, 408);
        row("second header slow", {hello, "GET"}, {100, 5'100}, 408);
        row("body in time", {announce + QByteArray(9'000, 'a')}, {9'000}, 0);
        row("slow body", {announce + QByteArray(50'000, 'a'), "a"}, {9'900, 200}, 408);
        row("body at less than a kibibyte a second", {announce + "a"}, {1'100}, 408);
        row("body begins late", {announce}, {900}, 0);
        row("chunks at less", {"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n"}, {1'100},
            408);
        row("idle for a while", {hello}, {59'900}, 0);
        row("idle", {hello}, {60'100}, -1);
        row("idle from the start", {""}, {60'100}, -1);
        row("idle with empty lines", {"\r\n", "\r\n"}, {30'000, 30'100}, -1);
    }
    void closesTheSlow()
    {
        QFETCH(QByteArrayList, sent);
        QFETCH(QList<int>, passes);
        QFETCH(int, status);
        HttpRig rig;
        addHello(rig);
        HttpPeer peer(rig.port);
        for (qsizetype i = 0; i < sent.size(); ++i) {
            peer.send(sent[i]);
            settle();
            if (sent[i] == hello)
                QCOMPARE(peer.answer().status, 200);
            rig.pass(Milliseconds(passes[i]));
        }
        if (status == 0) {
            QTest::qWait(300); // a look at the deadlines has passed
            QVERIFY(!peer.isClosed());
            QCOMPARE(rig.server.open(), 1U);
            return;
        }
        QVERIFY(peer.waitClosed());
        QCOMPARE(takeAnswer(peer.in).status, std::max(status, 0));
        QCOMPARE(rig.server.counts().refused, status > 0 ? 1U : 0U);
    }

    // The handler's time is not the peer's: a long poll outlives every deadline.
    void letsAnAnswerTakeItsTime()
    {
        HttpRig rig;
        std::optional<http::Responder> pending;
        rig.server.router().add(http::Method::Get, "/",
                                [&](const http::Request&, const http::Responder& responder) { pending = responder; });
        HttpPeer peer(rig.port);
        peer.send(hello);
        QVERIFY(runUntil([&] { return pending.has_value(); }));
        rig.pass(Milliseconds(600'000));
        QTest::qWait(300);
        QVERIFY(pending->isPeerThere());
        pending->send(http::textResponse(200, "late"));
        QCOMPARE(peer.answer().body, QByteArray("late"));
    }

    void closesAReaderThatStalls()
    {
        HttpRig rig;
        rig.server.router().add(http::Method::Get, "/", [](const http::Request&, const http::Responder& responder) {
            responder.send(http::textResponse(200, QByteArray(20'000'000, 'a')));
        });
        StubbornPeer peer(rig.port, 4'096);
        QVERIFY(peer.send(hello) > 0);
        QVERIFY(runUntil([&] { return rig.server.counts().answered == 1; }));
        settle();
        rig.pass(Milliseconds(29'000));
        qint64 got = 0; // it takes some: its time begins again
        QVERIFY(runUntil([&] { return (got += peer.receive().size()) > 5'000'000; }));
        settle();
        rig.pass(Milliseconds(2'000));
        QTest::qWait(300);
        QCOMPARE(rig.server.open(), 1U);
        rig.pass(Milliseconds(30'100));
        QVERIFY(runUntil([&] { return rig.server.open() == 0; }));
    }

    // "Connection: close" with a body that takes longer than the farewell: it must arrive whole.
    void sendsALargeBodyWholeBeforeItCloses()
    {
        HttpRig rig;
        rig.server.router().add(http::Method::Get, "/", [](const http::Request&, const http::Responder& responder) {
            responder.send(http::textResponse(200, QByteArray(8'000'000, 'a')));
        });
        StubbornPeer peer(rig.port, 4'096);
        QVERIFY(peer.send("GET / HTTP/1.0\r\n\r\n") > 0);
        qint64 got = 0;
        QVERIFY(runUntil([&] {
            got += peer.receive().size();
            rig.pass(Milliseconds(20)); // far more than two seconds in all
            return got >= 8'000'000;
        }));
        QVERIFY(runUntil([&] { return peer.receive().isEmpty(); }));
    }

    void closesAStreamThatIsNotRead()
    {
        http::Limits limits;
        limits.streamBacklog = 100'000;
        HttpRig rig(limits);
        std::optional<http::Stream> stream;
        rig.server.router().add(http::Method::Get, "/", [&](const http::Request&, const http::Responder& responder) {
            stream = responder.stream(http::textResponse(200, {}));
        });
        StubbornPeer peer(rig.port, 4'096);
        QVERIFY(peer.send(hello) > 0);
        QVERIFY(runUntil([&] { return stream.has_value(); }));
        QVERIFY(stream->isOpen());
        qint64 most = 0;
        QVERIFY(runUntil([&] {
            stream->write(QByteArray(10'000, 'a'));
            most = std::max(most, stream->backlog());
            return !stream->isOpen();
        }));
        QVERIFY(most > 50'000 && most <= 100'000);
        QCOMPARE(stream->backlog(), 0);
        stream->write("into nothing");
        stream->close();
        QCOMPARE(rig.server.open(), 0U);
    }

    // Asking on without reading the answers must not fill the memory: requests wait instead.
    void takesNoMoreRequestsThanAnswersAreRead()
    {
        HttpRig rig;
        rig.server.router().add(http::Method::Get, "/", [](const http::Request&, const http::Responder& responder) {
            responder.send(http::textResponse(200, QByteArray(100'000, 'a')));
        });
        StubbornPeer peer(rig.port);
        const QByteArray many = hello.repeated(200);
        QCOMPARE(peer.send(many), many.size());
        settle();
        const auto first = rig.server.counts().answered;
        QVERIFY2(first >= 3 && first < 150, QByteArray::number(quint64(first)).constData());
        qint64 got = 0;
        QVERIFY(runUntil([&] {
            got += peer.receive().size();
            return got >= 200 * 100'000 && rig.server.counts().answered == 200;
        }));
    }

    void countsConnectionsOfAnAddress()
    {
        http::Limits limits;
        limits.connectionsPerAddress = 3;
        turnsAwayThePeerPast(limits, 429);
    }
    void countsAllConnections()
    {
        http::Limits limits;
        limits.connections = 3;
        turnsAwayThePeerPast(limits, 503);
    }

private:
    void turnsAwayThePeerPast(const http::Limits& limits, int status)
    {
        HttpRig rig(limits);
        addHello(rig);
        std::vector<std::unique_ptr<HttpPeer>> peers;
        for (int i = 0; i < 3; ++i)
            peers.push_back(std::make_unique<HttpPeer>(rig.port));
        QVERIFY(runUntil([&] { return rig.server.open() == 3; }));
        HttpPeer tooMany(rig.port);
        tooMany.send(hello); // it does not know yet
        const HttpAnswer answer = tooMany.answer();
        QCOMPARE(answer.status, status);
        QVERIFY(answer.head.contains("\r\nRetry-After: 1\r\n"));
        QVERIFY(answer.head.contains("\r\nConnection: close\r\n"));
        QVERIFY(tooMany.waitClosed());
        for (const auto& peer : peers) {
            peer->send(hello);
            QCOMPARE(peer->answer().status, 200);
        }
        peers.pop_back();
        QVERIFY(runUntil([&] { return rig.server.open() == 2; }));
        HttpPeer next(rig.port);
        next.send(hello);
        QCOMPARE(next.answer().status, 200);
        QCOMPARE(rig.server.counts().accepted, 5U);
        QCOMPARE(rig.server.counts().refused, 1U);
    }
};

QTEST_GUILESS_MAIN(DeadlinesTest)
#include "deadlines_test.moc"

// What the server says to requests that are broken, hostile or too large: status, closed connection, handler not asked.
#include "tests/support/http_rig.h"

#include <QTest>

using namespace parterre;
using namespace parterre::testing;

namespace {

const QByteArray get = "GET / HTTP/1.1\r\nHost: x\r\n";
const QByteArray post = "POST /echo HTTP/1.1\r\nHost: x\r\n";
const QByteArray chunked = post + "Transfer-Encoding: chunked\r\n\r\n";

http::Limits smallLimits()
{
    http::Limits limits;
    limits.headerBytes = 1'000;
    limits.targetBytes = 100;
    limits.headerCount = 10;
    limits.bodyBytes = 50;
    return limits;
}

} // namespace

class RefusalsTest : public QObject
{
    Q_OBJECT
    static void addRoutes(HttpRig& rig, int& asked)
    {
        const auto echo = [&asked](const http::Request& request, const http::Responder& responder) {
            ++asked;
            responder.send(http::textResponse(200, request.body));
        };
        rig.server.router().add(http::Method::Get, "/", echo);
        rig.server.router().add(http::Method::Post, "/echo", echo);
        rig.server.router().add(http::Method::Post, "/large", echo, {200});
    }
    static void row(const char* name, const QByteArray& request, int status)
    {
        QTest::newRow(name) << request << status;
    }

private Q_SLOTS:
    void answers_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<int>("status");
        // Lengths that two readers could read differently.
        row("length and chunked", post + "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400);
        row("chunked and length", post + "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n", 400);
        row("two lengths", post + "Content-Length: 4\r\nContent-Length: 5\r\n\r\nabcde", 400);
        row("the same length twice", post + "Content-Length: 4\r\nContent-Length: 4\r\n\r\nabcd", 400);
        row("list of lengths", post + "Content-Length: 4, 4\r\n\r\nabcd", 400);
        row("negative length", post + "Content-Length: -1\r\n\r\n", 400);
        row("signed length", post + "Content-Length: +4\r\n\r\nabcd", 400);
        row("hexadecimal length", post + "Content-Length: 0x4\r\n\r\nabcd", 400);
        row("empty length", post + "Content-Length: \r\n\r\n", 400);
        row("length past 64 bits", post + "Content-Length: 18446744073709551617\r\n\r\n", 400);
        row("two codings", post + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n", 501);
        row("chunked not last", post + "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n", 501);
        row("chunked twice", post + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400);
        row("almost chunked", post + "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n", 501);
        row("empty coding", post + "Transfer-Encoding: \r\n\r\n0\r\n\r\n", 501);
        row("chunked in 1.0", "POST /echo HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400);
        // Lines.
        row("folded header", get + "X: a\r\n b\r\n\r\n", 400);
        row("folded by a tab", get + "X: a\r\n\tb\r\n\r\n", 400);
        row("first header folded", "GET / HTTP/1.1\r\n Host: x\r\n\r\n", 400);
        row("bare line feed", "GET / HTTP/1.1\nHost: x\n\n", 400);
        row("bare line feed in a value", get + "X: a\nY: b\r\n\r\n", 400);
        row("bare return in a value", get + "X: a\rY: b\r\n\r\n", 400);
        row("NUL in a value", get + QByteArray("X: a\0b\r\n\r\n", 10), 400);
        row("blank before the colon", get + "X : a\r\n\r\n", 400);
        row("no colon", get + "X\r\n\r\n", 400);
        row("empty name", get + ": a\r\n\r\n", 400);
        row("blank in a name", get + "X Y: a\r\n\r\n", 400);
        // Chunks.
        row("no size", chunked + "\r\nabc\r\n0\r\n\r\n", 400);
        row("bad size", chunked + "zz\r\nabc\r\n0\r\n\r\n", 400);
        row("negative size", chunked + "-3\r\nabc\r\n0\r\n\r\n", 400);
        row("size with a prefix", chunked + "0x3\r\nabc\r\n0\r\n\r\n", 400);
        row("size past 64 bits", chunked + "10000000000000003\r\nabc\r\n0\r\n\r\n", 400);
        row("chunk longer than its size", chunked + "2\r\nabc\r\n0\r\n\r\n", 400);
        row("huge size", chunked + "ffffffffffffff\r\n" + QByteArray(60, 'a'), 413);
        row("chunk line without end", chunked + "3;" + QByteArray(2'000, 'a'), 431);
        row("trailers without end", chunked + "0\r\nX: " + QByteArray(2'000, 'a'), 431);
        // Who and how.
        row("no host", "GET / HTTP/1.1\r\n\r\n", 400);
        row("two hosts", get + "Host: y\r\n\r\n", 400);
        row("unknown method", "BREW / HTTP/1.1\r\nHost: x\r\n\r\n", 501);
        row("lower case method", "get / HTTP/1.1\r\nHost: x\r\n\r\n", 501);
        row("connect", "CONNECT x:80 HTTP/1.1\r\nHost: x\r\n\r\n", 501);
        row("absolute target", "GET http://x/ HTTP/1.1\r\nHost: x\r\n\r\n", 400);
        row("asterisk", "OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n", 400);
        row("path trick", "GET /%2e%2e/etc/passwd HTTP/1.1\r\nHost: x\r\n\r\n", 400);
        row("blank in the target", "GET /a b HTTP/1.1\r\nHost: x\r\n\r\n", 505);
        row("HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505);
        row("HTTP/1.2", "GET / HTTP/1.2\r\nHost: x\r\n\r\n", 505);
        row("HTTP/0.9", "GET /\r\n\r\n", 400);
        row("not HTTP", QByteArray("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n", 15), 400);
        row("other expectation", post + "Expect: wonders\r\nContent-Length: 4\r\n\r\n", 417);
        // Limits.
        row("header too long", get + "X: " + QByteArray(1'000, 'a') + "\r\n\r\n", 431);
        row("header without end", get + "X: " + QByteArray(3'000, 'a'), 431);
        row("target too long", "GET /" + QByteArray(100, 'a') + " HTTP/1.1\r\nHost: x\r\n\r\n", 414);
        row("target without end", "GET /" + QByteArray(500, 'a'), 414);
        row("too many headers", get + QByteArray("X: 1\r\n").repeated(10) + "\r\n", 431);
        row("announced body too long", post + "Content-Length: 51\r\n\r\n", 413);
        row("endless announcement", post + "Content-Length: 18446744073709551615\r\n\r\n", 413);
        row("chunks too long", chunked + QByteArray("a\r\n0123456789\r\n").repeated(6) + "0\r\n\r\n", 413);
        row("larger route too long", "POST /large HTTP/1.1\r\nHost: x\r\nContent-Length: 201\r\n\r\n", 413);
    }
    void answers()
    {
        QFETCH(QByteArray, request);
        QFETCH(int, status);
        for (const bool inPieces : {false, true}) {
            HttpRig rig(smallLimits());
            int asked = 0;
            addRoutes(rig, asked);
            HttpPeer peer(rig.port);
            for (qsizetype at = 0; at < request.size(); at += inPieces ? 7 : request.size()) {
                peer.send(request.mid(at, inPieces ? 7 : request.size()));
                QCoreApplication::processEvents();
            }
            const HttpAnswer answer = peer.answer();
            QCOMPARE(answer.status, status);
            QVERIFY(answer.head.contains("\r\nConnection: close\r\n"));
            QVERIFY(answer.body.startsWith("{\"error\": {\"code\": \""));
            QVERIFY(peer.waitClosed());
            QVERIFY(peer.in.isEmpty());
            QCOMPARE(asked, 0);
            QCOMPARE(rig.server.counts().refused, 1U);
        }
    }

    // Just within the limits.
    void takesTheLargestAllowed_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<int>("status");
        row("header", get + "X: " + QByteArray(1'000 - get.size() - 7, 'a') + "\r\n\r\n", 200);
        row("target", "GET /?x=" + QByteArray(96, 'a') + " HTTP/1.1\r\nHost: x\r\n\r\n", 200);
        row("headers", get + QByteArray("X: 1\r\n").repeated(9) + "\r\n", 200);
        row("body", post + "Content-Length: 50\r\n\r\n" + QByteArray(50, 'a'), 200);
        row("chunks", chunked + QByteArray("a\r\n0123456789\r\n").repeated(5) + "0\r\n\r\n", 200);
        row("chunk extension and trailer", chunked + "3;a=\"b\"\r\nabc\r\n0;c\r\nX: y\r\n\r\n", 200);
        row("larger route", "POST /large HTTP/1.1\r\nHost: x\r\nContent-Length: 200\r\n\r\n" + QByteArray(200, 'a'),
            200);
        row("empty lines first", "\r\n\r\n" + get + "\r\n", 200);
        row("empty value, no blank", get + "X:\r\nY:z\r\n\r\n", 200);
        row("unknown path", "GET /nothing HTTP/1.1\r\nHost: x\r\n\r\n", 404);
        row("other method", "DELETE / HTTP/1.1\r\nHost: x\r\n\r\n", 405);
    }
    void takesTheLargestAllowed()
    {
        QFETCH(QByteArray, request);
        QFETCH(int, status);
        for (const bool inPieces : {false, true}) {
            HttpRig rig(smallLimits());
            int asked = 0;
            addRoutes(rig, asked);
            HttpPeer peer(rig.port);
            for (qsizetype at = 0; at < request.size(); at += inPieces ? 1 : request.size()) {
                peer.send(request.mid(at, inPieces ? 1 : request.size()));
                QCoreApplication::processEvents();
            }
            const HttpAnswer answer = peer.answer();
            QCOMPARE(answer.status, status);
            QCOMPARE(answer.head.contains("\r\nAllow: GET, HEAD\r\n"), status == 405);
            // The connection is as good as before.
            peer.send(get + "\r\n");
            QCOMPARE(peer.answer().status, 200);
            QCOMPARE(rig.server.counts().refused, 0U);
        }
    }

    // Closing while the peer still sends would reset the connection and could destroy the answer on its way.
    void answersThoughThePeerStillSends()
    {
        HttpRig rig(smallLimits());
        int asked = 0;
        addRoutes(rig, asked);
        HttpPeer peer(rig.port);
        peer.send(post + "Content-Length: 1000000\r\n\r\n");
        for (int i = 0; i < 20; ++i) {
            peer.send(QByteArray(50'000, 'a'));
            QCoreApplication::processEvents();
        }
        QCOMPARE(peer.answer().status, 413);
        QVERIFY(peer.waitClosed());
    }

    // A peer that never stops sending, and one that never closes, do not stay.
    void lingersNotForEver()
    {
        HttpRig rig(smallLimits());
        int asked = 0;
        addRoutes(rig, asked);
        StubbornPeer talker(rig.port);
        StubbornPeer keeper(rig.port);
        QVERIFY(talker.send("X\r\n\r\n") > 0);
        QVERIFY(keeper.send("X\r\n\r\n") > 0);
        qint64 said = 0;
        QVERIFY(runUntil([&] {
            said += std::max<qint64>(0, talker.send(QByteArray(100'000, 'a')));
            return rig.server.open() == 1;
        }));
        QVERIFY2(said > 4'000'000 && said < 20'000'000, QByteArray::number(said).constData());
        QVERIFY(keeper.receive().startsWith("HTTP/1.1 400 "));
        QCOMPARE(rig.server.open(), 1U);
        rig.pass(Milliseconds(2'100));
        QVERIFY(runUntil([&] { return rig.server.open() == 0; }));
    }
};

QTEST_GUILESS_MAIN(RefusalsTest)
#include "refusals_test.moc"

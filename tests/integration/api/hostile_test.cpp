// What strangers send: every bad request gets the status and code it deserves, and nothing at all changes.
#include "tests/support/api_rig.h"

#include <QCoreApplication>
#include <QTest>

#include <memory>

using namespace parterre;
using namespace parterre::testing;
using namespace Qt::StringLiterals;

namespace {

const QByteArray night = eventPath(1);
const QByteArray closed = eventPath(2); // not on sale

QByteArray nested(int depth)
{
    return R"({"seats":)" + QByteArray(depth, '[') + QByteArray(depth, ']') + '}';
}

QByteArray manySeats(int count)
{
    QByteArray list;
    for (int i = 0; i < count; ++i)
        list += (i > 0 ? ",\"Stalls/" : "\"Stalls/") + QByteArray::number(i) + "/1\"";
    return R"({"seats":[)" + list + "]}";
}

QByteArray manyHeaders(int count)
{
    QByteArray lines;
    for (int i = 0; i < count; ++i)
        lines += "X-" + QByteArray::number(i) + ": 1\r\n";
    return lines;
}

void bad(const char* name, const QByteArray& request, int status, const char* code)
{
    QTest::newRow(name) << request << status << QByteArray(code);
}

void badHold(const char* name, const QByteArray& body, int status, const char* code)
{
    bad(name, requestBytes("POST", night + "/holds", body), status, code);
}

void badGet(const char* name, const QByteArray& target, int status, const char* code)
{
    bad(name, requestBytes("GET", target), status, code);
}

} // namespace

class HostileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { m_before = look(); }
    void cleanup() { QCOMPARE(look(), m_before); }
    void cleanupTestCase();

    void oneRequest_data();
    void oneRequest();
    void bodyCutShort();
    void slowHeader();
    void slowBody();
    void tooManyFromOneAddress();

private:
    QByteArray look();

    ApiRig m_rig;
    QByteArray m_before;
};

// What must not change: the position of the log, which every act moves, and the state of every seat.
QByteArray HostileTest::look()
{
    const HttpReply seats = m_rig.http.get(night + "/seats");
    return seats.status == 200 ? seats.body : "no answer: " + QByteArray::number(seats.status);
}

void HostileTest::initTestCase()
{
    VenueEvent off{2};
    off.onSale = false;
    QVERIFY(m_rig.start({VenueEvent{}, off}, "headerWithinMs=700\nbodyWithinMs=900\nconnectionsPerAddress=20\n"));
}

void HostileTest::cleanupTestCase()
{
    QVERIFY(m_rig.server.isRunning());
    QVERIFY(m_rig.endsWell());
}

void HostileTest::oneRequest_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("code");
    const QByteArray hold = "POST " + night + "/holds HTTP/1.1\r\nHost: test\r\n";

    // The message itself
    bad("header of 9 KiB", "GET / HTTP/1.1\r\nHost: test\r\nX: " + QByteArray(9 * 1024, 'x') + "\r\n\r\n", 431,
        "too_large");
    bad("header that never ends", "GET / HTTP/1.1\r\nHost: test\r\nX: " + QByteArray(64 * 1024, 'x'), 431, "too_large");
    bad("110 headers", "GET / HTTP/1.1\r\nHost: test\r\n" + manyHeaders(110) + "\r\n", 431, "too_large");
    badGet("target of 3 KiB", "/" + QByteArray(3 * 1024, 'a'), 414, "too_large");
    bad("announced body of 2 MiB", hold + "Content-Length: 2097152\r\n\r\n", 413, "too_large");
    bad("announced body beyond 2^64", hold + "Content-Length: 99999999999999999999999\r\n\r\n", 400, "malformed");
    bad("chunked body of 2 MiB", hold + "Transfer-Encoding: chunked\r\n\r\n200000\r\n" + QByteArray(0x200000, ' '), 413,
        "too_large");
    bad("negative length", hold + "Content-Length: -1\r\n\r\n", 400, "malformed");
    bad("length in words", hold + "Content-Length: many\r\n\r\n", 400, "malformed");
    bad("two lengths", hold + "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}", 400, "malformed");
    bad("length and chunks", hold + "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400,
        "malformed");
    bad("chunk size that is none", hold + "Transfer-Encoding: chunked\r\n\r\nzz\r\n\r\n", 400, "malformed");
    bad("unknown transfer coding", hold + "Transfer-Encoding: gzip\r\n\r\n", 501, "malformed");
    bad("not HTTP", "\x16\x03\x01\x02\r\n\r\n", 400, "malformed");
    bad("HTTP/2.0", "GET / HTTP/2.0\r\nHost: test\r\n\r\n", 505, "malformed");
    bad("no host", "GET / HTTP/1.1\r\n\r\n", 400, "malformed");
    bad("two hosts", "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400, "malformed");
    bad("NUL in a header", QByteArray("GET / HTTP/1.1\r\nHost: test\r\nX: a\0b\r\n\r\n", 42), 400, "malformed");
    bad("folded header", "GET / HTTP/1.1\r\nHost: test\r\nX: a\r\n b\r\n\r\n", 400, "malformed");
    bad("space before the colon", "GET / HTTP/1.1\r\nHost: test\r\nX : a\r\n\r\n", 400, "malformed");
    bad("expectation that is none", hold + "Expect: a miracle\r\nContent-Length: 2\r\n\r\n{}", 417, "malformed");
    bad("unknown method", requestBytes("BREW", "/api/v1/events"), 501, "method_not_allowed");

    // The path
    badGet("dot dot", "/api/v1/events/../../../etc/passwd", 400, "malformed");
    badGet("dot dot, encoded", "/api/v1/%2e%2e/%2e%2e/etc/passwd", 400, "malformed");
    badGet("dot", "/api/./v1/events", 400, "malformed");
    badGet("slash, encoded", "/api/v1/events%2f" + idText(1), 400, "malformed");
    badGet("backslash", "/api/v1/events/..%5c..%5c", 400, "malformed");
    badGet("NUL, encoded", "/api/v1/events/" + idText(1) + "%00", 400, "malformed");
    badGet("double slash", "//api/v1/events", 400, "malformed");
    badGet("bad percent", "/api/v1/events/%zz", 400, "malformed");
    badGet("cut percent", "/api/v1/events/%2", 400, "malformed");
    badGet("overlong UTF-8", "/api/v1/events/%c0%ae%c0%ae", 400, "malformed");
    badGet("another case", "/API/v1/events", 404, "not_found");
    badGet("nothing there", "/wp-login.php", 404, "not_found");
    badGet("not a path", "api/v1/events", 400, "malformed");
    badGet("unknown event", "/api/v1/events/" + idText(99), 404, "not_found");
    badGet("event that is no id", "/api/v1/events/1;drop%20table", 404, "not_found");
    badGet("id too long", "/api/v1/events/" + idText(1) + "00", 404, "not_found");
    badGet("since in words", night + "/seats?since=yesterday", 400, "malformed");
    badGet("since below 0", night + "/seats?since=-1", 400, "malformed");
    badGet("since beyond 2^64", night + "/seats?since=99999999999999999999", 400, "malformed");
    badGet("plan of an unknown event", "/api/v1/events/" + idText(99) + "/plan", 404, "not_found");
    badGet("stream of an unknown event", "/api/v1/events/" + idText(99) + "/seats/stream", 404, "not_found");

    // Methods
    bad("POST to the list", requestBytes("POST", "/api/v1/events", "{}"), 405, "method_not_allowed");
    bad("DELETE of an event", requestBytes("DELETE", night), 405, "method_not_allowed");
    bad("PUT of a hold", requestBytes("PUT", night + "/holds", "{}"), 405, "method_not_allowed");
    bad("GET of the holds", requestBytes("GET", night + "/holds"), 405, "method_not_allowed");

    // The body of a hold: JSON
    badHold("no JSON", "seats=Stalls/1/1", 400, "malformed");
    badHold("cut JSON", R"({"seats":["Stalls/1/1")", 400, "malformed");
    badHold("more after the JSON", R"({"seats":["Stalls/1/1"]} {})", 400, "malformed");
    badHold("a list", R"(["Stalls/1/1"])", 400, "malformed");
    badHold("a number", "17", 400, "malformed");
    badHold("null", "null", 400, "malformed");
    badHold("empty", "", 400, "malformed");
    badHold("empty object", "{}", 400, "malformed");
    badHold("nested 40 deep", nested(40), 400, "malformed");
    badHold("nested 100,000 deep", nested(100'000), 400, "malformed");
    badHold("seats a string", R"({"seats":"Stalls/1/1"})", 400, "malformed");
    badHold("seats an object", R"({"seats":{"0":"Stalls/1/1"}})", 400, "malformed");
    badHold("seats null", R"({"seats":null})", 400, "malformed");
    badHold("a seat a number", R"({"seats":["Stalls/1/1",7]})", 400, "malformed");
    badHold("a seat null", R"({"seats":[null]})", 400, "malformed");
    badHold("a seat a list", R"({"seats":[["Stalls/1/1"]]})", 400, "malformed");
    badHold("no seats", R"({"seats":[]})", 400, "malformed");
    badHold("UTF-8 that is none, as a seat", "{\"seats\":[\"Stalls/1/\xff\xfe\"]}", 400, "malformed");
    badHold("UTF-8 that is none, elsewhere", "{\"seats\":[\"Stalls/1/1\"],\"note\":\"\xc3\x28\"}", 400, "malformed");
    badHold("surrogate in UTF-8", "{\"seats\":[\"Stalls/1/\xed\xa0\x80\"]}", 400, "malformed");
    badHold("UTF-16", QByteArray("{\0\"\0s\0\"\0:\0001\0}\0", 14), 400, "malformed");
    badHold("NaN", R"({"best":{"quantity":NaN}})", 400, "malformed");
    badHold("control character", "{\"seats\":[\"Stalls/1/1\n\"]}", 422, "unknown_seat");

    // What is asked for
    badHold("unknown seat", R"({"seats":["Stalls/1/1","Stalls/9/9"]})", 422, "unknown_seat");
    badHold("empty label", R"({"seats":[""]})", 422, "unknown_seat");
    badHold("label of 100 KB", R"({"seats":[")" + QByteArray(100'000, 's') + R"("]})", 422, "unknown_seat");
    badHold("label of 100 KB, two bytes a letter", "{\"seats\":[\"s" + QByteArray("\u00e9").repeated(50'000) + "\"]}",
            422, "unknown_seat");
    badHold("seat of another case", R"({"seats":["stalls/1/1"]})", 422, "unknown_seat");
    badHold("seat with SQL", R"({"seats":["Stalls/1/1'; DROP TABLE event_log; --"]})", 422, "unknown_seat");
    badHold("one seat twice", R"({"seats":["Stalls/1/1","Stalls/1/1"]})", 400, "malformed");
    badHold("one seat twice, spelt otherwise", R"({"seats":["Stalls/1/1","\u0053talls/1/1"]})", 400, "malformed");
    badHold("11 seats",
            R"({"seats":["Stalls/1/1","Stalls/1/2","Stalls/1/3","Stalls/1/4","Stalls/1/5","Stalls/1/6",)"
            R"("Stalls/1/7","Stalls/1/8","Stalls/1/9","Stalls/1/10","Stalls/2/1"]})",
            422, "limit_exceeded");
    badHold("10,001 seats", manySeats(10'001), 422, "limit_exceeded");
    badHold("best and seats", R"({"best":{"quantity":1},"seats":["Stalls/1/1"]})", 400, "malformed");
    badHold("best a number", R"({"best":2})", 400, "malformed");
    badHold("best without quantity", R"({"best":{}})", 400, "malformed");
    badHold("quantity negative", R"({"best":{"quantity":-2}})", 400, "malformed");
    badHold("quantity 0", R"({"best":{"quantity":0}})", 400, "malformed");
    badHold("quantity a fraction", R"({"best":{"quantity":1.5}})", 400, "malformed");
    badHold("quantity a string", R"({"best":{"quantity":"2"}})", 400, "malformed");
    badHold("quantity 2^64", R"({"best":{"quantity":18446744073709551616}})", 400, "malformed");
    badHold("quantity 1e400", R"({"best":{"quantity":1e400}})", 400, "malformed");
    badHold("quantity 11", R"({"best":{"quantity":11}})", 422, "limit_exceeded");
    badHold("area a number", R"({"best":{"quantity":1,"area":1}})", 400, "malformed");
    badHold("unknown area", R"({"best":{"quantity":1,"area":"Royal Box"}})", 422, "unknown_seat");
    badHold("standing a string", R"({"standing":"Floor"})", 400, "malformed");
    badHold("unknown standing area", R"({"standing":[{"area":"Pit","count":1}]})", 422, "unknown_seat");
    badHold("standing twice", R"({"standing":[{"area":"Floor","count":1},{"area":"Floor","count":1}]})", 400,
            "malformed");
    badHold("standing 0", R"({"standing":[{"area":"Floor","count":0}]})", 400, "malformed");
    badHold("standing negative", R"({"standing":[{"area":"Floor","count":-3}]})", 400, "malformed");
    badHold("standing without count", R"({"standing":[{"area":"Floor"}]})", 400, "malformed");
    badHold("standing beyond 32 bits", R"({"standing":[{"area":"Floor","count":4294967297}]})", 400, "malformed");
    badHold("standing over the capacity", R"({"standing":[{"area":"Floor","count":51}]})", 422, "limit_exceeded");
    bad("hold of an unknown event",
        requestBytes("POST", "/api/v1/events/" + idText(99) + "/holds", R"({"seats":["Stalls/1/1"]})"), 404,
        "not_found");
    bad("hold of an event not on sale", requestBytes("POST", closed + "/holds", R"({"seats":["Stalls/1/1"]})"), 422,
        "not_on_sale");

    // Holds and orders of nobody
    badGet("hold without session", "/api/v1/holds/" + idText(5), 404, "not_found");
    badGet("hold that is no id", "/api/v1/holds/x", 404, "not_found");
    bad("release without session", requestBytes("DELETE", "/api/v1/holds/" + idText(5)), 404, "not_found");
    bad("extension without session", requestBytes("POST", "/api/v1/holds/" + idText(5) + "/extend"), 404, "not_found");
    bad("checkout without session", requestBytes("POST", "/api/v1/holds/" + idText(5) + "/checkout", "{}"), 404,
        "not_found");
    badGet("order without key", "/api/v1/orders/" + idText(5), 404, "not_found");

    // Staff and counters
    const QByteArray sessions = "/api/v1/staff/sessions";
    bad("sign-in without a name", requestBytes("POST", sessions, R"({"password":"x"})"), 400, "malformed");
    bad("sign-in, password a number", requestBytes("POST", sessions, R"({"name":"anna","password":1})"), 400,
        "malformed");
    bad("sign-in, name of 65 bytes",
        requestBytes("POST", sessions, R"({"name":")" + QByteArray(65, 'n') + R"(","password":"x"})"), 400,
        "malformed");
    bad("sign-out of nobody", requestBytes("DELETE", sessions), 204, ""); // the same answer as for a forged token
    bad("enrolment without a key", requestBytes("POST", "/api/v1/counters/enrol", R"({"code":"x","name":"Till"})"), 400,
        "malformed");
    bad("enrolment, key too short",
        requestBytes("POST", "/api/v1/counters/enrol", R"({"code":"x","name":"Till","public_key":"AAAA"})"), 400,
        "malformed");
    bad("ops without token", requestBytes("POST", "/api/v1/counters/" + idText(1) + "/ops", "x"), 401,
        "unauthenticated");
    bad("ops, forged token",
        requestBytes("POST", "/api/v1/counters/" + idText(1) + "/ops", "x", bearer(QByteArray(43, 'A'))), 401,
        "unauthenticated");
    badGet("log without token", night + "/log?log_id=" + idText(1) + "&after=0", 401, "unauthenticated");
    badGet("snapshot without token", night + "/snapshot", 401, "unauthenticated");
    bad("snapshot, token a password",
        requestBytes("GET", night + "/snapshot", {}, {{"Authorization", "Basic YW5uYTp4"}}), 401, "unauthenticated");

    // Pages: answers are pages, so they carry no code
    const QByteArray form = "/events/" + idText(1) + "/hold";
    bad("form of another site", requestBytes("POST", form, "best=2", {{"Origin", "https://evil.example"}}), 403, "");
    bad("form of no site", requestBytes("POST", form, "best=2", {{"Origin", "null"}}), 403, "");
    bad("form that is none", requestBytes("POST", form, "best=%zz"), 400, "");
    bad("form with a bad number", requestBytes("POST", form, "best=-1"), 400, "");
    bad("form with a huge number", requestBytes("POST", form, "best=99999999999999999999"), 400, "");
    bad("form with no seat", requestBytes("POST", form, "once=1"), 400, "");
    bad("form with an unknown seat", requestBytes("POST", form, "seat=Stalls%2F9%2F9"), 422, "");
    bad("form with bytes that are no text", requestBytes("POST", form, "seat=%ff%fe"), 400, "");
    badGet("page of an unknown event", "/events/" + idText(99), 404, "");
    badGet("page of an unknown section", "/events/" + idText(1) + "/seats?section=99", 404, "");
    badGet("page of an order, wrong key", "/orders/" + idText(9) + "?key=x", 404, "");
}

void HostileTest::oneRequest()
{
    QFETCH(QByteArray, request);
    QFETCH(int, status);
    QFETCH(QByteArray, code);
    const HttpReply reply = m_rig.http.raw(request);
    QVERIFY2(reply.status == status, reply.head + reply.body.left(500));
    QVERIFY2(reply.code() == code, reply.body.left(500));
    QVERIFY(QString::fromUtf8(reply.body).toUtf8() == reply.body); // what comes back is always text
    QVERIFY(reply.body.size() < 16 * 1024);
    if (status == 405)
        QVERIFY(!reply.header("Allow").isEmpty());
    if (status == 401)
        QVERIFY(!reply.json().isEmpty());
}

void HostileTest::bodyCutShort()
{
    HttpConnection connection(m_rig.server.port());
    connection.send("POST " + night + "/holds HTTP/1.1\r\nHost: test\r\nContent-Length: 100\r\n\r\n{\"seats\":[");
    connection.sendNoMore();
    const HttpReply reply = connection.reply();
    QVERIFY2(reply.status == 0 || reply.status == 400, reply.head);
    QVERIFY(connection.waitClosed());
}

void HostileTest::slowHeader()
{
    HttpConnection connection(m_rig.server.port());
    connection.send("GET / HTTP/1.1\r\nHost: te");
    const HttpReply reply = connection.reply();
    QVERIFY2(reply.status == 408, reply.head);
    QCOMPARE(reply.code(), QByteArray("timeout"));
    QVERIFY(connection.waitClosed());
}

void HostileTest::slowBody()
{
    HttpConnection connection(m_rig.server.port());
    connection.send("POST " + night + "/holds HTTP/1.1\r\nHost: test\r\nContent-Length: 26\r\n\r\n{\"seats\"");
    const HttpReply reply = connection.reply();
    QVERIFY2(reply.status == 408, reply.head);
    QVERIFY(connection.waitClosed());
}

void HostileTest::tooManyFromOneAddress()
{
    std::vector<std::unique_ptr<HttpConnection>> crowd;
    for (int i = 0; i < 21; ++i)
        crowd.push_back(std::make_unique<HttpConnection>(m_rig.server.port(), u"127.0.0.9"_s));
    crowd.back()->send(requestBytes("GET", "/healthz"));
    const HttpReply reply = crowd.back()->reply();
    QVERIFY2(reply.status == 429, reply.head);
    QVERIFY(!reply.header("Retry-After").isEmpty());
    QCOMPARE(m_rig.http.get("/healthz").status, 200); // others are not shut out
}

QTEST_GUILESS_MAIN(HostileTest)
#include "hostile_test.moc"

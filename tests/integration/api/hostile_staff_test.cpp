// Strangers at the staff's and the counters' doors: guessed passwords, used codes, forged tokens, foreign and broken
// ops.
#include "tests/support/counter_client.h"

#include <QTest>

using namespace parterre;
using namespace parterre::testing;
using namespace Qt::StringLiterals;

class HostileStaffTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { m_before = m_rig.seats(1); }
    void cleanup() { QCOMPARE(m_rig.seats(1), m_before); }
    void cleanupTestCase() { QVERIFY(m_rig.endsWell()); }

    void wrongPasswordSaysNothing();
    void sixthTryWaits();
    void badEnrolments();
    void forgedTokens();
    void badPushes_data();
    void badPushes();
    void badPulls_data();
    void badPulls();

private:
    HttpReply signIn(const QByteArray& name, const QByteArray& password, const QString& from);
    HttpReply push(const Bytes& body) { return m_till.pushBytes(m_rig.http, body); }

    ApiRig m_rig;
    CounterClient m_till;
    CounterClient m_other;
    QByteArray m_logId;
    QByteArray m_before;
};

HttpReply HostileStaffTest::signIn(const QByteArray& name, const QByteArray& password, const QString& from)
{
    return m_rig.server.http(from).post("/api/v1/staff/sessions",
                                        R"({"name":")" + name + R"(","password":")" + password + "\"}");
}

void HostileStaffTest::initTestCase()
{
    QVERIFY(m_rig.start({VenueEvent{}, VenueEvent{2}}));
    QVERIFY(m_till.enrol(m_rig, u"127.0.0.2"_s));
    QVERIFY(m_other.enrol(m_rig, u"127.0.0.2"_s));
    m_till.journal(RequestAllotment{m_till.device, {{PriceAreaIndex{0}, 2}}});
    m_other.journal(RequestAllotment{m_other.device, {{PriceAreaIndex{0}, 2}}});
    m_logId = m_rig.http.get(eventPath(1) + "/seats").text("log_id").toLatin1();
}

void HostileStaffTest::wrongPasswordSaysNothing()
{
    const HttpReply wrong = signIn("clara", "guess", u"127.0.0.3"_s);
    const HttpReply unknown = signIn("nobody", "guess", u"127.0.0.3"_s);
    const HttpReply empty = signIn("clara", "", u"127.0.0.3"_s);
    QCOMPARE(wrong.status, 401);
    QCOMPARE(unknown.status, 401);
    QCOMPARE(wrong.body, unknown.body);
    QCOMPARE(wrong.body, empty.body);
}

void HostileStaffTest::sixthTryWaits()
{
    for (int i = 0; i < 5; ++i)
        QCOMPARE(signIn("guess" + QByteArray::number(i), "guess", u"127.0.0.4"_s).status, 401);
    const HttpReply sixth = signIn("anna", staffPassword, u"127.0.0.4"_s);
    QCOMPARE(sixth.status, 429);
    QCOMPARE(sixth.code(), QByteArray("rate_limited"));
    const int wait = sixth.header("Retry-After").toInt();
    QVERIFY2(wait >= 1 && wait <= 60, sixth.head);
    // Nor may one name be guessed from many addresses.
    for (int i = 0; i < 5; ++i)
        signIn("ghost", "guess", u"127.0.1.%1"_s.arg(i + 1));
    QCOMPARE(signIn("ghost", "guess", u"127.0.1.9"_s).status, 429);
}

void HostileStaffTest::badEnrolments()
{
    const QByteArray code = m_rig.server.run({u"counter"_s, u"enrol"_s, u"Till 9"_s}).out.trimmed();
    const SigningKey key = SigningKey::generate();
    const auto enrol = [&](const QByteArray& body, const QString& from) {
        return m_rig.server.http(from).post("/api/v1/counters/enrol", body);
    };
    // Not a point of the curve's main subgroup: it would let anybody sign.
    const HttpReply weak = enrol(CounterClient::enrolBody(code, "Till", PublicKey{1}), u"127.0.0.5"_s);
    QCOMPARE(weak.status, 400);
    QCOMPARE(enrol(CounterClient::enrolBody(code, "", key.publicKey()), u"127.0.0.5"_s).status, 400);
    QCOMPARE(enrol(CounterClient::enrolBody("AAAA-BBBB-CCCC", "Till", key.publicKey()), u"127.0.0.5"_s).status, 404);
    QCOMPARE(enrol(CounterClient::enrolBody("../../etc", "Till", key.publicKey()), u"127.0.0.5"_s).status, 404);
    QCOMPARE(enrol(CounterClient::enrolBody(code, "Till", key.publicKey()), u"127.0.0.6"_s).status, 201);
    const HttpReply used =
        enrol(CounterClient::enrolBody(code, "Till", SigningKey::generate().publicKey()), u"127.0.0.6"_s);
    QCOMPARE(used.status, 404);
    QCOMPARE(used.code(), QByteArray("not_found"));
}

void HostileStaffTest::forgedTokens()
{
    QByteArray flipped = m_till.token;
    flipped[5] = flipped[5] == 'A' ? 'B' : 'A';
    for (const QByteArray& token : {flipped, m_till.token.chopped(1), m_till.token + 'A', QByteArray("null"),
                                    QByteArray("' OR 1=1 --"), QByteArray(3'000, 'A')}) {
        QCOMPARE(m_rig.http.get(eventPath(1) + "/snapshot", bearer(token)).status, 401);
        CounterClient forged = m_till;
        forged.token = token;
        QCOMPARE(forged.pushBytes(m_rig.http, m_till.batch(1, 1)).status, 401);
    }
    // A fan's session is no staff token.
    const FanHold fan = m_rig.hold(2, R"({"seats":["Stalls/1/1"]})");
    QCOMPARE(fan.status, 201);
    QCOMPARE(m_rig.http.get(eventPath(1) + "/snapshot", fan.headers()).status, 401);
    // A token that was signed out is void at once.
    const QByteArray token = m_rig.signIn("clara", staffPassword, u"127.0.0.7"_s);
    QCOMPARE(m_rig.http.get(eventPath(1) + "/snapshot", bearer(token)).status, 200);
    QCOMPARE(m_rig.http.call("DELETE", "/api/v1/staff/sessions", {}, bearer(token)).status, 204);
    QCOMPARE(m_rig.http.get(eventPath(1) + "/snapshot", bearer(token)).status, 401);
}

void HostileStaffTest::badPushes_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("code");
    const auto row = [](const char* name, const QByteArray& body, int status, const char* code) {
        QTest::newRow(name) << body << status << QByteArray(code);
    };
    const Bytes good = m_till.batch(1, 1);
    row("empty", {}, 400, "malformed");
    row("JSON", R"({"ops":[]})", 400, "malformed");
    row("cut", good.chopped(1), 400, "malformed");
    row("cut in the middle", good.left(good.size() / 2), 400, "malformed");
    row("more after the end", good + 'x', 400, "malformed");
    row("nested 10,000 deep", QByteArray(10'000, '\x81'), 400, "malformed");
    row("announced 2^60 bytes", QByteArray("\x5b\x10\0\0\0\0\0\0\0", 9), 400, "malformed");
    row("ops of another device", m_other.batch(1, 1), 403, "forbidden");
    row("another installation", encodeOpBatch({m_till.device, 2, m_till.event, m_till.ops}), 409, "fork");
    row("unknown event", encodeOpBatch({m_till.device, 1, idOf<EventId>(99), m_till.ops}), 404, "not_found");
    SealedOp unsignedOp = m_till.ops.front();
    unsignedOp.signature[0] ^= 1;
    row("op signed by nobody", encodeOpBatch({m_till.device, 1, m_till.event, {unsignedOp}}), 401, "bad_signature");
    SealedOp foreign = m_till.ops.front();
    foreign.signature = m_other.key.sign(foreign.hash.data(), foreign.hash.size());
    row("op signed by another", encodeOpBatch({m_till.device, 1, m_till.event, {foreign}}), 401, "bad_signature");
}

void HostileStaffTest::badPushes()
{
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    QFETCH(QByteArray, code);
    const HttpReply reply = push(body);
    QVERIFY2(reply.status == status, reply.head + reply.body);
    QCOMPARE(reply.code(), code);
    // The same with no signature, with one of something else, with one by another counter: all refused.
    HttpHeaders headers = m_till.headers(body);
    for (const QByteArray& signature : {QByteArray(), QByteArray("x"), QByteArray(86, 'A'), QByteArray(5'000, 'A'),
                                        m_other.headers(body)[3].second, m_till.headers(body + 'y')[3].second}) {
        headers[3].second = signature;
        const HttpReply unsignedReply = m_rig.http.post(m_till.path(), body, headers);
        QVERIFY2(unsignedReply.code() == "bad_signature", unsignedReply.head + unsignedReply.body);
    }
}

void HostileStaffTest::badPulls_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("code");
    const auto row = [](const char* name, const QByteArray& query, int status, const char* code) {
        QTest::newRow(name) << query << status << QByteArray(code);
    };
    const QByteArray log = "log_id=" + m_logId;
    row("no log id", "after=0", 400, "malformed");
    row("log id in words", "log_id=the-log&after=0", 400, "malformed");
    row("after in words", log + "&after=first", 400, "malformed");
    row("after below 0", log + "&after=-1", 400, "malformed");
    row("after beyond 2^64", log + "&after=18446744073709551616", 400, "malformed");
    row("after empty", log + "&after=", 400, "malformed");
    row("wait in words", log + "&after=0&wait=long", 400, "malformed");
    row("wait below 0", log + "&after=0&wait=-1", 400, "malformed");
    row("wait infinite", log + "&after=0&wait=inf", 400, "malformed");
    row("wait not a number", log + "&after=0&wait=nan", 400, "malformed");
    row("cursor ahead of the log", log + "&after=1000000", 409, "future_cursor");
    row("another log", "log_id=" + idText(7) + "&after=0", 409, "resync");
}

void HostileStaffTest::badPulls()
{
    QFETCH(QByteArray, query);
    QFETCH(int, status);
    QFETCH(QByteArray, code);
    const HttpReply reply = m_rig.http.get(eventPath(1) + "/log?" + query, bearer(m_till.token));
    QVERIFY2(reply.status == status, reply.head + reply.body);
    QCOMPARE(reply.code(), code);
}

QTEST_GUILESS_MAIN(HostileStaffTest)
#include "hostile_staff_test.moc"

// What a fan's session must not do: touch others' holds, outlive its time, be forged, pay twice, set its own price.
#include "tests/support/api_rig.h"

#include <QJsonArray>
#include <QTest>

using namespace parterre;
using namespace parterre::testing;
using namespace Qt::StringLiterals;

namespace {

const QByteArray pay = R"({"email":"a@b.example","payment":{"method":"test"}})";
constexpr std::uint64_t night = 1;
constexpr std::uint64_t brief = 2; // holds last a moment

QByteArray seat(const QByteArray& label)
{
    return R"({"seats":[")" + label + R"("]})";
}

HttpHeaders with(HttpHeaders headers, const QByteArray& name, const QByteArray& value)
{
    headers.emplace_back(name, value);
    return headers;
}

} // namespace

class HostileFanTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { QVERIFY(m_rig.endsWell()); }

    void holdOfAnother();
    void holdAfterItsTime();
    void forgedSessions();
    void badCheckouts_data();
    void badCheckouts();
    void ownPrices();
    void repeatedHold();
    void alteredHold();
    void repeatedExtension();
    void badKeys_data();
    void badKeys();
    void doubleCheckout();
    void checkoutAfterRelease();
    void orderOfAnother();
    void manyHolds();

private:
    ApiRig m_rig;
};

void HostileFanTest::initTestCase()
{
    VenueEvent briefly{brief};
    briefly.holds.duration = Milliseconds(1'500);
    QVERIFY(m_rig.start({VenueEvent{night}, briefly}));
}

void HostileFanTest::holdOfAnother()
{
    const FanHold owned = m_rig.hold(night, seat("Stalls/1/1"));
    const FanHold other = m_rig.hold(night, seat("Stalls/3/1"));
    QCOMPARE(owned.status, 201);
    QCOMPARE(other.status, 201);
    const QByteArray before = m_rig.seats(night);
    const HttpReply unknown = m_rig.http.get("/api/v1/holds/" + idText(77), other.headers());
    for (const HttpReply& reply :
         {m_rig.http.get(owned.path(), other.headers()), m_rig.http.call("DELETE", owned.path(), {}, other.headers()),
          m_rig.http.post(owned.path() + "/extend", {}, other.headers()),
          m_rig.http.post(owned.path() + "/checkout", pay, other.headers())}) {
        QCOMPARE(reply.status, 404);
        QCOMPARE(reply.body, unknown.body); // says nothing about what exists
    }
    QCOMPARE(m_rig.seats(night), before);
}

void HostileFanTest::holdAfterItsTime()
{
    const FanHold hold = m_rig.hold(brief, seat("Stalls/1/5"));
    QCOMPARE(hold.status, 201);
    QTRY_COMPARE_WITH_TIMEOUT(m_rig.http.get(hold.path(), hold.headers()).status, 410, 15'000);
    for (const HttpReply& reply :
         {m_rig.http.get(hold.path(), hold.headers()), m_rig.http.call("DELETE", hold.path(), {}, hold.headers()),
          m_rig.http.post(hold.path() + "/extend", {}, hold.headers()),
          m_rig.http.post(hold.path() + "/checkout", pay, hold.headers())}) {
        QVERIFY2(reply.status == 410, reply.head + reply.body);
        QCOMPARE(reply.code(), QByteArray("hold_gone"));
    }
}

void HostileFanTest::forgedSessions()
{
    const FanHold hold = m_rig.hold(night, seat("Stalls/1/7"));
    QVERIFY(hold.token.size() > 40);
    const auto altered = [&](qsizetype at) {
        QByteArray token = hold.token;
        token[at] = token[at] == 'A' ? 'B' : 'A';
        return token;
    };
    const QByteArray before = m_rig.seats(night);
    for (const QByteArray& forged : {altered(0), altered(25), altered(hold.token.size() - 5), hold.token.chopped(1),
                                     hold.token + 'A', hold.token.toUpper(), QByteArray("x"), QByteArray(64, 'A'),
                                     QByteArray(2'000, 'A'), QByteArray("../../etc/passwd")}) {
        QCOMPARE(m_rig.http.get(hold.path(), bearer(forged)).status, 404);
        QCOMPARE(m_rig.http.call("DELETE", hold.path(), {}, bearer(forged)).status, 404);
        QCOMPARE(m_rig.http.get(hold.path(), {{"Cookie", "parterre_fan=" + forged}}).status, 404);
    }
    QCOMPARE(m_rig.seats(night), before);
    QCOMPARE(m_rig.http.get(hold.path(), hold.headers()).status, 200);
}

void HostileFanTest::badCheckouts_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("code");
    const auto row = [](const char* name, const QByteArray& members, int status, const char* code) {
        QTest::newRow(name) << '{' + members + '}' << status << QByteArray(code);
    };
    const QByteArray email = R"("email":"a@b.example",)";
    const QByteArray test = R"("payment":{"method":"test"})";
    row("no e-mail", test, 400, "malformed");
    row("e-mail a number", R"("email":5,)" + test, 400, "malformed");
    row("e-mail without @", R"("email":"nobody",)" + test, 400, "malformed");
    row("e-mail without a name", R"("email":"@example.org",)" + test, 400, "malformed");
    row("e-mail with a line break", R"("email":"a@b.example\r\nBcc: all@b.example",)" + test, 400, "malformed");
    row("e-mail with NUL", R"("email":"a@b.example\u0000",)" + test, 400, "malformed");
    row("two e-mails", R"("email":"a@b.example,c@d.example",)" + test, 400, "malformed");
    row("e-mail too long", R"("email":")" + QByteArray(250, 'a') + R"(@b.example",)" + test, 400, "malformed");
    row("name a list", email + R"("name":[],)" + test, 400, "malformed");
    row("name of 201 bytes", email + R"("name":")" + QByteArray(201, 'n') + R"(",)" + test, 400, "malformed");
    row("no payment", R"("email":"a@b.example")", 400, "malformed");
    row("payment a string", email + R"("payment":"test")", 400, "malformed");
    row("method a number", email + R"("payment":{"method":1})", 400, "malformed");
    row("unknown method of paying", email + R"("payment":{"method":"promise"})", 400, "malformed");
    row("price types an object", email + R"("price_types":{},)" + test, 400, "malformed");
    row("price type without a place", email + R"("price_types":[{"type":"Normal"}],)" + test, 400, "malformed");
    row("price type a number", email + R"("price_types":[{"place":"Stalls/2/1","type":0}],)" + test, 400, "malformed");
    row("unknown price type", email + R"("price_types":[{"place":"Stalls/2/1","type":"Staff"}],)" + test, 422,
        "not_priced");
    row("declined", email + R"("payment":{"method":"test-decline"})", 402, "payment_declined");
}

void HostileFanTest::badCheckouts()
{
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    QFETCH(QByteArray, code);
    const FanHold hold = m_rig.hold(night, seat("Stalls/2/1"));
    QCOMPARE(hold.status, 201);
    const HttpReply reply = m_rig.http.post(hold.path() + "/checkout", body, hold.headers());
    QVERIFY2(reply.status == status, reply.head + reply.body);
    QCOMPARE(reply.code(), code);
    QCOMPARE(m_rig.http.get(hold.path(), hold.headers()).status, 200); // still held
    QCOMPARE(m_rig.http.call("DELETE", hold.path(), {}, hold.headers()).status, 204);
}

// A price sent along is not believed.
void HostileFanTest::ownPrices()
{
    const FanHold hold =
        m_rig.hold(night, R"({"seats":["Stalls/2/2"],"total":{"amount":1,"currency":"EUR"},"price":1})");
    QCOMPARE(hold.status, 201);
    const HttpReply paid = m_rig.http.post(
        hold.path() + "/checkout",
        R"({"email":"a@b.example","total":{"amount":1,"currency":"EUR"},"price_types":[{"place":"Stalls/2/2","type":"Normal","price":1}],)"
        R"("payment":{"method":"test","amount":1}})",
        hold.headers());
    QCOMPARE(paid.status, 201);
    const HttpReply order =
        m_rig.http.get("/api/v1/orders/" + paid.text("order").toLatin1() + "?key=" + paid.text("key").toLatin1());
    QCOMPARE(order.status, 200);
    QCOMPARE(order.json()[u"total"_s].toObject()[u"amount"_s].toInt(), 5'000);
}

void HostileFanTest::repeatedHold()
{
    const FanHold fan = m_rig.hold(night, seat("Circle/1/1"));
    const HttpHeaders headers = with(fan.headers(), "Idempotency-Key", "the-same-key-again-1");
    const HttpReply first = m_rig.http.post(eventPath(night) + "/holds", seat("Circle/1/2"), headers);
    QCOMPARE(first.status, 201);
    const QByteArray before = m_rig.seats(night);
    for (int i = 0; i < 3; ++i) {
        const HttpReply again = m_rig.http.post(eventPath(night) + "/holds", seat("Circle/1/2"), headers);
        QCOMPARE(again.status, 201);
        QCOMPARE(again.body, first.body);
    }
    QCOMPARE(m_rig.seats(night), before);
    // The key is the fan's: the same key of another is another request.
    const FanHold other = m_rig.hold(night, seat("Circle/1/2"), {{"Idempotency-Key", "the-same-key-again-2"}});
    QCOMPARE(other.status, 409);
    const HttpReply sameKey =
        m_rig.http.post(eventPath(night) + "/holds", seat("Circle/1/2"), {{"Idempotency-Key", "the-same-key-again-1"}});
    QCOMPARE(sameKey.status, 409);
    QCOMPARE(sameKey.code(), QByteArray("seat_taken"));
}

void HostileFanTest::alteredHold()
{
    const FanHold fan = m_rig.hold(night, seat("Circle/1/3"));
    const HttpHeaders headers = with(fan.headers(), "Idempotency-Key", "altered");
    QCOMPARE(m_rig.http.post(eventPath(night) + "/holds", seat("Circle/1/4"), headers).status, 201);
    const QByteArray before = m_rig.seats(night);
    const HttpReply altered = m_rig.http.post(eventPath(night) + "/holds", seat("Circle/1/5"), headers);
    QCOMPARE(altered.status, 409);
    QCOMPARE(altered.code(), QByteArray("idempotency_mismatch"));
    const HttpReply elsewhere = m_rig.http.post(fan.path() + "/checkout", pay, headers);
    QCOMPARE(elsewhere.status, 409);
    QCOMPARE(elsewhere.code(), QByteArray("idempotency_mismatch"));
    QCOMPARE(m_rig.seats(night), before);
}

void HostileFanTest::repeatedExtension()
{
    const FanHold fan = m_rig.hold(night, seat("Circle/2/1"));
    const HttpHeaders headers = with(fan.headers(), "Idempotency-Key", "more time");
    QCOMPARE(m_rig.http.post(fan.path() + "/extend", {}, headers).status, 400); // a space is no part of a key
    const HttpHeaders good = with(fan.headers(), "Idempotency-Key", "more-time");
    const HttpReply first = m_rig.http.post(fan.path() + "/extend", {}, good);
    QCOMPARE(first.status, 200);
    const QByteArray before = m_rig.seats(night);
    const HttpReply again = m_rig.http.post(fan.path() + "/extend", {}, good);
    QVERIFY2(again.status == 200, again.body);
    QCOMPARE(again.body, first.body);
    const HttpReply second = m_rig.http.post(fan.path() + "/extend", {}, fan.headers());
    QCOMPARE(second.status, 422);
    QCOMPARE(second.code(), QByteArray("extension_used"));
    QCOMPARE(m_rig.seats(night), before);
}

void HostileFanTest::badKeys_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::newRow("201 bytes") << QByteArray(201, 'k');
    QTest::newRow("a tab") << QByteArray("a\tb");
    QTest::newRow("a space") << QByteArray("a b");
    QTest::newRow("not ASCII") << QByteArray("k\xc3\xa9y");
}

void HostileFanTest::badKeys()
{
    QFETCH(QByteArray, key);
    const QByteArray before = m_rig.seats(night);
    const HttpReply reply =
        m_rig.http.post(eventPath(night) + "/holds", seat("Circle/2/8"), {{"Idempotency-Key", key}});
    QVERIFY2(reply.status == 400, reply.head);
    QCOMPARE(reply.code(), QByteArray("malformed"));
    QCOMPARE(m_rig.seats(night), before);
}

void HostileFanTest::doubleCheckout()
{
    const FanHold hold = m_rig.hold(night, seat("Stalls/2/4"));
    const HttpHeaders headers = with(hold.headers(), "Idempotency-Key", "pay-once");
    const HttpReply first = m_rig.http.post(hold.path() + "/checkout", pay, headers);
    QCOMPARE(first.status, 201);
    const QByteArray before = m_rig.seats(night);
    const HttpReply again = m_rig.http.post(hold.path() + "/checkout", pay, headers);
    QCOMPARE(again.status, 201);
    QCOMPARE(again.body, first.body);
    const HttpReply withoutKey = m_rig.http.post(hold.path() + "/checkout", pay, hold.headers());
    QCOMPARE(withoutKey.status, 410);
    const HttpReply altered = m_rig.http.post(hold.path() + "/checkout",
                                              R"({"email":"other@b.example","payment":{"method":"test"}})", headers);
    QVERIFY2(altered.status == 409, altered.head + altered.body);
    QCOMPARE(altered.code(), QByteArray("idempotency_mismatch"));
    QCOMPARE(m_rig.seats(night), before);
}

void HostileFanTest::checkoutAfterRelease()
{
    const FanHold hold = m_rig.hold(night, seat("Stalls/2/6"));
    QCOMPARE(m_rig.http.call("DELETE", hold.path(), {}, hold.headers()).status, 204);
    const QByteArray before = m_rig.seats(night);
    const HttpReply reply = m_rig.http.post(hold.path() + "/checkout", pay, hold.headers());
    QCOMPARE(reply.status, 410);
    QCOMPARE(reply.code(), QByteArray("hold_gone"));
    QCOMPARE(m_rig.seats(night), before);
}

void HostileFanTest::orderOfAnother()
{
    const FanHold hold = m_rig.hold(night, seat("Stalls/2/8"));
    const HttpReply paid = m_rig.http.post(hold.path() + "/checkout", pay, hold.headers());
    QCOMPARE(paid.status, 201);
    const QByteArray path = "/api/v1/orders/" + paid.text("order").toLatin1();
    const QByteArray key = paid.text("key").toLatin1();
    QCOMPARE(m_rig.http.get(path + "?key=" + key).status, 200);
    const HttpReply unknown = m_rig.http.get("/api/v1/orders/" + idText(12345) + "?key=" + key);
    QCOMPARE(unknown.status, 404);
    QByteArray wrong = key;
    wrong[3] = wrong[3] == 'A' ? 'B' : 'A';
    for (const QByteArray& query : {QByteArray(), "?key=" + wrong, "?key=" + key.chopped(1), "?key=" + key + 'A',
                                    QByteArray("?key="), QByteArray("?key=%00"), "?KEY=" + key}) {
        const HttpReply reply = m_rig.http.get(path + query);
        QCOMPARE(reply.status, 404);
        QCOMPARE(reply.body, unknown.body);
    }
}

// One session may not take the house hold by hold.
void HostileFanTest::manyHolds()
{
    const FanHold fan = m_rig.hold(night, R"({"standing":[{"area":"Floor","count":1}]})");
    int last = 201;
    for (int i = 0; i < 6 && last == 201; ++i)
        last =
            m_rig.http.post(eventPath(night) + "/holds", R"({"standing":[{"area":"Floor","count":1}]})", fan.headers())
                .status;
    QCOMPARE(last, 422);
}

QTEST_GUILESS_MAIN(HostileFanTest)
#include "hostile_fan_test.moc"

// A fan's way over HTTP: look, hold, pay, come back for the tickets; by the API and by the pages without JavaScript.
#include "tests/support/api_rig.h"

#include <QDateTime>
#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>

using namespace parterre;
using namespace parterre::testing;
using namespace Qt::StringLiterals;

namespace {

constexpr std::uint64_t night = 1;
constexpr std::uint64_t nasty = 2; // its title is an attack
const HttpHeaders formType{{"Content-Type", "application/x-www-form-urlencoded"}};

QByteArray payBy(const QByteArray& method)
{
    return R"({"email":"fan@b.example","name":"Fan","payment":{"method":")" + method + R"("}})";
}

qint64 secondsLeft(const HttpReply& hold)
{
    return QDateTime::currentDateTimeUtc().secsTo(QDateTime::fromString(hold.text("expires_at"), Qt::ISODateWithMs));
}

// The value of the first hidden field of that name.
QByteArray fieldOf(const QByteArray& html, const QByteArray& name)
{
    const QByteArray mark = "name=\"" + name + "\" value=\"";
    const qsizetype at = html.indexOf(mark);
    return at < 0 ? QByteArray() : html.mid(at + mark.size(), html.indexOf('"', at + mark.size()) - at - mark.size());
}

} // namespace

class FanTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { QVERIFY(m_rig.endsWell()); }

    void fromTheListToTheTickets();
    void bestSeatsAndStanding();
    void takenSeatsComeWithAlternatives();
    void extendOnceAndRelease();
    void declinedPaymentLeavesTime();
    void slowPaymentArrives();
    void onlyNewPaymentsCountAsTries();
    void sessionByCookie();
    void unchangedIsNotSentAgain();
    void changesSince();
    void streamGoesOnWhereItStopped();
    void pagesWithoutJavaScript();
    void pagesEscapeWhatTheyShow();

private:
    HttpReply checkout(const FanHold& hold, const QByteArray& body)
    {
        return m_rig.http.post(hold.path() + "/checkout", body, hold.headers());
    }
    HttpReply orderOf(const HttpReply& paid)
    {
        return m_rig.http.get("/api/v1/orders/" + paid.text("order").toLatin1() +
                              "?key=" + paid.text("key").toLatin1());
    }

    ApiRig m_rig;
};

void FanTest::initTestCase()
{
    VenueEvent attack{nasty};
    attack.title = "<script>alert(1)</script> & \"friends\"";
    QVERIFY(m_rig.start({VenueEvent{night}, attack}));
}

void FanTest::fromTheListToTheTickets()
{
    const QJsonArray events = m_rig.http.get("/api/v1/events").json()[u"events"_s].toArray();
    QCOMPARE(events.size(), 2);
    const QJsonObject event = m_rig.http.get(eventPath(night)).json();
    QCOMPARE(event[u"title"_s].toString(), u"A Sample Night"_s);
    QCOMPARE(event[u"sale_state"_s].toString(), u"on_sale"_s);
    QCOMPARE(event[u"price_types"_s].toArray().size(), 2);

    const HttpReply plan = m_rig.http.get(eventPath(night) + "/plan");
    const QJsonObject seat = plan.json()[u"sections"_s][0][u"rows"_s][1][u"seats"_s][2].toObject();
    QCOMPARE(seat[u"label"_s].toString(), u"Stalls/2/3"_s);
    const int index = seat[u"index"_s].toInt();
    QCOMPARE(m_rig.http.get(eventPath(night) + "/seats").text("states").at(index), u'f');

    const HttpReply placed = m_rig.http.post(eventPath(night) + "/holds", R"({"seats":["Stalls/2/3"]})");
    QCOMPARE(placed.status, 201);
    QCOMPARE(placed.json()[u"total"_s][u"amount"_s].toInt(), 5'000);
    const qint64 left = secondsLeft(placed);
    QVERIFY2(left > 7 * 60 && left <= 9 * 60, QByteArray::number(left));
    QCOMPARE(m_rig.http.get(eventPath(night) + "/seats").text("states").at(index), u'h');

    const FanHold hold{201, placed.text("hold").toLatin1(), placed.header("Parterre-Session")};
    const HttpReply paid = checkout(
        hold,
        R"({"email":"fan@b.example","price_types":[{"place":"Stalls/2/3","type":"Reduced"}],"payment":{"method":"test"}})");
    QCOMPARE(paid.status, 201);
    QCOMPARE(paid.json()[u"payment"_s][u"state"_s].toString(), u"captured"_s);
    QCOMPARE(m_rig.http.get(eventPath(night) + "/seats").text("states").at(index), u'x');

    const QJsonObject order = orderOf(paid).json();
    QCOMPARE(order[u"state"_s].toString(), u"paid"_s);
    QCOMPARE(order[u"total"_s][u"amount"_s].toInt(), 2'500);
    const QJsonObject ticket = order[u"tickets"_s][0].toObject();
    QCOMPARE(ticket[u"place"_s].toString(), u"Stalls/2/3"_s);
    QVERIFY(ticket[u"code"_s].toString().size() > 80);
}

void FanTest::bestSeatsAndStanding()
{
    const HttpReply best = m_rig.http.post(eventPath(night) + "/holds", R"({"best":{"quantity":3,"area":"B"}})");
    QCOMPARE(best.status, 201);
    const QJsonArray seats = best.json()[u"seats"_s].toArray();
    QCOMPARE(seats.size(), 3);
    for (const QJsonValue& seat : seats)
        QVERIFY(seat.toString().startsWith(u"Circle/"_s));
    const HttpReply standing =
        m_rig.http.post(eventPath(night) + "/holds", R"({"standing":[{"area":"Floor","count":4}]})");
    QCOMPARE(standing.status, 201);
    QCOMPARE(standing.json()[u"total"_s][u"amount"_s].toInt(), 4 * 3'000);
    QCOMPARE(m_rig.http.get(eventPath(night)).json()[u"standing"_s][0][u"free"_s].toInt(), 46);
    const HttpReply paid =
        checkout({201, standing.text("hold").toLatin1(), standing.header("Parterre-Session")}, payBy("test"));
    QCOMPARE(paid.status, 201);
    QCOMPARE(orderOf(paid).json()[u"tickets"_s].toArray().size(), 4);
}

void FanTest::takenSeatsComeWithAlternatives()
{
    QCOMPARE(m_rig.hold(night, R"({"seats":["Stalls/1/5","Stalls/1/6"]})").status, 201);
    const HttpReply late = m_rig.http.post(eventPath(night) + "/holds", R"({"seats":["Stalls/1/4","Stalls/1/5"]})");
    QCOMPARE(late.status, 409);
    QCOMPARE(late.code(), QByteArray("seat_taken"));
    const QJsonValue details = late.json()[u"error"_s][u"details"_s];
    QCOMPARE(details[u"seats"_s].toArray(), QJsonArray{u"Stalls/1/5"_s});
    const QJsonArray alternatives = details[u"alternatives"_s].toArray();
    QVERIFY(!alternatives.isEmpty() && alternatives.size() <= 3);
    // All or nothing: the free one of the two is still free, and an alternative can be had.
    QCOMPARE(m_rig.hold(night, R"({"seats":["Stalls/1/4"]})").status, 201);
    QVERIFY(!alternatives[0].toArray().isEmpty());
}

void FanTest::extendOnceAndRelease()
{
    const FanHold hold = m_rig.hold(night, R"({"seats":["Stalls/3/1"]})");
    const qint64 before = secondsLeft(m_rig.http.get(hold.path(), hold.headers()));
    const HttpReply extended = m_rig.http.post(hold.path() + "/extend", {}, hold.headers());
    QCOMPARE(extended.status, 200);
    const qint64 gained = secondsLeft(extended) - before;
    QVERIFY2(gained > 3 * 60 && gained <= 4 * 60 + 1, QByteArray::number(gained));
    QCOMPARE(m_rig.http.post(hold.path() + "/extend", {}, hold.headers()).code(), QByteArray("extension_used"));
    QCOMPARE(m_rig.http.call("DELETE", hold.path(), {}, hold.headers()).status, 204);
    QCOMPARE(m_rig.http.get(hold.path(), hold.headers()).status, 410);
    QCOMPARE(m_rig.hold(night, R"({"seats":["Stalls/3/1"]})").status, 201); // free for the next
}

void FanTest::declinedPaymentLeavesTime()
{
    const FanHold hold = m_rig.hold(night, R"({"seats":["Stalls/3/2"]})");
    const HttpReply declined = checkout(hold, payBy("test-decline"));
    QCOMPARE(declined.status, 402);
    QCOMPARE(declined.code(), QByteArray("payment_declined"));
    const HttpReply held = m_rig.http.get(hold.path(), hold.headers());
    QCOMPARE(held.status, 200);
    QVERIFY2(secondsLeft(held) >= 10 * 60 - 5, held.body);
    QCOMPARE(checkout(hold, payBy("test")).status, 201); // another way to pay works
}

void FanTest::slowPaymentArrives()
{
    const FanHold hold = m_rig.hold(night, R"({"seats":["Stalls/3/3"]})");
    const HttpReply begun = checkout(hold, payBy("test-slow"));
    QCOMPARE(begun.status, 201);
    QCOMPARE(begun.json()[u"payment"_s][u"state"_s].toString(), u"pending"_s);
    QCOMPARE(orderOf(begun).text("state"), u"payment_pending"_s);
    QCOMPARE(checkout(hold, payBy("test")).code(), QByteArray("payment_pending")); // not twice at once
    QTRY_COMPARE_WITH_TIMEOUT(orderOf(begun).text("state"), u"paid"_s, 20'000);
}

// Who asks again for an answer that got lost does not use up the tries to pay; who is declined does.
void FanTest::onlyNewPaymentsCountAsTries()
{
    const FanHold patient = m_rig.hold(night, R"({"seats":["Stalls/2/5"]})");
    HttpHeaders again = patient.headers();
    again.emplace_back("Idempotency-Key", "one-and-the-same-key");
    for (int i = 0; i < 12; ++i)
        QCOMPARE(m_rig.http.post(patient.path() + "/checkout", payBy("test-slow"), again).status, 201);
    const FanHold declined = m_rig.hold(night, R"({"seats":["Stalls/2/6"]})");
    for (int i = 0; i < 5; ++i)
        QCOMPARE(checkout(declined, payBy("test-decline")).code(), QByteArray("payment_declined"));
    QCOMPARE(checkout(declined, payBy("test")).code(), QByteArray("limit_exceeded"));
}

void FanTest::sessionByCookie()
{
    const HttpReply placed = m_rig.http.post(eventPath(night) + "/holds", R"({"seats":["Stalls/3/4"]})");
    const QByteArray cookie = placed.header("Set-Cookie");
    QVERIFY2(cookie.contains("; HttpOnly") && cookie.contains("; SameSite=Lax"), cookie);
    const HttpHeaders headers{{"Cookie", "other=1; " + cookie.left(cookie.indexOf(';'))}};
    const HttpReply seen = m_rig.http.get("/api/v1/holds/" + placed.text("hold").toLatin1(), headers);
    QCOMPARE(seen.status, 200);
    const HttpReply next = m_rig.http.post(eventPath(night) + "/holds", R"({"seats":["Stalls/3/5"]})", headers);
    QCOMPARE(next.status, 201);
    QVERIFY(next.header("Set-Cookie").isEmpty()); // the session is known
}

void FanTest::unchangedIsNotSentAgain()
{
    for (const char* what : {"/plan", "/seats"}) {
        const HttpReply first = m_rig.http.get(eventPath(nasty) + what);
        QCOMPARE(first.status, 200);
        const HttpReply again = m_rig.http.raw(
            requestBytes("GET", eventPath(nasty) + what, {}, {{"If-None-Match", first.header("ETag")}}), false);
        QCOMPARE(again.status, 304);
        QCOMPARE(m_rig.http.get(eventPath(nasty) + what, {{"If-None-Match", "\"other\""}}).status, 200);
    }
}

void FanTest::changesSince()
{
    const QByteArray path = eventPath(nasty) + "/seats";
    const qint64 seq = m_rig.http.get(path).json()[u"seq"_s].toInteger();
    QCOMPARE(m_rig.hold(nasty, R"({"seats":["Stalls/1/2"]})").status, 201);
    const QJsonObject since = m_rig.http.get(path + "?since=" + QByteArray::number(seq)).json();
    QVERIFY(since[u"seq"_s].toInteger() > seq);
    QCOMPARE(since[u"changes"_s].toArray(), (QJsonArray{QJsonArray{1, u"h"_s}}));
    QVERIFY(!since.contains(u"states"_s));
    const QJsonObject far = m_rig.http.get(path + "?since=99999").json(); // of another life of the log
    QVERIFY(far.contains(u"states"_s) || far[u"changes"_s].toArray().isEmpty());
}

void FanTest::streamGoesOnWhereItStopped()
{
    const QByteArray path = eventPath(nasty) + "/seats/stream";
    const QByteArray start = m_rig.http.get(eventPath(nasty) + "/seats").json()[u"seq"_s].toVariant().toByteArray();
    HttpConnection stream(m_rig.server.port());
    stream.send(requestBytes("GET", path));
    QVERIFY(stream.readThrough("retry: ").contains("text/event-stream"));
    QCOMPARE(m_rig.hold(nasty, R"({"seats":["Stalls/1/3"]})").status, 201);
    QVERIFY(stream.readThrough("data: [[2,\"h\"]]\n\n").contains("\nid: "));
    stream.leave();
    // What happened meanwhile comes first, once.
    QCOMPARE(m_rig.hold(nasty, R"({"seats":["Stalls/1/4"]})").status, 201);
    HttpConnection resumed(m_rig.server.port());
    resumed.send(requestBytes("GET", path, {}, {{"Last-Event-ID", start}}));
    const QByteArray missed = resumed.readThrough("]]\n\n");
    QVERIFY2(missed.contains("[2,\"h\"]") && missed.contains("[3,\"h\"]"), missed);
    HttpConnection late(m_rig.server.port());
    late.send(requestBytes("GET", path, {}, {{"Last-Event-ID", "99999"}}));
    QVERIFY(late.readThrough("event: resync").contains("id: "));
}

void FanTest::pagesWithoutJavaScript()
{
    const QByteArray page = "/events/" + idText(night);
    QVERIFY(m_rig.http.get("/").body.contains(page));
    const HttpReply event = m_rig.http.get(page);
    QCOMPARE(event.status, 200);
    QVERIFY(event.header("Content-Security-Policy").contains("default-src 'none'"));
    // With "no-referrer" a browser sends forms with "Origin: null", which are refused: nobody could buy.
    QCOMPARE(event.header("Referrer-Policy"), QByteArray("same-origin"));
    QCOMPARE(event.body.count("<script"), 1); // the data for search engines, which nobody runs
    QVERIFY(event.body.contains("<script type=\"application/ld+json\">"));
    const QByteArray form = "once=" + fieldOf(event.body, "once") + "&seat=Stalls%2F2%2F9&seat=Stalls%2F2%2F10";
    const HttpReply held = m_rig.http.post(page + "/hold", form, formType);
    QCOMPARE(held.status, 303);
    const QByteArray holdPage = held.header("Location");
    QByteArray cookie = held.header("Set-Cookie");
    cookie.truncate(cookie.indexOf(';'));
    HttpHeaders headers = formType;
    headers.emplace_back("Cookie", cookie);

    const HttpReply places = m_rig.http.get(holdPage, headers);
    QCOMPARE(places.status, 200);
    QVERIFY(places.body.contains("Stalls/2/9") && places.body.contains("Stalls/2/10"));
    QCOMPARE(m_rig.http.get(holdPage).status, 401); // of nobody else
    const QByteArray once = fieldOf(places.body, "once");
    QCOMPARE(m_rig.http.post(holdPage + "/checkout", "once=" + once + "&email=nobody", headers).status, 400);
    const QByteArray pay = "once=" + once + "&email=fan%40b.example&place=Stalls%2F2%2F9&type=Reduced";
    const HttpReply paid = m_rig.http.post(holdPage + "/checkout", pay, headers);
    QVERIFY2(paid.status == 303, paid.body);
    QCOMPARE(m_rig.http.post(holdPage + "/checkout", pay, headers).header("Location"), paid.header("Location"));
    const HttpReply tickets = m_rig.http.get(paid.header("Location"));
    QCOMPARE(tickets.status, 200);
    QVERIFY(tickets.body.contains("Stalls, row 2, seat 10") && tickets.body.contains("75.00"));
    QCOMPARE(m_rig.http.get(holdPage, headers).header("Location"), paid.header("Location")); // the back button
}

void FanTest::pagesEscapeWhatTheyShow()
{
    for (const QByteArray& page :
         {QByteArray("/"), "/events/" + idText(nasty), "/events/" + idText(nasty) + "/seats"}) {
        const HttpReply reply = m_rig.http.get(page);
        QCOMPARE(reply.status, 200);
        QVERIFY(!reply.body.contains("<script>"));
        QVERIFY(reply.body.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp;"));
    }
    const HttpReply problem = m_rig.http.post("/events/" + idText(nasty) + "/hold",
                                              "seat=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E", formType);
    QCOMPARE(problem.status, 422);
    QVERIFY(!problem.body.contains("<img"));
    QVERIFY(problem.body.contains("&lt;img"));
}

QTEST_GUILESS_MAIN(FanTest)
#include "fan_test.moc"

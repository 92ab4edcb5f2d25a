// What supervisors and managers see and settle over HTTP: reserves, write-offs, alarms, cases; and who may.
#include "tests/support/counter_client.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace parterre;
using namespace parterre::testing;
using namespace Qt::StringLiterals;

class AdminTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { QVERIFY(m_rig.endsWell()); }

    void overviewSaysWhoHoldsWhat();
    void aLostCounterIsWrittenOffWithItsList();
    void aLateSaleAfterThatIsACase();
    void aForkIsAnAlarmThatAPersonSettles();
    void permissionsAreNamed();

private:
    QByteArray path(const QByteArray& rest) const { return "/api/v1/admin/events/" + idText(1) + rest; }
    HttpReply post(const QByteArray& rest, const QByteArray& body, const QByteArray& token) const
    {
        return m_rig.http.post(path(rest), body, bearer(token));
    }
    QJsonObject overview() const { return m_rig.http.get(path("/overview"), bearer(m_admin)).json(); }
    QJsonObject first(const char* list) const
    {
        return overview().value(QLatin1String(list)).toArray().at(0).toObject();
    }
    CounterClient enrolled()
    {
        CounterClient till;
        if (!till.enrol(m_rig, u"127.0.0.%1"_s.arg(30 + m_enrolled++)))
            qFatal("a counter was not enrolled");
        return till;
    }
    SellAllotted sale(const CounterClient& till, SeatIndex seat, std::uint64_t number) const
    {
        Order order = orderFor(*m_plan, sampleTerms(*m_plan), {{seat}, {}}, idOf<OrderId>(number));
        order.channel = Channel::Counter;
        order.device = till.device;
        order.buyer.phone = "040 1234";
        return {m_fence, till.device, std::move(order)};
    }

    ApiRig m_rig;
    SeatPlanPtr m_plan = planFromText(std::vector<std::string>(4, std::string(10, 'A')));
    QByteArray m_admin;
    CounterClient m_till;
    Fence m_fence;
    int m_enrolled = 0;
};

void AdminTest::initTestCase()
{
    QVERIFY(m_rig.start({VenueEvent{1, m_plan, "A Night", {}, true}}));
    m_admin = m_rig.signIn("boss", staffPassword, u"127.0.0.40"_s);
    QVERIFY(!m_admin.isEmpty());
    m_till = enrolled();
    m_till.journal(RequestAllotment{m_till.device, {{PriceAreaIndex{0}, 5}}});
    const auto granted = m_till.push(m_rig.http, 1, 1);
    QVERIFY(granted.ok());
    m_fence = granted->outcomes.at(0).fence;
}

void AdminTest::overviewSaysWhoHoldsWhat()
{
    const QJsonObject allotment = first("allotments");
    QCOMPARE(allotment.value(u"name"_s).toString(), u"Till"_s);
    QCOMPARE(allotment.value(u"fence"_s).toString(), QString::number(m_fence.value));
    QCOMPARE(allotment.value(u"phase"_s).toString(), u"active"_s);
    QCOMPARE(allotment.value(u"places"_s).toObject().value(u"seats"_s).toArray().size(), 5);
    QCOMPARE(allotment.value(u"areas"_s).toArray().at(0).toObject().value(u"units"_s).toInt(), 5);
    QVERIFY(!allotment.value(u"last_contact"_s).toString().isEmpty());
    QVERIFY(!overview().value(u"frozen"_s).toBool(true));
}

void AdminTest::aLostCounterIsWrittenOffWithItsList()
{
    const QByteArray rest = "/allotments/" + QByteArray::number(qulonglong(m_fence.value)) + "/write-off";
    const QJsonArray seats = first("allotments").value(u"places"_s).toObject().value(u"seats"_s).toArray();
    const auto body = [&seats](bool lost, int count) {
        QJsonArray list;
        for (int i = 0; i < count; ++i)
            list.append(seats.at(i));
        return QJsonDocument(QJsonObject{{u"reason"_s, u"stolen"_s}, {u"seats"_s, list}, {u"device_lost"_s, lost}})
            .toJson(QJsonDocument::Compact);
    };
    QCOMPARE(post(rest, body(false, 5), m_admin).status, 403); // it may still sell
    QCOMPARE(post(rest, body(true, 5), m_admin).status, 403);  // its key works
    const QByteArray revoke =
        "/api/v1/admin/counters/" + QByteArray::fromStdString(m_till.device.toString()) + "/revoke";
    QCOMPARE(m_rig.http.post(revoke, R"({"reason":"stolen"})", bearer(m_admin)).status, 200);
    QTRY_COMPARE_WITH_TIMEOUT(first("allotments").value(u"phase"_s).toString(), u"limbo"_s, 3'000);
    QCOMPARE(post(rest, body(true, 4), m_admin).status, 422); // another list than the one that was read
    QCOMPARE(post(rest, body(true, 5), m_admin).status, 200);
    QCOMPARE(post(rest, body(true, 5), m_admin).status, 200); // again: so already
    QVERIFY(overview().value(u"allotments"_s).toArray().isEmpty());
    QCOMPARE(first("write_offs").value(u"by"_s).toString(), u"boss"_s);
    QCOMPARE(first("write_offs").value(u"reason"_s).toString(), u"stolen"_s);
    m_till.journal(ReleaseHold{idOf<HoldId>(1), m_till.holder()});
    QCOMPARE(m_till.pushBytes(m_rig.http, m_till.batch(2, 2)).status, 403); // revoked
}

// Another counter of the same house sold a seat that a fan has bought since.
void AdminTest::aLateSaleAfterThatIsACase()
{
    CounterClient till = enrolled();
    QCOMPARE(m_rig.hold(1, R"({"seats":[")" + QByteArray::fromStdString(m_plan->label(SeatIndex{3})) + R"("]})").status,
             201);
    SellProvisional early{till.device, sale(till, SeatIndex{20}, 51).order, Wish::Refund, true};
    SellProvisional late{till.device, sale(till, SeatIndex{20}, 52).order, Wish::Refund, true};
    till.journal(early);
    till.journal(late);
    const auto reply = till.push(m_rig.http, 1, 2);
    QVERIFY(reply.ok());
    QCOMPARE(reply->outcomes.at(0).kind, OutcomeKind::Confirmed);
    QCOMPARE(reply->outcomes.at(1).kind, OutcomeKind::Conflict);
    const QJsonObject opened = first("cases");
    QCOMPARE(opened.value(u"phase"_s).toString(), u"refund_due"_s); // as the customer wished
    QCOMPARE(opened.value(u"refund"_s).toObject().value(u"amount"_s).toInt(), 5'000);
    const QByteArray step = "/cases/" + opened.value(u"case"_s).toString().toLatin1();
    QCOMPARE(post(step + "/refund", "{}", m_admin).status, 200);
    QCOMPARE(first("cases").value(u"phase"_s).toString(), u"refunded"_s);
    QCOMPARE(post(step + "/sing", "{}", m_admin).status, 404);
    QCOMPARE(post(step + "/accept", R"({"choice":7})", m_admin).status, 400);
}

void AdminTest::aForkIsAnAlarmThatAPersonSettles()
{
    CounterClient till = enrolled();
    CounterClient copy = till;
    till.journal(ReleaseHold{idOf<HoldId>(1), till.holder()});
    copy.journal(ReleaseHold{idOf<HoldId>(2), till.holder()});
    QVERIFY(till.push(m_rig.http, 1, 1).ok());
    const auto fork = copy.push(m_rig.http, 1, 1);
    QVERIFY(fork.ok() && fork->stopped && fork->stopped->code == ErrorCode::OpFork);
    const QJsonObject alarm = first("alarms");
    QCOMPARE(alarm.value(u"kind"_s).toString(), u"fork"_s);
    const QByteArray rest = "/alarms/" + alarm.value(u"seq"_s).toString().toLatin1() + "/settle";
    QCOMPARE(post(rest, "{}", m_admin).status, 400); // what was found?
    QCOMPARE(post(rest, R"({"note":"the old laptop was copied"})", m_admin).status, 200);
    QVERIFY(overview().value(u"alarms"_s).toArray().isEmpty());
}

void AdminTest::permissionsAreNamed()
{
    const QByteArray seller = m_till.token; // anna sells
    const HttpReply refused = post("/alarms/3/settle", R"({"note":"all is well"})", seller);
    QCOMPARE(refused.status, 403);
    QVERIFY2(refused.body.contains("write_off"), refused.body);
    QCOMPARE(post("/devices/" + idText(9) + "/give-up", R"({"reason":"gone"})", seller).status, 403);
    QCOMPARE(m_rig.http.get(path("/overview")).status, 401);
    // A supervisor signs for seats; whose key counts is for an administrator.
    const QByteArray supervisor = m_rig.signIn("clara", staffPassword, u"127.0.0.41"_s);
    const HttpReply revoked =
        m_rig.http.post("/api/v1/admin/counters/" + QByteArray::fromStdString(m_till.device.toString()) + "/revoke",
                        R"({"reason":"stolen"})", bearer(supervisor));
    QCOMPARE(revoked.status, 403);
    QVERIFY2(revoked.body.contains("manage_devices"), revoked.body);
}

QTEST_GUILESS_MAIN(AdminTest)
#include "admin_test.moc"

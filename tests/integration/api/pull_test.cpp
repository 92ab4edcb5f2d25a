// What a pull tells the centre: that a counter is there, and what it has seen. Neither without its signature.
#include "tests/support/counter_client.h"

#include <QDir>
#include <QJsonArray>
#include <QTest>

using namespace parterre;
using namespace parterre::testing;
using namespace Qt::StringLiterals;

class PullTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { QVERIFY(m_rig.endsWell()); }

    void onlyWhoShowsItsKeyIsHeard();
    void aCentreThatHasLostDataStops();

private:
    QJsonObject overview() const
    {
        return m_rig.http.get("/api/v1/admin/events/" + idText(1) + "/overview", bearer(m_boss)).json();
    }
    bool heard() const
    {
        const QJsonArray allotments = overview().value(u"allotments"_s).toArray();
        return !allotments.at(0).toObject().value(u"last_contact"_s).toString().isEmpty();
    }
    QJsonArray alarms() const { return overview().value(u"alarms"_s).toArray(); }
    bool frozen() const { return overview().value(u"frozen"_s).toBool(); }
    std::uint64_t head() const
    {
        return m_rig.http.get(eventPath(1) + "/seats").json().value(u"seq"_s).toVariant().toULongLong();
    }
    // A pull under headers of the test's own.
    HttpReply pull(std::uint64_t after, HttpHeaders headers) const
    {
        return m_rig.http.get(
            eventPath(1) + "/log?log_id=" + m_logId + "&after=" + QByteArray::number(qulonglong(after)), headers);
    }
    void copyData(const QString& from, const QString& to) const
    {
        for (const QString& old : QDir(to).entryList({u"*.db*"_s}, QDir::Files))
            QVERIFY(QDir(to).remove(old));
        for (const QString& file : QDir(from).entryList({u"*.db*"_s}, QDir::Files))
            QVERIFY(QFile::copy(QDir(from).filePath(file), QDir(to).filePath(file)));
    }

    ApiRig m_rig;
    SeatPlanPtr m_plan = planFromText(std::vector<std::string>(4, std::string(10, 'A')));
    QTemporaryDir m_snapshot;
    CounterClient m_till;
    CounterClient m_other;
    QByteArray m_boss;
    QByteArray m_logId;
};

void PullTest::initTestCase()
{
    QVERIFY(m_rig.start({VenueEvent{1, m_plan, "A Night", {}, true}}));
    QVERIFY(m_till.enrol(m_rig, u"127.0.0.2"_s));
    QVERIFY(m_other.enrol(m_rig, u"127.0.0.3"_s));
    m_boss = m_rig.signIn("boss", staffPassword, u"127.0.0.4"_s);
    m_till.journal(RequestAllotment{m_till.device, {{PriceAreaIndex{0}, 4}}});
    QVERIFY(m_till.push(m_rig.http, 1, 1).ok());
    m_logId = m_rig.http.get(eventPath(1) + "/seats").text("log_id").toLatin1();
    m_rig.server.kill();
    copyData(m_rig.server.data(), m_snapshot.path());
    QVERIFY(m_rig.again()); // and has heard nobody yet
}

void PullTest::onlyWhoShowsItsKeyIsHeard()
{
    const LogId logId = LogId::fromString(m_logId.toStdString()).value();
    const QByteArray name = QByteArray::fromStdString(m_till.device.toString());
    HttpHeaders unsignedPull = bearer(m_till.token);
    unsignedPull.emplace_back("Parterre-Device", name);
    HttpHeaders foreign = m_other.pullHeaders(logId, 0);
    foreign.back().second = name;
    HttpHeaders ofAnother = m_till.pullHeaders(logId, 1);
    for (const HttpHeaders& headers : {unsignedPull, foreign, ofAnother}) {
        QCOMPARE(pull(0, headers).status, 200); // anybody on the staff may read
        QVERIFY(!heard());
    }
    QCOMPARE(m_till.pull(m_rig.http, m_logId, 0).status, 200);
    QVERIFY(heard());
}

// The data folder of before is put back, and nobody tells the centre: it goes on under the same log.
void PullTest::aCentreThatHasLostDataStops()
{
    for (std::uint32_t seat = 20; seat < 32; ++seat) {
        Order order = orderFor(*m_plan, sampleTerms(*m_plan), {{SeatIndex{seat}}, {}}, idOf<OrderId>(seat));
        order.channel = Channel::Counter;
        order.device = m_other.device;
        m_other.journal(SellProvisional{m_other.device, order, Wish::Ask, false});
    }
    QCOMPARE(m_other.push(m_rig.http, 1, 12)->applied, std::uint64_t(12));
    const std::uint64_t seen = head();
    m_rig.server.kill();
    copyData(m_snapshot.path(), m_rig.server.data());
    QVERIFY(m_rig.again());
    QVERIFY(head() + 8 < seen);

    // Nobody's word: without a signature, and signed by a counter that nobody has enrolled.
    CounterClient invented = m_till;
    invented.device = idOf<DeviceId>(99);
    HttpHeaders unsignedPull = bearer(m_till.token);
    unsignedPull.emplace_back("Parterre-Device", QByteArray::fromStdString(m_till.device.toString()));
    QCOMPARE(pull(seen, unsignedPull).code(), QByteArray("future_cursor"));
    QCOMPARE(invented.pull(m_rig.http, m_logId, seen).code(), QByteArray("future_cursor"));
    QTest::qWait(200);
    QVERIFY(!frozen() && alarms().isEmpty());

    for (int i = 0; i < 3; ++i)
        QCOMPARE(m_till.pull(m_rig.http, m_logId, seen).code(), QByteArray("future_cursor"));
    QTRY_VERIFY_WITH_TIMEOUT(frozen(), 3'000);
    QCOMPARE(m_other.pull(m_rig.http, m_logId, seen).code(), QByteArray("future_cursor"));
    QTest::qWait(200);
    QCOMPARE(alarms().size(), 1);
    const QJsonObject alarm = alarms().at(0).toObject();
    QCOMPARE(alarm.value(u"kind"_s).toString(), u"lost_history"_s);
    QVERIFY(alarm.value(u"detail"_s).toString().startsWith(u"Till has seen the log up to %1"_s.arg(seen)));
    QVERIFY(m_rig.hold(1, R"({"best":{"quantity":1}})").status != 201);

    // A person has the last word about what these two have shown.
    const QByteArray settle =
        "/api/v1/admin/events/" + idText(1) + "/alarms/" + alarm.value(u"seq"_s).toString().toLatin1() + "/settle";
    QCOMPARE(m_rig.http.post(settle, R"({"note":"looked"})", bearer(m_boss)).status, 200);
    QVERIFY(!frozen());
    m_till.pull(m_rig.http, m_logId, seen);
    m_other.pull(m_rig.http, m_logId, seen);
    QTest::qWait(200);
    QVERIFY(!frozen());
    QCOMPARE(m_rig.hold(1, R"({"best":{"quantity":1}})").status, 201);
}

QTEST_GUILESS_MAIN(PullTest)
#include "pull_test.moc"

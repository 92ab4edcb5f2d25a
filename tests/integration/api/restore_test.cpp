// A centre that came back from a backup, seen by the counters that lived on.
#include "tests/support/counter_client.h"

#include <QDir>
#include <QTest>

using namespace parterre;
using namespace parterre::testing;
using namespace Qt::StringLiterals;

class RestoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QFile::remove(m_file);
        m_till = {};
        m_rig = std::make_unique<ApiRig>();
        QVERIFY(m_rig->start({VenueEvent{}}));
        QVERIFY(m_till.enrol(*m_rig, u"127.0.0.2"_s));
    }
    void cleanup() { QVERIFY(m_rig->endsWell()); }

    void aCounterOfAfterTheBackupDeliversItsSales();
    void noInstallationTwice();
    void whatMayNotBeSaid();
    void whatWasTakenStaysTaken();
    void withoutTheAccountsOfBeforeAPersonChecks();

private:
    bool backUp() { return m_rig->server.run({u"backup"_s, u"--to"_s, m_file}).status == 0; }
    // Over what is there. False when anything fails.
    bool restoreOver()
    {
        m_rig->server.kill();
        m_said = m_rig->server.run({u"restore"_s, u"--from"_s, m_file});
        return m_said.status == 0 && m_rig->again();
    }
    // On a new disk: nothing but the backup is left.
    bool restore()
    {
        m_rig->server.kill();
        QDir data(m_rig->server.data());
        for (const QString& file : data.entryList({u"*.db*"_s}, QDir::Files))
            data.remove(file);
        return restoreOver();
    }
    QByteArray boss() { return m_rig->signIn("boss", staffPassword, u"127.0.0.%1"_s.arg(10 + m_asked++)); }
    std::uint32_t logGen()
    {
        const HttpReply overview = m_rig->http.get("/api/v1/admin/events/" + idText(1) + "/overview", bearer(boss()));
        return static_cast<std::uint32_t>(overview.json().value(u"log_gen"_s).toInt());
    }
    bool revoke(const CounterClient& till)
    {
        const QByteArray path = "/api/v1/admin/counters/" + QByteArray::fromStdString(till.device.toString());
        return m_rig->http.post(path + "/revoke", R"({"reason":"stolen"})", bearer(boss())).status == 200;
    }
    QByteArray pushed(CounterClient till)
    {
        till.token = m_till.token; // of before the backup: it is in there
        if (till.ops.empty())
            till.journal(Hello{till.device, 0, 0});
        const HttpReply reply = till.pushBytes(m_rig->http, till.batch(1, 1));
        return reply.status == 200 ? QByteArray("taken") : reply.body;
    }
    HttpReply enrolAgain(const CounterClient& till, const QByteArray& more)
    {
        const QByteArray code = m_rig->server.run({u"counter"_s, u"enrol"_s, u"Till"_s}).out.trimmed();
        QByteArray body = CounterClient::enrolBody(code, "Till", till.key.publicKey());
        body.chop(1);
        body += ",\"device\":\"" + QByteArray::fromStdString(till.device.toString()) + "\"" + more + "}";
        return m_rig->server.http(u"127.0.0.%1"_s.arg(10 + m_asked++)).post("/api/v1/counters/enrol", body);
    }
    // The next installation of the counter, without ops.
    CounterClient next(CounterClient till, const HttpReply& enrolled)
    {
        till.installGen = static_cast<std::uint32_t>(enrolled.json().value(u"install_gen"_s).toInt());
        till.ops.clear();
        till.token = m_till.token; // of before the backup: it is in there
        return till;
    }
    SellProvisional sold(const CounterClient& till, std::uint32_t seat) const
    {
        const SeatPlanPtr plan = samplePlan();
        Order order = orderFor(*plan, sampleTerms(*plan), {{SeatIndex{seat}}, {}}, idOf<OrderId>(seat + 1));
        order.channel = Channel::Counter;
        order.device = till.device;
        return {till.device, order, Wish::Ask, false};
    }

    std::unique_ptr<ApiRig> m_rig;
    QTemporaryDir m_folder;
    QString m_file = m_folder.filePath(u"backup"_s);
    CounterClient m_till;
    CommandRun m_said; // by restore
    int m_asked = 0;
};

void RestoreTest::aCounterOfAfterTheBackupDeliversItsSales()
{
    QVERIFY(backUp());
    CounterClient late;
    QVERIFY(late.enrol(*m_rig, u"127.0.0.3"_s));
    late.journal(sold(late, 3));
    QVERIFY(restore());
    late.token = m_till.token;
    const HttpReply refused = late.pushBytes(m_rig->http, late.batch(1, 1));
    QCOMPARE(refused.status, 403); // as one that was revoked: it has to be enrolled anew
    QVERIFY2(refused.body.contains("not known here"), refused.body);

    const HttpReply enrolled = enrolAgain(late, R"(,"install_gen":1)");
    QVERIFY2(enrolled.status == 201, enrolled.body);
    QCOMPARE(enrolled.text("device").toStdString(), late.device.toString());
    CounterClient again = next(late, enrolled);
    QCOMPARE(again.installGen, 2u);
    again.journal(sold(again, 3));
    m_till.journal(Hello{m_till.device, logGen(), 0}); // known to the backup, which waits for it
    QVERIFY(m_till.push(m_rig->http, 1, 1).ok());
    const auto outcomes = again.push(m_rig->http, 1, 1);
    QVERIFY2(outcomes.ok(), outcomes ? "" : outcomes.error().detail.c_str());
    QCOMPARE(outcomes->applied, std::uint64_t(1));
    QCOMPARE(m_rig->http.get(eventPath(1) + "/seats").text("states").at(3), u'x');
}

// The backup knows the first installation; the counter has had a second since.
void RestoreTest::noInstallationTwice()
{
    QVERIFY(backUp());
    const HttpReply second = enrolAgain(m_till, R"(,"install_gen":1)");
    QCOMPARE(next(m_till, second).installGen, 2u);
    QVERIFY(restore());
    CounterClient till = next(m_till, second);
    till.journal(sold(till, 4));
    QCOMPARE(till.pushBytes(m_rig->http, till.batch(1, 1)).code(), QByteArray("fork"));
    QCOMPARE(next(m_till, enrolAgain(m_till, R"(,"install_gen":2)")).installGen, 3u);
    // A counter of before this field, unknown or not: its first installation is all that can be taken for granted.
    QCOMPARE(next(m_till, enrolAgain(m_till, {})).installGen, 4u);
    CounterClient unknown;
    unknown.device = idOf<DeviceId>(77);
    QCOMPARE(next(unknown, enrolAgain(unknown, {})).installGen, 2u);
}

void RestoreTest::whatMayNotBeSaid()
{
    for (const char* said : {"0", "-1", "1000001", "4294967295", "1.5", "\"2\""}) {
        const HttpReply reply = enrolAgain(m_till, QByteArray(",\"install_gen\":") + said);
        QVERIFY2(reply.status == 400, reply.body);
    }
    CounterClient nobody;
    QCOMPARE(enrolAgain(nobody, R"(,"install_gen":1)").status, 400);
    QCOMPARE(next(m_till, enrolAgain(m_till, R"(,"install_gen":1)")).installGen, 2u);
}

void RestoreTest::whatWasTakenStaysTaken()
{
    CounterClient moved;
    QVERIFY(moved.enrol(*m_rig, u"127.0.0.3"_s));
    QVERIFY(backUp());
    CounterClient late;
    CounterClient lateAndLost;
    QVERIFY(late.enrol(*m_rig, u"127.0.0.4"_s));
    QVERIFY(lateAndLost.enrol(*m_rig, u"127.0.0.5"_s));
    QVERIFY(revoke(m_till) && revoke(lateAndLost));
    const CounterClient again = next(moved, enrolAgain(moved, R"(,"install_gen":1)"));
    QVERIFY(restoreOver());
    QVERIFY2(pushed(m_till).contains("revoked"), pushed(m_till));
    QVERIFY2(pushed(lateAndLost).contains("revoked"), pushed(lateAndLost));
    QVERIFY(pushed(moved).contains("as installation 2"));
    QCOMPARE(pushed(again), QByteArray("taken"));
    QVERIFY(m_rig->hold(1, R"({"seats":["Stalls/1/1"]})").status != 201); // `late` may have sold it
    QCOMPARE(pushed(late), QByteArray("taken"));
    QVERIFY2(!m_said.out.contains("cannot be read"), m_said.out);
}

void RestoreTest::withoutTheAccountsOfBeforeAPersonChecks()
{
    QVERIFY(backUp());
    QVERIFY(revoke(m_till));
    m_rig->server.kill();
    QFile broken(m_rig->server.file(u"accounts.db"_s));
    QVERIFY(broken.open(QIODevice::WriteOnly));
    broken.write(QByteArray(8'192, 'x'));
    broken.close();
    QFile::remove(m_rig->server.file(u"accounts.db-wal"_s));
    QVERIFY(restoreOver());
    QVERIFY2(m_said.out.contains("cannot be read"), m_said.out + m_said.err);
    QVERIFY2(m_said.out.contains("counter Till, " + QByteArray::fromStdString(m_till.device.toString())), m_said.out);
    QVERIFY2(m_said.out.contains("staff anna, seller"), m_said.out);
    QCOMPARE(pushed(m_till), QByteArray("taken")); // which is why
}

QTEST_GUILESS_MAIN(RestoreTest)
#include "restore_test.moc"

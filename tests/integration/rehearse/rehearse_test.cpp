// parterre-server rehearse against a real server: what it buys is what the server has sold; and what it says when there
// is nothing to rehearse against.
#include "tests/support/server_under_test.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QTest>

using namespace parterre::testing;
using namespace Qt::StringLiterals;

namespace {

// A running rehearsal.
class Rehearsing
{
public:
    void start(std::uint16_t port, const QStringList& options)
    {
        m_process.start(QStringLiteral(PARTERRE_SERVER),
                        QStringList{u"rehearse"_s, u"--target"_s, u"http://127.0.0.1:%1"_s.arg(port), u"--report"_s,
                                    m_folder.path()} +
                            options);
    }
    // Its exit status, -1 when it does not end in time.
    int finish(int withinMs = 60'000)
    {
        if (!m_process.waitForFinished(withinMs) || m_process.exitStatus() != QProcess::NormalExit)
            return -1;
        m_out += m_process.readAllStandardOutput();
        m_err = m_process.readAllStandardError();
        return m_process.exitCode();
    }
    bool waitForLine(int withinMs = 20'000)
    {
        const QDeadlineTimer deadline(withinMs);
        while (!m_out.contains('\n') && m_process.waitForReadyRead(static_cast<int>(deadline.remainingTime())))
            m_out += m_process.readAllStandardOutput();
        return m_out.contains('\n');
    }
    void interrupt() { ::kill(static_cast<pid_t>(m_process.processId()), SIGINT); }
    QByteArray file(const QString& name) const
    {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    QJsonObject report() const { return QJsonDocument::fromJson(file(u"report.json"_s)).object(); }
    const QByteArray& out() const { return m_out; }
    const QByteArray& err() const { return m_err; }

private:
    QTemporaryDir m_folder;
    QProcess m_process;
    QByteArray m_out;
    QByteArray m_err;
};

qint64 figure(const QByteArray& verified, const QByteArray& name)
{
    const qsizetype at = verified.indexOf(' ' + name + '=');
    return at < 0 ? -1 : verified.mid(at + name.size() + 2).split(' ').front().trimmed().toLongLong();
}

QJsonObject part(const QJsonObject& object, const char* name)
{
    return object[QLatin1String(name)].toObject();
}

} // namespace

class RehearseTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY(start(m_any)); }
    void aCrowdBuysAndTheBooksAgree_data();
    void aCrowdBuysAndTheBooksAgree();
    void theSameSeedBringsTheSameCrowd();
    void anInterruptedRehearsalStillReports();
    void refusesWhatCannotBePlayed_data();
    void refusesWhatCannotBePlayed();
    void saysWhenTheServerIsNotThere();

private:
    // On the demo venue; `socketThreads`: further threads that keep the connections.
    static bool start(ServerUnderTest& server, int socketThreads = 0);

    ServerUnderTest m_any; // for whoever does not mind what others bought
};

bool RehearseTest::start(ServerUnderTest& server, int socketThreads)
{
    QFile config(server.file(u"server.ini"_s));
    if (!config.open(QIODevice::WriteOnly))
        return false;
    config.write("[front]\nsocketThreads=" + QByteArray::number(socketThreads) + '\n');
    config.close();
    return server.run({u"demo-data"_s}).status == 0 &&
           server.start({u"--test-payments"_s, u"--config"_s, config.fileName()});
}

void RehearseTest::aCrowdBuysAndTheBooksAgree_data()
{
    QTest::addColumn<int>("socketThreads");
    QTest::newRow("one thread") << 0;
    QTest::newRow("three threads") << 2;
}

void RehearseTest::aCrowdBuysAndTheBooksAgree()
{
    QFETCH(int, socketThreads);
    ServerUnderTest server;
    QVERIFY(start(server, socketThreads));
    QFile codes(server.file(u"codes"_s));
    QVERIFY(codes.open(QIODevice::WriteOnly));
    for (int i = 0; i < 2; ++i)
        codes.write(server.run({u"counter"_s, u"enrol"_s, u"Till"_s}).out);
    codes.close();
    QFile password(server.file(u"password"_s));
    QVERIFY(password.open(QIODevice::WriteOnly));
    password.write("demo-anna-sells\n");
    password.close();

    Rehearsing rehearsal;
    rehearsal.start(server.port(), {u"--fans"_s,
                                    u"200"_s,
                                    u"--flash"_s,
                                    u"40"_s,
                                    u"--within"_s,
                                    u"1"_s,
                                    u"--bots"_s,
                                    u"2"_s,
                                    u"--for"_s,
                                    u"6"_s,
                                    u"--pace"_s,
                                    u"20"_s,
                                    u"--counter-codes"_s,
                                    codes.fileName(),
                                    u"--clerk"_s,
                                    u"anna"_s,
                                    u"--clerk-password-file"_s,
                                    password.fileName(),
                                    u"--spread-addresses"_s,
                                    u"--lang"_s,
                                    u"de"_s});
    QCOMPARE(rehearsal.finish(), 0);
    const QJsonObject report = rehearsal.report();
    QVERIFY(report[u"every_seat_once"_s].toBool());
    QVERIFY(report[u"money_agrees"_s].toBool());
    QVERIFY(!report[u"cut_short"_s].toBool());
    const QJsonObject people = part(report, "people");
    QCOMPARE(part(people, "fan")[u"count"_s].toInt(), 200);
    QCOMPARE(part(people, "flash_fan")[u"count"_s].toInt(), 40);
    const QJsonObject endings = part(part(people, "fan"), "endings");
    QVERIFY(!endings.contains(u"failed"_s));
    QVERIFY(endings[u"bought"_s].toInt() > 20);
    QVERIFY(part(people, "counter")[u"seats"_s].toInt() > 0);
    QVERIFY(part(part(report, "calls"), "hold").contains(u"accepted"_s));
    QVERIFY(part(part(report, "calls"), "stream").contains(u"accepted"_s));
    QVERIFY(rehearsal.file(u"report.html"_s).contains("Verkaufsprobe"));
    QVERIFY2(rehearsal.out().contains("gekommen"), rehearsal.out().constData());

    // The server's own books say the same.
    QCOMPARE(server.stop(), 0);
    const CommandRun verified = server.verify();
    QVERIFY2(verified.status == 0, verified.out.constData());
    const QJsonObject sales = part(report, "sales");
    QCOMPARE(figure(verified.out, "orders"), sales[u"orders"_s].toInteger());
    QCOMPARE(figure(verified.out, "sold"), sales[u"places"_s].toInteger());
    QVERIFY(sales[u"unopened"_s].toArray().isEmpty());
}

void RehearseTest::theSameSeedBringsTheSameCrowd()
{
    QJsonValue arrived[2];
    for (int run = 0; run < 2; ++run) {
        ServerUnderTest server;
        QVERIFY(start(server));
        Rehearsing rehearsal;
        rehearsal.start(server.port(), {u"--fans"_s, u"60"_s, u"--for"_s, u"3"_s, u"--pace"_s, u"50"_s, u"--seed"_s,
                                        u"12"_s, u"--spread-addresses"_s});
        QCOMPARE(rehearsal.finish(), 0);
        QJsonArray seconds;
        const QJsonArray all = rehearsal.report()[u"seconds"_s].toArray();
        for (const auto& second : all)
            if (second.toObject()[u"arrived"_s].toInt() > 0)
                seconds.append(second.toObject()[u"arrived"_s]);
        arrived[run] = seconds;
        QCOMPARE(part(rehearsal.report(), "options")[u"seed"_s].toString(), u"12"_s);
    }
    QCOMPARE(arrived[0], arrived[1]);
    QVERIFY(!arrived[0].toArray().isEmpty());
}

void RehearseTest::anInterruptedRehearsalStillReports()
{
    ServerUnderTest server;
    QVERIFY(start(server));
    Rehearsing rehearsal;
    rehearsal.start(server.port(),
                    {u"--fans"_s, u"200"_s, u"--for"_s, u"600"_s, u"--pace"_s, u"5"_s, u"--spread-addresses"_s});
    QVERIFY(rehearsal.waitForLine());
    rehearsal.interrupt();
    QCOMPARE(rehearsal.finish(), 0);
    const QJsonObject report = rehearsal.report();
    QVERIFY(report[u"interrupted"_s].toBool());
    QVERIFY(report[u"lasted_ms"_s].toDouble() < 60'000);
    QVERIFY(rehearsal.file(u"report.html"_s).contains("stopped early"));
}

void RehearseTest::refusesWhatCannotBePlayed_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("no number") << QStringList{u"--fans"_s, u"many"_s} << QByteArray("--fans takes");
    QTest::newRow("no such option") << QStringList{u"--crowd"_s, u"1"_s} << QByteArray("crowd");
    QTest::newRow("buys nothing") << QStringList{u"--buy"_s, u"1,0"_s} << QByteArray("--buy takes");
    QTest::newRow("no such event") << QStringList{u"--event"_s, u"0123"_s} << QByteArray("no such event");
    QTest::newRow("https") << QStringList{u"--target"_s, u"https://example.org"_s} << QByteArray("plain http");
    QTest::newRow("counters without codes") << QStringList{u"--counters"_s, u"3"_s} << QByteArray("--counter-codes");
    QTest::newRow("language") << QStringList{u"--lang"_s, u"tlh"_s} << QByteArray("--lang takes");
}

void RehearseTest::refusesWhatCannotBePlayed()
{
    QFETCH(QStringList, options);
    QFETCH(QByteArray, says);
    Rehearsing rehearsal;
    rehearsal.start(m_any.port(), options + QStringList{u"--for"_s, u"1"_s});
    QCOMPARE(rehearsal.finish(), 2);
    QVERIFY2(rehearsal.err().contains(says), rehearsal.err().constData());
    QVERIFY(rehearsal.report().isEmpty());
}

void RehearseTest::saysWhenTheServerIsNotThere()
{
    const std::uint16_t port = m_any.port();
    m_any.kill(); // the last test
    Rehearsing rehearsal;
    rehearsal.start(port, {});
    QCOMPARE(rehearsal.finish(), 2);
    QVERIFY2(rehearsal.err().contains("cannot be reached") && rehearsal.err().contains("unreachable"),
             rehearsal.err().constData());
}

QTEST_GUILESS_MAIN(RehearseTest)
#include "rehearse_test.moc"

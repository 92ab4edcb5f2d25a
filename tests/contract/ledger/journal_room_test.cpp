// makeRoomForCommits(): the WAL has its full size afterwards and keeps it, and nothing else has changed.
#include "server/ledger/sql/sql_ledger.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace parterre;

class JournalRoomTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void growsOnceAndLeavesNothingBehind()
    {
        const QTemporaryDir folder;
        auto opened = SqlLedger::open(folder.path());
        QVERIFY(opened.ok());
        SqlLedger& ledger = **opened;
        const QString wal = SqlLedger::fileIn(folder.path()) + QStringLiteral("-wal");
        QVERIFY(QFileInfo(wal).size() < 4'000'000);

        ledger.makeRoomForCommits();
        const qint64 grown = QFileInfo(wal).size();
        QVERIFY2(grown > 16'000'000, qPrintable(QString::number(grown)));
        QVERIFY(!ledger.connection().inTransaction());
        auto left = ledger.connection().prepare("SELECT count(*) FROM sqlite_schema WHERE name = 'room'");
        QVERIFY(left.next());
        QCOMPARE(left.integer(0), std::int64_t(0));

        const PlanRecord plan{PlanId{{1}}, "Hall", "Plan", "body"};
        QVERIFY(ledger.savePlan(plan).ok());
        QCOMPARE(ledger.plan(plan.plan)->bytes, plan.bytes);
        QCOMPARE(QFileInfo(wal).size(), grown);
    }
};

QTEST_GUILESS_MAIN(JournalRoomTest)
#include "journal_room_test.moc"

// SQLite on the disk in memory: the same rules as on files, and the same bytes from the same seed.
#include "sync/journal/sql_cache.h"
#include "sync/journal/sql_journal.h"
#include "sync/sql/transaction.h"
#include "tests/support/crash_disk/crash_disk.h"

#include <QTest>

using namespace parterre;
using namespace parterre::sql;
using namespace parterre::testing;

class SqliteTest : public QObject
{
    Q_OBJECT

private:
    static Result<Connection> tryOpen(CrashDisk& disk, ConnectionOptions options = {})
    {
        options.disk = &disk;
        return Connection::open(QStringLiteral("a.db"), options);
    }
    static Connection open(CrashDisk& disk, const ConnectionOptions& options = {})
    {
        return std::move(tryOpen(disk, options)).value();
    }
    static std::int64_t count(Connection& connection)
    {
        Statement rows = connection.prepare("SELECT count(*) FROM t");
        return rows.next() ? rows.integer(0) : -1;
    }
    static ConnectionOptions exclusive()
    {
        ConnectionOptions options;
        options.exclusive = true;
        return options;
    }
    static std::string checked(Connection& connection)
    {
        Statement row = connection.prepare("PRAGMA integrity_check");
        return row.next() ? row.text(0) : row.status().error().detail;
    }

private Q_SLOTS:
    void init() { m_disk = std::make_unique<CrashDisk>(); }
    void cleanup() { m_disk.reset(); }

    void readersSeeCommittedDataBesideAWriter()
    {
        Connection writer = open(*m_disk);
        QVERIFY(writer.runScript("CREATE TABLE t(a INTEGER)"));
        ConnectionOptions reading;
        reading.readOnly = true;
        Connection reader = open(*m_disk, reading);
        Result<Transaction> transaction = Transaction::begin(writer);
        QVERIFY(writer.run("INSERT INTO t VALUES (1)"));
        QCOMPARE(count(reader), 0);
        QVERIFY(transaction->commit());
        QCOMPARE(count(reader), 1);
        Connection second = open(*m_disk);
        Result<Transaction> held = Transaction::begin(writer);
        QCOMPARE(Transaction::begin(second).error().code, ErrorCode::Unavailable);
    }

    void anExclusiveFileKeepsOthersOut()
    {
        auto owner = std::make_unique<Connection>(open(*m_disk, exclusive()));
        QVERIFY(owner->runScript("CREATE TABLE t(a INTEGER)"));
        QCOMPARE(tryOpen(*m_disk, exclusive()).error().code, ErrorCode::Unavailable);
        QCOMPARE(tryOpen(*m_disk).error().code, ErrorCode::Unavailable);
        owner.reset();
        QVERIFY(tryOpen(*m_disk, exclusive()).ok());
    }

    void aCommitSurvivesAPowerCut_data()
    {
        QTest::addColumn<bool>("isExclusive");
        QTest::addColumn<bool>("durable");
        QTest::newRow("exclusive") << true << true;
        QTest::newRow("shared") << false << true;
        QTest::newRow("not durable") << true << false;
    }
    void aCommitSurvivesAPowerCut()
    {
        QFETCH(bool, isExclusive);
        QFETCH(bool, durable);
        ConnectionOptions options;
        options.exclusive = isExclusive;
        options.durable = durable;
        {
            Connection connection = open(*m_disk, options);
            QVERIFY(connection.runScript("CREATE TABLE t(a INTEGER)"));
            QVERIFY(connection.runScript("PRAGMA wal_checkpoint"));
            QVERIFY(connection.run("INSERT INTO t VALUES (1)"));
            m_disk->cutPower();
        }
        m_disk->restore(m_disk->leftAfter(Loss::KeepNone));
        Connection again = open(*m_disk, options);
        QCOMPARE(count(again), durable ? 1 : 0);
        QCOMPARE(checked(again), std::string("ok"));
    }

    void aDiskThatLiesLosesACommit()
    {
        Connection connection = open(*m_disk, exclusive());
        QVERIFY(connection.runScript("CREATE TABLE t(a INTEGER)"));
        m_disk->inject({DiskFault::Kind::LyingSync, 1, DiskFault::forEver});
        QVERIFY(connection.run("INSERT INTO t VALUES (1)"));
        m_disk->cutPower();
        m_disk->restore(m_disk->leftAfter(Loss::KeepNone));
        Connection again = open(*m_disk, exclusive());
        QCOMPARE(count(again), 0);
    }

    void faultsReachTheProgram()
    {
        Connection connection = open(*m_disk, exclusive());
        QVERIFY(connection.runScript("CREATE TABLE t(a INTEGER)"));
        m_disk->inject({DiskFault::Kind::FailedSync, 1, 1});
        QCOMPARE(connection.run("INSERT INTO t VALUES (1)").error().code, ErrorCode::Storage);
        m_disk->inject({DiskFault::Kind::FullDisk, 1, 1});
        QCOMPARE(connection.run("INSERT INTO t VALUES (2)").error().code, ErrorCode::Storage);
        QVERIFY(connection.run("INSERT INTO t VALUES (3)"));
        QCOMPARE(count(connection), 1);
    }

    void aFlippedBitIsFound()
    {
        {
            Connection connection = open(*m_disk, exclusive());
            QVERIFY(connection.runScript("CREATE TABLE t(a INTEGER); CREATE INDEX i ON t(a);"
                                         "INSERT INTO t VALUES (100), (200), (300)"));
        }
        const qsizetype size = m_disk->file("a.db").size();
        QVERIFY(!m_disk->contains("a.db-wal")); // closing has moved everything over
        m_disk->flipBit("a.db", size - 2, 3);   // in the last key of the index
        Connection again = open(*m_disk, exclusive());
        QVERIFY(checked(again) != "ok");
    }

    void aBrokenCacheIsSetAside()
    {
        m_disk->restore({{"cache.db", QByteArray(8192, 'x')}});
        const auto cache = SqlCache::open(QStringLiteral("cache.db"), *m_disk);
        QVERIFY(cache.ok());
        QCOMPARE(m_disk->file("cache.db.broken").bytes(), QByteArray(8192, 'x'));
    }

    // Rolled back or cloned: an image is a whole disk of its own.
    void imagesAreCopies()
    {
        const auto clerks = [](Journal& journal) { return journal.load().value().clerks.size(); };
        auto journal = std::move(SqlJournal::open(QStringLiteral("j.db"), *m_disk)).value();
        JournalBatch batch;
        batch.clerks = {{"ann", "x"}};
        QVERIFY(journal->commit(batch));
        const DiskImage yesterday = m_disk->image();
        batch.clerks = {{"bea", "x"}};
        QVERIFY(journal->commit(batch));
        CrashDisk clone;
        clone.restore(m_disk->image());
        auto cloned = std::move(SqlJournal::open(QStringLiteral("j.db"), clone)).value();
        batch.clerks = {{"cleo", "x"}};
        QVERIFY(cloned->commit(batch));
        QCOMPARE(clerks(*cloned), std::size_t(3));
        QCOMPARE(clerks(*journal), std::size_t(2));
        m_disk->restore(yesterday);
        journal = std::move(SqlJournal::open(QStringLiteral("j.db"), *m_disk)).value();
        QCOMPARE(clerks(*journal), std::size_t(1));
    }

    void theSameSeedGivesTheSameBytes()
    {
        std::vector<DiskImage> images;
        for (const std::uint32_t seed : {7u, 7u, 8u}) {
            CrashDisk disk;
            CrashDisk::seedSqlite(seed);
            Connection connection = open(disk, exclusive());
            QVERIFY(connection.runScript("CREATE TABLE t(a INTEGER); INSERT INTO t VALUES (1)"));
            images.push_back(disk.image());
        }
        QVERIFY(images[0].contains("a.db-wal"));
        QVERIFY(images[0] == images[1]);
        QVERIFY(images[0] != images[2]); // the salts of the WAL
    }

private:
    std::unique_ptr<CrashDisk> m_disk;
};

QTEST_GUILESS_MAIN(SqliteTest)
#include "sqlite_test.moc"

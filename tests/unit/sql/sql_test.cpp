// The SQL layer on real files: statements, transactions, exclusive files, full disks, migrations.
#include "sync/sql/migrator.h"
#include "sync/sql/transaction.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace parterre;
using namespace parterre::sql;

class SqlTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString file() const { return m_folder->filePath(QStringLiteral("a.db")); }
    Connection open(const ConnectionOptions& options = {})
    {
        Result<Connection> opened = Connection::open(file(), options);
        if (!opened)
            qFatal("%s", opened.error().detail.c_str());
        return std::move(*opened);
    }
    static std::int64_t count(Connection& connection)
    {
        Statement rows = connection.prepare("SELECT count(*) FROM t");
        return rows.next() ? rows.integer(0) : -1;
    }
    void write(const char* name, const QByteArray& text)
    {
        QFile step(m_folder->filePath(QString::fromLatin1(name)));
        QVERIFY(step.open(QIODevice::WriteOnly));
        step.write(text);
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void keepsEveryKindOfValue()
    {
        Connection connection = open();
        QVERIFY(connection.runScript("CREATE TABLE t(a, b, c, d, e, f) STRICT").error().code == ErrorCode::Internal);
        QVERIFY(connection.runScript("CREATE TABLE t(a ANY, b ANY, c ANY, d ANY, e ANY, f ANY) STRICT"));
        const std::uint64_t large = (std::uint64_t(1) << 63) - 1;
        const Bytes32 fixed{1, 2, 3};
        using TestId = Id128<struct TestIdTag>;
        QVERIFY(connection.run("INSERT INTO t VALUES (?1, ?2, ?3, ?4, ?5, ?6)", large, std::string_view(), QByteArray(),
                               fixed, std::optional<std::int64_t>(), TestId{{7}}));
        Statement row = connection.prepare("SELECT a, b, c, d, e, f FROM t");
        QVERIFY(row.next());
        QCOMPARE(row.unsignedInteger(0), large);
        QVERIFY(!row.isNull(1) && row.text(1).empty()); // empty is not NULL
        QVERIFY(!row.isNull(2) && row.bytes(2).isEmpty());
        QVERIFY(row.fixed<32>(3) == fixed);
        QVERIFY(row.isNull(4) && row.id<TestId>(5) == TestId{{7}});
        QVERIFY(row.status());
        QVERIFY(row.fixed<16>(3) == Bytes16{}); // 32 bytes are not 16
        QCOMPARE(row.status().error().code, ErrorCode::Corrupt);
        QVERIFY(!row.next());
    }

    void reportsAWrongText()
    {
        Connection connection = open();
        QCOMPARE(connection.run("SELECT * FROM nowhere").error().code, ErrorCode::Internal);
        Statement rows = connection.prepare("SELEKT");
        QVERIFY(!rows.bind(1, "x").next());
        QVERIFY(!rows.status());
    }

    void lendsATextTwice()
    {
        Connection connection = open();
        QVERIFY(connection.runScript("CREATE TABLE t(a INTEGER); INSERT INTO t VALUES (1), (2)"));
        Statement outer = connection.prepare("SELECT a FROM t ORDER BY a");
        int pairs = 0;
        while (outer.next()) {
            Statement inner = connection.prepare("SELECT a FROM t ORDER BY a");
            while (inner.next())
                ++pairs;
        }
        QCOMPARE(pairs, 4);
    }

    void rollsBackUnlessCommitted()
    {
        Connection connection = open();
        QVERIFY(connection.runScript("CREATE TABLE t(a INTEGER)"));
        {
            Result<Transaction> transaction = Transaction::begin(connection);
            QVERIFY(transaction.ok());
            QVERIFY(connection.run("INSERT INTO t VALUES (1)"));
        }
        QCOMPARE(count(connection), 0);
        {
            Result<Transaction> transaction = Transaction::begin(connection);
            QVERIFY(connection.run("INSERT INTO t VALUES (1)"));
            QVERIFY(transaction->commit());
        }
        QCOMPARE(count(connection), 1);
    }

    void readersSeeCommittedDataOnly()
    {
        Connection writer = open();
        QVERIFY(writer.runScript("CREATE TABLE t(a INTEGER)"));
        ConnectionOptions reading;
        reading.readOnly = true;
        Connection reader = open(reading);
        Result<Transaction> transaction = Transaction::begin(writer);
        QVERIFY(writer.run("INSERT INTO t VALUES (1)"));
        QCOMPARE(count(reader), 0);
        QVERIFY(transaction->commit());
        QCOMPARE(count(reader), 1);
        QCOMPARE(reader.run("INSERT INTO t VALUES (2)").error().code, ErrorCode::Storage);
    }

    void waitsForTheOtherWriterAndGivesUp()
    {
        Connection one = open();
        QVERIFY(one.runScript("CREATE TABLE t(a INTEGER)"));
        ConnectionOptions impatient;
        impatient.busyTimeout = Milliseconds(20);
        Connection two = open(impatient);
        Result<Transaction> transaction = Transaction::begin(one);
        QCOMPARE(Transaction::begin(two).error().code, ErrorCode::Unavailable);
    }

    void keepsOthersOutOfAnExclusiveFile()
    {
        ConnectionOptions exclusive;
        exclusive.exclusive = true;
        auto owner = std::make_unique<Connection>(open(exclusive));
        QVERIFY(owner->runScript("CREATE TABLE t(a INTEGER)"));
        const Result<Connection> second = Connection::open(file(), exclusive);
        QCOMPARE(second.error().code, ErrorCode::Unavailable);
        QVERIFY(second.error().detail.find("in use by another running program") != std::string::npos);
        owner.reset();
        QVERIFY(Connection::open(file(), exclusive).ok());
    }

    void survivesAFullDisk()
    {
        Connection connection = open();
        QVERIFY(connection.runScript("CREATE TABLE t(a INTEGER, b BLOB)"));
        QVERIFY(connection.runScript("PRAGMA max_page_count=1")); // as many as there are
        Statement insert = connection.prepare("INSERT INTO t VALUES (?1, ?2)");
        const QByteArray large(100'000, 'x');
        {
            Result<Transaction> transaction = Transaction::begin(connection);
            QCOMPARE(insert.run(1, large).error().code, ErrorCode::Storage);
        }
        QCOMPARE(count(connection), 0);
        QVERIFY(connection.runScript("PRAGMA max_page_count=1000000"));
        QVERIFY(insert.run(1, large)); // the same statement works again
        QCOMPARE(count(connection), 1);
    }

    void refusesWhatIsNoDatabase()
    {
        write("a.db", QByteArray(4096, 'x'));
        QCOMPARE(Connection::open(file()).error().code, ErrorCode::Corrupt);
        QCOMPARE(Connection::open(m_folder->filePath(QStringLiteral("no/such/a.db"))).error().code, ErrorCode::Storage);
    }

    void createsFilesForTheOwnerOnly()
    {
        Connection connection = open();
        QVERIFY(connection.runScript("CREATE TABLE t(a INTEGER)"));
        for (const char* suffix : {"", "-wal"}) {
            const QFileDevice::Permissions mode = QFile::permissions(file() + QString::fromLatin1(suffix));
            QVERIFY(mode & QFileDevice::ReadOwner);
            QVERIFY(!(mode & (QFileDevice::ReadGroup | QFileDevice::ReadOther)));
        }
    }

    void migratesOnceAndInOrder()
    {
        Connection connection = open();
        write("0001_first.sql", "CREATE TABLE t(a INTEGER);");
        QVERIFY(migrate(connection, m_folder->path()));
        write("0002_second.sql", "INSERT INTO t VALUES (1); INSERT INTO t VALUES (2);");
        QCOMPARE(checkSchema(connection, m_folder->path()).error().code, ErrorCode::Unavailable);
        QVERIFY(migrate(connection, m_folder->path()));
        QVERIFY(migrate(connection, m_folder->path()));
        QVERIFY(checkSchema(connection, m_folder->path()));
        QCOMPARE(count(connection), 2);
    }

    void leavesAFailedStepUndone()
    {
        Connection connection = open();
        write("0001_first.sql", "CREATE TABLE t(a INTEGER);");
        write("0002_second.sql", "INSERT INTO t VALUES (1); NONSENSE;");
        const Result<void> failed = migrate(connection, m_folder->path());
        QVERIFY(failed.error().detail.find("schema step 2 (second)") != std::string::npos);
        QCOMPARE(count(connection), 0);
    }

    void refusesChangedAndNewerSchemas()
    {
        Connection connection = open();
        write("0001_first.sql", "CREATE TABLE t(a INTEGER);");
        write("0002_second.sql", "INSERT INTO t VALUES (1);");
        QVERIFY(migrate(connection, m_folder->path()));
        write("0001_first.sql", "CREATE TABLE t(a TEXT);");
        const Result<void> changed = migrate(connection, m_folder->path());
        QCOMPARE(changed.error().code, ErrorCode::Corrupt);
        QVERIFY(changed.error().detail.find("must never change") != std::string::npos);
        write("0001_first.sql", "CREATE TABLE t(a INTEGER);");
        QVERIFY(QFile::remove(m_folder->filePath(QStringLiteral("0002_second.sql"))));
        const Result<void> newer = migrate(connection, m_folder->path());
        QCOMPARE(newer.error().code, ErrorCode::Corrupt);
        QVERIFY(newer.error().detail.find("newer version") != std::string::npos);
    }

    void refusesGapsAndEmptyFolders()
    {
        QCOMPARE(readMigrations(m_folder->path()).error().code, ErrorCode::Corrupt);
        write("0002_second.sql", "SELECT 1;");
        QCOMPARE(readMigrations(m_folder->path()).error().code, ErrorCode::Corrupt);
    }

    void carriesTheSchemasInside_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::newRow("ledger") << QStringLiteral(":/sql/ledger");
        QTest::newRow("accounts") << QStringLiteral(":/sql/accounts");
    }
    void carriesTheSchemasInside()
    {
        QFETCH(QString, folder);
        Connection connection = open();
        const Result<void> migrated = migrate(connection, folder);
        QVERIFY2(migrated.ok(), migrated ? "" : migrated.error().detail.c_str());
    }
};

QTEST_GUILESS_MAIN(SqlTest)
#include "sql_test.moc"

// Power cuts at every step of bringing a database to the newest schema, from nothing and from every older one, and once
// more while what is left is put in order: the next start ends with the same schema and whole files.
#include "server/ledger/sql/sql_account_store.h"
#include "server/ledger/sql/sql_ledger.h"
#include "sync/journal/sql_cache.h"
#include "sync/journal/sql_journal.h"
#include "sync/sql/migrator.h"
#include "tests/simulation/crash_points/crash_points.h"
#include "tests/simulation/crash_points/file_check.h"

#include <QTest>

using namespace parterre;
using namespace parterre::testing;

namespace {

struct Database
{
    const char* name;
    const char* folder; // of its schema steps
    QString file;
    std::function<Result<void>(CrashDisk&)> open; // as the program does, and closes it
};

template <typename Opened>
Result<void> closed(const Result<Opened>& opened)
{
    return opened ? Result<void>() : opened.error();
}

const std::vector<Database>& databases()
{
    static const QString data = QStringLiteral("data");
    static const std::vector<Database> all = {
        {"journal", ":/sql/journal", QStringLiteral("journal.db"),
         [](CrashDisk& disk) { return closed(SqlJournal::open(QStringLiteral("journal.db"), disk)); }},
        {"cache", ":/sql/cache", QStringLiteral("cache.db"),
         [](CrashDisk& disk) { return closed(SqlCache::open(QStringLiteral("cache.db"), disk)); }},
        {"ledger", ":/sql/ledger", QStringLiteral("data/ledger.db"),
         [](CrashDisk& disk) { return closed(SqlLedger::open(data, disk)); }},
        {"accounts", ":/sql/accounts", QStringLiteral("data/accounts.db"),
         [](CrashDisk& disk) { return closed(SqlAccountStore::open(data, disk)); }},
    };
    return all;
}

// Everything SQLite knows about its tables, and which schema steps were taken.
std::string schemaOf(const DiskImage& image, const Database& database)
{
    CrashDisk disk;
    disk.restore(image);
    sql::ConnectionOptions options;
    options.disk = &disk;
    Result<sql::Connection> connection = sql::Connection::open(database.file, options);
    if (!connection)
        return connection.error().detail;
    std::string text;
    for (const char* query : {"SELECT type || name || coalesce(sql, '') FROM sqlite_schema ORDER BY type, name",
                              "SELECT number || name || hex(checksum) FROM schema_migration ORDER BY number"}) {
        sql::Statement rows = connection->prepare(query);
        while (rows.next())
            text += rows.text(0) + "\n";
        if (!rows.status())
            text += rows.status().error().detail;
    }
    return text;
}

struct Scene
{
    friend bool operator==(const Scene&, const Scene&) { return true; } // a migration tells nobody anything
};

struct Workflow
{
    const char* name;
    const Database& database;
};

class World
{
public:
    World(const Scene&, const DiskImage& image) { m_disk.restore(image); }
    CrashDisk& disk() { return m_disk; }
    void begin(const Workflow&) {}
    void run(const Workflow& workflow) { m_opened = workflow.database.open(m_disk); }
    std::vector<std::string> done(const Workflow&) const
    {
        return m_opened ? std::vector<std::string>{} : std::vector<std::string>{m_opened.error().detail};
    }
    std::vector<std::string> early() const { return {}; }
    std::unique_ptr<Scene> still() const { return std::make_unique<Scene>(); }
    void end() {}

private:
    CrashDisk m_disk;
    Result<void> m_opened;
};

// Will the next start find a rollback journal to play back? That changes the database, so power may be lost there, too.
bool rollsBack(const DiskImage& left, const Database& database)
{
    const auto journal = left.find(database.file.toStdString() + "-journal");
    return journal != left.end() && journal->second.bytes().startsWith("\xd9\xd5\x05\xf9");
}

std::vector<std::string> check(const Database& database, const std::string& expected, const DiskImage& left, bool again)
{
    std::vector<std::string> problems = damageIn(left);
    CrashDisk disk;
    disk.restore(left);
    if (Result<void> opened = database.open(disk); !opened)
        problems.push_back("does not open: " + opened.error().detail);
    else if (schemaOf(disk.image(), database) != expected)
        problems.push_back("has another schema");
    for (const auto& [name, content] : disk.image())
        if (name.find(".broken") != std::string::npos)
            problems.push_back("was set aside");
    constexpr std::uint64_t playBack = 12; // steps at most; what follows is a start like the first one
    const std::uint64_t steps = again && rollsBack(left, database) ? std::min(disk.steps(), playBack) : 0;
    for (std::uint64_t step = 1; step <= steps; ++step)
        for (const Loss loss : {Loss::KeepNone, Loss::KeepAll}) {
            disk.restore(left);
            disk.cutPowerAt(step);
            (void)database.open(disk);
            for (const std::string& problem : check(database, expected, disk.leftAfter(loss), false))
                problems.push_back("second cut at step " + std::to_string(step) + ", " + nameOf(loss) + ": " + problem);
        }
    return problems;
}

// The disk of a program that knew only the first `steps` of today's schema steps.
DiskImage olderDisk(const Database& database, std::size_t steps)
{
    CrashDisk disk;
    if (steps == 0)
        return {};
    std::vector<sql::Migration> migrations = sql::readMigrations(QString::fromLatin1(database.folder)).value();
    migrations.resize(steps);
    sql::ConnectionOptions options;
    options.disk = &disk;
    Result<sql::Connection> connection = sql::Connection::open(database.file, options);
    PARTERRE_REQUIRE(sql::migrate(*connection, migrations).ok());
    return disk.image();
}

} // namespace

class MigrationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyStep_data()
    {
        QTest::addColumn<int>("index");
        QTest::addColumn<int>("from");
        for (std::size_t i = 0; i < databases().size(); ++i) {
            const auto steps = sql::readMigrations(QString::fromLatin1(databases()[i].folder)).value().size();
            for (std::size_t from = 0; from < steps; ++from)
                QTest::addRow("%s from schema %zu", databases()[i].name, from)
                    << static_cast<int>(i) << static_cast<int>(from);
        }
    }
    void everyStep()
    {
        QFETCH(int, index);
        QFETCH(int, from);
        const Database& database = databases()[static_cast<std::size_t>(index)];
        CrashDisk fresh;
        QVERIFY(database.open(fresh));
        const std::string expected = schemaOf(fresh.image(), database);
        const Workflow workflow{QTest::currentDataTag(), database};
        const CrashReport report =
            everyCut<World>(Scene{}, olderDisk(database, static_cast<std::size_t>(from)), workflow,
                            [&](const Scene&, const DiskImage& left) { return check(database, expected, left, true); });
        QVERIFY2(report.problems.empty(), report.text().c_str());
    }
};

QTEST_GUILESS_MAIN(MigrationTest)
#include "migration_test.moc"

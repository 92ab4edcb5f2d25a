// One body of promises, run against the journal and cache in memory and on SQLite files.
#include "sync/journal/file_guard.h"
#include "sync/journal/sql_cache.h"
#include "sync/journal/sql_journal.h"
#include "tests/support/memory_journal.h"
#include "tests/support/sample_events.h"

#include "sync/sql/migrator.h"
#include "sync/wire/snapshot.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest/QTest>

using namespace parterre;
using namespace parterre::testing;

namespace {

JournalledOp opNumbered(std::uint64_t number, std::uint64_t event = 1)
{
    JournalledOp op;
    op.event = idOf<EventId>(event);
    op.at = sampleNow + Milliseconds(number);
    op.sealed.opN = number;
    op.sealed.bytes = "op " + Bytes::number(static_cast<qulonglong>(number));
    op.sealed.hash.fill(static_cast<std::uint8_t>(number));
    op.sealed.signature.fill(static_cast<std::uint8_t>(number + 1));
    return op;
}

JournalledOutcome outcomeOf(std::uint64_t number, std::uint64_t event = 1)
{
    return {idOf<EventId>(event),
            1,
            {number, OutcomeKind::Refused, ErrorCode::SeatTaken, "Stalls/1/1", 40 + number, {}},
            idOf<LogId>(77)};
}

JournalBatch fullBatch()
{
    JournalBatch batch;
    batch.identity = DeviceIdentity{{1, 2, 3}, idOf<DeviceId>(7), 3, "https://centre.example", "Till 1", {9}};
    batch.clerks = {{"ann", "argon"}, {"bea", "argon too"}};
    batch.ops = {opNumbered(1), opNumbered(2), opNumbered(1, 2)};
    batch.outcomes = {outcomeOf(1)};
    batch.grants = {{idOf<EventId>(1), 1, 1, Fence{12}, "boot", Milliseconds(4711), sampleNow},
                    {idOf<EventId>(1), 2, 1, Fence{90}, "boot", Milliseconds(4712), sampleNow}};
    BasketLine seat{SeatIndex{4}, std::nullopt, PriceTypeIndex{1}, {2'500, {}}};
    BasketLine unit{std::nullopt, StandingIndex{0}, PriceTypeIndex{0}, {3'000, {}}};
    batch.basket = BasketRecord{idOf<EventId>(1), {seat, unit}, idOf<HoldId>(5)};
    batch.prints = {{idOf<OrderId>(1), 1, sampleNow, PrintState::Asked, {}}};
    batch.logs = {{idOf<EventId>(1), idOf<LogId>(77), 2, true, 41, 2, false}, {idOf<EventId>(2), idOf<LogId>(78)}};
    SampleEvent sample;
    const Order order = sample.orderOf(sample.places({"Stalls/1/1"}), 9);
    PaymentRecord payment;
    payment.ref = idOf<PaymentRef>(3);
    payment.event = idOf<EventId>(1);
    payment.sale = SellHold{idOf<HoldId>(5), HolderId{idOf<DeviceId>(7).bytes}, order};
    payment.amount = {5'000, {}};
    payment.at = sampleNow;
    batch.payments = {payment};
    batch.suspect = SuspectRecord{3, sampleNow, "behind its guard"};
    return batch;
}

} // namespace

class JournalTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_journal.reset();
        m_cache.reset();
        m_memoryJournal = std::make_shared<MemoryJournal>();
        m_memoryCache = std::make_shared<MemoryCache>();
    }

    void keepsEverythingAcrossAReopening_data() { kinds(); }
    void keepsEverythingAcrossAReopening()
    {
        openJournal();
        QVERIFY(m_journal->load().value() == JournalContents{});
        QVERIFY(m_journal->commit(fullBatch()).ok());
        const JournalContents before = m_journal->load().value();
        openJournal();
        const JournalContents after = m_journal->load().value();
        QVERIFY(after == before);
        const JournalBatch batch = fullBatch();
        QVERIFY(after.identity == batch.identity);
        QVERIFY(after.clerks == batch.clerks);
        QVERIFY(after.ops == batch.ops);
        QVERIFY(after.outcomes == batch.outcomes);
        QVERIFY(after.grants == batch.grants);
        QVERIFY(after.baskets == std::vector{*batch.basket});
        QVERIFY(after.prints == batch.prints);
        QVERIFY(after.logs == batch.logs);
        QVERIFY(after.payments == batch.payments);
        QVERIFY(after.suspect == batch.suspect);
    }

    void replacesRecordsOfTheSameKey_data() { kinds(); }
    void replacesRecordsOfTheSameKey()
    {
        openJournal();
        QVERIFY(m_journal->commit(fullBatch()).ok());
        JournalBatch batch;
        batch.identity = DeviceIdentity{{1, 2, 3}, {}, 4, "other", "Till 2", {8}};
        batch.clerks = {{"ann", "new"}};
        batch.grants = {{idOf<EventId>(1), 1, 1, Fence{13}, "boot", Milliseconds(1), sampleNow}};
        batch.prints = {{idOf<OrderId>(1), 1, sampleNow, PrintState::Printed, "ok"}};
        batch.basket = BasketRecord{idOf<EventId>(1), {}, std::nullopt};
        batch.logs = {{idOf<EventId>(1), idOf<LogId>(79), 3, true, std::nullopt, std::nullopt, true}};
        batch.payments = fullBatch().payments;
        batch.payments[0].state = PaymentState::Taken;
        batch.payments[0].reference = "T-1";
        batch.suspect = SuspectRecord{4, sampleNow, "again"};
        batch.outcomes = {outcomeOf(1)};
        batch.outcomes[0].outcome.kind = OutcomeKind::Confirmed;
        batch.outcomes[0].log = idOf<LogId>(79);
        QVERIFY(m_journal->commit(batch).ok());
        const JournalContents contents = m_journal->load().value();
        QVERIFY(contents.logs.front() == batch.logs.front());
        QVERIFY(contents.payments == batch.payments);
        QVERIFY(contents.suspect == batch.suspect);
        QVERIFY(contents.outcomes == batch.outcomes);
        QVERIFY(contents.identity == batch.identity);
        QCOMPARE(contents.clerks.size(), std::size_t(2));
        QCOMPARE(contents.clerks[0].verifier, std::string("new"));
        QCOMPARE(contents.grants.size(), std::size_t(2)); // one an installation
        QVERIFY(contents.grants.front() == batch.grants.front());
        QVERIFY(contents.prints == batch.prints);
        QVERIFY(contents.baskets.empty());
    }

    void neverReplacesAnOp_data() { kinds(); }
    void neverReplacesAnOp()
    {
        openJournal();
        QVERIFY(m_journal->commit(fullBatch()).ok());
        const JournalContents before = m_journal->load().value();
        JournalBatch batch;
        batch.clerks = {{"cleo", "x"}};
        batch.ops = {opNumbered(3), opNumbered(2)};
        const Result<void> again = m_journal->commit(batch);
        QVERIFY(!again.ok());
        QCOMPARE(again.error().code, ErrorCode::Corrupt);
        QVERIFY(m_journal->load().value() == before); // nothing of the batch
    }

    void forgetsOldAnsweredOpsButTheLast_data() { kinds(); }
    void forgetsOldAnsweredOpsButTheLast()
    {
        openJournal();
        JournalBatch batch;
        batch.ops = {opNumbered(1), opNumbered(2), opNumbered(3), opNumbered(4), opNumbered(1, 2)};
        batch.outcomes = {outcomeOf(1), outcomeOf(2), outcomeOf(4), outcomeOf(1, 2)};
        QVERIFY(m_journal->commit(batch).ok());
        QVERIFY(m_journal->forgetAnswered(sampleNow + Milliseconds(2), 0).ok()); // op 1 alone is older
        QCOMPARE(numbers(), (std::vector<std::uint64_t>{2, 3, 4, 1}));
        QVERIFY(m_journal->forgetAnswered(sampleNow + Milliseconds(100), 1).ok());
        QCOMPARE(numbers(), (std::vector<std::uint64_t>{3, 4, 1}));
    }

    // A clock that is wrong by years makes everything look old; the newest stay, for a centre that is restored.
    void keepsTheNewestWhateverTheirTime_data() { kinds(); }
    void keepsTheNewestWhateverTheirTime()
    {
        openJournal();
        JournalBatch batch;
        batch.ops = {opNumbered(1), opNumbered(2), opNumbered(3), opNumbered(4)};
        batch.outcomes = {outcomeOf(1), outcomeOf(2), outcomeOf(3), outcomeOf(4)};
        QVERIFY(m_journal->commit(batch).ok());
        QVERIFY(m_journal->forgetAnswered(sampleNow + std::chrono::hours(24 * 365), 10).ok());
        QCOMPARE(numbers(), (std::vector<std::uint64_t>{1, 2, 3, 4}));
        QVERIFY(m_journal->forgetAnswered(sampleNow + std::chrono::hours(24 * 365), 3).ok());
        QCOMPARE(numbers(), (std::vector<std::uint64_t>{2, 3, 4}));
    }

    void forgetsNothingBehindAnOpItKeeps_data() { kinds(); }
    void forgetsNothingBehindAnOpItKeeps()
    {
        openJournal();
        JournalBatch batch;
        batch.ops = {opNumbered(1), opNumbered(2), opNumbered(3), opNumbered(4)};
        batch.ops[1].at = sampleNow + std::chrono::hours(24 * 365); // the wall clock was a year ahead for a while
        batch.outcomes = {outcomeOf(1), outcomeOf(2), outcomeOf(3), outcomeOf(4)};
        QVERIFY(m_journal->commit(batch).ok());
        QVERIFY(m_journal->forgetAnswered(sampleNow + std::chrono::hours(1), 1).ok());
        QCOMPARE(numbers(), (std::vector<std::uint64_t>{2, 3, 4})); // without a gap
    }

    void cacheFollowsAnEvent_data() { kinds(); }
    void cacheFollowsAnEvent()
    {
        openCache();
        const EventId event = idOf<EventId>(1);
        QVERIFY(!m_cache->load(event).value().has_value());
        const EventSummary summary{event, "A Night", "House", sampleNow, "Europe/Berlin"};
        QVERIFY(m_cache->saveEvents({summary}).ok());
        QVERIFY(!m_cache->events().value().front().cached);
        QVERIFY(m_cache->replace(event, "plan", "snapshot").ok());
        SampleEvent sample;
        sample.must(PlaceHold{idOf<HoldId>(1), idOf<HolderId>(1), Channel::Fan, sample.places({"Stalls/1/1"}), {}});
        const std::vector<LogEntry> entries(sample.log().begin() + 1, sample.log().end());
        QVERIFY(m_cache->append(event, entries).ok());
        openCache();
        const std::optional<CachedEvent> cached = m_cache->load(event).value();
        QVERIFY(cached.has_value());
        QCOMPARE(cached->plan, Bytes("plan"));
        QCOMPARE(cached->snapshot, Bytes("snapshot"));
        QVERIFY(cached->entries == entries);
        QVERIFY(m_cache->events().value().front().cached);
        QCOMPARE(m_cache->events().value().front().title, std::string("A Night"));
        QVERIFY(m_cache->replace(event, "plan", "newer").ok());
        QVERIFY(m_cache->load(event).value()->entries.empty());
    }

    void refusesASecondProgram()
    {
        const Result<std::unique_ptr<SqlJournal>> first = SqlJournal::open(path("journal.db"));
        QVERIFY(first.ok());
        const Result<std::unique_ptr<SqlJournal>> second = SqlJournal::open(path("journal.db"));
        QVERIFY(!second.ok());
        QCOMPARE(second.error().code, ErrorCode::Unavailable);
        QVERIFY(
            QString::fromStdString(second.error().detail).contains(QLatin1String("in use by another running program")));
    }

    void theGuardIsReplacedWhole()
    {
        const QString file = path("guard");
        FileGuard guard(file);
        QVERIFY(guard.load().value().empty()); // the first start
        const GuardMark first{idOf<DeviceId>(7), 1, idOf<EventId>(1), 12, {4}};
        QVERIFY(guard.store({first}).ok());
        const std::vector<GuardMark> marks = {first, {idOf<DeviceId>(7), 2, idOf<EventId>(2), 1, {5}}};
        QVERIFY(guard.store(marks).ok());
        QVERIFY(FileGuard(file).load().value() == marks);
        QVERIFY(!QFile::exists(file + QStringLiteral(".new")));
        QVERIFY(QFile::resize(file, QFile(file).size() - 1));
        QCOMPARE(guard.load().error().code, ErrorCode::Corrupt);
        QVERIFY(!FileGuard(path("no/folder")).store(marks).ok());
    }

    // A journal of the first schema keeps its grants and outcomes.
    void anOlderJournalIsBroughtUp()
    {
        {
            Result<sql::Connection> old = sql::Connection::open(path("journal.db"));
            QVERIFY(old.ok());
            sql::Connection& db = *old;
            const auto steps = sql::readMigrations(QStringLiteral(":/sql/journal")).value();
            QVERIFY(sql::migrate(db, {steps.front()}).ok());
            QVERIFY(
                db.runScript("INSERT INTO identity VALUES (1, zeroblob(32), zeroblob(16), 4, 's', 'n', zeroblob(32));"
                             "INSERT INTO allotment VALUES (zeroblob(16), 7, 12, 'boot', 5, 6)")
                    .ok());
        }
        const auto journal = SqlJournal::open(path("journal.db"));
        QVERIFY2(journal.ok(), journal ? "" : journal.error().detail.c_str());
        const JournalContents contents = journal.value()->load().value();
        QVERIFY(contents.grants == std::vector<GrantRecord>({{{}, 4, 7, Fence{12}, "boot", Milliseconds(5), {6}}}));
    }

    void setsABrokenCacheAside()
    {
        QFile file(path("cache.db"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(8192, 'x'));
        file.close();
        const Result<std::unique_ptr<SqlCache>> cache = SqlCache::open(path("cache.db"));
        QVERIFY2(cache.ok(), cache ? "" : cache.error().detail.c_str());
        QVERIFY(cache.value()->events().value().empty());
        QVERIFY(QFile::exists(path("cache.db.broken")));
    }

    void neverThrowsABrokenJournalAway()
    {
        QFile file(path("journal.db"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(8192, 'x'));
        file.close();
        const Result<std::unique_ptr<SqlJournal>> journal = SqlJournal::open(path("journal.db"));
        QVERIFY(!journal.ok());
        QCOMPARE(journal.error().code, ErrorCode::Corrupt);
        QCOMPARE(QFile(path("journal.db")).size(), 8192);
    }

private:
    static void kinds()
    {
        QTest::addColumn<bool>("sqlite");
        QTest::newRow("memory") << false;
        QTest::newRow("sqlite") << true;
    }
    QString path(const char* name) const { return m_folder->filePath(QLatin1String(name)); }
    void openJournal()
    {
        QFETCH(bool, sqlite);
        m_journal.reset();
        if (sqlite)
            m_journal = std::move(SqlJournal::open(path("journal.db")).value());
        else
            m_journal = m_memoryJournal;
    }
    void openCache()
    {
        QFETCH(bool, sqlite);
        m_cache.reset();
        if (sqlite)
            m_cache = std::move(SqlCache::open(path("cache.db")).value());
        else
            m_cache = m_memoryCache;
    }
    std::vector<std::uint64_t> numbers() const
    {
        const JournalContents contents = m_journal->load().value();
        std::vector<std::uint64_t> list;
        for (const JournalledOp& op : contents.ops)
            list.push_back(op.sealed.opN);
        return list;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::shared_ptr<MemoryJournal> m_memoryJournal;
    std::shared_ptr<MemoryCache> m_memoryCache;
    std::shared_ptr<Journal> m_journal;
    std::shared_ptr<Cache> m_cache;
};

QTEST_GUILESS_MAIN(JournalTest)
#include "journal_test.moc"

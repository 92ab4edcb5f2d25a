// Every ledger keeps the same promises: the same body runs over memory and over SQLite.
#include "sample_event.h"
#include "server/ledger/memory_ledger.h"
#include "server/ledger/sql/sql_ledger.h"
#include "server/ledger/sql/sql_order_queries.h"

#include <QTemporaryDir>
#include <QTest>

using namespace parterre;
using namespace parterre::test;

namespace {

// A ledger that can be reopened (a no-op in memory) and whose disk can be full.
class Bench
{
public:
    virtual ~Bench() = default;
    virtual Ledger& ledger() = 0;
    virtual void reopen() = 0;
    virtual void setFull(bool full) = 0;
};

class MemoryBench : public Bench
{
public:
    Ledger& ledger() override { return m_ledger; }
    void reopen() override {}
    void setFull(bool full) override { m_ledger.setFull(full); }

private:
    MemoryLedger m_ledger;
};

class SqlBench : public Bench
{
public:
    SqlBench() { open(); }
    Ledger& ledger() override { return *m_ledger; }
    void reopen() override
    {
        m_ledger.reset();
        open();
    }
    // SQLite answers SQLITE_FULL when the file would need one more page than allowed.
    void setFull(bool full) override
    {
        const QByteArray pages = full ? "1" : "1073741823"; // 1: as many as it has now
        QVERIFY(m_ledger->connection().runScript("PRAGMA max_page_count=" + pages));
    }

private:
    void open()
    {
        Result<std::unique_ptr<SqlLedger>> opened = SqlLedger::open(m_folder.path());
        if (!opened)
            qFatal("%s", opened.error().detail.c_str());
        m_ledger = std::move(*opened);
    }
    QTemporaryDir m_folder;
    std::unique_ptr<SqlLedger> m_ledger;
};

std::unique_ptr<Bench> makeBench(const QString& kind)
{
    if (kind == QLatin1String("memory"))
        return std::make_unique<MemoryBench>();
    return std::make_unique<SqlBench>();
}

// Everything a batch can carry: entries, an order, outcomes, an answer.
LedgerBatch fullBatch(SampleEvent& event, const OpStreamKey& stream)
{
    LedgerBatch batch;
    batch.events.push_back(event.append({event.created(), SampleEvent::hold(7, 0), SampleEvent::sale(1, 20, 3)}));
    batch.outcomes.push_back(sampleOutcome(stream, 1, {}, 3));
    batch.outcomes.push_back(sampleOutcome(stream, 2, batch.outcomes[0].op.hash, 3));
    StoredAnswer answer;
    answer.key.fill(9);
    answer.bodyHash.fill(8);
    answer.event = event.id();
    answer.at = Instant{5};
    answer.firstSeq = 2;
    answer.lastSeq = 2;
    batch.answers.push_back(answer);
    return batch;
}

void prepare(Ledger& ledger, const SampleEvent& event)
{
    QVERIFY(ledger.savePlan(event.plan()));
    QVERIFY(ledger.addEvent(event.record()));
}

bool sameEntries(const std::vector<StoredEntry>& a, const std::vector<StoredEntry>& b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const StoredEntry& x, const StoredEntry& y) {
        return x.seq == y.seq && x.at == y.at && x.cause == y.cause && x.body == y.body && x.hash == y.hash;
    });
}

} // namespace

class LedgerContractTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Bench> m_bench;
    SampleEvent m_event;
    OpStreamKey m_stream;
    Ledger& ledger() { return m_bench->ledger(); }

    static void overEveryLedger()
    {
        QTest::addColumn<QString>("kind");
        QTest::newRow("memory") << QStringLiteral("memory");
        QTest::newRow("sql") << QStringLiteral("sql");
    }

private Q_SLOTS:
    void init()
    {
        QFETCH(QString, kind);
        m_bench = makeBench(kind);
        m_event = SampleEvent();
        m_stream = {idOf<DeviceId>(3), 1, m_event.id()};
        prepare(ledger(), m_event);
    }

    void keepsPlansOnce_data() { overEveryLedger(); }
    void keepsPlansOnce()
    {
        PlanRecord renamed = m_event.plan();
        renamed.name = "Other";
        QVERIFY(ledger().savePlan(renamed)); // same content, same id: nothing changes
        m_bench->reopen();
        QCOMPARE(ledger().plan(m_event.record().plan)->name, std::string("Sample"));
        QCOMPARE(ledger().plan(m_event.record().plan)->bytes, m_event.plan().bytes);
        QCOMPARE(ledger().plans()->size(), std::size_t(1));
        QVERIFY(ledger().plans()->front().bytes.isEmpty());
        QCOMPARE(ledger().plan(idOf<PlanId>(77)).error().code, ErrorCode::NotFound);
    }

    void refusesUnknownAndRepeated_data() { overEveryLedger(); }
    void refusesUnknownAndRepeated()
    {
        QCOMPARE(ledger().addEvent(m_event.record()).error().code, ErrorCode::Corrupt);
        EventRecord planless = SampleEvent(2).record();
        planless.plan = idOf<PlanId>(77);
        QCOMPARE(ledger().addEvent(planless).error().code, ErrorCode::NotFound);
        LedgerBatch batch;
        SampleEvent stranger(5);
        batch.events.push_back(stranger.append({stranger.created()}));
        QCOMPARE(ledger().commit(batch).error().code, ErrorCode::NotFound);
        QCOMPARE(ledger().entries(stranger.id(), 0, 9, 999).error().code, ErrorCode::NotFound);
        QCOMPARE(ledger().opStreams(stranger.id()).error().code, ErrorCode::NotFound);
    }

    void keepsWholeBatches_data() { overEveryLedger(); }
    void keepsWholeBatches()
    {
        const LedgerBatch batch = fullBatch(m_event, m_stream);
        const Result<void> committed = ledger().commit(batch);
        QVERIFY2(committed.ok(), committed ? "" : committed.error().detail.c_str());
        m_bench->reopen();

        const EventRecord record = ledger().events()->at(0);
        QCOMPARE(record.headSeq, std::uint64_t(3));
        QCOMPARE(record.headHash, m_event.headHash());
        QVERIFY(record.event == m_event.id() && record.logId == m_event.record().logId);
        QVERIFY(record.plan == m_event.record().plan);
        QVERIFY(sameEntries(*ledger().entries(m_event.id(), 0, 100, 1 << 20), batch.events[0].entries));

        const Result<OpStream> stream = ledger().opStream(m_stream);
        QCOMPARE(stream->applied, std::uint64_t(2));
        QVERIFY(stream->lastHash == batch.outcomes[1].op.hash && !stream->quarantined);
        QCOMPARE(ledger().opStreams(m_event.id())->size(), std::size_t(1));
        QVERIFY(ledger().opStreams(m_event.id())->at(0) == m_stream);
        for (const StoredOutcome& stored : batch.outcomes) {
            const auto found = ledger().outcome(m_stream, stored.op.opN);
            QVERIFY(found && *found);
            QVERIFY((*found)->stream == m_stream && (*found)->op == stored.op && (*found)->outcome == stored.outcome);
        }
        QVERIFY(!*ledger().outcome(m_stream, 3));
        QVERIFY(!*ledger().outcome(m_stream, 0));
        const auto answer = ledger().answer(batch.answers[0].key);
        QVERIFY(answer && *answer);
        QVERIFY((*answer)->bodyHash == batch.answers[0].bodyHash && (*answer)->event == m_event.id());
        QVERIFY(!(*answer)->refused && (*answer)->firstSeq == 2 && (*answer)->lastSeq == 2 &&
                (*answer)->at == Instant{5});
        QVERIFY(!*ledger().answer(Bytes16{}));
    }

    void pagesByCountAndBytes_data() { overEveryLedger(); }
    void pagesByCountAndBytes()
    {
        LedgerBatch batch;
        std::vector<EntryBody> bodies{m_event.created()};
        for (std::uint32_t i = 0; i < 30; ++i)
            bodies.push_back(SampleEvent::hold(i + 1, i));
        batch.events.push_back(m_event.append(bodies));
        QVERIFY(ledger().commit(batch));
        QCOMPARE(ledger().entries(m_event.id(), 10, 5, 1 << 20)->size(), std::size_t(5));
        QCOMPARE(ledger().entries(m_event.id(), 10, 5, 1 << 20)->front().seq, std::uint64_t(11));
        QCOMPARE(ledger().entries(m_event.id(), 10, 5, 1)->size(), std::size_t(1)); // always some progress
        QVERIFY(ledger().entries(m_event.id(), 31, 5, 1 << 20)->empty());
        QVERIFY(ledger().entries(m_event.id(), ~std::uint64_t(0), 5, 1 << 20)->empty());
    }

    void refusesWhatDoesNotFollow_data() { overEveryLedger(); }
    void refusesWhatDoesNotFollow()
    {
        const LedgerBatch first = fullBatch(m_event, m_stream);
        QVERIFY(ledger().commit(first));

        QCOMPARE(ledger().commit(first).error().code, ErrorCode::Corrupt); // the same entries again
        LedgerBatch gap;
        m_event.append({SampleEvent::hold(50, 50)}); // entry 4 is lost …
        gap.events.push_back(m_event.append({SampleEvent::hold(51, 51)}));
        gap.outcomes.push_back(sampleOutcome(m_stream, 3, {}, 3));
        QCOMPARE(ledger().commit(gap).error().code, ErrorCode::Corrupt); // … so 5 is refused
        LedgerBatch opGap;
        opGap.outcomes.push_back(sampleOutcome(m_stream, 4, {}, 3));
        QCOMPARE(ledger().commit(opGap).error().code, ErrorCode::Corrupt);
        LedgerBatch twice;
        twice.answers = first.answers;
        QCOMPARE(ledger().commit(twice).error().code, ErrorCode::Corrupt);
        LedgerBatch mixed;
        mixed.outcomes.push_back(sampleOutcome(m_stream, 3, {}, 3));
        mixed.outcomes.back().outcome.opN = 4; // not its own
        QCOMPARE(ledger().commit(mixed).error().code, ErrorCode::Corrupt);

        m_bench->reopen();
        QCOMPARE(ledger().events()->at(0).headSeq, std::uint64_t(3));
        QCOMPARE(ledger().opStream(m_stream)->applied, std::uint64_t(2));
    }

    void failedCommitLeavesNothing_data() { overEveryLedger(); }
    void failedCommitLeavesNothing()
    {
        LedgerBatch first;
        first.events.push_back(m_event.append({m_event.created()}));
        QVERIFY(ledger().commit(first));
        LedgerBatch large;
        std::vector<EntryBody> bodies;
        for (std::uint32_t i = 0; i < 100; ++i)
            bodies.push_back(SampleEvent::sale(i + 1, i, 1));
        large.events.push_back(m_event.append(bodies));
        large.outcomes.push_back(sampleOutcome(m_stream, 1, {}, 101));
        large.answers = {StoredAnswer{}};
        large.answers[0].event = m_event.id();

        m_bench->setFull(true);
        QCOMPARE(ledger().commit(large).error().code, ErrorCode::Storage);
        QCOMPARE(ledger().events()->at(0).headSeq, std::uint64_t(1));
        QCOMPARE(ledger().entries(m_event.id(), 0, 1000, 1 << 20)->size(), std::size_t(1));
        QCOMPARE(ledger().opStream(m_stream)->applied, std::uint64_t(0));
        QVERIFY(!*ledger().answer(Bytes16{}));

        m_bench->setFull(false); // space returns: the same batch goes in
        const Result<void> again = ledger().commit(large);
        QVERIFY2(again.ok(), again ? "" : again.error().detail.c_str());
        m_bench->reopen();
        QCOMPARE(ledger().events()->at(0).headSeq, std::uint64_t(101));
        QCOMPARE(ledger().entries(m_event.id(), 0, 1000, 1 << 20)->size(), std::size_t(101));
        QCOMPARE(ledger().opStream(m_stream)->applied, std::uint64_t(1));
    }

    void keepsRefusalsAndQuarantine_data() { overEveryLedger(); }
    void keepsRefusalsAndQuarantine()
    {
        LedgerBatch batch;
        StoredAnswer answer;
        answer.key.fill(4);
        answer.event = m_event.id();
        answer.refused = Error{ErrorCode::SeatTaken, "Stalls/R1/1"};
        batch.answers.push_back(answer);
        batch.quarantined.push_back(m_stream); // a stream that is not there yet
        QVERIFY(ledger().commit(batch));
        m_bench->reopen();
        QVERIFY((*ledger().answer(answer.key))->refused == answer.refused);
        QVERIFY(ledger().opStream(m_stream)->quarantined);
        QCOMPARE(ledger().opStream(m_stream)->applied, std::uint64_t(0));
        QVERIFY(!ledger().opStream({idOf<DeviceId>(3), 2, m_event.id()})->quarantined);
        QVERIFY(*ledger().isQuarantined(m_stream.device, m_stream.installGen));
        QVERIFY(!*ledger().isQuarantined(m_stream.device, m_stream.installGen + 1));
        QVERIFY(!*ledger().isQuarantined(idOf<DeviceId>(99), m_stream.installGen));
        QVERIFY(ledger().probe());
    }

    void keepsEventsApart_data() { overEveryLedger(); }
    void keepsEventsApart()
    {
        SampleEvent other(2);
        QVERIFY(ledger().addEvent(other.record()));
        LedgerBatch batch;
        batch.events.push_back(m_event.append({m_event.created(), SampleEvent::hold(1, 1)}));
        batch.events.push_back(other.append({other.created()}));
        QVERIFY(ledger().commit(batch));
        QCOMPARE(ledger().events()->size(), std::size_t(2));
        QCOMPARE(ledger().entries(m_event.id(), 0, 9, 99999)->size(), std::size_t(2));
        QCOMPARE(ledger().entries(other.id(), 0, 9, 99999)->size(), std::size_t(1));
    }
};

QTEST_GUILESS_MAIN(LedgerContractTest)
#include "ledger_contract_test.moc"

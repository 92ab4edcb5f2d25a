// Commits batches in one transaction each; everything else is one question to one table.
#include "server/ledger/sql/sql_ledger.h"
#include "server/ledger/batch_check.h"
#include "sync/sql/migrator.h"
#include "sync/sql/transaction.h"

#include <QDir>

namespace parterre {
namespace {

// The arbiter tells "what was asked cannot be" (Corrupt, NotFound) from "the disk is in the way", and knows no more.
Error asStorage(Error error)
{
    if (error.code != ErrorCode::Corrupt && error.code != ErrorCode::NotFound)
        error.code = ErrorCode::Storage;
    return error;
}

} // namespace

struct SqlLedger::Owned
{
    std::unique_ptr<sql::Disk::Claim> claim; // on the folder
    sql::Connection connection;
};

QString SqlLedger::fileIn(const QString& dataFolder)
{
    return QDir(dataFolder).filePath(QStringLiteral("ledger.db"));
}

Result<std::unique_ptr<SqlLedger>> SqlLedger::open(const QString& dataFolder, sql::Disk& disk)
{
    Result<std::unique_ptr<sql::Disk::Claim>> claim =
        disk.claim(QDir(dataFolder).filePath(QStringLiteral("ledger.lock")));
    if (!claim)
        return claim.error();
    sql::ConnectionOptions options;
    options.disk = &disk;
    Result<sql::Connection> connection = sql::Connection::open(fileIn(dataFolder), options);
    if (!connection)
        return connection.error();
    // Fewer, larger checkpoints: about 16 MiB of WAL before one interrupts a commit.
    if (Result<void> set = connection->runScript("PRAGMA wal_autocheckpoint=4000"); !set)
        return set.error();
    if (Result<void> migrated = sql::migrate(*connection, QStringLiteral(":/sql/ledger")); !migrated)
        return migrated.error();
    auto owned = std::make_unique<Owned>(Owned{std::move(*claim), std::move(*connection)});
    sql::Connection& used = owned->connection;
    return std::unique_ptr<SqlLedger>(new SqlLedger(used, std::move(owned)));
}

std::unique_ptr<SqlLedger> SqlLedger::reading(sql::Connection& connection)
{
    return std::unique_ptr<SqlLedger>(new SqlLedger(connection, nullptr));
}

SqlLedger::SqlLedger(sql::Connection& connection, std::unique_ptr<Owned> owned)
    : m_owned(std::move(owned)),
      m_connection(connection),
      m_plans(connection),
      m_events(connection),
      m_log(connection),
      m_streams(connection),
      m_outcomes(connection),
      m_answers(connection),
      m_orders(connection),
      m_tickets(connection)
{}

SqlLedger::~SqlLedger() = default;

// SQLite begins its WAL again from the front after a checkpoint and never makes it smaller, but until then each commit
// makes the file longer. fdatasync() of a file that grew also commits the journal of the file system, with all that
// other programs have in it. What is rolled back here went through the page cache (2 MB) into the WAL; the commit after
// it makes the new length durable.
void SqlLedger::makeRoomForCommits()
{
    const Result<void> grown = m_connection.runScript("BEGIN IMMEDIATE; CREATE TABLE room(filler BLOB) STRICT;"
                                                      "INSERT INTO room VALUES (zeroblob(20000000)); ROLLBACK");
    if (!grown && m_connection.inTransaction())
        (void)m_connection.runScript("ROLLBACK");
    (void)probe();
}

Result<void> SqlLedger::savePlan(const PlanRecord& plan)
{
    return m_plans.insert(plan);
}

Result<PlanRecord> SqlLedger::plan(PlanId plan)
{
    return m_plans.find(plan);
}

Result<std::vector<PlanRecord>> SqlLedger::plans()
{
    return m_plans.all();
}

Result<void> SqlLedger::addEvent(const EventRecord& event)
{
    if (Result<PlanRecord> known = m_plans.find(event.plan); !known)
        return known.error();
    const Result<EventRow> stored = m_events.find(event.event);
    if (stored)
        return Error{ErrorCode::Corrupt, "event " + event.event.toString() + " is stored already"};
    if (stored.error().code != ErrorCode::NotFound)
        return stored.error();
    return m_events.insert(event);
}

Result<std::vector<EventRecord>> SqlLedger::events()
{
    const Result<std::vector<EventRow>> rows = m_events.all();
    if (!rows)
        return rows.error();
    std::vector<EventRecord> records;
    for (const EventRow& row : *rows)
        records.push_back(row.record);
    return records;
}

Result<void> SqlLedger::commit(const LedgerBatch& batch)
{
    Result<sql::Transaction> transaction = sql::Transaction::begin(m_connection);
    if (!transaction)
        return asStorage(transaction.error());
    if (Result<void> written = write(batch); !written)
        return asStorage(written.error());
    if (Result<void> committed = transaction->commit(); !committed)
        return asStorage(committed.error());
    return {};
}

Result<void> SqlLedger::write(const LedgerBatch& batch)
{
    for (const LedgerBatch::Event& event : batch.events)
        if (Result<void> written = writeEvent(event); !written)
            return written;
    for (const StoredOutcome& outcome : batch.outcomes)
        if (Result<void> written = writeOutcome(outcome); !written)
            return written;
    for (const StoredAnswer& answer : batch.answers) {
        const Result<EventRow> event = m_events.find(answer.event);
        if (!event)
            return event.error();
        if (Result<void> written = m_answers.insert(event->number, answer); !written)
            return written;
    }
    for (const OpStreamKey& key : batch.quarantined)
        if (Result<void> written = quarantine(key); !written)
            return written;
    return {};
}

Result<void> SqlLedger::writeEvent(const LedgerBatch::Event& event)
{
    const Result<EventRow> row = m_events.find(event.event);
    if (!row)
        return row.error();
    if (Result<void> continues = checkContinues(event, row->record.headSeq); !continues)
        return continues;
    if (event.entries.empty())
        return {};
    if (Result<void> appended = m_log.append(row->number, event.entries); !appended)
        return appended;
    if (event.renewed)
        if (Result<void> renamed = m_events.setLogId(row->number, *event.renewed); !renamed)
            return renamed;
    for (const LogEntry& entry : event.decoded)
        if (Result<void> written = writeOrders(row->number, entry); !written)
            return written;
    return m_events.setHead(row->number, event.entries.back().seq, event.entries.back().hash);
}

Result<void> SqlLedger::writeOrders(EventNumber event, const LogEntry& entry)
{
    if (const auto* placed = std::get_if<OrderPlaced>(&entry.body))
        return writeOrder(event, entry.seq, placed->order);
    if (const auto* sold = std::get_if<CaseSold>(&entry.body))
        return writeOrder(event, entry.seq, sold->order);
    if (const auto* voided = std::get_if<TicketsVoided>(&entry.body)) {
        const Result<OrderNumber> order = m_orders.numberOf(voided->order);
        return order ? m_tickets.setVoided(*order, voided->serials) : order.error();
    }
    if (const auto* reissued = std::get_if<TicketsReissued>(&entry.body)) {
        const Result<std::optional<OrderNumber>> order = m_orders.find(reissued->order);
        if (!order)
            return order.error();
        // None: it waits as a contest after a restore, and is written when it has won.
        return *order ? m_tickets.setReissued(**order, reissued->serials) : Result<void>();
    }
    if (const auto* admitted = std::get_if<TicketAdmitted>(&entry.body)) {
        const Result<OrderNumber> order = m_orders.numberOf(admitted->order);
        return order ? m_tickets.setAdmitted(*order, admitted->serial) : order.error();
    }
    return {};
}

Result<void> SqlLedger::writeOrder(EventNumber event, std::uint64_t seq, const Order& order)
{
    const Result<OrderNumber> number = m_orders.insert(event, seq, order);
    return number ? m_tickets.insert(*number, event, order.tickets) : number.error();
}

Result<void> SqlLedger::writeOutcome(const StoredOutcome& outcome)
{
    const Result<EventRow> event = m_events.find(outcome.stream.event);
    if (!event)
        return event.error();
    const Result<OpStreamRow> stream = m_streams.findOrInsert(outcome.stream, event->number);
    if (!stream)
        return stream.error();
    if (Result<void> next = checkNextOp(outcome, stream->stream.applied); !next)
        return next;
    if (Result<void> stored = m_outcomes.insert(stream->number, outcome); !stored)
        return stored;
    return m_streams.setApplied(stream->number, outcome.op.opN, outcome.op.hash);
}

Result<void> SqlLedger::quarantine(const OpStreamKey& key)
{
    const Result<EventRow> event = m_events.find(key.event);
    if (!event)
        return event.error();
    const Result<OpStreamRow> stream = m_streams.findOrInsert(key, event->number);
    if (!stream)
        return stream.error();
    return m_streams.setQuarantined(stream->number);
}

Result<std::vector<StoredEntry>> SqlLedger::entries(EventId event, std::uint64_t after, std::size_t limit,
                                                    std::size_t maxBytes)
{
    const Result<EventRow> row = m_events.find(event);
    if (!row)
        return row.error();
    return m_log.read(row->number, after, limit, maxBytes);
}

Result<OpStream> SqlLedger::opStream(const OpStreamKey& key)
{
    const Result<EventRow> event = m_events.find(key.event);
    if (!event)
        return event.error().code == ErrorCode::NotFound ? Result<OpStream>(OpStream()) : event.error();
    const Result<std::optional<OpStreamRow>> stream = m_streams.find(key, event->number);
    if (!stream)
        return stream.error();
    return *stream ? (*stream)->stream : OpStream();
}

Result<std::vector<OpStreamKey>> SqlLedger::opStreams(EventId event)
{
    const Result<EventRow> row = m_events.find(event);
    if (!row)
        return row.error();
    return m_streams.ofEvent(event, row->number);
}

Result<std::optional<StoredOutcome>> SqlLedger::outcome(const OpStreamKey& key, std::uint64_t opN)
{
    const Result<EventRow> event = m_events.find(key.event);
    if (!event)
        return event.error().code == ErrorCode::NotFound ? Result<std::optional<StoredOutcome>>(std::nullopt)
                                                         : event.error();
    const Result<std::optional<OpStreamRow>> stream = m_streams.find(key, event->number);
    if (!stream)
        return stream.error();
    if (!*stream)
        return std::optional<StoredOutcome>();
    return m_outcomes.find((*stream)->number, key, opN);
}

Result<std::optional<StoredAnswer>> SqlLedger::answer(const Bytes16& key)
{
    return m_answers.find(key);
}

Result<void> SqlLedger::probe()
{
    Result<sql::Transaction> transaction = sql::Transaction::begin(m_connection);
    if (!transaction)
        return asStorage(transaction.error());
    if (Result<void> written = m_connection.run("UPDATE schema_migration SET name = name WHERE number = 1"); !written)
        return asStorage(written.error());
    if (Result<void> committed = transaction->commit(); !committed)
        return asStorage(committed.error());
    return {};
}

} // namespace parterre

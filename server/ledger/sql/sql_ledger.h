// SqlLedger: the ledger on SQLite, "ledger.db" in the data folder. One file per table beside this one holds the SQL.
#pragma once

#include "server/ledger/ledger.h"
#include "server/ledger/sql/event_log_table.h"
#include "server/ledger/sql/op_outcome_table.h"
#include "server/ledger/sql/op_stream_table.h"
#include "server/ledger/sql/order_table.h"
#include "server/ledger/sql/plan_table.h"
#include "server/ledger/sql/request_answer_table.h"
#include "server/ledger/sql/ticket_table.h"

#include <memory>

namespace parterre {

class SqlLedger : public Ledger
{
public:
    // Makes the file and brings its schema up to date. One program at a time: Unavailable when another has the folder.
    // Opened on one thread, it may be used on another; never on two at once.
    static Result<std::unique_ptr<SqlLedger>> open(const QString& dataFolder, sql::Disk& disk = sql::systemDisk());
    // For looking only, beside whoever writes or nobody; `connection` outlives it. Every change is refused by SQLite.
    static std::unique_ptr<SqlLedger> reading(sql::Connection& connection);
    static QString fileIn(const QString& dataFolder); // the database

    // For a program that commits for hours: gives the journal its full size now, about 20 MB, so that no commit has to
    // wait for a file that grows. Does nothing when there is no room for it.
    void makeRoomForCommits();

    ~SqlLedger() override;

    Result<void> savePlan(const PlanRecord& plan) override;
    Result<PlanRecord> plan(PlanId plan) override;
    Result<std::vector<PlanRecord>> plans() override;
    Result<void> addEvent(const EventRecord& event) override;
    Result<std::vector<EventRecord>> events() override;
    Result<void> commit(const LedgerBatch& batch) override;
    Result<std::vector<StoredEntry>> entries(EventId event, std::uint64_t after, std::size_t limit,
                                             std::size_t maxBytes) override;
    Result<OpStream> opStream(const OpStreamKey& key) override;
    Result<std::vector<OpStreamKey>> opStreams(EventId event) override;
    Result<bool> isQuarantined(DeviceId device, std::uint32_t installGen) override
    {
        return m_streams.isQuarantined(device, installGen);
    }
    Result<std::optional<StoredOutcome>> outcome(const OpStreamKey& key, std::uint64_t opN) override;
    Result<std::optional<StoredAnswer>> answer(const Bytes16& key) override;
    Result<void> probe() override;

    sql::Connection& connection() { return m_connection; } // for tests that damage the file or fill the disk

private:
    struct Owned;
    explicit SqlLedger(sql::Connection& connection, std::unique_ptr<Owned> owned);
    Result<void> write(const LedgerBatch& batch);
    Result<void> writeEvent(const LedgerBatch::Event& event);
    Result<void> writeOrders(EventNumber event, const LogEntry& entry);
    Result<void> writeOrder(EventNumber event, std::uint64_t seq, const Order& order);
    Result<void> writeOutcome(const StoredOutcome& outcome);
    Result<void> quarantine(const OpStreamKey& key);

    std::unique_ptr<Owned> m_owned; // the claim and the connection; null when reading somebody's connection
    sql::Connection& m_connection;
    PlanTable m_plans;
    EventTable m_events;
    EventLogTable m_log;
    OpStreamTable m_streams;
    OpOutcomeTable m_outcomes;
    RequestAnswerTable m_answers;
    OrderTable m_orders;
    TicketTable m_tickets;
};

} // namespace parterre

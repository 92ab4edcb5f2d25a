// SqlJournal: the journal of a counter as one SQLite file: WAL, synchronous=FULL, exclusively ours.
#pragma once

#include "sync/counter/journal.h"
#include "sync/sql/connection.h"

#include <memory>

namespace parterre {

class SqlJournal : public Journal
{
public:
    // Makes the file when it is not there. Unavailable when another program has it; Storage, Corrupt.
    static Result<std::unique_ptr<SqlJournal>> open(const QString& path, sql::Disk& disk = sql::systemDisk());

    Result<JournalContents> load() override;
    Result<void> commit(const JournalBatch& batch) override;
    Result<void> forgetAnswered(Instant before, std::uint64_t kept) override;

private:
    explicit SqlJournal(sql::Connection connection) : m_db(std::move(connection)) {}

    Result<void> loadIdentity(JournalContents& contents);
    Result<void> loadOps(JournalContents& contents);
    Result<void> loadGrants(JournalContents& contents);
    Result<void> loadBaskets(JournalContents& contents);
    Result<void> loadPrints(JournalContents& contents);
    Result<void> loadLogs(JournalContents& contents);
    Result<void> loadPayments(JournalContents& contents);
    Result<void> loadSuspect(JournalContents& contents);

    Result<void> save(const DeviceIdentity& identity);
    Result<void> save(const ClerkRecord& clerk);
    Result<void> save(const JournalledOp& op);
    Result<void> save(const JournalledOutcome& outcome);
    Result<void> save(const GrantRecord& grant);
    Result<void> save(const BasketRecord& basket);
    Result<void> save(const PrintRecord& print);
    Result<void> save(const LogRecord& log);
    Result<void> save(const PaymentRecord& payment);
    Result<void> save(const SuspectRecord& suspect);
    template <typename Record>
    Result<void> saveAll(const std::vector<Record>& records);

    sql::Connection m_db;
};

} // namespace parterre

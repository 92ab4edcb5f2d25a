// SqlJournal: opening the file and writing a batch.
#include "sync/journal/sql_journal.h"

#include "sync/sql/migrator.h"
#include "sync/sql/transaction.h"

namespace parterre {

Result<std::unique_ptr<SqlJournal>> SqlJournal::open(const QString& path, sql::Disk& disk)
{
    sql::ConnectionOptions options;
    options.exclusive = true;
    options.disk = &disk;
    Result<sql::Connection> connection = sql::Connection::open(path, options);
    if (!connection)
        return connection.error();
    if (Result<void> migrated = sql::migrate(*connection, QStringLiteral(":/sql/journal")); !migrated)
        return migrated.error();
    return std::unique_ptr<SqlJournal>(new SqlJournal(std::move(*connection)));
}

template <typename Record>
Result<void> SqlJournal::saveAll(const std::vector<Record>& records)
{
    for (const Record& record : records)
        if (Result<void> saved = save(record); !saved)
            return saved;
    return {};
}

Result<void> SqlJournal::commit(const JournalBatch& batch)
{
    Result<sql::Transaction> transaction = sql::Transaction::begin(m_db);
    if (!transaction)
        return transaction.error();
    Result<void> saved = batch.identity ? save(*batch.identity) : Result<void>();
    if (saved)
        saved = saveAll(batch.clerks);
    if (saved)
        saved = saveAll(batch.ops);
    if (saved)
        saved = saveAll(batch.outcomes);
    if (saved)
        saved = saveAll(batch.grants);
    if (saved && batch.basket)
        saved = save(*batch.basket);
    if (saved)
        saved = saveAll(batch.prints);
    if (saved)
        saved = saveAll(batch.logs);
    if (saved)
        saved = saveAll(batch.payments);
    if (saved && batch.suspect)
        saved = save(*batch.suspect);
    return saved ? transaction->commit() : saved;
}

// Only from the front of a stream: a wall clock that jumped makes later ops look older, and a gap is damage.
Result<void> SqlJournal::forgetAnswered(Instant before, std::uint64_t kept)
{
    return m_db.run("WITH stream AS MATERIALIZED (SELECT event, install_gen, min(coalesce(min(op_n) FILTER "
                    "(WHERE at >= ?1 OR outcome IS NULL), max(op_n)), max(op_n) - ?2 + 1) AS kept "
                    "FROM op GROUP BY event, install_gen) "
                    "DELETE FROM op WHERE op_n < (SELECT kept FROM stream WHERE stream.event = op.event "
                    "AND stream.install_gen = op.install_gen)",
                    before, static_cast<std::int64_t>(std::max<std::uint64_t>(kept, 1)));
}

Result<void> SqlJournal::save(const DeviceIdentity& identity)
{
    const std::optional<DeviceId> device = identity.device.isNull() ? std::nullopt : std::optional(identity.device);
    return m_db.run("INSERT INTO identity (only, seed, device, install_gen, server, name, server_key) "
                    "VALUES (1, ?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (only) DO UPDATE SET seed = excluded.seed, "
                    "device = excluded.device, install_gen = excluded.install_gen, server = excluded.server, "
                    "name = excluded.name, server_key = excluded.server_key",
                    identity.seed, device, identity.installGen, identity.server, identity.name, identity.serverKey);
}

Result<void> SqlJournal::save(const ClerkRecord& clerk)
{
    return m_db.run("INSERT INTO clerk (name, verifier) VALUES (?1, ?2) "
                    "ON CONFLICT (name) DO UPDATE SET verifier = excluded.verifier",
                    clerk.name, clerk.verifier);
}

// Plain INSERT: an op's bytes never change.
Result<void> SqlJournal::save(const JournalledOp& op)
{
    Result<void> saved = m_db.run(
        "INSERT INTO op (event, install_gen, op_n, at, body, hash, signature) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) "
        "ON CONFLICT DO NOTHING",
        op.event, op.installGen, op.sealed.opN, op.at, op.sealed.bytes, op.sealed.hash, op.sealed.signature);
    if (saved && m_db.changedRows() != 1)
        return Error{ErrorCode::Corrupt, "op " + std::to_string(op.sealed.opN) + " is in the journal already"};
    return saved;
}

Result<void> SqlJournal::save(const JournalledOutcome& outcome)
{
    const std::optional<LogId> log = outcome.log.isNull() ? std::nullopt : std::optional(outcome.log);
    return m_db.run("UPDATE op SET outcome = ?4, outcome_log = ?5 WHERE event = ?1 AND install_gen = ?2 AND op_n = ?3",
                    outcome.event, outcome.installGen, outcome.outcome.opN, encodeOutcome(outcome.outcome), log);
}

Result<void> SqlJournal::save(const GrantRecord& grant)
{
    return m_db.run("INSERT INTO allotment_grant (event, install_gen, request_op_n, fence, boot_id, sent_since_boot, "
                    "sent_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT (event, install_gen, request_op_n) "
                    "DO UPDATE SET fence = excluded.fence, boot_id = excluded.boot_id, "
                    "sent_since_boot = excluded.sent_since_boot, sent_at = excluded.sent_at",
                    grant.event, grant.installGen, grant.requestOpN, grant.fence, grant.bootId,
                    grant.sentSinceBoot.count(), grant.sentAt);
}

Result<void> SqlJournal::save(const BasketRecord& basket)
{
    if (Result<void> gone = m_db.run("DELETE FROM basket WHERE event = ?1", basket.event);
        !gone || basket.lines.empty())
        return gone;
    if (Result<void> made = m_db.run("INSERT INTO basket (event, hold) VALUES (?1, ?2)", basket.event, basket.hold);
        !made)
        return made;
    for (std::size_t i = 0; i < basket.lines.size(); ++i) {
        const BasketLine& line = basket.lines[i];
        Result<void> added = m_db.run("INSERT INTO basket_line (event, position, seat, standing, price_type, price, "
                                      "currency) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                                      basket.event, i, line.seat, line.standing, line.priceType, line.price.minor,
                                      line.price.currency.text());
        if (!added)
            return added;
    }
    return {};
}

Result<void> SqlJournal::save(const PrintRecord& print)
{
    return m_db.run(
        "INSERT INTO print_job (customer_order, attempt, at, state, detail) VALUES (?1, ?2, ?3, ?4, ?5) "
        "ON CONFLICT (customer_order, attempt) DO UPDATE SET state = excluded.state, detail = excluded.detail",
        print.order, print.attempt, print.at, static_cast<int>(print.state), print.detail);
}

} // namespace parterre

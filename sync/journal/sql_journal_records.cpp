// SqlJournal: the tables of schema step 2: logs, payments, suspicion.
#include "sync/journal/sql_journal.h"

#include "sync/wire/command_codec.h"

namespace parterre {

using sql::Statement;

Result<void> SqlJournal::save(const LogRecord& log)
{
    return m_db.run("INSERT INTO followed_log (event, log, log_gen, restored, inherited, greeted, lost_history) "
                    "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT (event) DO UPDATE SET log = excluded.log, "
                    "log_gen = excluded.log_gen, restored = excluded.restored, inherited = excluded.inherited, "
                    "greeted = excluded.greeted, lost_history = excluded.lost_history",
                    log.event, log.log, log.logGen, log.restored ? 1 : 0, log.inherited, log.greeted,
                    log.lostHistory ? 1 : 0);
}

Result<void> SqlJournal::loadLogs(JournalContents& contents)
{
    Statement rows = m_db.prepare("SELECT event, log, log_gen, restored, inherited, greeted, lost_history "
                                  "FROM followed_log ORDER BY event");
    rows.bind();
    while (rows.next()) {
        LogRecord log;
        log.event = rows.id<EventId>(0);
        log.log = rows.id<LogId>(1);
        log.logGen = static_cast<std::uint32_t>(rows.unsignedInteger(2));
        log.restored = rows.integer(3) != 0;
        if (!rows.isNull(4))
            log.inherited = rows.unsignedInteger(4);
        if (!rows.isNull(5))
            log.greeted = static_cast<std::uint32_t>(rows.unsignedInteger(5));
        log.lostHistory = rows.integer(6) != 0;
        contents.logs.push_back(log);
    }
    return rows.status();
}

Result<void> SqlJournal::save(const PaymentRecord& payment)
{
    return m_db.run("INSERT INTO payment (ref, event, sale, amount, currency, at, state, reference) "
                    "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT (ref) DO UPDATE SET "
                    "sale = excluded.sale, state = excluded.state, reference = excluded.reference",
                    payment.ref, payment.event, encodeCommand(payment.sale), payment.amount.minor,
                    payment.amount.currency.text(), payment.at, static_cast<int>(payment.state), payment.reference);
}

Result<void> SqlJournal::loadPayments(JournalContents& contents)
{
    Statement rows = m_db.prepare("SELECT ref, event, sale, amount, currency, at, state, reference FROM payment "
                                  "ORDER BY at, ref");
    rows.bind();
    while (rows.next()) {
        Result<Command> sale = decodeCommand(rows.bytes(2));
        const std::optional<Currency> currency = Currency::fromText(rows.text(4));
        if (!sale || !currency) {
            rows.reject(sale ? "currency of a payment" : "sale of a payment: " + sale.error().detail);
            break;
        }
        PaymentRecord payment;
        payment.ref = rows.id<PaymentRef>(0);
        payment.event = rows.id<EventId>(1);
        payment.sale = std::move(*sale);
        payment.amount = {rows.integer(3), *currency};
        payment.at = rows.instant(5);
        payment.state = static_cast<PaymentState>(rows.integer(6));
        payment.reference = rows.text(7);
        contents.payments.push_back(std::move(payment));
    }
    return rows.status();
}

Result<void> SqlJournal::save(const SuspectRecord& suspect)
{
    return m_db.run("INSERT INTO suspicion (only, install_gen, at, reason) VALUES (1, ?1, ?2, ?3) "
                    "ON CONFLICT (only) DO UPDATE SET install_gen = excluded.install_gen, at = excluded.at, "
                    "reason = excluded.reason",
                    suspect.installGen, suspect.at, suspect.reason);
}

Result<void> SqlJournal::loadSuspect(JournalContents& contents)
{
    Statement row = m_db.prepare("SELECT install_gen, at, reason FROM suspicion");
    row.bind();
    if (row.next())
        contents.suspect =
            SuspectRecord{static_cast<std::uint32_t>(row.unsignedInteger(0)), row.instant(1), row.text(2)};
    return row.status();
}

} // namespace parterre

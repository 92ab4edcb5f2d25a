// SqlJournal: reading everything at start.
#include "sync/journal/sql_journal.h"

namespace parterre {

using sql::Statement;

Result<JournalContents> SqlJournal::load()
{
    JournalContents contents;
    Result<void> loaded = loadIdentity(contents);
    if (loaded)
        loaded = loadOps(contents);
    if (loaded)
        loaded = loadGrants(contents);
    if (loaded)
        loaded = loadBaskets(contents);
    if (loaded)
        loaded = loadPrints(contents);
    if (loaded)
        loaded = loadLogs(contents);
    if (loaded)
        loaded = loadPayments(contents);
    if (loaded)
        loaded = loadSuspect(contents);
    if (!loaded)
        return loaded.error();
    return contents;
}

Result<void> SqlJournal::loadIdentity(JournalContents& contents)
{
    Statement row = m_db.prepare("SELECT seed, device, install_gen, server, name, server_key FROM identity");
    row.bind();
    if (row.next()) {
        DeviceIdentity identity;
        identity.seed = row.fixed<32>(0);
        identity.device = row.optionalId<DeviceId>(1).value_or(DeviceId{});
        identity.installGen = static_cast<std::uint32_t>(row.unsignedInteger(2));
        identity.server = row.text(3);
        identity.name = row.text(4);
        identity.serverKey = row.fixed<32>(5);
        contents.identity = identity;
    }
    if (!row.status())
        return row.status();
    Statement clerks = m_db.prepare("SELECT name, verifier FROM clerk ORDER BY name");
    clerks.bind();
    while (clerks.next())
        contents.clerks.push_back({clerks.text(0), clerks.text(1)});
    return clerks.status();
}

Result<void> SqlJournal::loadOps(JournalContents& contents)
{
    Statement rows = m_db.prepare("SELECT event, install_gen, op_n, at, body, hash, signature, outcome, outcome_log "
                                  "FROM op ORDER BY event, install_gen, op_n");
    rows.bind();
    while (rows.next()) {
        JournalledOp op;
        op.event = rows.id<EventId>(0);
        op.installGen = static_cast<std::uint32_t>(rows.unsignedInteger(1));
        op.at = rows.instant(3);
        op.sealed = {rows.unsignedInteger(2), rows.bytes(4), rows.fixed<32>(5), rows.fixed<64>(6)};
        if (!rows.isNull(7)) {
            const Result<Outcome> outcome = decodeOutcome(rows.bytes(7));
            if (!outcome)
                rows.reject("outcome of op " + std::to_string(op.sealed.opN) + ": " + outcome.error().detail);
            else
                contents.outcomes.push_back(
                    {op.event, op.installGen, *outcome, rows.optionalId<LogId>(8).value_or(LogId{})});
        }
        contents.ops.push_back(std::move(op));
    }
    return rows.status();
}

Result<void> SqlJournal::loadGrants(JournalContents& contents)
{
    Statement rows = m_db.prepare("SELECT event, install_gen, request_op_n, fence, boot_id, sent_since_boot, sent_at "
                                  "FROM allotment_grant ORDER BY event, install_gen, request_op_n");
    rows.bind();
    while (rows.next())
        contents.grants.push_back({rows.id<EventId>(0), static_cast<std::uint32_t>(rows.unsignedInteger(1)),
                                   rows.unsignedInteger(2), Fence{rows.unsignedInteger(3)}, rows.text(4),
                                   Milliseconds(rows.integer(5)), rows.instant(6)});
    return rows.status();
}

Result<void> SqlJournal::loadBaskets(JournalContents& contents)
{
    Statement rows = m_db.prepare("SELECT event, hold FROM basket ORDER BY event");
    rows.bind();
    while (rows.next())
        contents.baskets.push_back({rows.id<EventId>(0), {}, rows.optionalId<HoldId>(1)});
    if (!rows.status())
        return rows.status();
    for (BasketRecord& basket : contents.baskets) {
        Statement lines = m_db.prepare("SELECT seat, standing, price_type, price, currency FROM basket_line "
                                       "WHERE event = ?1 ORDER BY position");
        lines.bind(basket.event);
        while (lines.next()) {
            BasketLine line;
            if (!lines.isNull(0))
                line.seat = SeatIndex{static_cast<std::uint32_t>(lines.unsignedInteger(0))};
            if (!lines.isNull(1))
                line.standing = StandingIndex{static_cast<std::uint16_t>(lines.unsignedInteger(1))};
            line.priceType = PriceTypeIndex{static_cast<std::uint16_t>(lines.unsignedInteger(2))};
            const std::optional<Currency> currency = Currency::fromText(lines.text(4));
            if (!currency)
                lines.reject("currency of a basket line");
            line.price = {lines.integer(3), currency.value_or(Currency{})};
            basket.lines.push_back(line);
        }
        if (!lines.status())
            return lines.status();
    }
    return {};
}

Result<void> SqlJournal::loadPrints(JournalContents& contents)
{
    Statement rows = m_db.prepare(
        "SELECT customer_order, attempt, at, state, detail FROM print_job ORDER BY at, customer_order, attempt");
    rows.bind();
    while (rows.next())
        contents.prints.push_back({rows.id<OrderId>(0), static_cast<std::uint32_t>(rows.unsignedInteger(1)),
                                   rows.instant(2), static_cast<PrintState>(rows.integer(3)), rows.text(4)});
    return rows.status();
}

} // namespace parterre

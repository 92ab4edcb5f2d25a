// Replays one log and compares: chain, state, owners, money, ops, order rows.
#include "server/ledger/verify_event.h"
#include "sync/domain/apply.h"
#include "sync/wire/hash_chain.h"
#include "sync/wire/log_page.h"
#include "sync/wire/snapshot.h"

namespace parterre {
namespace {

constexpr std::size_t pageEntries = 4096;
constexpr std::size_t pageBytes = 4 * 1024 * 1024;

std::string entryName(std::uint64_t seq)
{
    return "entry " + std::to_string(seq);
}

} // namespace

VerifyEvent::VerifyEvent(Ledger& ledger, OrderQueries* orders, const EventRecord& event, VerifyReport& report)
    : m_ledger(ledger), m_orders(orders), m_event(event), m_report(report), m_name("event " + event.event.toString())
{}

void VerifyEvent::find(const std::string& sentence)
{
    if (m_report.findings.size() < VerifyReport::maxFindings)
        m_report.findings.push_back(m_name + ": " + sentence);
}

Result<void> VerifyEvent::run()
{
    const Result<bool> usable = loadPlan();
    if (!usable)
        return usable.error();
    if (!*usable)
        return {};
    if (Result<void> replayed = replay(); !replayed)
        return replayed;
    if (m_folds)
        if (const std::string broken = m_state->audit(); !broken.empty())
            find("the state after the last entry contradicts itself: " + broken);
    checkOwners();
    if (Result<void> checked = checkStreams(); !checked)
        return checked;
    return m_orders ? checkOrders() : Result<void>();
}

Result<bool> VerifyEvent::loadPlan()
{
    const Result<PlanRecord> record = m_ledger.plan(m_event.plan);
    if (!record && record.error().code != ErrorCode::NotFound)
        return record.error();
    const Result<SeatPlanParts> parts = record ? decodePlan(record->bytes) : record.error();
    if (!parts) {
        find("its plan cannot be read: " + parts.error().detail);
        return false;
    }
    if (planIdOf(*parts) != m_event.plan) {
        find("its plan is not the one it was made on");
        return false;
    }
    const Result<SeatPlanPtr> plan = SeatPlan::create(*parts);
    if (!plan) {
        find("its plan is no plan: " + plan.error().detail);
        return false;
    }
    m_state.emplace(*plan);
    return true;
}

Result<void> VerifyEvent::replay()
{
    std::uint64_t lastSeq = 0;
    for (;;) {
        const Result<std::vector<StoredEntry>> page = m_ledger.entries(m_event.event, lastSeq, pageEntries, pageBytes);
        if (!page)
            return page.error();
        if (page->empty())
            break;
        for (const StoredEntry& stored : *page) {
            if (stored.seq != lastSeq + 1)
                find(entryName(stored.seq) + " follows entry " + std::to_string(lastSeq) + ": the log has a gap");
            lastSeq = stored.seq;
            ++m_report.entries;
            m_folds = follow(stored) && m_folds;
        }
    }
    checkHead(lastSeq);
    return {};
}

void VerifyEvent::countOrder(std::uint64_t seq, const Order& order)
{
    m_owners.add(order);
    if (!m_placedAt.emplace(order.id, seq).second)
        find(entryName(seq) + " places order " + order.id.toString() + " a second time");
}

bool VerifyEvent::follow(const StoredEntry& stored)
{
    if (entryHash(m_hash, stored.seq, stored.at, stored.cause, stored.body) != stored.hash)
        find(entryName(stored.seq) + " does not match its hash: it or the entry before it was changed");
    m_hash = stored.hash;
    const Result<EntryBody> body = decodeEntry(stored.body);
    if (!body) {
        find(entryName(stored.seq) + " cannot be read: " + body.error().detail);
        return false;
    }
    if (const auto* placed = std::get_if<OrderPlaced>(&*body))
        countOrder(stored.seq, placed->order);
    if (const auto* sold = std::get_if<CaseSold>(&*body))
        countOrder(stored.seq, sold->order);
    if (const auto* reissued = std::get_if<TicketsReissued>(&*body))
        m_owners.rename(*reissued);
    if (const auto* voided = std::get_if<TicketsVoided>(&*body))
        m_owners.remove(*voided);
    if (!m_folds)
        return false;
    const Result<void> applied = tryApply(*m_state, {stored.seq, stored.at, stored.cause, *body});
    if (!applied)
        find(entryName(stored.seq) + " does not follow from the entries before it: " + applied.error().detail);
    return applied.ok();
}

void VerifyEvent::checkHead(std::uint64_t lastSeq)
{
    if (m_event.headSeq != lastSeq)
        find("the log ends at entry " + std::to_string(lastSeq) + ", but its recorded head is " +
             std::to_string(m_event.headSeq));
    else if (m_event.headHash != m_hash)
        find("the hash of the last entry is not the recorded one");
}

void VerifyEvent::checkOwners()
{
    for (const SeatIndex seat : m_owners.seatsWithSeveral()) {
        ++m_report.doubleSold;
        const bool known = m_state->plan().contains(seat);
        find("seat " + (known ? m_state->plan().label(seat) : std::to_string(seat.value)) + " was sold twice");
    }
    m_report.soldPlaces += m_owners.sold();
    if (m_owners.chargedMinor() != m_owners.paidMinor())
        find("tickets were charged " + std::to_string(m_owners.chargedMinor()) + " in all, but " +
             std::to_string(m_owners.paidMinor()) + " was paid (minor units)");
    if (!m_folds)
        return;
    std::uint64_t owned = 0;
    for (std::uint32_t i = 0; i < m_state->plan().seatCount(); ++i)
        owned += m_state->seat(SeatIndex{i}).status == SeatStatus::Sold ? 1 : 0;
    for (std::uint16_t i = 0; i < m_state->plan().standing().size(); ++i)
        owned += m_state->standing(StandingIndex{i}).sold;
    if (owned != m_owners.sold())
        find(std::to_string(m_owners.sold()) + " tickets are valid, but " + std::to_string(owned) + " places are sold");
}

Result<void> VerifyEvent::checkStreams()
{
    const Result<std::vector<OpStreamKey>> keys = m_ledger.opStreams(m_event.event);
    if (!keys)
        return keys.error();
    for (const OpStreamKey& key : *keys)
        if (Result<void> checked = checkStream(key); !checked)
            return checked;
    return {};
}

Result<void> VerifyEvent::checkStream(const OpStreamKey& key)
{
    const std::string name =
        "counter " + key.device.toString() + " (installation " + std::to_string(key.installGen) + ")";
    const Result<OpStream> stream = m_ledger.opStream(key);
    if (!stream)
        return stream.error();
    Bytes32 hash{};
    for (std::uint64_t opN = 1; opN <= stream->applied; ++opN) {
        const Result<std::optional<StoredOutcome>> stored = m_ledger.outcome(key, opN);
        if (!stored && stored.error().code != ErrorCode::Corrupt)
            return stored.error();
        const std::string op = name + ", op " + std::to_string(opN);
        if (!stored || !*stored) {
            find(op + (stored ? " has no outcome" : ": " + stored.error().detail));
            return {};
        }
        ++m_report.ops;
        const StoredOutcome& outcome = **stored;
        if (opHash(hash, outcome.op.bytes) != outcome.op.hash)
            find(op + " does not match its hash: it was changed");
        if (outcome.outcome.opN != opN)
            find(op + " has the outcome of op " + std::to_string(outcome.outcome.opN));
        if (outcome.outcome.seq > m_event.headSeq)
            find(op + " was answered with entry " + std::to_string(outcome.outcome.seq) +
                 ", which the log does not have");
        hash = outcome.op.hash;
    }
    if (hash != stream->lastHash)
        find(name + ": the hash of its last op is not the recorded one");
    const Result<std::optional<StoredOutcome>> beyond = m_ledger.outcome(key, stream->applied + 1);
    if (beyond && *beyond)
        find(name + " has an outcome past op " + std::to_string(stream->applied) + ", its recorded last");
    return {};
}

Result<void> VerifyEvent::checkOrders()
{
    std::uint64_t before = 0;
    for (;;) {
        const Result<std::vector<FoundOrder>> page = m_orders->latest(m_event.event, OrderQueries::maxResults, before);
        if (!page)
            return page.error();
        if (page->empty())
            break;
        for (const FoundOrder& row : *page) {
            ++m_report.orders;
            checkOrder(row);
            m_placedAt.erase(row.order.id);
        }
        before = page->back().seq;
        if (before <= 1)
            break; // entry 1 creates the event; a row that claims it is reported above, and ends the list
    }
    for (const auto& [order, seq] : m_placedAt)
        find("order " + order.toString() + " (entry " + std::to_string(seq) + ") is missing among the orders");
    return {};
}

void VerifyEvent::checkOrder(const FoundOrder& row)
{
    const std::string name = "order " + row.order.id.toString();
    const auto placed = m_placedAt.find(row.order.id);
    if (placed == m_placedAt.end()) {
        find(name + " is among the orders, but not in the log");
        return;
    }
    if (placed->second != row.seq)
        find(name + " names entry " + std::to_string(row.seq) + ", but entry " + std::to_string(placed->second) +
             " placed it");
    if (row.code != orderCode(row.order.id))
        find(name + " has the code of another one");
    const Order* rebuilt = m_folds ? m_state->order(row.order.id) : nullptr;
    if (m_folds && (!rebuilt || *rebuilt != row.order))
        find(name + " or one of its tickets is not what the log says");
}

} // namespace parterre

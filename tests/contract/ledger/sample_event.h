// A small event and a writer that makes a well-formed log of it: what the ledger tests store.
#pragma once

#include "server/ledger/ledger.h"
#include "sync/domain/apply.h"
#include "sync/wire/hash_chain.h"
#include "sync/wire/log_page.h"
#include "sync/wire/snapshot.h"

namespace parterre::test {

template <typename Id>
Id idOf(std::uint64_t number)
{
    Id id;
    for (std::size_t i = 0; i < 8; ++i)
        id.bytes[15 - i] = static_cast<std::uint8_t>(number >> (8 * i));
    id.bytes[0] = 0xab;
    return id;
}

// One section "Stalls" of `rows` rows "A", "B" … with 20 seats each, and a standing area "Floor" for 500.
inline SeatPlanParts samplePlan(std::uint32_t rows)
{
    SeatPlanParts parts;
    parts.name = "Sample";
    parts.width = 30;
    parts.height = 40;
    parts.priceAreas = {{"Normal", {10, 20, 30}}};
    parts.sections = {{"Stalls", RowIndex{0}, rows}};
    for (std::uint32_t row = 0; row < rows; ++row) {
        parts.rows.push_back({"R" + std::to_string(row + 1), SectionIndex{0}, SeatIndex{row * 20}, 20});
        for (std::uint32_t seat = 0; seat < 20; ++seat) {
            PlanSeat made;
            made.number = std::to_string(seat + 1);
            made.at = {1.0 + seat, 2.0 + row};
            made.row = RowIndex{row};
            parts.seats.push_back(made);
        }
    }
    StandingArea floor;
    floor.name = "Floor";
    floor.capacity = 500;
    floor.outline = {Outline::Kind::Rectangle, {{0, 0}, {9, 0}, {9, 1}, {0, 1}}};
    parts.standing = {floor};
    return parts;
}

// Keeps the state of one event and appends to its log; every entry it makes follows from the ones before.
class SampleEvent
{
public:
    explicit SampleEvent(std::uint64_t number = 1, std::uint32_t rows = 10)
        : m_plan(*SeatPlan::create(samplePlan(rows))), m_state(m_plan), m_bytes(encodePlan(m_plan->parts()))
    {
        m_record.event = idOf<EventId>(number);
        m_record.plan = planIdOf(m_plan->parts());
        m_record.logId = idOf<LogId>(number);
    }

    EventId id() const { return m_record.event; }
    const EventRecord& record() const { return m_record; }
    const EventState& state() const { return m_state; }
    PlanRecord plan() const { return {m_record.plan, "House", "Sample", m_bytes}; }

    EventCreated created() const
    {
        EventTerms terms;
        terms.event = m_record.event;
        terms.plan = m_record.plan;
        terms.title = "Evening";
        terms.venue = "House";
        terms.startsAt = Instant{1'800'000'000'000};
        terms.priceTypes = {"Normal"};
        terms.prices = {std::int64_t{2500}};
        return {terms};
    }

    // A sale of `count` seats from `first`; the buyer is "Buyer <number>".
    static OrderPlaced sale(std::uint64_t number, std::uint32_t first, std::uint32_t count)
    {
        OrderPlaced placed;
        placed.order.id = idOf<OrderId>(number);
        placed.order.id.bytes[1] = static_cast<std::uint8_t>(number); // so that codes differ early
        placed.order.buyer = {"Buyer " + std::to_string(number), "b" + std::to_string(number) + "@example.org"};
        for (std::uint32_t i = 0; i < count; ++i) {
            Ticket ticket;
            ticket.serial = idOf<TicketSerial>(number * 1000 + i);
            ticket.seat = SeatIndex{first + i};
            ticket.priceMinor = 2500;
            placed.order.tickets.push_back(ticket);
        }
        placed.order.tender = {TenderMethod::Cash, 2500 * std::int64_t{count}, ""};
        placed.order.soldAt = Instant{1'790'000'000'000};
        return placed;
    }

    static HoldPlaced hold(std::uint64_t number, std::uint32_t seat)
    {
        HoldPlaced placed;
        placed.hold = idOf<HoldId>(number);
        placed.holder = idOf<HolderId>(number);
        placed.places.seats = {SeatIndex{seat}};
        placed.expiresAt = Instant{1'790'000'600'000};
        return placed;
    }

    // The batch that appends these bodies. The state moves on at once, as if the commit will work.
    LedgerBatch::Event append(const std::vector<EntryBody>& bodies)
    {
        LedgerBatch::Event event{m_record.event, {}, {}};
        for (const EntryBody& body : bodies) {
            LogEntry entry{m_state.seq() + 1, Instant{1'790'000'000'000}, idOf<CauseId>(m_state.seq() + 1), body};
            if (entry.seq == 1)
                entry.cause = {}; // the server's own
            apply(m_state, entry);
            const Bytes bytes = encodeEntry(body);
            m_hash = entryHash(m_hash, entry.seq, entry.at, entry.cause, bytes);
            event.entries.push_back({entry.seq, entry.at, entry.cause, bytes, m_hash});
            event.decoded.push_back(std::move(entry));
        }
        return event;
    }
    const Bytes32& headHash() const { return m_hash; }

private:
    SeatPlanPtr m_plan;
    EventState m_state;
    Bytes m_bytes;
    EventRecord m_record;
    Bytes32 m_hash{};
};

// Op n of a stream, hash-linked to the one before; its bytes are no real op, which a ledger does not mind.
inline StoredOutcome sampleOutcome(const OpStreamKey& stream, std::uint64_t opN, const Bytes32& previousHash,
                                   std::uint64_t seq)
{
    StoredOutcome stored{stream, {}, {}};
    stored.op.opN = opN;
    stored.op.bytes = QByteArray("op ") + QByteArray::number(static_cast<qulonglong>(opN));
    stored.op.hash = opHash(previousHash, stored.op.bytes);
    stored.op.signature.fill(static_cast<std::uint8_t>(opN));
    stored.outcome.opN = opN;
    stored.outcome.kind = opN % 2 == 0 ? OutcomeKind::Refused : OutcomeKind::Confirmed;
    stored.outcome.error = opN % 2 == 0 ? ErrorCode::SeatTaken : ErrorCode::Internal;
    stored.outcome.detail = opN % 2 == 0 ? "Stalls/R1/1" : "";
    stored.outcome.seq = seq;
    return stored;
}

} // namespace parterre::test

// Snapshots: the codec of a whole event state.
#include "sync/wire/state_snapshot.h"

#include "sync/wire/claims_fields.h"
#include "sync/wire/snapshot.h"
#include "sync/wire/version.h"

#include <algorithm>

namespace parterre {

namespace {

template <typename Map>
void writeClaims(CborWriter& writer, const Map& claims)
{
    std::vector<const typename Map::value_type*> sorted;
    sorted.reserve(claims.size());
    for (const auto& claim : claims)
        sorted.push_back(&claim);
    std::sort(sorted.begin(), sorted.end(), [](auto* a, auto* b) { return a->first < b->first; });
    writer.array(sorted.size());
    for (const auto* claim : sorted)
        writeValue(writer, claim->second);
}

// Reads a list of claims in strictly ascending order of `id` and hands each to `add`.
template <typename Claim, typename Id, typename Add>
void readClaims(CborReader& reader, Id Claim::*id, Add add)
{
    const std::size_t count = reader.array();
    std::optional<Id> previous;
    for (std::size_t i = 0; i < count && reader.ok(); ++i) {
        Claim claim;
        readValue(reader, claim);
        if (previous && !(*previous < claim.*id))
            reader.fail("ascending ids");
        if (!reader.ok())
            return;
        previous = claim.*id;
        add(std::move(claim));
    }
}

std::vector<SeatIndex> seatsThatAre(SeatStatus status, const EventState& state)
{
    std::vector<SeatIndex> seats;
    for (std::uint32_t i = 0; i < state.plan().seatCount(); ++i)
        if (state.seat(SeatIndex{i}).status == status)
            seats.push_back(SeatIndex{i});
    return seats;
}

} // namespace

void StateSnapshot::write(CborWriter& writer, const EventState& state)
{
    writer.unsignedInteger(state.m_seq);
    writer.unsignedInteger(state.m_logGen);
    writeValue(writer, state.m_terms);
    writeValue(writer, seatsThatAre(SeatStatus::HouseHeld, state));
    writeValue(writer, seatsThatAre(SeatStatus::Killed, state));
    writeClaims(writer, state.m_holds);
    writeClaims(writer, state.m_orders);
    writeClaims(writer, state.m_reservations);
    writeClaims(writer, state.m_allotments);
    writeClaims(writer, state.m_cases);
    writeClaims(writer, state.m_alarms);
    writeClaims(writer, state.m_writeOffs);
    writeValue(writer, std::vector<DeviceId>(state.m_awaited.begin(), state.m_awaited.end()));
}

std::string StateSnapshot::read(CborReader& reader, EventState& state)
{
    StateSnapshot into(state);
    reader.field("seq");
    readValue(reader, state.m_seq);
    reader.field("log_gen");
    readValue(reader, state.m_logGen);
    reader.field("terms");
    readValue(reader, state.m_terms);
    into.readBlocked(reader, SeatStatus::HouseHeld);
    into.readBlocked(reader, SeatStatus::Killed);
    const auto add = [&into](auto claim) { into.add(std::move(claim)); };
    readClaims(reader, &Hold::id, add);
    readClaims(reader, &Order::id, add);
    readClaims(reader, &Reservation::id, add);
    readClaims(reader, &Allotment::fence, add);
    readClaims(reader, &Case::id, add);
    readClaims(reader, &Alarm::seq, add);
    readClaims(reader, &WriteOff::fence, add);
    reader.field("awaited");
    std::vector<DeviceId> awaited;
    readValue(reader, awaited);
    state.m_awaited = {awaited.begin(), awaited.end()};
    if (!std::equal(awaited.begin(), awaited.end(), state.m_awaited.begin(), state.m_awaited.end()))
        reader.fail("ascending devices");
    if (!reader.ok())
        return {};
    return into.m_broken.empty() ? state.audit() : into.m_broken;
}

void StateSnapshot::readBlocked(CborReader& reader, SeatStatus status)
{
    reader.field("blocked");
    std::vector<SeatIndex> seats;
    readValue(reader, seats);
    if (!std::is_sorted(seats.begin(), seats.end()))
        reader.fail("ascending seats");
    for (const SeatIndex seat : seats)
        take(seat, {status, {}, {}});
}

void StateSnapshot::claim(const Places& places, const SeatSlot& slot, std::uint32_t StandingSlot::*bucket)
{
    for (const SeatIndex seat : places.seats)
        take(seat, slot);
    for (const StandingUnits& units : places.standing)
        take(units, bucket);
}

void StateSnapshot::take(SeatIndex seat, const SeatSlot& slot)
{
    if (seat.value >= m_state.m_seats.size()) {
        m_broken = "a claimed seat is not of the plan";
        return;
    }
    if (m_state.m_seats[seat.value].status != SeatStatus::Free) {
        m_broken = "two claims on seat " + m_state.plan().label(seat);
        return;
    }
    m_state.put(seat, slot);
}

void StateSnapshot::take(const StandingUnits& units, std::uint32_t StandingSlot::*bucket)
{
    if (units.area.value >= m_state.m_standing.size()) {
        m_broken = "a claimed standing area is not of the plan";
        return;
    }
    StandingSlot& slot = m_state.m_standing[units.area.value];
    if (units.count > slot.free()) {
        m_broken = "too many claims on standing area " + m_state.plan().standing()[units.area.value].name;
        return;
    }
    slot.*bucket += units.count;
}

void StateSnapshot::add(Hold hold)
{
    claim(hold.places, {SeatStatus::Held, {}, hold.id.bytes}, &StandingSlot::held);
    ++m_state.m_holdCounts[hold.holder];
    m_state.m_holdDeadlines.emplace(hold.deadline(), hold.id);
    const HoldId id = hold.id;
    m_state.m_holds.emplace(id, std::move(hold));
}

void StateSnapshot::add(Order order)
{
    for (const Ticket& ticket : order.tickets) {
        if (ticket.voided)
            continue;
        if (ticket.seat)
            take(*ticket.seat, {SeatStatus::Sold, {}, order.id.bytes});
        else
            take(StandingUnits{*ticket.standing, 1}, &StandingSlot::sold);
    }
    const OrderId id = order.id;
    m_state.m_orders.emplace(id, std::move(order));
}

void StateSnapshot::add(Reservation reservation)
{
    claim(reservation.places, {SeatStatus::Reserved, {}, reservation.id.bytes}, &StandingSlot::reserved);
    m_state.m_reservationDeadlines.emplace(reservation.until, reservation.id);
    const ReservationId id = reservation.id;
    m_state.m_reservations.emplace(id, std::move(reservation));
}

void StateSnapshot::add(Allotment allotment)
{
    claim(allotment.places, {SeatStatus::Allotted, allotment.fence, {}}, &StandingSlot::allotted);
    const Fence fence = allotment.fence;
    m_state.m_allotments.emplace(fence, std::move(allotment));
}

void StateSnapshot::add(Case opened)
{
    claim(opened.kept, {SeatStatus::Kept, {}, opened.id.bytes}, &StandingSlot::kept);
    if (opened.phase == CasePhase::Contest || opened.phase == CasePhase::Open)
        m_state.m_unsettled.emplace(opened.openedSeq, opened.id);
    if (opened.phase == CasePhase::Offered)
        m_state.m_offerDeadlines.emplace(opened.until, opened.id);
    const CaseId id = opened.id;
    m_state.m_cases.emplace(id, std::move(opened));
}

void StateSnapshot::add(Alarm alarm)
{
    const std::uint64_t seq = alarm.seq;
    m_state.m_alarms.emplace(seq, std::move(alarm));
}

void StateSnapshot::add(WriteOff signedOff)
{
    const Fence fence = signedOff.fence;
    m_state.m_writeOffs.emplace(fence, std::move(signedOff));
}

Bytes encodeSnapshot(const Snapshot& snapshot)
{
    CborWriter writer;
    writeEnvelope(writer, 2 + StateSnapshot::fields);
    writeValue(writer, snapshot.logId);
    writeValue(writer, snapshot.headHash);
    StateSnapshot::write(writer, snapshot.state);
    return writer.bytes();
}

Result<Snapshot> decodeSnapshot(const Bytes& bytes, SeatPlanPtr plan)
{
    CborReader reader(bytes, CborReader::Trust::Own);
    Snapshot snapshot{{}, {}, EventState(std::move(plan))};
    readEnvelope(reader, 2 + StateSnapshot::fields);
    reader.field("log_id");
    readValue(reader, snapshot.logId);
    reader.field("head_hash");
    readValue(reader, snapshot.headHash);
    std::string broken = StateSnapshot::read(reader, snapshot.state);
    reader.finish();
    if (!reader.ok())
        return reader.error("snapshot");
    if (!broken.empty())
        return Error{ErrorCode::Corrupt, "snapshot: " + broken};
    return snapshot;
}

} // namespace parterre

// StateSnapshot: takes an EventState apart for the wire and puts it together again, without replaying its log.
#pragma once

#include "sync/domain/event_state.h"
#include "sync/wire/cbor_reader.h"
#include "sync/wire/cbor_writer.h"

namespace parterre {

// What travels: position, terms, blocked seats and the claims, each list ascending by id. Slots, counts and deadlines
// follow from the claims and are rebuilt, so a snapshot cannot contradict itself about who has a seat.
class StateSnapshot
{
public:
    static constexpr std::size_t fields = 13;
    static void write(CborWriter& writer, const EventState& state);

    // Reads into an event before its first entry. The reader's error says what is malformed; the returned sentence
    // what contradicts itself or the plan; empty: all is well.
    static std::string read(CborReader& reader, EventState& state);

private:
    explicit StateSnapshot(EventState& state) : m_state(state) {}
    void readBlocked(CborReader& reader, SeatStatus status);
    void claim(const Places& places, const SeatSlot& slot, std::uint32_t StandingSlot::*bucket);
    void take(SeatIndex seat, const SeatSlot& slot);
    void take(const StandingUnits& units, std::uint32_t StandingSlot::*bucket);
    void add(Hold hold);
    void add(Order order);
    void add(Reservation reservation);
    void add(Allotment allotment);
    void add(Case opened);
    void add(Alarm alarm);
    void add(WriteOff signedOff);

    EventState& m_state;
    std::string m_broken;
};

} // namespace parterre

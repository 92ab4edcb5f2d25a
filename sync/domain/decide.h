// decide(): every rule of the box office. A pure function: same state, command and time give the same answer anywhere
// (I22).
#pragma once

#include "sync/domain/commands.h"
#include "sync/domain/event_state.h"
#include "sync/domain/places.h"

namespace parterre {

// The entries that carry out `command`, in order, or the reason why not. No entry at all means: already so, nothing to
// do (a harmless repeat). Never changes the state. `now` is the arbiter's clock; it ends holds, it never frees an
// allotment.
//
// Refusals: SeatTaken (detail: the labels, comma separated), UnknownSeat, NotEnoughSeats, LimitExceeded, HoldGone,
// HoldForeign, ExtensionUsed, NotOnSale, NotPriced, PaymentPending, AmountMismatch, OrderGone, AllotmentForeign,
// Malformed (an empty or repeated place list, a missing reason), Frozen (a new claim while the event waits for counters
// after a restore, or for a person after an impossible sale).
// Facts (SellAllotted, SellProvisional, ReturnPlaces, SealAllotment) of a well-formed command are never refused for
// what others did; only a Return or Seal of a counter under an alarm is (Quarantined).
Result<std::vector<EntryBody>> decide(const EventState& state, const Command& command, Instant now);

// What a counter was told of a fact before a restore from backup made the centre forget it.
enum class Told : std::uint8_t {
    Done, // it was carried out: it goes before whatever nobody was told
    Lost, // it lost its places: it stays lost, whatever is free now
};

// The same for what was decided once and lost by a restore: it does not wait for the event to thaw.
// Precondition: the event has been created.
Result<std::vector<EntryBody>> decideRepeated(const EventState& state, const Command& command, Instant now, Told told);

} // namespace parterre

// The rules behind decide(), one overload a command, in decide_*.cpp by topic. Internal to sync/domain.
#pragma once

#include "sync/domain/decide.h"
#include "sync/domain/event_state.h"
#include "sync/domain/places.h"

namespace parterre::rules {

using Entries = std::vector<EntryBody>;
using Decision = Result<Entries>;

inline constexpr std::size_t maxSweep = 1'000;       // claims ended by one SweepExpired
inline constexpr std::size_t maxDevices = 64;        // allotments live in one event
inline constexpr std::size_t maxReasonBytes = 1'000; // reasons and names people type

Decision decideOn(const EventState& state, const CreateEvent& command, Instant now);
Decision decideOn(const EventState& state, const PlaceHold& command, Instant now);
Decision decideOn(const EventState& state, const PlaceBestHold& command, Instant now);
Decision decideOn(const EventState& state, const ExtendHold& command, Instant now);
Decision decideOn(const EventState& state, const ReleaseHold& command, Instant now);
Decision decideOn(const EventState& state, const SweepExpired& command, Instant now);
Decision decideOn(const EventState& state, const StartPayment& command, Instant now);
Decision decideOn(const EventState& state, const FailPayment& command, Instant now);
Decision decideOn(const EventState& state, const SellHold& command, Instant now);
Decision decideOn(const EventState& state, const SellAllotted& command, Instant now);
Decision decideOn(const EventState& state, const VoidTickets& command, Instant now);
Decision decideOn(const EventState& state, const ReservePlaces& command, Instant now);
Decision decideOn(const EventState& state, const EndReservation& command, Instant now);
Decision decideOn(const EventState& state, const SellReservation& command, Instant now);
Decision decideOn(const EventState& state, const RequestAllotment& command, Instant now);
Decision decideOn(const EventState& state, const ReturnPlaces& command, Instant now);
Decision decideOn(const EventState& state, const SealAllotment& command, Instant now);
Decision decideOn(const EventState& state, const BlockSeats& command, Instant now);
Decision decideOn(const EventState& state, const UnblockSeats& command, Instant now);
Decision decideOn(const EventState& state, const SellProvisional& command, Instant now);
Decision decideOn(const EventState& state, const RenewAllotment& command, Instant now);
Decision decideOn(const EventState& state, const RecallPlaces& command, Instant now);
Decision decideOn(const EventState& state, const KeepPlaces& command, Instant now);
Decision decideOn(const EventState& state, const NoteContact& command, Instant now);
Decision decideOn(const EventState& state, const MarkLimbo& command, Instant now);
Decision decideOn(const EventState& state, const WriteOffAllotment& command, Instant now);
Decision decideOn(const EventState& state, const SettleCases& command, Instant now);
Decision decideOn(const EventState& state, const MakeOffer& command, Instant now);
Decision decideOn(const EventState& state, const AnswerOffer& command, Instant now);
Decision decideOn(const EventState& state, const GrantCase& command, Instant now);
Decision decideOn(const EventState& state, const RecordRefund& command, Instant now);
Decision decideOn(const EventState& state, const SettleAtDoor& command, Instant now);
Decision decideOn(const EventState& state, const ReissueTickets& command, Instant now);
Decision decideOn(const EventState& state, const AdmitTicket& command, Instant now);
Decision decideOn(const EventState& state, const Hello& command, Instant now);
Decision decideOn(const EventState& state, const Suspect& command, Instant now);
Decision decideOn(const EventState& state, const RaiseAlarm& command, Instant now);
Decision decideOn(const EventState& state, const SettleAlarm& command, Instant now);
Decision decideOn(const EventState& state, const RestoreLog& command, Instant now);
Decision decideOn(const EventState& state, const GiveUpDevice& command, Instant now);

// The same of facts a counter has been told about before.
Decision decideTold(const EventState& state, const SellAllotted& command, Instant now, Told told);
Decision decideTold(const EventState& state, const SellProvisional& command, Instant now, Told told);
Decision decideTold(const EventState& state, const RecordRefund& command, Instant now, Told told);

// The hold, when this holder may still use it; HoldGone or HoldForeign otherwise. At its very deadline it is usable.
Result<const Hold*> usableHold(const EventState& state, HoldId id, HolderId holder, Instant now);

// NotPriced when a place has no price at any type. Precondition: canonical places.
Result<void> requirePriced(const EventState& state, const Places& places);

inline Error malformed(std::string detail)
{
    return {ErrorCode::Malformed, std::move(detail)};
}

// One entry, as the answer of a rule.
inline Decision oneEntry(EntryBody body)
{
    Entries entries;
    entries.push_back(std::move(body));
    return entries;
}

} // namespace parterre::rules

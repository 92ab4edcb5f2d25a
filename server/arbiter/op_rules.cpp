// Rules of ops, one overload for each command that is special.
#include "server/arbiter/op_rules.h"

namespace parterre {
namespace {

bool same(const HolderId& holder, const DeviceId& device)
{
    return holder.bytes == device.bytes;
}

bool sells(const Order& order, const DeviceId& device)
{
    return !order.device || *order.device == device;
}

// Whose is it? True: this device's.
struct OwnedBy
{
    DeviceId device;

    bool operator()(const PlaceHold& command) const { return same(command.holder, device); }
    bool operator()(const PlaceBestHold& command) const { return same(command.holder, device); }
    bool operator()(const ExtendHold& command) const { return same(command.holder, device); }
    bool operator()(const ReleaseHold& command) const { return same(command.holder, device); }
    bool operator()(const SellHold& command) const
    {
        return same(command.holder, device) && sells(command.order, device);
    }
    bool operator()(const SellAllotted& command) const
    {
        return command.device == device && sells(command.order, device);
    }
    bool operator()(const VoidTickets&) const { return true; }
    bool operator()(const ReservePlaces& command) const { return same(command.holder, device); }
    bool operator()(const EndReservation&) const { return true; }
    bool operator()(const SellReservation& command) const { return sells(command.order, device); }
    bool operator()(const RequestAllotment& command) const { return command.device == device; }
    bool operator()(const ReturnPlaces& command) const { return command.device == device; }
    bool operator()(const SealAllotment& command) const { return command.device == device; }
    bool operator()(const SellProvisional& command) const
    {
        return command.device == device && sells(command.order, device);
    }
    bool operator()(const RenewAllotment& command) const { return command.device == device; }
    bool operator()(const KeepPlaces& command) const { return command.device == device; }
    bool operator()(const MakeOffer&) const { return true; }
    bool operator()(const AnswerOffer&) const { return true; }
    bool operator()(const RecordRefund&) const { return true; }
    bool operator()(const SettleAtDoor&) const { return true; }
    bool operator()(const ReissueTickets&) const { return true; }
    bool operator()(const AdmitTicket&) const { return true; }
    bool operator()(const Hello& command) const { return command.device == device; }
    bool operator()(const Suspect& command) const { return command.device == device; }
    // The server's, the web shop's and the managers' commands.
    bool operator()(const RecallPlaces&) const { return false; }
    bool operator()(const NoteContact&) const { return false; }
    bool operator()(const MarkLimbo&) const { return false; }
    bool operator()(const WriteOffAllotment&) const { return false; }
    bool operator()(const SettleCases&) const { return false; }
    bool operator()(const GrantCase&) const { return false; }
    bool operator()(const RaiseAlarm&) const { return false; }
    bool operator()(const SettleAlarm&) const { return false; }
    bool operator()(const RestoreLog&) const { return false; }
    bool operator()(const GiveUpDevice&) const { return false; }
    bool operator()(const CreateEvent&) const { return false; }
    bool operator()(const SweepExpired&) const { return false; }
    bool operator()(const StartPayment&) const { return false; }
    bool operator()(const FailPayment&) const { return false; }
    bool operator()(const BlockSeats&) const { return false; }
    bool operator()(const UnblockSeats&) const { return false; }
};

struct KindOf
{
    const LogEntry* entries;
    std::size_t count;
    const EventState& after;

    template <typename Other>
    OutcomeKind operator()(const Other&) const
    {
        return OutcomeKind::Ok;
    }
    OutcomeKind operator()(const SellHold&) const { return OutcomeKind::Confirmed; }
    OutcomeKind operator()(const SellReservation&) const { return OutcomeKind::Confirmed; }
    OutcomeKind operator()(const RequestAllotment&) const { return OutcomeKind::Granted; }
    OutcomeKind operator()(const RenewAllotment&) const { return OutcomeKind::Granted; }
    OutcomeKind operator()(const KeepPlaces&) const { return OutcomeKind::Recorded; }
    OutcomeKind operator()(const Hello&) const { return OutcomeKind::Recorded; }
    OutcomeKind operator()(const Suspect&) const { return OutcomeKind::Recorded; }
    OutcomeKind operator()(const SellAllotted& command) const { return ofFact(command.order); }
    OutcomeKind operator()(const SellProvisional& command) const { return ofFact(command.order); }

    OutcomeKind ofFact(const Order& order) const
    {
        for (std::size_t i = count; i-- > 0;) { // what was in the way is cleared before, an alarm may follow
            const EntryBody& body = entries[i].body;
            if (const auto* placed = std::get_if<OrderPlaced>(&body))
                return placed->late ? OutcomeKind::ConfirmedLate : OutcomeKind::Confirmed;
            if (const auto* opened = std::get_if<CaseOpened>(&body))
                return opened->opened.phase == CasePhase::Contest ? OutcomeKind::Contested : OutcomeKind::Conflict;
        }
        // Sold or lost before, under another op.
        return after.order(order.id) ? OutcomeKind::Confirmed : OutcomeKind::Conflict;
    }
};

} // namespace

Result<void> checkOpCommand(const Command& command, DeviceId device)
{
    if (std::visit(OwnedBy{device}, command))
        return {};
    return Error{ErrorCode::Forbidden, "this device may not ask for that, or names another"};
}

bool isFact(const Command& command)
{
    return std::holds_alternative<SellAllotted>(command) || std::holds_alternative<SellProvisional>(command) ||
           std::holds_alternative<Hello>(command) || std::holds_alternative<Suspect>(command) ||
           freesAllotment(command);
}

bool freesAllotment(const Command& command)
{
    return std::holds_alternative<ReturnPlaces>(command) || std::holds_alternative<SealAllotment>(command);
}

Outcome outcomeOf(const Command& command, const LogEntry* entries, std::size_t count, const EventState& after)
{
    Outcome outcome;
    outcome.kind = std::visit(KindOf{entries, count, after}, command);
    outcome.seq = after.seq();
    if (const auto* request = std::get_if<RequestAllotment>(&command))
        outcome.fence = liveFence(after, request->device);
    if (const auto* renewal = std::get_if<RenewAllotment>(&command))
        outcome.fence = liveFence(after, renewal->device);
    return outcome;
}

Outcome outcomeOfRefusal(const Command& command, const Error& refusal, const EventState& after)
{
    if (isFact(command))
        return quarantinedOutcome(refusal, after);
    Outcome outcome;
    outcome.kind = OutcomeKind::Refused;
    outcome.error = refusal.code;
    outcome.detail = refusal.detail;
    outcome.seq = after.seq();
    return outcome;
}

Outcome quarantinedOutcome(const Error& error, const EventState& after)
{
    Outcome outcome;
    outcome.kind = OutcomeKind::Quarantined;
    outcome.error = error.code;
    outcome.detail = error.detail;
    outcome.seq = after.seq();
    return outcome;
}

std::optional<Told> toldOf(const Outcome& outcome, const Command& command)
{
    switch (outcome.kind) {
    case OutcomeKind::Ok:
    case OutcomeKind::Confirmed:
    case OutcomeKind::ConfirmedLate:
    case OutcomeKind::Recorded:
        return Told::Done;
    case OutcomeKind::Conflict:
        return Told::Lost;
    case OutcomeKind::Contested:
        if (!isFact(command)) // contested only because an earlier restore had forgotten that it was done
            return Told::Done;
        break;
    case OutcomeKind::Refused:     // stays refused, see effect()
    case OutcomeKind::Granted:     // what was granted is in no log any more
    case OutcomeKind::Quarantined: // a person looks again
        break;
    }
    return std::nullopt;
}

std::optional<Command> soldBefore(const Command& command, DeviceId device, const EventState& state)
{
    if (const auto* sell = std::get_if<SellHold>(&command); sell && !state.hold(sell->hold))
        return SellProvisional{device, sell->order, Wish::Ask, false};
    if (const auto* sell = std::get_if<SellReservation>(&command); sell && !state.reservation(sell->reservation))
        return SellProvisional{device, sell->order, Wish::Ask, false};
    return std::nullopt;
}

Fence liveFence(const EventState& state, DeviceId device)
{
    const Allotment* allotment = state.allotmentOf(device);
    return allotment && allotment->phase == AllotmentPhase::Active ? allotment->fence : Fence{};
}

} // namespace parterre

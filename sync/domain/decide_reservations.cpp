// Rules of reservations: named, unpaid claims with a pick-up deadline.
#include "sync/domain/clearance.h"
#include "sync/domain/decide_rules.h"

namespace parterre::rules {
namespace {

Result<void> checkAsked(const ReservePlaces& command, Instant now)
{
    if (command.reservation.isNull() || command.holder.isNull())
        return malformed("a reservation needs an id and a holder");
    if (command.name.empty() || command.name.size() > maxReasonBytes)
        return malformed("a reservation needs a name of at most 1000 bytes");
    if (command.until <= now)
        return malformed("the pick-up deadline has passed");
    if (command.hold.has_value() != command.places.empty())
        return malformed("a reservation is of a hold or of named places");
    return {};
}

Result<void> mayConvert(const Hold& hold)
{
    if (hold.paying)
        return Error{ErrorCode::PaymentPending, {}};
    return {};
}

Decision reserveHeld(const EventState& state, const ReservePlaces& command, Reservation reservation, Instant now)
{
    const Result<const Hold*> hold = usableHold(state, *command.hold, command.holder, now);
    if (!hold)
        return hold.error();
    if (Result<void> may = mayConvert(**hold); !may)
        return may.error();
    reservation.channel = (*hold)->channel;
    reservation.places = (*hold)->places;
    return oneEntry(PlacesReserved{std::move(reservation), command.hold});
}

Decision reserveNamed(const EventState& state, Places places, Reservation reservation, Instant now)
{
    if (Result<void> priced = requirePriced(state, places); !priced)
        return priced.error();
    Clearance clearance(state, now, Clearance::Power::Expired);
    if (Result<void> taken = clearance.takeAll(places); !taken)
        return taken.error();
    reservation.places = std::move(places);
    Entries entries = clearance.entries(1);
    entries.push_back(PlacesReserved{std::move(reservation), std::nullopt});
    return entries;
}

} // namespace

Decision decideOn(const EventState& state, const ReservePlaces& command, Instant now)
{
    const std::uint32_t limit = state.terms().holds.maxUnitsPerHold;
    if (command.places.units() > limit)
        return Error{ErrorCode::LimitExceeded, "at most " + std::to_string(limit) + " places in one reservation"};
    Result<Places> places = canonicalPlaces(state.plan(), command.places);
    if (!places)
        return places.error();
    if (const Reservation* made = state.reservation(command.reservation)) {
        const bool same =
            made->name == command.name && made->until == command.until && (command.hold || made->places == *places);
        return same ? Decision(Entries{}) : malformed("the reservation id is taken");
    }
    if (Result<void> asked = checkAsked(command, now); !asked)
        return asked.error();
    Reservation reservation;
    reservation.id = command.reservation;
    reservation.name = command.name;
    reservation.until = command.until;
    return command.hold ? reserveHeld(state, command, std::move(reservation), now)
                        : reserveNamed(state, std::move(*places), std::move(reservation), now);
}

Decision decideOn(const EventState& state, const EndReservation& command, Instant)
{
    if (!state.reservation(command.reservation))
        return Entries{};
    return oneEntry(ReservationEnded{command.reservation, false});
}

} // namespace parterre::rules

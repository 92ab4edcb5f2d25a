// Wire layout of commands: one table a command, in wire order.
#pragma once

#include "sync/domain/commands.h"
#include "sync/wire/claims_fields.h"

namespace parterre {

template <>
struct WireFields<CreateEvent>
{
    static constexpr auto list = wireFields(WireField{"terms", &CreateEvent::terms});
};
template <>
struct WireFields<PlaceHold>
{
    static constexpr auto list =
        wireFields(WireField{"hold", &PlaceHold::hold}, WireField{"holder", &PlaceHold::holder},
                   WireField{"channel", &PlaceHold::channel}, WireField{"places", &PlaceHold::places},
                   WireField{"replaces", &PlaceHold::replaces});
};
template <>
struct WireFields<PlaceBestHold>
{
    static constexpr auto list =
        wireFields(WireField{"hold", &PlaceBestHold::hold}, WireField{"holder", &PlaceBestHold::holder},
                   WireField{"channel", &PlaceBestHold::channel}, WireField{"quantity", &PlaceBestHold::quantity},
                   WireField{"area", &PlaceBestHold::area}, WireField{"except", &PlaceBestHold::except},
                   WireField{"replaces", &PlaceBestHold::replaces});
};
template <>
struct WireFields<ExtendHold>
{
    static constexpr auto list =
        wireFields(WireField{"hold", &ExtendHold::hold}, WireField{"holder", &ExtendHold::holder});
};
template <>
struct WireFields<ReleaseHold>
{
    static constexpr auto list =
        wireFields(WireField{"hold", &ReleaseHold::hold}, WireField{"holder", &ReleaseHold::holder});
};
template <>
struct WireFields<SweepExpired>
{
    static constexpr auto list = wireFields();
};
template <>
struct WireFields<StartPayment>
{
    static constexpr auto list =
        wireFields(WireField{"hold", &StartPayment::hold}, WireField{"holder", &StartPayment::holder},
                   WireField{"order", &StartPayment::order});
};
template <>
struct WireFields<FailPayment>
{
    static constexpr auto list =
        wireFields(WireField{"hold", &FailPayment::hold}, WireField{"order", &FailPayment::order});
};
template <>
struct WireFields<SellHold>
{
    static constexpr auto list = wireFields(WireField{"hold", &SellHold::hold}, WireField{"holder", &SellHold::holder},
                                            WireField{"order", &SellHold::order});
};
template <>
struct WireFields<SellAllotted>
{
    static constexpr auto list =
        wireFields(WireField{"fence", &SellAllotted::fence}, WireField{"device", &SellAllotted::device},
                   WireField{"order", &SellAllotted::order});
};
template <>
struct WireFields<VoidTickets>
{
    static constexpr auto list =
        wireFields(WireField{"order", &VoidTickets::order}, WireField{"serials", &VoidTickets::serials},
                   WireField{"reason", &VoidTickets::reason}, WireField{"by", &VoidTickets::by});
};
template <>
struct WireFields<ReservePlaces>
{
    static constexpr auto list =
        wireFields(WireField{"reservation", &ReservePlaces::reservation}, WireField{"holder", &ReservePlaces::holder},
                   WireField{"hold", &ReservePlaces::hold}, WireField{"places", &ReservePlaces::places},
                   WireField{"name", &ReservePlaces::name}, WireField{"until", &ReservePlaces::until});
};
template <>
struct WireFields<EndReservation>
{
    static constexpr auto list = wireFields(WireField{"reservation", &EndReservation::reservation});
};
template <>
struct WireFields<SellReservation>
{
    static constexpr auto list = wireFields(WireField{"reservation", &SellReservation::reservation},
                                            WireField{"order", &SellReservation::order});
};
template <>
struct WireFields<RequestAllotment>
{
    static constexpr auto list =
        wireFields(WireField{"device", &RequestAllotment::device}, WireField{"wish", &RequestAllotment::wish});
};
template <>
struct WireFields<ReturnPlaces>
{
    static constexpr auto list =
        wireFields(WireField{"fence", &ReturnPlaces::fence}, WireField{"device", &ReturnPlaces::device},
                   WireField{"places", &ReturnPlaces::places});
};
template <>
struct WireFields<SealAllotment>
{
    static constexpr auto list =
        wireFields(WireField{"fence", &SealAllotment::fence}, WireField{"device", &SealAllotment::device});
};
template <>
struct WireFields<BlockSeats>
{
    static constexpr auto list =
        wireFields(WireField{"seats", &BlockSeats::seats}, WireField{"kill", &BlockSeats::kill},
                   WireField{"reason", &BlockSeats::reason});
};
template <>
struct WireFields<UnblockSeats>
{
    static constexpr auto list = wireFields(WireField{"seats", &UnblockSeats::seats});
};

} // namespace parterre

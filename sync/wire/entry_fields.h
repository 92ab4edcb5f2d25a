// Wire layout of log entries: one table an entry, in wire order.
#pragma once

#include "sync/domain/entries.h"
#include "sync/wire/claims_fields.h"

namespace parterre {

template <>
struct WireFields<EventCreated>
{
    static constexpr auto list = wireFields(WireField{"terms", &EventCreated::terms});
};
template <>
struct WireFields<HoldPlaced>
{
    static constexpr auto list =
        wireFields(WireField{"hold", &HoldPlaced::hold}, WireField{"holder", &HoldPlaced::holder},
                   WireField{"channel", &HoldPlaced::channel}, WireField{"places", &HoldPlaced::places},
                   WireField{"expires_at", &HoldPlaced::expiresAt});
};
template <>
struct WireFields<HoldExtended>
{
    static constexpr auto list =
        wireFields(WireField{"hold", &HoldExtended::hold}, WireField{"expires_at", &HoldExtended::expiresAt});
};
template <>
struct WireFields<HoldReleased>
{
    static constexpr auto list =
        wireFields(WireField{"hold", &HoldReleased::hold}, WireField{"expired", &HoldReleased::expired});
};
template <>
struct WireFields<PaymentStarted>
{
    static constexpr auto list =
        wireFields(WireField{"hold", &PaymentStarted::hold}, WireField{"order", &PaymentStarted::order},
                   WireField{"until", &PaymentStarted::until});
};
template <>
struct WireFields<PaymentFailed>
{
    static constexpr auto list =
        wireFields(WireField{"hold", &PaymentFailed::hold}, WireField{"expires_at", &PaymentFailed::expiresAt});
};
template <>
struct WireFields<OrderPlaced>
{
    static constexpr auto list =
        wireFields(WireField{"order", &OrderPlaced::order}, WireField{"hold", &OrderPlaced::hold},
                   WireField{"fence", &OrderPlaced::fence}, WireField{"reservation", &OrderPlaced::reservation},
                   WireField{"late", &OrderPlaced::late});
};
template <>
struct WireFields<TicketsVoided>
{
    static constexpr auto list =
        wireFields(WireField{"order", &TicketsVoided::order}, WireField{"serials", &TicketsVoided::serials},
                   WireField{"reason", &TicketsVoided::reason}, WireField{"by", &TicketsVoided::by});
};
template <>
struct WireFields<PlacesReserved>
{
    static constexpr auto list =
        wireFields(WireField{"reservation", &PlacesReserved::reservation}, WireField{"hold", &PlacesReserved::hold});
};
template <>
struct WireFields<ReservationEnded>
{
    static constexpr auto list = wireFields(WireField{"reservation", &ReservationEnded::reservation},
                                            WireField{"expired", &ReservationEnded::expired});
};
template <>
struct WireFields<AllotmentGranted>
{
    static constexpr auto list = wireFields(
        WireField{"device", &AllotmentGranted::device}, WireField{"places", &AllotmentGranted::places},
        WireField{"duration", &AllotmentGranted::duration}, WireField{"granted_at", &AllotmentGranted::grantedAt});
};
template <>
struct WireFields<AllotmentReturned>
{
    static constexpr auto list =
        wireFields(WireField{"fence", &AllotmentReturned::fence}, WireField{"places", &AllotmentReturned::places});
};
template <>
struct WireFields<AllotmentClosed>
{
    static constexpr auto list = wireFields(WireField{"fence", &AllotmentClosed::fence});
};
template <>
struct WireFields<SeatsBlocked>
{
    static constexpr auto list =
        wireFields(WireField{"seats", &SeatsBlocked::seats}, WireField{"kill", &SeatsBlocked::kill},
                   WireField{"reason", &SeatsBlocked::reason});
};
template <>
struct WireFields<SeatsUnblocked>
{
    static constexpr auto list = wireFields(WireField{"seats", &SeatsUnblocked::seats});
};
template <>
struct WireFields<CaseOpened>
{
    static constexpr auto list = wireFields(WireField{"case", &CaseOpened::opened});
};

} // namespace parterre

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
                   WireField{"late", &OrderPlaced::late}, WireField{"provisional", &OrderPlaced::provisional});
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

template <>
struct WireFields<CaseKept>
{
    static constexpr auto list = wireFields(WireField{"case", &CaseKept::id}, WireField{"places", &CaseKept::places});
};
template <>
struct WireFields<CaseSold>
{
    static constexpr auto list = wireFields(WireField{"case", &CaseSold::id}, WireField{"phase", &CaseSold::phase}, WireField{"order", &CaseSold::order}, WireField{"refund", &CaseSold::refundMinor}, WireField{"by", &CaseSold::by});
};
template <>
struct WireFields<CaseOffered>
{
    static constexpr auto list = wireFields(WireField{"case", &CaseOffered::id}, WireField{"offers", &CaseOffered::offers}, WireField{"until", &CaseOffered::until}, WireField{"by", &CaseOffered::by});
};
template <>
struct WireFields<CaseMoved>
{
    static constexpr auto list = wireFields(WireField{"case", &CaseMoved::id}, WireField{"phase", &CaseMoved::phase}, WireField{"lost", &CaseMoved::lost}, WireField{"refund", &CaseMoved::refundMinor}, WireField{"by", &CaseMoved::by}, WireField{"note", &CaseMoved::note});
};
template <>
struct WireFields<AllotmentRenewed>
{
    static constexpr auto list = wireFields(WireField{"fence", &AllotmentRenewed::fence}, WireField{"added", &AllotmentRenewed::added}, WireField{"duration", &AllotmentRenewed::duration}, WireField{"granted_at", &AllotmentRenewed::grantedAt});
};
template <>
struct WireFields<AllotmentRecalled>
{
    static constexpr auto list = wireFields(WireField{"fence", &AllotmentRecalled::fence}, WireField{"places", &AllotmentRecalled::places});
};
template <>
struct WireFields<RecallDeclined>
{
    static constexpr auto list = wireFields(WireField{"fence", &RecallDeclined::fence}, WireField{"places", &RecallDeclined::places});
};
template <>
struct WireFields<ContactNoted>
{
    static constexpr auto list = wireFields(WireField{"fence", &ContactNoted::fence}, WireField{"reachable", &ContactNoted::reachable});
};
template <>
struct WireFields<AllotmentLimbo>
{
    static constexpr auto list = wireFields(WireField{"fence", &AllotmentLimbo::fence}, WireField{"reason", &AllotmentLimbo::reason});
};
template <>
struct WireFields<AllotmentForced>
{
    static constexpr auto list = wireFields(WireField{"signed", &AllotmentForced::signedOff});
};
template <>
struct WireFields<TicketsReissued>
{
    static constexpr auto list = wireFields(WireField{"order", &TicketsReissued::order}, WireField{"serials", &TicketsReissued::serials}, WireField{"reason", &TicketsReissued::reason}, WireField{"by", &TicketsReissued::by});
};
template <>
struct WireFields<TicketAdmitted>
{
    static constexpr auto list = wireFields(WireField{"order", &TicketAdmitted::order}, WireField{"serial", &TicketAdmitted::serial});
};
template <>
struct WireFields<AlarmRaised>
{
    static constexpr auto list = wireFields(WireField{"kind", &AlarmRaised::kind}, WireField{"device", &AlarmRaised::device}, WireField{"detail", &AlarmRaised::detail});
};
template <>
struct WireFields<AlarmSettled>
{
    static constexpr auto list = wireFields(WireField{"seq", &AlarmSettled::seq}, WireField{"by", &AlarmSettled::by}, WireField{"note", &AlarmSettled::note});
};
template <>
struct WireFields<LogRestored>
{
    static constexpr auto list = wireFields(WireField{"log_gen", &LogRestored::logGen}, WireField{"awaited", &LogRestored::awaited});
};
template <>
struct WireFields<DeviceReported>
{
    static constexpr auto list = wireFields(WireField{"device", &DeviceReported::device}, WireField{"by", &DeviceReported::by}, WireField{"reason", &DeviceReported::reason});
};
} // namespace parterre

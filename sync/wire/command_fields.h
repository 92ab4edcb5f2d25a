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
struct WireFields<AreaWish>
{
    static constexpr auto list = wireFields(WireField{"area", &AreaWish::area}, WireField{"units", &AreaWish::units});
};
template <>
struct WireFields<RequestAllotment>
{
    static constexpr auto list =
        wireFields(WireField{"device", &RequestAllotment::device}, WireField{"wishes", &RequestAllotment::wishes});
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

template <>
struct WireFields<SellProvisional>
{
    static constexpr auto list = wireFields(WireField{"device", &SellProvisional::device}, WireField{"order", &SellProvisional::order}, WireField{"wish", &SellProvisional::wish}, WireField{"provisional", &SellProvisional::provisional});
};
template <>
struct WireFields<RenewAllotment>
{
    static constexpr auto list = wireFields(WireField{"device", &RenewAllotment::device}, WireField{"fence", &RenewAllotment::fence}, WireField{"wishes", &RenewAllotment::wishes});
};
template <>
struct WireFields<RecallPlaces>
{
    static constexpr auto list = wireFields(WireField{"places", &RecallPlaces::places});
};
template <>
struct WireFields<KeepPlaces>
{
    static constexpr auto list = wireFields(WireField{"fence", &KeepPlaces::fence}, WireField{"device", &KeepPlaces::device}, WireField{"places", &KeepPlaces::places});
};
template <>
struct WireFields<NoteContact>
{
    static constexpr auto list = wireFields(WireField{"fence", &NoteContact::fence}, WireField{"reachable", &NoteContact::reachable});
};
template <>
struct WireFields<MarkLimbo>
{
    static constexpr auto list = wireFields(WireField{"fence", &MarkLimbo::fence}, WireField{"reason", &MarkLimbo::reason});
};
template <>
struct WireFields<WriteOffAllotment>
{
    static constexpr auto list = wireFields(WireField{"fence", &WriteOffAllotment::fence}, WireField{"places", &WriteOffAllotment::places}, WireField{"by", &WriteOffAllotment::by}, WireField{"reason", &WriteOffAllotment::reason}, WireField{"device_lost", &WriteOffAllotment::deviceLost});
};
template <>
struct WireFields<SettleCases>
{
    static constexpr auto list = wireFields();
};
template <>
struct WireFields<MakeOffer>
{
    static constexpr auto list = wireFields(WireField{"case", &MakeOffer::id}, WireField{"by", &MakeOffer::by});
};
template <>
struct WireFields<AnswerOffer>
{
    static constexpr auto list = wireFields(WireField{"case", &AnswerOffer::id}, WireField{"choice", &AnswerOffer::choice}, WireField{"by", &AnswerOffer::by});
};
template <>
struct WireFields<GrantCase>
{
    static constexpr auto list = wireFields(WireField{"case", &GrantCase::id}, WireField{"by", &GrantCase::by}, WireField{"reason", &GrantCase::reason});
};
template <>
struct WireFields<RecordRefund>
{
    static constexpr auto list = wireFields(WireField{"case", &RecordRefund::id}, WireField{"by", &RecordRefund::by});
};
template <>
struct WireFields<SettleAtDoor>
{
    static constexpr auto list = wireFields(WireField{"case", &SettleAtDoor::id}, WireField{"settled", &SettleAtDoor::settled}, WireField{"by", &SettleAtDoor::by}, WireField{"note", &SettleAtDoor::note});
};
template <>
struct WireFields<ReissueTickets>
{
    static constexpr auto list = wireFields(WireField{"order", &ReissueTickets::order}, WireField{"serials", &ReissueTickets::serials}, WireField{"reason", &ReissueTickets::reason}, WireField{"by", &ReissueTickets::by});
};
template <>
struct WireFields<AdmitTicket>
{
    static constexpr auto list = wireFields(WireField{"order", &AdmitTicket::order}, WireField{"serial", &AdmitTicket::serial});
};
template <>
struct WireFields<Hello>
{
    static constexpr auto list = wireFields(WireField{"device", &Hello::device}, WireField{"log_gen", &Hello::logGen}, WireField{"journal_head", &Hello::journalHead});
};
template <>
struct WireFields<Suspect>
{
    static constexpr auto list = wireFields(WireField{"device", &Suspect::device}, WireField{"reason", &Suspect::reason});
};
template <>
struct WireFields<RaiseAlarm>
{
    static constexpr auto list = wireFields(WireField{"kind", &RaiseAlarm::kind}, WireField{"device", &RaiseAlarm::device}, WireField{"detail", &RaiseAlarm::detail});
};
template <>
struct WireFields<SettleAlarm>
{
    static constexpr auto list = wireFields(WireField{"seq", &SettleAlarm::seq}, WireField{"by", &SettleAlarm::by}, WireField{"note", &SettleAlarm::note});
};
template <>
struct WireFields<RestoreLog>
{
    static constexpr auto list = wireFields(WireField{"log_gen", &RestoreLog::logGen}, WireField{"awaited", &RestoreLog::awaited});
};
template <>
struct WireFields<GiveUpDevice>
{
    static constexpr auto list = wireFields(WireField{"device", &GiveUpDevice::device}, WireField{"by", &GiveUpDevice::by}, WireField{"reason", &GiveUpDevice::reason});
};
} // namespace parterre

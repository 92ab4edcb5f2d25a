// Wire layout of places, orders, holds, reservations, allotments, cases and terms.
#pragma once

#include "sync/domain/cases.h"
#include "sync/wire/wire_fields.h"

namespace parterre {

// Seats as differences to the one before, so that neighbours cost a byte.
template <>
struct WireCustom<std::vector<SeatIndex>>
{
    static void write(CborWriter& writer, const std::vector<SeatIndex>& seats);
    static void read(CborReader& reader, std::vector<SeatIndex>& seats);
};
// Only seats (nearly always): their list. With standing units: [seats, [area, count, …]].
template <>
struct WireCustom<Places>
{
    static void write(CborWriter& writer, const Places& places);
    static void read(CborReader& reader, Places& places);
};
// [serial, seat or −1 − standing area, price type, price, 1 when void + 2 when let in].
template <>
struct WireCustom<Ticket>
{
    static void write(CborWriter& writer, const Ticket& ticket);
    static void read(CborReader& reader, Ticket& ticket);
};
// The three letters.
template <>
struct WireCustom<Currency>
{
    static void write(CborWriter& writer, const Currency& currency);
    static void read(CborReader& reader, Currency& currency);
};

template <>
struct WireEnumLast<Channel>
{
    static constexpr auto value = Channel::Counter;
};
template <>
struct WireEnumLast<TenderMethod>
{
    static constexpr auto value = TenderMethod::Free;
};
template <>
struct WireEnumLast<AllotmentPhase>
{
    static constexpr auto value = AllotmentPhase::Limbo;
};
template <>
struct WireEnumLast<Wish>
{
    static constexpr auto value = Wish::Refund;
};
template <>
struct WireEnumLast<CasePhase>
{
    static constexpr auto value = CasePhase::Closed;
};
template <>
struct WireEnumLast<AlarmKind>
{
    static constexpr auto value = AlarmKind::LostHistory;
};

template <>
struct WireFields<Tender>
{
    static constexpr auto list = wireFields(WireField{"method", &Tender::method}, WireField{"paid", &Tender::paidMinor},
                                            WireField{"reference", &Tender::reference});
};
template <>
struct WireFields<Buyer>
{
    static constexpr auto list = wireFields(WireField{"name", &Buyer::name}, WireField{"email", &Buyer::email},
                                            WireField{"phone", &Buyer::phone});
};
template <>
struct WireFields<Order>
{
    static constexpr auto list = wireFields(WireField{"order", &Order::id}, WireField{"channel", &Order::channel},
                                            WireField{"device", &Order::device}, WireField{"clerk", &Order::clerk},
                                            WireField{"buyer", &Order::buyer}, WireField{"tickets", &Order::tickets},
                                            WireField{"tender", &Order::tender}, WireField{"sold_at", &Order::soldAt});
};
template <>
struct WireFields<Hold>
{
    static constexpr auto list =
        wireFields(WireField{"hold", &Hold::id}, WireField{"holder", &Hold::holder},
                   WireField{"channel", &Hold::channel}, WireField{"places", &Hold::places},
                   WireField{"expires_at", &Hold::expiresAt}, WireField{"extended", &Hold::extended},
                   WireField{"paying", &Hold::paying}, WireField{"paying_until", &Hold::payingUntil});
};
template <>
struct WireFields<Reservation>
{
    static constexpr auto list =
        wireFields(WireField{"reservation", &Reservation::id}, WireField{"channel", &Reservation::channel},
                   WireField{"name", &Reservation::name}, WireField{"places", &Reservation::places},
                   WireField{"until", &Reservation::until});
};
template <>
struct WireFields<Allotment>
{
    static constexpr auto list =
        wireFields(WireField{"fence", &Allotment::fence}, WireField{"first", &Allotment::first},
                   WireField{"device", &Allotment::device}, WireField{"places", &Allotment::places},
                   WireField{"recalled", &Allotment::recalled}, WireField{"duration", &Allotment::duration},
                   WireField{"granted_at", &Allotment::grantedAt}, WireField{"phase", &Allotment::phase},
                   WireField{"reachable", &Allotment::reachable});
};
template <>
struct WireFields<Case>
{
    static constexpr auto list = wireFields(
        WireField{"case", &Case::id}, WireField{"order", &Case::order}, WireField{"fence", &Case::fence},
        WireField{"provisional", &Case::provisional}, WireField{"wish", &Case::wish}, WireField{"phase", &Case::phase},
        WireField{"awaits_thaw", &Case::awaitsThaw}, WireField{"opened_seq", &Case::openedSeq},
        WireField{"lost", &Case::lost}, WireField{"kept", &Case::kept}, WireField{"offers", &Case::offers},
        WireField{"rounds", &Case::rounds}, WireField{"until", &Case::until}, WireField{"refund", &Case::refundMinor},
        WireField{"by", &Case::by}, WireField{"note", &Case::note});
};
template <>
struct WireFields<WriteOff>
{
    static constexpr auto list =
        wireFields(WireField{"fence", &WriteOff::fence}, WireField{"device", &WriteOff::device},
                   WireField{"places", &WriteOff::places}, WireField{"by", &WriteOff::by},
                   WireField{"reason", &WriteOff::reason}, WireField{"at", &WriteOff::at});
};
template <>
struct WireFields<Alarm>
{
    static constexpr auto list =
        wireFields(WireField{"seq", &Alarm::seq}, WireField{"kind", &Alarm::kind}, WireField{"device", &Alarm::device},
                   WireField{"detail", &Alarm::detail}, WireField{"at", &Alarm::at});
};
template <>
struct WireFields<HoldRules>
{
    static constexpr auto list = wireFields(
        WireField{"duration", &HoldRules::duration}, WireField{"extension", &HoldRules::extension},
        WireField{"payment_cap", &HoldRules::paymentCap}, WireField{"after_decline", &HoldRules::afterDecline},
        WireField{"max_units_per_hold", &HoldRules::maxUnitsPerHold},
        WireField{"max_units_per_fan_hold", &HoldRules::maxUnitsPerFanHold},
        WireField{"max_holds_per_holder", &HoldRules::maxHoldsPerHolder});
};
template <>
struct WireFields<EventTerms>
{
    static constexpr auto list = wireFields(
        WireField{"event", &EventTerms::event}, WireField{"plan", &EventTerms::plan},
        WireField{"title", &EventTerms::title}, WireField{"venue", &EventTerms::venue},
        WireField{"starts_at", &EventTerms::startsAt}, WireField{"time_zone", &EventTerms::timeZone},
        WireField{"currency", &EventTerms::currency}, WireField{"price_types", &EventTerms::priceTypes},
        WireField{"prices", &EventTerms::prices}, WireField{"holds", &EventTerms::holds},
        WireField{"on_sale", &EventTerms::onSale}, WireField{"provisional_sales", &EventTerms::provisionalSales});
};

} // namespace parterre

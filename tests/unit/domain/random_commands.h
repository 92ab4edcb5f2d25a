// RandomCommands: commands that are often sensible, sometimes stale, sometimes wrong; drawn from small pools of ids so
// that they meet each other.
#pragma once

#include "tests/support/keyed_random.h"
#include "tests/support/sample_events.h"

#include <algorithm>
#include <limits>

namespace parterre::testing {

class RandomCommands
{
public:
    RandomCommands(KeyedRandom& random, const EventState& state, Instant now)
        : m_random(random), m_state(state), m_now(now)
    {}

    Command draw()
    {
        switch (m_random.below(36)) {
        case 0:
        case 1:
        case 2:
        case 3:
            return placeHold();
        case 4:
            return placeBestHold();
        case 5:
            return ExtendHold{anyHold(), holderOf(m_hold)};
        case 6:
            return ReleaseHold{anyHold(), holderOf(m_hold)};
        case 7:
            return SweepExpired{};
        case 8:
        case 9:
            return StartPayment{anyHold(), holderOf(m_hold), anyId<OrderId>(30)};
        case 10:
            return failPayment();
        case 11:
        case 12:
        case 13:
            return sellHold();
        case 14:
        case 15:
        case 16:
            return sellAllotted();
        case 17:
            return voidTickets();
        case 18:
            return reserve();
        case 19:
            return reservationMove();
        case 20:
            return requestAllotment();
        case 21:
            return returnPlaces();
        case 22:
            return SealAllotment{anyFence(), deviceOf(m_fence)};
        case 23:
            return block();
        case 24:
        case 25:
        case 26:
            return sellProvisional();
        case 27:
            return RenewAllotment{deviceOf(anyFence()), m_fence, {}};
        case 28:
            return recall();
        case 29:
            return contact();
        case 30:
            return limbo();
        case 31:
        case 32:
        case 33:
            return caseMove();
        case 34:
            return ticketMove();
        default:
            return m_random.chance(1, 6) ? rare() : Command(SettleCases{});
        }
    }

private:
    template <typename Id>
    Id anyId(std::uint64_t pool)
    {
        return idOf<Id>(m_random.between(1, pool));
    }

    // One of the map's keys, chosen as the seed says whatever order the map is in.
    template <typename Map>
    typename Map::key_type anyKey(const Map& map)
    {
        std::vector<typename Map::key_type> keys;
        for (const auto& [key, value] : map)
            keys.push_back(key);
        std::sort(keys.begin(), keys.end());
        return m_random.pick(keys);
    }

    HoldId anyHold()
    {
        const bool live = !m_state.holds().empty() && !m_random.chance(1, 6);
        return m_hold = live ? anyKey(m_state.holds()) : anyId<HoldId>(12);
    }
    HolderId holderOf(HoldId id)
    {
        const Hold* hold = m_state.hold(id);
        return hold && !m_random.chance(1, 10) ? hold->holder : anyId<HolderId>(4);
    }
    Fence anyFence()
    {
        const bool live = !m_state.allotments().empty() && !m_random.chance(1, 5);
        return m_fence = live ? anyKey(m_state.allotments()) : Fence{m_random.between(0, m_state.seq() + 1)};
    }
    DeviceId deviceOf(Fence fence)
    {
        const Allotment* allotment = m_state.allotment(fence);
        return allotment && !m_random.chance(1, 10) ? allotment->device : anyId<DeviceId>(3);
    }

    Places anyPlaces(std::size_t most)
    {
        Places places;
        const std::size_t count = m_random.between(0, most);
        const std::uint32_t start = static_cast<std::uint32_t>(m_random.below(m_state.plan().seatCount()));
        for (std::uint32_t i = 0; i < count; ++i)
            places.seats.push_back(SeatIndex{(start + i) % m_state.plan().seatCount()});
        if (m_random.chance(1, 3) || places.seats.empty())
            places.standing.push_back({StandingIndex{0}, static_cast<std::uint32_t>(m_random.between(1, 3))});
        std::sort(places.seats.begin(), places.seats.end());
        return places;
    }

    Channel anyChannel() { return m_random.chance(1, 2) ? Channel::Fan : Channel::Counter; }

    Command placeHold()
    {
        PlaceHold command{anyId<HoldId>(12), anyId<HolderId>(4), anyChannel(), anyPlaces(4), {}};
        if (m_random.chance(1, 3)) {
            command.replaces = anyHold();
            command.holder = holderOf(m_hold);
        }
        if (m_random.chance(1, 30) && !command.places.seats.empty())
            command.places.seats.push_back(command.places.seats.front()); // named twice
        if (m_random.chance(1, 30))
            command.places.seats.push_back(SeatIndex{m_state.plan().seatCount()}); // of no plan
        return command;
    }
    Command placeBestHold()
    {
        return PlaceBestHold{anyId<HoldId>(12), anyId<HolderId>(4),
                             anyChannel(),      static_cast<std::uint32_t>(m_random.between(1, 4)),
                             std::nullopt,      {}};
    }
    Command failPayment()
    {
        const Hold* hold = m_state.hold(anyHold());
        return FailPayment{m_hold, hold && hold->paying ? *hold->paying : anyId<OrderId>(30)};
    }

    bool soldAtNormal(const Places& places) const
    {
        return std::all_of(places.seats.begin(), places.seats.end(), [this](SeatIndex seat) {
            return priceOf(m_state.terms(), m_state.plan().seat(seat).priceArea, PriceTypeIndex{0}).ok();
        });
    }

    // Right in most cases; else too little is paid, a price is wrong or a ticket is missing.
    Order orderOf(const Places& places, OrderId id)
    {
        const PriceTypeIndex type{static_cast<std::uint16_t>(m_random.chance(1, 2) && soldAtNormal(places) ? 0 : 1)};
        Order order = orderFor(m_state.plan(), m_state.terms(), places, id, type);
        for (Ticket& ticket : order.tickets) // an id is drawn again for other tickets: serials must not repeat
            ticket.serial.bytes[3] = static_cast<std::uint8_t>(m_random.next());
        if (m_random.chance(1, 20))
            --order.tender.paidMinor;
        if (m_random.chance(1, 20) && !order.tickets.empty()) {
            order.tickets.front().priceMinor -= 100;
            order.tender.paidMinor -= 100;
        }
        if (m_random.chance(1, 20) && order.tickets.size() > 1) {
            order.tender.paidMinor -= order.tickets.back().priceMinor;
            order.tickets.pop_back();
        }
        return order;
    }

    Command sellHold()
    {
        const HoldId id = anyHold();
        const Hold* hold = m_state.hold(id);
        const OrderId order = hold && hold->paying && !m_random.chance(1, 8) ? *hold->paying : anyId<OrderId>(30);
        return SellHold{id, holderOf(id), orderOf(hold ? hold->places : anyPlaces(3), order)};
    }
    Command sellAllotted()
    {
        const Fence fence = anyFence();
        const Allotment* allotment = m_state.allotment(fence);
        Places places = anyPlaces(3);
        if (allotment && m_random.chance(3, 4)) {
            Places inside = allotment->places;
            inside.seats.resize(std::min<std::size_t>(inside.seats.size(), m_random.between(1, 2)));
            if (!inside.empty())
                places = inside;
        }
        return SellAllotted{fence, deviceOf(fence), orderOf(places, anyId<OrderId>(60))};
    }
    Command voidTickets()
    {
        const bool live = !m_state.orders().empty() && !m_random.chance(1, 8);
        VoidTickets command{live ? anyKey(m_state.orders()) : anyId<OrderId>(30), {}, "refund", "ada"};
        const Order* order = m_state.order(command.order);
        if (order && m_random.chance(1, 2))
            command.serials.push_back(m_random.pick(order->tickets).serial);
        if (m_random.chance(1, 20))
            command.reason.clear();
        return command;
    }
    Command reserve()
    {
        ReservePlaces command;
        command.reservation = anyId<ReservationId>(5);
        command.name = "Ms Lovelace";
        command.until = m_now + std::chrono::minutes(m_random.between(0, 40));
        if (m_random.chance(1, 2)) {
            command.hold = anyHold();
            command.holder = holderOf(m_hold);
        } else {
            command.holder = anyId<HolderId>(4);
            command.places = anyPlaces(3);
        }
        return command;
    }
    Command reservationMove()
    {
        const bool live = !m_state.reservations().empty() && !m_random.chance(1, 8);
        const ReservationId id = live ? anyKey(m_state.reservations()) : anyId<ReservationId>(5);
        if (m_random.chance(1, 3))
            return EndReservation{id};
        const Reservation* reservation = m_state.reservation(id);
        return SellReservation{id, orderOf(reservation ? reservation->places : anyPlaces(2), anyId<OrderId>(30))};
    }
    Command requestAllotment()
    {
        RequestAllotment command{anyId<DeviceId>(3), {}};
        if (m_random.chance(1, 2))
            command.wishes.push_back({PriceAreaIndex{0}, static_cast<std::uint32_t>(m_random.below(6))});
        return command;
    }
    Command sellProvisional()
    {
        SellProvisional command;
        command.device = anyId<DeviceId>(3);
        command.order = orderOf(anyPlaces(3), anyId<OrderId>(60));
        command.order.device = command.device;
        command.order.buyer.phone = m_random.chance(1, 12) ? "" : "040 1234";
        command.wish = static_cast<Wish>(m_random.below(3));
        return command;
    }
    Places anyAllotted()
    {
        const Allotment* allotment = m_state.allotment(anyFence());
        Places places = allotment ? allotment->places : anyPlaces(3);
        places.seats.resize(std::min<std::size_t>(places.seats.size(), m_random.between(1, 3)));
        return places.empty() ? anyPlaces(2) : places;
    }
    Command recall()
    {
        Places places = anyAllotted();
        if (m_random.chance(1, 2))
            return RecallPlaces{std::move(places)};
        return KeepPlaces{m_fence, deviceOf(m_fence), std::move(places)};
    }
    Command contact() { return NoteContact{anyFence(), m_random.chance(2, 3)}; }
    Command limbo()
    {
        const Fence fence = anyFence();
        const Allotment* allotment = m_state.allotment(fence);
        if (m_random.chance(1, 2))
            return MarkLimbo{fence, "lost"};
        return WriteOffAllotment{fence, allotment ? allotment->places : anyPlaces(2), "ada", "no answer",
                                 m_random.chance(1, 2)};
    }
    Command caseMove()
    {
        const bool live = !m_state.cases().empty() && !m_random.chance(1, 12);
        const CaseId id = live ? anyKey(m_state.cases()) : anyId<CaseId>(60);
        switch (m_random.below(6)) {
        case 0:
            return MakeOffer{id, "ada"};
        case 1:
            return AnswerOffer{id, static_cast<std::uint32_t>(m_random.below(3)), "ada"};
        case 2:
            return AnswerOffer{id, std::nullopt, "ada"};
        case 3:
            return GrantCase{id, "ada", "regular guest"};
        case 4:
            return RecordRefund{id, "ada"};
        default:
            return SettleAtDoor{id, m_random.chance(1, 2), "ada", "at the door"};
        }
    }
    Command ticketMove()
    {
        if (m_state.orders().empty())
            return SettleCases{};
        const Order& order = *m_state.order(anyKey(m_state.orders()));
        const TicketSerial serial = m_random.pick(order.tickets).serial;
        if (m_random.chance(1, 2))
            return ReissueTickets{order.id, {serial}, "unreadable", "ada"};
        return AdmitTicket{order.id, serial};
    }
    Command rare()
    {
        const DeviceId device = anyId<DeviceId>(3);
        switch (m_random.below(6)) {
        case 0:
            return RaiseAlarm{static_cast<AlarmKind>(m_random.below(4)), device, "seen"};
        case 1:
            return RestoreLog{m_state.logGen() + 1, {device}};
        case 2:
            return GiveUpDevice{device, "ada", "stolen"};
        case 3:
            return Suspect{device, "journal behind"};
        default:
            return m_state.alarms().empty() ? Command(Hello{device, m_state.logGen(), 7})
                                            : Command(SettleAlarm{m_state.alarms().begin()->first, "ada", "looked"});
        }
    }
    Command returnPlaces()
    {
        const Fence fence = anyFence();
        const Allotment* allotment = m_state.allotment(fence);
        Places places =
            allotment && !allotment->places.empty() && m_random.chance(1, 2) ? allotment->places : anyPlaces(4);
        return ReturnPlaces{fence, deviceOf(fence), std::move(places)};
    }
    Command block()
    {
        if (m_random.chance(1, 2))
            return BlockSeats{anyPlaces(2).seats, m_random.chance(1, 2), "house seats"};
        return UnblockSeats{anyPlaces(m_state.plan().seatCount()).seats};
    }

    KeyedRandom& m_random;
    const EventState& m_state;
    Instant m_now;
    HoldId m_hold;
    Fence m_fence;
};

} // namespace parterre::testing

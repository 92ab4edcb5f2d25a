// ReferenceModel: who owns each place, folded from the entries by code that shares nothing with the real fold.
#pragma once

#include "sync/domain/event_state.h"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace parterre::testing {

class ReferenceModel
{
public:
    // 'f'ree, 'h'old, 'r'eservation, 's'old, 'a'llotted, 'b'locked; and the last eight bytes of the claim's id.
    using Owner = std::pair<char, std::uint64_t>;

    explicit ReferenceModel(const SeatPlan& plan) : m_seats(plan.seatCount(), {'f', 0})
    {
        for (const StandingArea& area : plan.standing())
            m_free.push_back(area.capacity);
    }

    // Returns what is wrong with the entry, or nothing.
    std::string fold(const LogEntry& entry, Instant now)
    {
        m_wrong.clear();
        m_seq = entry.seq;
        m_now = now;
        std::visit([this](const auto& body) { on(body); }, entry.body);
        return m_wrong;
    }

    std::string compare(const EventState& state) const
    {
        for (std::uint32_t i = 0; i < m_seats.size(); ++i)
            if (ownerIn(state.seat(SeatIndex{i})) != m_seats[i])
                return "the model disagrees about " + state.plan().label(SeatIndex{i});
        for (std::uint16_t i = 0; i < m_free.size(); ++i)
            if (m_free[i] < 0 || state.standing(StandingIndex{i}).free() != static_cast<std::uint64_t>(m_free[i]))
                return "the model disagrees about a standing area";
        std::int64_t paid = 0;
        std::int64_t worth = 0;
        for (const auto& [id, order] : state.orders()) {
            paid += order.tender.paidMinor;
            for (const Ticket& ticket : order.tickets)
                worth += ticket.priceMinor;
        }
        if (paid != m_paid || worth != m_paid)
            return "the money does not add up";
        return {};
    }

private:
    struct Claim
    {
        std::vector<std::uint32_t> seats;
        std::map<std::uint16_t, std::int64_t> units;
        Instant deadline;
        Instant paymentCap;
    };
    using Key = std::pair<char, std::uint64_t>;

    template <typename Id>
    static std::uint64_t tail(const Id& id)
    {
        std::uint64_t number = 0;
        for (std::size_t i = 8; i < 16; ++i)
            number = number << 8 | id.bytes[i];
        return number;
    }

    static Owner ownerIn(const SeatSlot& slot)
    {
        switch (slot.status) {
        case SeatStatus::Free:
            return {'f', 0};
        case SeatStatus::Held:
            return {'h', tail(slot.claimAs<HoldId>())};
        case SeatStatus::Reserved:
            return {'r', tail(slot.claimAs<ReservationId>())};
        case SeatStatus::Sold:
            return {'s', tail(slot.claimAs<OrderId>())};
        case SeatStatus::Allotted:
            return {'a', slot.fence.value};
        case SeatStatus::HouseHeld:
        case SeatStatus::Killed:
            return {'b', 0};
        }
        return {'?', 0};
    }

    void blame(const std::string& what)
    {
        if (m_wrong.empty())
            m_wrong = "entry " + std::to_string(m_seq) + ": " + what;
    }

    static Claim claimOf(const Places& places)
    {
        Claim claim;
        for (const SeatIndex seat : places.seats)
            claim.seats.push_back(seat.value);
        for (const StandingUnits& units : places.standing)
            claim.units[units.area.value] += units.count;
        return claim;
    }

    void takeSeat(std::uint32_t seat, Owner to)
    {
        if (m_seats[seat].first != 'f')
            blame("seat " + std::to_string(seat) + " gets a second owner");
        m_seats[seat] = to;
    }

    void takeUnits(std::uint16_t area, std::int64_t count)
    {
        m_free[area] -= count;
        if (m_free[area] < 0)
            blame("a standing area is overfull");
    }

    void open(Key key, Claim claim)
    {
        for (const std::uint32_t seat : claim.seats)
            takeSeat(seat, key);
        for (const auto& [area, count] : claim.units)
            takeUnits(area, count);
        if (!m_claims.emplace(key, std::move(claim)).second)
            blame("a claim exists twice");
    }

    Claim close(Key key)
    {
        const auto found = m_claims.find(key);
        if (found == m_claims.end()) {
            blame("a claim ends that there is not");
            return {};
        }
        Claim claim = found->second;
        m_claims.erase(found);
        for (const std::uint32_t seat : claim.seats)
            m_seats[seat] = {'f', 0};
        for (const auto& [area, count] : claim.units)
            m_free[area] += count;
        return claim;
    }

    void on(const EventCreated&) {}
    void on(const HoldPlaced& body)
    {
        Claim claim = claimOf(body.places);
        claim.deadline = body.expiresAt;
        if (body.expiresAt <= m_now)
            blame("a hold is born expired");
        open({'h', tail(body.hold)}, std::move(claim));
    }
    void on(const HoldExtended& body) { m_claims[{'h', tail(body.hold)}].deadline = body.expiresAt; }
    void on(const HoldReleased& body)
    {
        const Claim claim = close({'h', tail(body.hold)});
        if (body.expired && (claim.deadline > m_now || claim.paymentCap > m_now))
            blame("a live hold is ended by time");
    }
    void on(const PaymentStarted& body) { m_claims[{'h', tail(body.hold)}].paymentCap = body.until; }
    void on(const PaymentFailed& body)
    {
        m_claims[{'h', tail(body.hold)}].deadline = body.expiresAt;
        m_claims[{'h', tail(body.hold)}].paymentCap = {};
    }
    void on(const PlacesReserved& body)
    {
        if (body.hold)
            close({'h', tail(*body.hold)});
        Claim claim = claimOf(body.reservation.places);
        claim.deadline = body.reservation.until;
        open({'r', tail(body.reservation.id)}, std::move(claim));
    }
    void on(const ReservationEnded& body)
    {
        const Claim claim = close({'r', tail(body.reservation)});
        if (body.expired && claim.deadline > m_now)
            blame("a live reservation is ended by time");
    }

    void on(const OrderPlaced& body)
    {
        std::int64_t worth = 0;
        for (const Ticket& ticket : body.order.tickets)
            worth += ticket.priceMinor;
        if (worth != body.order.tender.paidMinor)
            blame("an order is not paid in full");
        m_paid += body.order.tender.paidMinor;

        if (body.hold)
            requireSame(close({'h', tail(*body.hold)}), body.order);
        if (body.reservation)
            requireSame(close({'r', tail(*body.reservation)}), body.order);
        for (const Ticket& ticket : body.order.tickets)
            sellTicket(ticket, body);
    }

    void requireSame(const Claim& claim, const Order& order)
    {
        std::size_t units = claim.seats.size();
        for (const auto& [area, count] : claim.units)
            units += static_cast<std::size_t>(count);
        if (units != order.tickets.size())
            blame("an order has other places than its claim");
    }

    // A place of the live allotment leaves it; any other must be free.
    void sellTicket(const Ticket& ticket, const OrderPlaced& body)
    {
        if (!m_sold.emplace(ticket.serial, ticket).second)
            blame("a ticket serial is sold twice");
        Claim* allotment = body.fence ? &m_claims[{'a', body.fence->value}] : nullptr;
        if (ticket.seat) {
            const std::uint32_t seat = ticket.seat->value;
            if (allotment && m_seats[seat] == Owner{'a', body.fence->value}) {
                std::erase(allotment->seats, seat);
                m_seats[seat] = {'f', 0};
            }
            takeSeat(seat, {'s', tail(body.order.id)});
            return;
        }
        const std::uint16_t area = ticket.standing->value;
        if (allotment && allotment->units[area] > 0)
            --allotment->units[area];
        else
            takeUnits(area, 1);
    }

    void on(const TicketsVoided& body)
    {
        for (const TicketSerial& serial : body.serials) {
            const auto sold = m_sold.find(serial);
            if (sold == m_sold.end()) {
                blame("a ticket is voided that was not sold");
                continue;
            }
            if (sold->second.seat)
                m_seats[sold->second.seat->value] = {'f', 0};
            else
                ++m_free[sold->second.standing->value];
            m_sold.erase(sold);
        }
    }
    void on(const AllotmentGranted& body) { open({'a', m_seq}, claimOf(body.places)); }
    void on(const AllotmentReturned& body)
    {
        Claim& claim = m_claims[{'a', body.fence.value}];
        for (const SeatIndex seat : body.places.seats) {
            if (std::erase(claim.seats, seat.value) != 1)
                blame("a seat is returned that is not allotted");
            m_seats[seat.value] = {'f', 0};
        }
        for (const StandingUnits& units : body.places.standing) {
            claim.units[units.area.value] -= units.count;
            m_free[units.area.value] += units.count;
        }
    }
    void on(const AllotmentClosed& body) { close({'a', body.fence.value}); }
    void on(const SeatsBlocked& body)
    {
        for (const SeatIndex seat : body.seats)
            takeSeat(seat.value, {'b', 0});
    }
    void on(const SeatsUnblocked& body)
    {
        for (const SeatIndex seat : body.seats) {
            if (m_seats[seat.value].first != 'b')
                blame("a seat is unblocked that is not blocked");
            m_seats[seat.value] = {'f', 0};
        }
    }
    void on(const CaseOpened&) {}

    std::map<TicketSerial, Ticket> m_sold; // tickets that are not void
    std::vector<Owner> m_seats;
    std::vector<std::int64_t> m_free;
    std::map<Key, Claim> m_claims;
    std::int64_t m_paid = 0;
    std::uint64_t m_seq = 0;
    Instant m_now;
    std::string m_wrong;
};

} // namespace parterre::testing

// ReferencePlaces: who has each place, kept by code that shares nothing with the real fold. Base of ReferenceModel.
#pragma once

#include "sync/domain/event_state.h"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace parterre::testing {

class ReferencePlaces
{
public:
    // 'f'ree, 'h'old, 'r'eservation, 's'old, 'a'llotted, 'b'locked, 'k'ept; and the last eight bytes of the claim's id.
    using Owner = std::pair<char, std::uint64_t>;

    explicit ReferencePlaces(const SeatPlan& plan) : m_seats(plan.seatCount(), {'f', 0}), m_fences(plan.seatCount(), 0)
    {
        for (const StandingArea& area : plan.standing())
            m_free.push_back(area.capacity);
    }

    std::string comparePlaces(const EventState& state) const
    {
        for (std::uint32_t i = 0; i < m_seats.size(); ++i)
            if (ownerIn(state.seat(SeatIndex{i})) != m_seats[i])
                return "the model disagrees about " + state.plan().label(SeatIndex{i});
        for (std::uint16_t i = 0; i < m_free.size(); ++i)
            if (m_free[i] < 0 || state.standing(StandingIndex{i}).free() != static_cast<std::uint64_t>(m_free[i]))
                return "the model disagrees about a standing area";
        return {};
    }

protected:
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
        case SeatStatus::Kept:
            return {'k', tail(slot.claimAs<CaseId>())};
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

    bool claims(Key key) const { return m_claims.contains(key); }
    Claim& claim(Key key)
    {
        if (!claims(key))
            blame("a claim is spoken of that there is not");
        return m_claims[key];
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
    void free(std::uint32_t seat) { m_seats[seat] = {'f', 0}; }
    bool has(Key key, std::uint32_t seat) const { return m_seats[seat] == key; }

    // Every seat gets greater fences only (I2).
    void remember(std::uint64_t fence, const Claim& claim)
    {
        for (const std::uint32_t seat : claim.seats) {
            if (m_fences[seat] >= fence)
                blame("a fence does not grow");
            m_fences[seat] = fence;
        }
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
    // More places for a claim, or a new claim.
    void widen(Key key, const Places& places)
    {
        Claim& wider = m_claims[key];
        for (const SeatIndex seat : places.seats) {
            takeSeat(seat.value, key);
            wider.seats.push_back(seat.value);
        }
        for (const StandingUnits& units : places.standing) {
            takeUnits(units.area.value, units.count);
            wider.units[units.area.value] += units.count;
        }
    }
    // Some of its places are free again.
    void narrow(Key key, const Places& places)
    {
        Claim& narrower = claim(key);
        for (const SeatIndex seat : places.seats) {
            if (std::erase(narrower.seats, seat.value) != 1)
                blame("a seat leaves a claim that it was not in");
            free(seat.value);
        }
        for (const StandingUnits& units : places.standing) {
            narrower.units[units.area.value] -= units.count;
            if (narrower.units[units.area.value] < 0)
                blame("units leave a claim that they were not in");
            m_free[units.area.value] += units.count;
        }
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
            free(seat);
        for (const auto& [area, count] : claim.units)
            m_free[area] += count;
        return claim;
    }

    std::vector<Owner> m_seats;
    std::vector<std::uint64_t> m_fences; // the last that each seat was allotted under
    std::vector<std::int64_t> m_free;
    std::map<Key, Claim> m_claims;
    std::uint64_t m_seq = 0;
    std::string m_wrong;
};

} // namespace parterre::testing

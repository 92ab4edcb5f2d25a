// Canonical places: sorting, checking, set arithmetic.
#include "sync/domain/places.h"

#include <algorithm>
#include <iterator>
#include <map>

namespace parterre {
namespace {

bool areaLess(const StandingUnits& a, const StandingUnits& b)
{
    return a.area < b.area;
}

std::uint32_t countIn(const Places& places, StandingIndex area)
{
    for (const StandingUnits& units : places.standing)
        if (units.area == area)
            return units.count;
    return 0;
}

// The first thing wrong with places that are already sorted.
Result<void> checkSorted(const SeatPlan& plan, const Places& places)
{
    if (!places.seats.empty() && !plan.contains(places.seats.back()))
        return Error{ErrorCode::UnknownSeat, "seat index " + std::to_string(places.seats.back().value)};
    const auto twice = std::adjacent_find(places.seats.begin(), places.seats.end());
    if (twice != places.seats.end())
        return Error{ErrorCode::Malformed, "seat named twice: " + plan.label(*twice)};
    for (std::size_t i = 0; i < places.standing.size(); ++i) {
        const StandingUnits& units = places.standing[i];
        if (units.area.value >= plan.standing().size())
            return Error{ErrorCode::UnknownSeat, "standing area index " + std::to_string(units.area.value)};
        const std::string& name = plan.standing()[units.area.value].name;
        if (units.count == 0)
            return Error{ErrorCode::Malformed, "no units of " + name};
        if (i > 0 && places.standing[i - 1].area == units.area)
            return Error{ErrorCode::Malformed, "standing area named twice: " + name};
    }
    return {};
}

} // namespace

bool isCanonical(const SeatPlan& plan, const Places& places)
{
    return std::is_sorted(places.seats.begin(), places.seats.end()) &&
           std::is_sorted(places.standing.begin(), places.standing.end(), areaLess) && checkSorted(plan, places).ok();
}

Result<Places> canonicalPlaces(const SeatPlan& plan, Places places)
{
    if (!std::is_sorted(places.seats.begin(), places.seats.end()))
        std::sort(places.seats.begin(), places.seats.end());
    std::stable_sort(places.standing.begin(), places.standing.end(), areaLess);
    if (Result<void> checked = checkSorted(plan, places); !checked)
        return checked.error();
    return places;
}

Result<Places> placesOf(const SeatPlan& plan, const std::vector<Ticket>& tickets)
{
    Places places;
    places.seats.reserve(tickets.size());
    std::map<StandingIndex, std::uint32_t> units;
    for (const Ticket& ticket : tickets) {
        if (ticket.seat.has_value() == ticket.standing.has_value())
            return Error{ErrorCode::Malformed, "a ticket is for exactly one place"};
        if (ticket.seat)
            places.seats.push_back(*ticket.seat);
        else
            ++units[*ticket.standing];
    }
    for (const auto& [area, count] : units)
        places.standing.push_back({area, count});
    return canonicalPlaces(plan, std::move(places));
}

Places intersection(const Places& places, const Places& other)
{
    Places common;
    std::set_intersection(places.seats.begin(), places.seats.end(), other.seats.begin(), other.seats.end(),
                          std::back_inserter(common.seats));
    for (const StandingUnits& units : places.standing)
        if (const std::uint32_t count = std::min(units.count, countIn(other, units.area)))
            common.standing.push_back({units.area, count});
    return common;
}

Places unionOf(const Places& a, const Places& b)
{
    Places all;
    std::set_union(a.seats.begin(), a.seats.end(), b.seats.begin(), b.seats.end(), std::back_inserter(all.seats));
    std::map<StandingIndex, std::uint32_t> units;
    for (const Places* part : {&a, &b})
        for (const StandingUnits& one : part->standing)
            units[one.area] += one.count;
    for (const auto& [area, count] : units)
        all.standing.push_back({area, count});
    return all;
}

Places difference(const Places& places, const Places& taken)
{
    Places rest;
    std::set_difference(places.seats.begin(), places.seats.end(), taken.seats.begin(), taken.seats.end(),
                        std::back_inserter(rest.seats));
    for (const StandingUnits& units : places.standing) {
        const std::uint32_t gone = countIn(taken, units.area);
        PARTERRE_REQUIRE(gone <= units.count);
        if (gone < units.count)
            rest.standing.push_back({units.area, units.count - gone});
    }
    return rest;
}

} // namespace parterre

// bestSeats(): a window sliding over every run of free seats; when none is long enough, best_seats_split.cpp.
#include "sync/domain/best_seats.h"

#include "sync/domain/best_seats_split.h"
#include "sync/domain/seat_geometry.h"

#include <algorithm>

namespace parterre {
namespace {

// How the seats are looked at for one query.
class Offer
{
public:
    Offer(const EventState& state, const BestQuery& query, std::vector<bool> areas)
        : m_state(state), m_query(query), m_areas(std::move(areas))
    {}

    SeatUse useOf(SeatIndex seat) const
    {
        const SeatSlot& slot = m_state.seat(seat);
        const bool allotted = m_query.within && slot.status == SeatStatus::Allotted && slot.fence == *m_query.within;
        const bool held = m_query.held && slot.status == SeatStatus::Held && slot.claimAs<HoldId>() == *m_query.held;
        if (slot.status != SeatStatus::Free && !allotted && !held)
            return SeatUse::Taken;
        if (m_query.within && !allotted && !held)
            return SeatUse::Open;
        const PlanSeat& place = m_state.plan().seats()[seat.value];
        if (!m_areas[place.priceArea.value])
            return SeatUse::Open;
        if (!m_query.wheelchair && (place.attributes & (Wheelchair | Companion)) != 0)
            return SeatUse::Open;
        const bool shown = std::binary_search(m_query.except.begin(), m_query.except.end(), seat);
        return shown ? SeatUse::Open : SeatUse::Offered;
    }

private:
    const EventState& m_state;
    const BestQuery& m_query;
    std::vector<bool> m_areas; // by price area: offered?
};

struct Window
{
    std::uint32_t first = 0;
    std::uint32_t singles = 3;
    std::uint64_t distance = 0;

    bool betterThan(const Window& other) const
    {
        return singles != other.singles ? singles < other.singles : distance < other.distance;
    }
};

bool isWheelchair(const SeatPlan& plan, std::uint32_t seat)
{
    return (plan.seats()[seat].attributes & Wheelchair) != 0;
}

// The best window of `quantity` seats in the run, if it beats `best`. Runs come in plan order, so ties keep the
// earlier.
template <typename DistanceOf>
void slide(const SeatPlan& plan, const SeatRun& run, const BestQuery& query, const DistanceOf& distanceOf, Window& best)
{
    std::uint64_t distance = 0;
    std::uint32_t wheelchairs = 0;
    for (std::uint32_t i = 0; i < run.count; ++i) {
        distance += distanceOf(run.first + i);
        wheelchairs += isWheelchair(plan, run.first + i) ? 1 : 0;
        if (i + 1 < query.quantity)
            continue;
        const std::uint32_t offset = i + 1 - query.quantity;
        const Window window{run.first + offset, singlesLeft(run, offset, query.quantity), distance};
        if ((!query.wheelchair || wheelchairs > 0) && window.betterThan(best))
            best = window;
        distance -= distanceOf(run.first + offset);
        wheelchairs -= isWheelchair(plan, run.first + offset) ? 1 : 0;
    }
}

// No seat of the row is nearer to `target` than this many millimetres.
std::uint64_t leastDistance(const SeatPlan& plan, RowIndex row, Point target)
{
    const auto& [least, greatest] = plan.rowBounds(row);
    const Point nearest{std::clamp(target.x, least.x, greatest.x), std::clamp(target.y, least.y, greatest.y)};
    const std::uint32_t distance = distanceMm(nearest, target);
    return distance > 2 ? distance - 2 : 0; // both ends were rounded
}

// `distanceOf` measures from a seat to `target`.
template <typename DistanceOf>
std::vector<SeatIndex> search(const EventState& state, const BestQuery& query, std::vector<bool> areas, Point target,
                              const DistanceOf& distanceOf)
{
    if (query.quantity == 0 || query.quantity > BestQuery::maxQuantity)
        return {};
    const SeatPlan& plan = state.plan();
    const Offer offer(state, query, std::move(areas));
    std::vector<SeatRun> shortRuns;
    std::uint32_t offered = 0;
    Window best;
    forEachRun(
        plan, [&offer](SeatIndex seat) { return offer.useOf(seat); },
        [&](const SeatRun& run) {
            offered += run.count;
            if (run.count < query.quantity || query.wheelchair)
                shortRuns.push_back(run);
            const bool hopeless =
                best.singles == 0 &&
                leastDistance(plan, plan.seats()[run.first].row, target) * query.quantity >= best.distance;
            if (!hopeless)
                slide(plan, run, query, distanceOf, best);
        });
    if (best.singles > 2 && offered >= query.quantity)
        return splitGroup(plan, shortRuns, query.quantity, query.wheelchair, distanceOf);
    std::vector<SeatIndex> seats;
    for (std::uint32_t i = 0; best.singles <= 2 && i < query.quantity; ++i)
        seats.push_back(SeatIndex{best.first + i});
    return seats;
}

// Price areas a query may offer: those asked for that have a price at all.
std::vector<bool> pricedAreas(const EventState& state, std::optional<PriceAreaIndex> only)
{
    const std::size_t count = state.plan().priceAreas().size();
    std::vector<bool> areas(count, false);
    for (std::uint16_t i = 0; i < count && state.seq() > 0; ++i)
        areas[i] = (!only || only->value == i) && isPriced(state.terms(), PriceAreaIndex{i});
    return areas;
}

Point centreOf(const SeatPlan& plan, const std::vector<SeatIndex>& seats)
{
    Point centre;
    for (const SeatIndex seat : seats) {
        centre.x += plan.seat(seat).at.x / static_cast<double>(seats.size());
        centre.y += plan.seat(seat).at.y / static_cast<double>(seats.size());
    }
    return centre;
}

} // namespace

std::vector<SeatIndex> bestSeats(const EventState& state, const BestQuery& query)
{
    const SeatPlan& plan = state.plan();
    return search(state, query, pricedAreas(state, query.area), plan.focal(),
                  [&plan](std::uint32_t seat) { return plan.focalDistanceMm(SeatIndex{seat}); });
}

std::vector<std::vector<SeatIndex>> alternatives(const EventState& state, const std::vector<SeatIndex>& lost,
                                                 const std::vector<SeatIndex>& kept)
{
    const SeatPlan& plan = state.plan();
    std::vector<std::vector<SeatIndex>> groups;
    if (lost.empty() || lost.size() > BestQuery::maxQuantity)
        return groups;
    std::vector<bool> areas(plan.priceAreas().size(), false);
    const std::vector<bool> priced = pricedAreas(state, std::nullopt);
    BestQuery query;
    query.quantity = static_cast<std::uint32_t>(lost.size());
    for (const SeatIndex seat : lost) {
        const PriceAreaIndex area = plan.seat(seat).priceArea;
        areas[area.value] = priced[area.value];
        query.wheelchair = query.wheelchair || isWheelchair(plan, seat.value);
    }
    query.except = lost;
    query.except.insert(query.except.end(), kept.begin(), kept.end());
    const Point centre = centreOf(plan, lost);
    const auto distanceOf = [&](std::uint32_t seat) { return distanceMm(plan.seats()[seat].at, centre); };
    for (int i = 0; i < 3; ++i) {
        std::sort(query.except.begin(), query.except.end());
        std::vector<SeatIndex> group = search(state, query, areas, centre, distanceOf);
        if (group.empty())
            break;
        query.except.insert(query.except.end(), group.begin(), group.end());
        groups.push_back(std::move(group));
    }
    return groups;
}

} // namespace parterre

// The simple allotment rule: a share of each price area, in blocks from the middle of the field.
#include "sync/domain/allotment_rule.h"

#include "sync/domain/seat_runs.h"

#include <algorithm>

namespace parterre {
namespace {

constexpr std::uint64_t maxUnits = 2'000; // of one allotment
constexpr std::uint64_t leastUnits = 2;
constexpr std::uint64_t leastWish = 4;
constexpr std::uint64_t mostUnits = 40;
constexpr Milliseconds longestGrant = std::chrono::hours(24);
constexpr Milliseconds afterStart = std::chrono::hours(1);

// The seats of a price area, or the units of a standing area: what is sized on its own.
struct Share
{
    std::uint64_t free = 0;     // could be allotted
    std::uint64_t allotted = 0; // is, to any counter
    std::uint64_t mine = 0;     // of these: this counter's own
    std::uint64_t units = 0;    // what this grant takes
};

// Wheelchair places and their companions stay with the centre, where people can ask about them.
bool isOrdinary(const PlanSeat& seat)
{
    return (seat.attributes & (Wheelchair | Companion)) == 0;
}

// First one share a price area, then one a standing area.
std::vector<Share> countShares(const EventState& state, const Allotment* current)
{
    const SeatPlan& plan = state.plan();
    std::vector<Share> shares(plan.priceAreas().size() + plan.standing().size());
    for (std::uint32_t i = 0; i < plan.seatCount(); ++i) {
        const PlanSeat& seat = plan.seats()[i];
        const SeatStatus status = state.seat(SeatIndex{i}).status;
        if (!isOrdinary(seat) || !isPriced(state.terms(), seat.priceArea))
            continue;
        shares[seat.priceArea.value].free += status == SeatStatus::Free ? 1 : 0;
        shares[seat.priceArea.value].allotted += status == SeatStatus::Allotted ? 1 : 0;
    }
    for (std::uint16_t i = 0; i < plan.standing().size(); ++i) {
        const StandingSlot& slot = state.standing(StandingIndex{i});
        if (isPriced(state.terms(), plan.standing()[i].priceArea))
            shares[plan.priceAreas().size() + i] = {slot.free(), slot.allotted, 0, 0};
    }
    if (current)
        for (const SeatIndex seat : current->places.seats)
            ++shares[plan.seat(seat).priceArea.value].mine;
    if (current)
        for (const StandingUnits& units : current->places.standing)
            shares[plan.priceAreas().size() + units.area.value].mine += units.count;
    return shares;
}

std::uint64_t sum(const std::vector<Share>& shares, std::uint64_t Share::*part)
{
    std::uint64_t total = 0;
    for (const Share& share : shares)
        total += share.*part;
    return total;
}

// How many units may be added: 60 % of the house over all counters, 2,000 in one allotment.
std::uint64_t houseLimit(const EventState& state, const std::vector<Share>& shares)
{
    std::uint64_t house = state.plan().seatCount();
    for (const StandingArea& area : state.plan().standing())
        house += area.capacity;
    const std::uint64_t most = house * 6 / 10;
    const std::uint64_t allotted = sum(shares, &Share::allotted);
    const std::uint64_t mine = sum(shares, &Share::mine);
    return std::min(maxUnits > mine ? maxUnits - mine : 0, most > allotted ? most - allotted : 0);
}

// What the wishes say about each share: a wish for a price area is for its seats first, then for its standing areas.
std::vector<std::uint64_t> wishedUnits(const EventState& state, const std::vector<Share>& shares,
                                       const std::vector<AreaWish>& wishes)
{
    const SeatPlan& plan = state.plan();
    std::vector<std::uint64_t> wished(shares.size(), 0);
    for (const AreaWish& wish : wishes) {
        if (wish.area.value >= plan.priceAreas().size())
            continue;
        std::uint64_t left = wish.units;
        const auto take = [&](std::size_t share) {
            wished[share] = std::min(left, shares[share].free + shares[share].mine);
            left -= wished[share];
        };
        take(wish.area.value);
        for (std::size_t i = 0; i < plan.standing().size(); ++i)
            if (plan.standing()[i].priceArea == wish.area)
                take(plan.priceAreas().size() + i);
    }
    return wished;
}

// Makes the units of all shares sum up to `most`, each giving in proportion; rounding carries over to the next share.
void cutTo(std::vector<Share>& shares, std::uint64_t most)
{
    const std::uint64_t total = sum(shares, &Share::units);
    if (total <= most)
        return;
    std::uint64_t before = 0;
    std::uint64_t given = 0;
    for (Share& share : shares) {
        before += share.units;
        share.units = before * most / total - given;
        given += share.units;
    }
}

void sizeShares(const EventState& state, std::vector<Share>& shares, const std::vector<AreaWish>& wishes)
{
    const std::vector<std::uint64_t> wished = wishedUnits(state, shares, wishes);
    for (std::size_t i = 0; i < shares.size(); ++i) {
        Share& share = shares[i];
        const std::uint64_t tenth = std::clamp((share.free + share.mine) / 10, leastUnits, mostUnits);
        const std::uint64_t wanted = wishes.empty() ? tenth : wished[i];
        // 30 % of what is free or allotted stays central, however many counters ask.
        const std::uint64_t most = (share.free + share.allotted) * 7 / 10;
        share.units = std::min(wanted > share.mine ? wanted - share.mine : 0,
                               most > share.allotted ? most - share.allotted : 0);
    }
    cutTo(shares, houseLimit(state, shares));
}

// Takes `units` seats of the runs, whole runs where they fit, beginning with the run of middling distance: neither the
// best seats nor the worst are locked away from everybody else.
void takeSeats(const SeatPlan& plan, std::vector<SeatRun> runs, std::uint64_t units, std::vector<SeatIndex>& seats)
{
    const auto distance = [&plan](const SeatRun& run) {
        return plan.focalDistanceMm(SeatIndex{run.first + run.count / 2});
    };
    std::stable_sort(runs.begin(), runs.end(),
                     [&](const SeatRun& a, const SeatRun& b) { return distance(a) < distance(b); });
    if (runs.empty())
        return;
    std::rotate(runs.begin(), runs.begin() + static_cast<std::ptrdiff_t>(runs.size() / 2), runs.end());
    for (const SeatRun& run : runs) {
        std::uint64_t count = std::min<std::uint64_t>(units, run.count);
        if (count > 2 && singlesLeft(run, 0, static_cast<std::uint32_t>(count)) > 0 && count < run.count)
            --count; // rather one seat less than a single seat left
        for (std::uint32_t i = 0; i < count; ++i)
            seats.push_back(SeatIndex{run.first + i});
        units -= count;
        if (count < run.count)
            return;
    }
}

// The parts of a run that lie in one price area each.
template <typename Visit>
void splitByArea(const SeatPlan& plan, const SeatRun& run, const Visit& visit)
{
    for (std::uint32_t done = 0; done < run.count;) {
        SeatRun part{run.first + done, 1, run.openBefore + done, 0};
        const PriceAreaIndex area = plan.seats()[part.first].priceArea;
        while (done + part.count < run.count && plan.seats()[part.first + part.count].priceArea == area)
            ++part.count;
        done += part.count;
        part.openAfter = run.openAfter + run.count - done;
        visit(area, part);
    }
}

std::vector<SeatIndex> chooseSeats(const EventState& state, const std::vector<Share>& shares)
{
    const SeatPlan& plan = state.plan();
    const auto useOf = [&](SeatIndex seat) {
        if (state.seat(seat).status != SeatStatus::Free)
            return SeatUse::Taken;
        const PlanSeat& place = plan.seats()[seat.value];
        return shares[place.priceArea.value].units > 0 && isOrdinary(place) ? SeatUse::Offered : SeatUse::Open;
    };
    std::vector<std::vector<SeatRun>> runs(plan.priceAreas().size());
    forEachRun(plan, useOf, [&](const SeatRun& run) {
        splitByArea(plan, run, [&](PriceAreaIndex area, const SeatRun& part) { runs[area.value].push_back(part); });
    });
    std::vector<SeatIndex> seats;
    for (std::size_t area = 0; area < runs.size(); ++area)
        takeSeats(plan, std::move(runs[area]), shares[area].units, seats);
    std::sort(seats.begin(), seats.end());
    return seats;
}

} // namespace

std::vector<AreaWish> reserveWishes(const std::vector<AreaWish>& soldLastHour, Milliseconds outage)
{
    std::vector<AreaWish> wishes;
    for (const AreaWish& sold : soldLastHour) {
        if (sold.units == 0)
            continue;
        // ceil(1.5 × sold an hour × outage), in whole numbers: both sides must get the same.
        const std::uint64_t twoHours = 2 * std::uint64_t{3'600'000};
        const std::uint64_t scaled = 3 * std::uint64_t{sold.units} * static_cast<std::uint64_t>(outage.count());
        const std::uint64_t units = std::max((scaled + twoHours - 1) / twoHours, leastWish);
        wishes.push_back({sold.area, static_cast<std::uint32_t>(std::min(units, maxUnits))});
    }
    return wishes;
}

Places allotmentPlaces(const EventState& state, const std::vector<AreaWish>& wishes, const Allotment* current)
{
    std::vector<Share> shares = countShares(state, current);
    sizeShares(state, shares, wishes);
    Places places;
    places.seats = chooseSeats(state, shares);
    const std::size_t areas = state.plan().priceAreas().size();
    for (std::uint16_t i = 0; i < state.plan().standing().size(); ++i)
        if (shares[areas + i].units > 0)
            places.standing.push_back({StandingIndex{i}, static_cast<std::uint32_t>(shares[areas + i].units)});
    return places;
}

Milliseconds allotmentDuration(const EventTerms& terms, Instant now)
{
    const Milliseconds untilEnd = terms.startsAt + afterStart - now;
    return std::clamp(untilEnd, Milliseconds(0), longestGrant);
}

Instant writeOffFrom(const Allotment& allotment)
{
    constexpr Milliseconds grace = std::chrono::minutes(5);
    return allotment.grantedAt + allotment.duration + allotment.duration / 100 + grace;
}

Milliseconds allotmentMargin(Milliseconds duration)
{
    return std::max<Milliseconds>(std::chrono::seconds(60), duration / 200);
}

} // namespace parterre

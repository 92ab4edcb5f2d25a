// Counting sales, and the sums about them.
#include "sync/counter/reserve_rule.h"

#include "sync/counter/sale_command.h"
#include "sync/domain/places.h"

#include <algorithm>
#include <map>

namespace parterre {
namespace {

constexpr Milliseconds rateWindow = std::chrono::hours(1);
constexpr std::uint32_t leastInReserve = 4; // of an area that is sold at all; as reserveWishes() has it

// A clock that was set back, or forward, must not make the count grow.
bool isWithinTheHour(Instant at, Instant now)
{
    return at <= now && now - at < rateWindow;
}

bool isSold(const BookedOp& booked)
{
    if (booked.outcome)
        return booked.outcome->kind != OutcomeKind::Refused;
    return isLocalSale(booked.op.command);
}

} // namespace

PriceAreaIndex priceAreaOf(const SeatPlan& plan, const Ticket& ticket)
{
    return ticket.seat ? plan.seat(*ticket.seat).priceArea : plan.standing()[ticket.standing->value].priceArea;
}

std::vector<AreaWish> soldLastHour(const SeatPlan& plan, const BookedStream* stream, Instant now)
{
    std::map<PriceAreaIndex, std::uint32_t> counts;
    if (stream)
        for (const BookedOp& booked : stream->ops) {
            const Order* order = soldOrder(booked.op.command);
            if (!order || !isWithinTheHour(booked.op.at, now) || !isSold(booked))
                continue;
            for (const Ticket& ticket : order->tickets)
                ++counts[priceAreaOf(plan, ticket)];
        }
    std::vector<AreaWish> sold;
    for (const auto& [area, units] : counts)
        sold.push_back({area, units});
    return sold;
}

std::vector<AreaWish> wishesFor(const SeatPlan& plan, const EventTerms& terms, const std::vector<AreaWish>& sold)
{
    std::vector<AreaWish> wishes = reserveWishes(sold, plannedOutage);
    if (wishes.empty())
        return wishes;
    for (std::uint16_t i = 0; i < plan.priceAreas().size(); ++i) {
        const PriceAreaIndex area{i};
        const bool known =
            std::any_of(wishes.begin(), wishes.end(), [area](const AreaWish& wish) { return wish.area == area; });
        if (!known && isPriced(terms, area))
            wishes.push_back({area, leastInReserve});
    }
    std::sort(wishes.begin(), wishes.end(), [](const AreaWish& a, const AreaWish& b) { return a.area < b.area; });
    return wishes;
}

std::uint32_t unitsIn(const SeatPlan& plan, const Places& places, PriceAreaIndex area)
{
    std::uint32_t units = 0;
    for (const SeatIndex seat : places.seats)
        units += plan.seat(seat).priceArea == area ? 1 : 0;
    for (const StandingUnits& standing : places.standing)
        units += plan.standing()[standing.area.value].priceArea == area ? standing.count : 0;
    return units;
}

bool hasShrunk(const SeatPlan& plan, const Places& reserve, const std::vector<AreaWish>& wishes)
{
    std::uint64_t wished = 0;
    std::uint64_t left = 0;
    for (const AreaWish& wish : wishes) {
        wished += wish.units;
        left += std::min(unitsIn(plan, reserve, wish.area), wish.units);
    }
    return left * 2 < wished;
}

Places surplusOf(const SeatPlan& plan, const Places& reserve, const std::vector<AreaWish>& wishes)
{
    Places surplus;
    if (wishes.empty())
        return surplus;
    for (std::uint16_t i = 0; i < plan.priceAreas().size(); ++i) {
        const PriceAreaIndex area{i};
        const auto wish =
            std::find_if(wishes.begin(), wishes.end(), [area](const AreaWish& one) { return one.area == area; });
        const std::uint32_t wanted = wish == wishes.end() ? 0 : wish->units;
        const std::uint32_t mine = unitsIn(plan, reserve, area);
        std::uint32_t excess = mine > wanted ? mine - wanted : 0;
        for (auto seat = reserve.seats.rbegin(); seat != reserve.seats.rend() && excess > 0; ++seat)
            if (plan.seat(*seat).priceArea == area) {
                surplus.seats.push_back(*seat);
                --excess;
            }
        for (const StandingUnits& units : reserve.standing)
            if (plan.standing()[units.area.value].priceArea == area && excess > 0) {
                surplus.standing.push_back({units.area, std::min(excess, units.count)});
                excess -= surplus.standing.back().count;
            }
    }
    std::sort(surplus.seats.begin(), surplus.seats.end());
    std::sort(surplus.standing.begin(), surplus.standing.end(),
              [](const StandingUnits& a, const StandingUnits& b) { return a.area < b.area; });
    return surplus;
}

std::optional<Milliseconds> lastsFor(const SeatPlan& plan, const Places& reserve, const std::vector<AreaWish>& sold,
                                     Milliseconds soldWithin)
{
    std::optional<Milliseconds> least;
    for (const AreaWish& area : sold) {
        if (area.units == 0)
            continue;
        const Milliseconds lasts = soldWithin * static_cast<std::int64_t>(unitsIn(plan, reserve, area.area)) /
                                   static_cast<std::int64_t>(area.units);
        least = least ? std::min(*least, lasts) : lasts;
    }
    return least;
}

Places without(const Places& places, const Places& taken)
{
    return difference(places, intersection(places, taken));
}

RecallAnswer answerRecall(const Places& asked, const Places& spare)
{
    RecallAnswer answer;
    answer.give = intersection(asked, spare);
    answer.keep = without(asked, spare);
    return answer;
}

} // namespace parterre

// Counts over the mirror; a pass over the seats of the largest house takes a fraction of a millisecond.
#include "server/web/sale_facts.h"

#include <algorithm>

namespace parterre::web {
namespace {

void widen(std::optional<PriceRange>& range, Money price)
{
    if (!range)
        range = PriceRange{price, price};
    if (price.minor < range->lowest.minor)
        range->lowest = price;
    if (price.minor > range->highest.minor)
        range->highest = price;
}

void count(PlaceCount& count, bool free)
{
    ++count.all;
    count.free += free ? 1 : 0;
}

} // namespace

std::optional<PriceRange> priceRangeOf(const EventTerms& terms)
{
    std::optional<PriceRange> range;
    for (const auto& minor : terms.prices)
        if (minor)
            widen(range, {*minor, terms.currency});
    return range;
}

std::optional<Money> firstPrice(const EventTerms& terms, PriceAreaIndex area)
{
    for (std::uint16_t type = 0; type < terms.priceTypes.size(); ++type)
        if (const auto price = priceOf(terms, area, PriceTypeIndex{type}); price.ok())
            return *price;
    return std::nullopt;
}

Supply supplyOf(std::uint64_t free, std::uint64_t capacity)
{
    constexpr std::uint64_t last = 10; // places
    constexpr std::uint64_t fewPercent = 15;
    if (free == 0)
        return Supply::None;
    if (free <= last && free * 2 <= capacity) // half of a box for five is no "last places"
        return Supply::Last;
    return free * 100 <= capacity * fewPercent ? Supply::Few : Supply::Many;
}

bool isToBeHad(const EventMirror& mirror, SeatIndex seat)
{
    return mirror.availability()[seat.value] == 'f' &&
           isPriced(mirror.state().terms(), mirror.plan().seats()[seat.value].priceArea);
}

std::vector<SectionFacts> sectionFacts(const EventMirror& mirror)
{
    const SeatPlan& plan = mirror.plan();
    const EventTerms& terms = mirror.state().terms();
    std::vector<std::optional<Money>> prices;
    for (std::uint16_t a = 0; a < plan.priceAreas().size(); ++a)
        prices.push_back(firstPrice(terms, PriceAreaIndex{a}));
    std::vector<SectionFacts> all(plan.sections().size());
    for (std::uint32_t s = 0; s < plan.seatCount(); ++s) {
        const PlanSeat& seat = plan.seats()[s];
        SectionFacts& facts = all[plan.rows()[seat.row.value].section.value];
        const auto& price = prices[seat.priceArea.value];
        const bool free = price && mirror.availability()[s] == 'f';
        count(facts.seats, free);
        if (price)
            widen(facts.prices, *price);
        if (seat.attributes & Wheelchair)
            count(facts.wheelchair, free);
        if (seat.attributes & Companion)
            count(facts.companion, free);
        if (seat.attributes & RestrictedView)
            count(facts.restricted, free);
    }
    return all;
}

PlaceCount wholeHouse(const EventMirror& mirror)
{
    const SeatPlan& plan = mirror.plan();
    std::vector<bool> priced; // by area
    for (std::uint16_t area = 0; area < plan.priceAreas().size(); ++area)
        priced.push_back(isPriced(mirror.state().terms(), PriceAreaIndex{area}));
    const std::string& seats = mirror.availability();
    PlaceCount house{static_cast<std::uint32_t>(seats.size()), 0};
    if (std::find(priced.begin(), priced.end(), false) == priced.end()) // as a rule; many times as fast
        house.free = static_cast<std::uint32_t>(std::count(seats.begin(), seats.end(), 'f'));
    else
        for (std::uint32_t seat = 0; seat < plan.seatCount(); ++seat)
            house.free += seats[seat] == 'f' && priced[plan.seats()[seat].priceArea.value] ? 1 : 0;
    for (std::uint16_t i = 0; i < plan.standing().size(); ++i) {
        const StandingSlot& slot = mirror.state().standing(StandingIndex{i});
        house.all += slot.capacity;
        house.free += priced[plan.standing()[i].priceArea.value] ? slot.free() : 0;
    }
    return house;
}

SaleState saleStateOf(const EventMirror& mirror, PlaceCount house)
{
    if (!mirror.state().terms().onSale)
        return SaleState::NotOnSale;
    return house.free == 0 ? SaleState::SoldOut : SaleState::OnSale;
}

} // namespace parterre::web

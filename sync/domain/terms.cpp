// EventTerms: the price table and the ranges its numbers must keep.
#include "sync/domain/terms.h"

#include <set>

namespace parterre {
namespace {

constexpr std::int64_t maxPriceMinor = 1'000'000'000;
constexpr std::size_t maxPriceTypes = 100;
constexpr Milliseconds longestRule = std::chrono::hours(24);
constexpr Instant latestStart{253'402'300'799'999}; // the end of the year 9999

Error malformed(std::string detail)
{
    return {ErrorCode::Malformed, std::move(detail)};
}

Result<void> checkPriceTypes(const EventTerms& terms)
{
    if (terms.priceTypes.empty())
        return malformed("no price type");
    if (terms.priceTypes.size() > maxPriceTypes)
        return Error{ErrorCode::TooLarge, "over 100 price types"};
    std::set<std::string_view> names;
    for (const std::string& name : terms.priceTypes) {
        if (name.empty() || name.size() > SeatPlan::maxNameBytes)
            return malformed("a price type needs a name of at most 120 bytes");
        if (!names.insert(name).second)
            return malformed("two price types are named " + name);
    }
    return {};
}

Result<void> checkPrices(const EventTerms& terms, const SeatPlan& plan)
{
    if (terms.prices.size() != plan.priceAreas().size() * terms.priceTypes.size())
        return malformed("the price table is not areas × types");
    for (const std::optional<std::int64_t>& price : terms.prices)
        if (price && (*price < 0 || *price > maxPriceMinor))
            return malformed("a price is outside 0 … 1000000000 minor units");
    return {};
}

Result<void> checkHoldRules(const HoldRules& rules)
{
    for (const Milliseconds time : {rules.duration, rules.paymentCap})
        if (time.count() <= 0 || time > longestRule)
            return malformed("a hold or payment time is outside 1 ms … 24 h");
    for (const Milliseconds time : {rules.extension, rules.afterDecline})
        if (time.count() < 0 || time > longestRule)
            return malformed("an extension is outside 0 … 24 h");
    if (rules.maxUnitsPerHold == 0 || rules.maxUnitsPerFanHold == 0 || rules.maxHoldsPerHolder == 0)
        return malformed("a limit of the hold rules is 0");
    return {};
}

} // namespace

Result<Money> priceOf(const EventTerms& terms, PriceAreaIndex area, PriceTypeIndex type)
{
    PARTERRE_REQUIRE(type.value < terms.priceTypes.size());
    const std::size_t cell = area.value * terms.priceTypes.size() + type.value;
    PARTERRE_REQUIRE(cell < terms.prices.size());
    if (!terms.prices[cell])
        return Error{ErrorCode::NotPriced, "not sold at the price type " + terms.priceTypes[type.value]};
    return Money{*terms.prices[cell], terms.currency};
}

bool isPriced(const EventTerms& terms, PriceAreaIndex area)
{
    const std::size_t types = terms.priceTypes.size();
    PARTERRE_REQUIRE((area.value + 1U) * types <= terms.prices.size());
    for (std::size_t i = area.value * types; i < (area.value + 1U) * types; ++i)
        if (terms.prices[i])
            return true;
    return false;
}

Result<void> checkTerms(const EventTerms& terms, const SeatPlan& plan)
{
    if (Result<void> typed = checkPriceTypes(terms); !typed)
        return typed;
    if (Result<void> priced = checkPrices(terms, plan); !priced)
        return priced;
    if (terms.startsAt < Instant{} || terms.startsAt > latestStart)
        return malformed("the start is outside the years 1970 to 9999");
    return checkHoldRules(terms.holds);
}

} // namespace parterre

// EventTerms: what one performance sells under: when, where, at what prices, by which rules of holding.
#pragma once

#include "sync/base/instant.h"
#include "sync/base/money.h"
#include "sync/domain/seat_plan.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace parterre {

using EventId = Id128<struct EventIdTag>;
using PlanId = Id128<struct PlanIdTag>;                                   // one published revision of a plan
using PriceTypeIndex = StrongId<struct PriceTypeIndexTag, std::uint16_t>; // position in EventTerms::priceTypes

struct HoldRules
{
    Milliseconds duration{8 * 60'000};      // first deadline of a hold; a fan's has up to an eighth more
    Milliseconds extension{4 * 60'000};     // added by the one extension
    Milliseconds paymentCap{15 * 60'000};   // a payment in flight protects its seats this long at most
    Milliseconds afterDecline{10 * 60'000}; // what a declined payment leaves at least
    std::uint32_t maxUnitsPerHold = 50;     // seats and standing units together
    std::uint32_t maxUnitsPerFanHold = 10;  // the same for fans
    std::uint32_t maxHoldsPerHolder = 6;    // live holds of one fan session; counters are not limited
    friend bool operator==(const HoldRules&, const HoldRules&) = default;
};

struct EventTerms
{
    EventId event;
    PlanId plan;
    std::string title;
    std::string venue;
    Instant startsAt;
    std::string timeZone = "Europe/Berlin"; // IANA name, for display only
    Currency currency;
    std::vector<std::string> priceTypes; // "Normal", "Reduced" …; at least one
    // Minor units; prices[area.value * priceTypes.size() + type.value]; absent = not sold at that type.
    std::vector<std::optional<std::int64_t>> prices;
    HoldRules holds;
    bool onSale = true;           // fans may buy; counters may always sell
    bool provisionalSales = true; // counters off line may sell outside their allotment, subject to arbitration
    friend bool operator==(const EventTerms&, const EventTerms&) = default;
};

// The price of one place, or NotPriced. Precondition: the indices belong to the plan and the terms.
Result<Money> priceOf(const EventTerms& terms, PriceAreaIndex area, PriceTypeIndex type);

// Is the area sold at all, at one price type or another? Precondition: the area belongs to the plan of the terms.
bool isPriced(const EventTerms& terms, PriceAreaIndex area);

// Checks sizes and ranges against the plan: price table complete, amounts 0 … 10^9 minor units, at least one type.
Result<void> checkTerms(const EventTerms& terms, const SeatPlan& plan);

} // namespace parterre

// How large the offline reserve should be, how long it would last, and what of it can be spared: functions of values.
#pragma once

#include "sync/counter/op_book.h"
#include "sync/domain/allotment_rule.h"

namespace parterre {

// The outage a counter prepares for.
inline constexpr Milliseconds plannedOutage = std::chrono::hours(1);

PriceAreaIndex priceAreaOf(const SeatPlan& plan, const Ticket& ticket);

// Places sold by this counter in the hour before `now`, per price area; areas without a sale are left out. Sales that
// were refused, or have been asked for and not answered, do not count. `now` is the wall clock: it shapes a wish only.
std::vector<AreaWish> soldLastHour(const SeatPlan& plan, const BookedStream* stream, Instant now);

// What to ask for: by the pace of the last hour; areas that are sold but were not asked for keep a few places, so that
// nobody must be sent away in an outage. Nothing sold at all: no wishes, the centre's simple rule.
std::vector<AreaWish> wishesFor(const SeatPlan& plan, const EventTerms& terms, const std::vector<AreaWish>& sold);

// Places per price area.
std::uint32_t unitsIn(const SeatPlan& plan, const Places& places, PriceAreaIndex area);

// What is left is less than half of what is wished, taking no more of an area into account than is wished of it.
bool hasShrunk(const SeatPlan& plan, const Places& reserve, const std::vector<AreaWish>& wishes);

// What of the reserve goes beyond the wishes: the last places in plan order. Nothing without wishes.
Places surplusOf(const SeatPlan& plan, const Places& reserve, const std::vector<AreaWish>& wishes);

// At this pace until the first area that is being sold runs out; none: nothing was sold.
std::optional<Milliseconds> lastsFor(const SeatPlan& plan, const Places& reserve, const std::vector<AreaWish>& sold,
                                     Milliseconds soldWithin);

// The part of `places` that is not in `taken`; both canonical, neither need contain the other.
Places without(const Places& places, const Places& taken);

// What a recall asks for, split into what can be given at once and what is in use.
struct RecallAnswer
{
    Places give;
    Places keep;
};
RecallAnswer answerRecall(const Places& asked, const Places& spare);

} // namespace parterre

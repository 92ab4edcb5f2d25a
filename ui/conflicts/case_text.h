// A case in plain words: both claims, the rule that was applied, the money, what is proposed, what to do.
#pragma once

#include "sync/counter/counter_types.h"
#include "ui/common/case_words.h"

#include <QString>

namespace parterre {

// "Sold here provisionally at 19:42 by ann for €90.00: Stalls · row C: 12, 13."
QString ourClaimText(const CaseReport& report, const SeatPlan& plan, const EventTerms& terms);
// "Stalls · row C: 12, 13: sold at the centre before (Smith)." One line for each kind of rival.
QString otherClaimText(const CaseReport& report, const SeatPlan& plan);
// Why the other claim won, or why it is not decided yet.
QString ruleText(const CaseReport& report);
// What goes back, if anything.
QString refundText(const Case& of, const EventTerms& terms);
// Where the customer sits after other seats were taken; empty before.
QString seatedText(const CaseReport& report, const SeatPlan& plan);
// "Stalls · row D: 4, 5 (Category A, same price area)".
QString offerText(const Case& of, std::size_t offer, const SeatPlan& plan);
// What is to be done now, in one sentence. An offer may stand for a day: until when is said with its date then.
QString nextText(const Case& of, const EventTerms& terms, Instant now);

} // namespace parterre

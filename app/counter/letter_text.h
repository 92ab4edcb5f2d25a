// letterText(): what is written to a customer who has lost their seats.
#pragma once

#include "app/devices/letter_printer.h"
#include "sync/counter/counter_types.h"

namespace parterre {

// `choice`: the offer the letter is about, while the case is Offered.
LetterText letterText(const CaseReport& report, std::uint32_t choice, const SeatPlan& plan, const EventTerms& terms,
                      Instant now);

} // namespace parterre

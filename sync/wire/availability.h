// Availability as fans see it: one character a seat, in plan order.
#pragma once

#include "sync/domain/event_state.h"

#include <string>

namespace parterre {

// 'f' free, or in the reserve of a counter that answers and gives it back at once · 'h' held, being paid, kept for a case,
// or in the reserve of a counter that does not answer: may come back · 'x' reserved, sold or blocked: not available.
char availabilityOf(const EventState& state, SeatIndex seat);
std::string availabilityOf(const EventState& state);

} // namespace parterre

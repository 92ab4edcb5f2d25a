// Availability as fans see it: one character a seat, in plan order.
#pragma once

#include "sync/domain/event_state.h"

#include <string>

namespace parterre {

// 'f' free · 'h' held, being paid or allotted: may come back · 'x' reserved, sold or blocked: not available.
char availabilityOf(SeatStatus status);
std::string availabilityOf(const EventState& state);

} // namespace parterre

// The list of orders of an event as this counter sees it: base ⊕ own ops, as a pure function.
#pragma once

#include "sync/counter/op_book.h"
#include "sync/domain/event_state.h"

namespace parterre {

// Own orders first, newest first. `stream` may be null.
std::vector<OrderSummary> orderList(const EventState& base, const BookedStream* stream, DeviceId own);

// One of them; nothing: neither the base nor the ops know it.
std::optional<OrderSummary> orderIn(const EventState& base, const BookedStream* stream, DeviceId own, OrderId id);

} // namespace parterre

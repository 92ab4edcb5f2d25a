// planPreview(): the plan drawn small as inline SVG, the price areas in their colours. Some kilobytes for any house.
#pragma once

#include "server/web/words.h"
#include "sync/domain/seat_plan.h"

#include <string>

namespace parterre::web {

// Rows as strokes; in a house of very many rows, sections as blocks. Empty for a plan without extent.
// The same for the life of a plan: callers keep it.
std::string planPreview(const Words& words, const SeatPlan& plan);

} // namespace parterre::web

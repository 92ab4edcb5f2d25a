// findSeats(): the seats a clerk means by what they typed into the search field.
#pragma once

#include "sync/domain/seat_plan.h"

#include <QString>

#include <optional>
#include <vector>

namespace parterre {

// "Stalls/C/12", "stalls c 12", "C 12", "C12", "C 5-8". Without a section the one in view is asked first, then the
// others in plan order. Seats of one section in plan order; empty when the text names no seat.
std::vector<SeatIndex> findSeats(const SeatPlan& plan, const QString& text, std::optional<SectionIndex> inView);

} // namespace parterre

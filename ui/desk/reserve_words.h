// The offline reserve in words and as a level: design 02 "one gauge": > 60 min green, ≤ 60 amber, ≤ 10 red.
#pragma once

#include "sync/counter/counter_types.h"
#include "ui/common/level.h"

namespace parterre {

// How long it carries: until the counter must stop selling from it, or until the first price area that still has seats
// runs out.
Milliseconds reserveCarries(const LineReport& report);
// A price area that was sold and has nothing left is no alarm while the line is up: the centre sells it.
Level reserveLevel(const LineReport& report);
// "Offline reserve: 84 seats in 3 price areas, 5 h 10 min", and as short as can be: "84 seats · 5 h 10 min". Names the
// price area (of `areas`) that has run out, or that runs out before the time does.
QString reserveSentence(const LineReport& report, const std::vector<PriceArea>& areas);
QString reserveShort(const LineReport& report);
// Of one price area at the pace of the last hour; none: nothing was sold there.
std::optional<Milliseconds> areaLasts(const ReserveLine& line);

} // namespace parterre

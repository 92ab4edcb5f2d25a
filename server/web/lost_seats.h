// Seats that went to somebody else between choosing and holding: which, what is left of the choice, what else there is.
#pragma once

#include "server/web/section_html.h"

namespace parterre::web {

struct LostSeats
{
    std::vector<SeatIndex> lost;
    std::vector<SeatIndex> kept;                      // chosen and still free
    std::vector<std::vector<SeatIndex>> alternatives; // up to three groups instead of the lost ones; none is kept
};
LostSeats lostSeatsOf(const EventMirror& mirror, const std::vector<SeatIndex>& chosen);

// The page of the section the first lost seat is in, with all this above the list.
// <main> carries it as data-lost and data-alternatives (JSON of labels) for the map.
PageParts lostSeatsPage(const Words& words, const EventMirror& mirror, const LostSeats& seats, const std::string& once);

} // namespace parterre::web

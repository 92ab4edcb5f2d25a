// The seat map's place in a page: nothing to see without scripts, everything they need to know with them.
#pragma once

#include "server/arbiter/event_mirror.h"

#include <string>

namespace parterre::web {

// Empty when there are no seats to choose or the event is not on sale. The page also carries the form "choice".
std::string seatMapHtml(const EventMirror& mirror, const std::string& lang);

} // namespace parterre::web

// When an event starts, in the event's own time zone and the reader's language, and how long something takes.
#pragma once

#include "sync/base/instant.h"

#include <QString>

namespace parterre {

// "Fri 27 Nov 2026, 19:30". An unknown zone falls back to UTC and says so.
QString whenText(Instant at, const std::string& timeZone);
// "19:30", in the same way.
QString timeText(Instant at, const std::string& timeZone);
// The time alone on the day it is where the event takes place; another day's with its date.
QString nearText(Instant at, Instant now, const std::string& timeZone);

// "4:05" of a span, "0:00" when it is over.
QString countdownText(Milliseconds left);

// "5 h 10 min", "12 min", "under 1 min".
QString spanText(Milliseconds span);
// "just now", "12 min ago".
QString agoText(Milliseconds span);

} // namespace parterre

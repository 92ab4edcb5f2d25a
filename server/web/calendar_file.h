// calendarFile(): an order's event as iCalendar (RFC 5545), times in UTC.
#pragma once

#include "server/arbiter/event_mirror.h"
#include "server/web/words.h"

#include <QByteArray>

namespace parterre::web {

QByteArray calendarFile(const Words& words, const EventMirror& mirror, const Order& order);

} // namespace parterre::web

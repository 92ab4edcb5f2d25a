// ticketPdf(): the tickets of an order on paper, one a page (A4), fonts embedded.
#pragma once

#include "server/arbiter/event_mirror.h"
#include "server/web/words.h"
#include "sync/wire/signing.h"

#include <QByteArray>

namespace parterre::web {

// Is there any font? Without one the words would be black boxes.
bool canDrawTickets();

// Void tickets are left out. Precondition: a QGuiApplication exists (any platform, "offscreen" will do).
QByteArray ticketPdf(const Words& words, const EventMirror& mirror, const Order& order, const SigningKey& serverKey);

} // namespace parterre::web

// The QR code of a ticket, by zint: as modules and as inline SVG.
#pragma once

#include "server/arbiter/event_mirror.h"
#include "sync/wire/signing.h"

#include <QString>

#include <string>
#include <vector>

namespace parterre::web {

struct TicketSymbol
{
    int size = 0;           // modules a side
    std::vector<bool> dark; // row by row, size × size
};
// `text` up to 1,000 bytes: what the encoder cannot take is a broken invariant.
TicketSymbol ticketSymbol(const std::string& text);

// Black on white with its quiet zone, whatever the colours of the page.
std::string symbolSvg(const std::string& text, const QString& name);

// What the scanner reads: signed by the server.
std::string ticketCodeOf(const EventMirror& mirror, const Order& order, const Ticket& ticket,
                         const SigningKey& serverKey);

} // namespace parterre::web

// ticketJob(): an order in the words and figures of its paper.
#pragma once

#include "app/devices/ticket_printer.h"
#include "sync/domain/claims.h"

namespace parterre {

// `codes` holds one signed text a ticket, in their order. `provisional`: sold outside any authority; the paper says so.
TicketJob ticketJob(const Order& order, const std::vector<std::string>& codes, const SeatPlan& plan,
                    const EventTerms& terms, bool provisional = false);

} // namespace parterre

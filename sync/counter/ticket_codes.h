// TicketSigner: the signed codes of an order's tickets, as this counter prints them.
#pragma once

#include "sync/domain/terms.h"
#include "sync/wire/ticket_code.h"

#include <string>
#include <vector>

namespace parterre {

struct TicketSigner
{
    const SeatPlan& plan;
    const EventTerms& terms;
    DeviceId issuer;
    const SigningKey& key;

    // One a ticket, void or not. `provisional`: the codes say so themselves (I17).
    std::vector<std::string> codesOf(const Order& order, bool provisional) const;
};

} // namespace parterre

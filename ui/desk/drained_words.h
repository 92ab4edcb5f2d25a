// What became of the sales that waited for the line, in one sentence.
#pragma once

#include "sync/counter/counter_types.h"

#include <QString>

#include <set>

namespace parterre {

struct Drained
{
    int confirmed = 0;
    int conflicts = 0;
    int contested = 0; // a payment of somebody else decides
    int refused = 0;
    int voided = 0; // before they were sent: the centre has them, and nobody has a ticket
    int sent() const { return confirmed + conflicts + contested + refused + voided; }
    bool isGood() const { return confirmed + voided == sent(); }
};

// Sold with the line down and not answered yet.
bool waitsForTheLine(const OrderSummary& order);
// How those of `waited` stand among `orders`; what is not answered yet, or not there any more, is not counted.
Drained drainedOf(const std::set<OrderId>& waited, const std::vector<OrderSummary>& orders);
// "The line is back. 3 sales were sent: 2 confirmed, 1 in conflict (Ctrl+K)."
QString drainedText(const Drained& drained);

} // namespace parterre

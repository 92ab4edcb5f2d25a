// The three ways in which a counter sells, seen as one: which order a command sells.
#pragma once

#include "sync/domain/commands.h"

namespace parterre {

// Null: it sells nothing.
const Order* soldOrder(const Command& command);
Order* soldOrder(Command& command);
// A fact of this counter alone; not a request to the centre.
bool isLocalSale(const Command& command);

} // namespace parterre

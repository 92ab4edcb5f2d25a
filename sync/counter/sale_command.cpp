// One look at each kind of sale.
#include "sync/counter/sale_command.h"

#include <utility>

namespace parterre {

const Order* soldOrder(const Command& command)
{
    if (const auto* local = std::get_if<SellAllotted>(&command))
        return &local->order;
    if (const auto* provisional = std::get_if<SellProvisional>(&command))
        return &provisional->order;
    if (const auto* held = std::get_if<SellHold>(&command))
        return &held->order;
    return nullptr;
}

Order* soldOrder(Command& command)
{
    return const_cast<Order*>(soldOrder(std::as_const(command)));
}

bool isLocalSale(const Command& command)
{
    return std::holds_alternative<SellAllotted>(command) || std::holds_alternative<SellProvisional>(command);
}

} // namespace parterre

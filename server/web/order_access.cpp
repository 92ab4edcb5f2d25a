// The key is worked out before anything is looked up, so that both ways take as long.
#include "server/web/order_access.h"

namespace parterre::web {

std::string orderHref(const ApiContext& context, OrderId order, std::string_view part)
{
    return "/orders/" + order.toString() + std::string(part) + "?key=" + context.orderKeys.keyOf(order);
}

std::optional<FoundFanOrder> openedOrder(const ApiContext& context, const http::Request& request)
{
    const OrderId id = OrderId::fromString(request.param("order")).value_or(OrderId());
    const bool fits = context.orderKeys.fits(id, request.queryValue("key").value_or(std::string_view()));
    const auto found = findFanOrder(context, id);
    return fits ? found : std::nullopt;
}

} // namespace parterre::web

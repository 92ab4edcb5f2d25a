// The way to the page of an order: whoever has its key may see it.
#pragma once

#include "server/api/order_endpoints.h"

namespace parterre::web {

// "/orders/{order}{part}?key=…"; `part`: "", "/return" and the like.
std::string orderHref(const ApiContext& context, OrderId order, std::string_view part = {});

// The order in the path, when the key in the query opens it. Nothing sounds alike for wrong and unknown.
std::optional<FoundFanOrder> openedOrder(const ApiContext& context, const http::Request& request);

} // namespace parterre::web

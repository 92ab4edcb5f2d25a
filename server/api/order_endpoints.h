// OrderEndpoints: GET /orders/{order}?key=…: the fan's order with its ticket codes.
#pragma once

#include "server/api/fan_sales.h"
#include "server/http/router.h"

namespace parterre {

// Where an order is; nothing when no event has it. Fans' orders only.
struct FoundFanOrder
{
    const EventMirror* mirror;
    const Order* order;
};
std::optional<FoundFanOrder> findFanOrder(const ApiContext& context, OrderId id);

class OrderEndpoints
{
public:
    OrderEndpoints(ApiContext& context, FanSales& sales) : m_context(context), m_sales(sales) {}
    void addTo(http::Router& router);

private:
    void show(const http::Request& request, const http::Responder& responder);
    ApiContext& m_context;
    FanSales& m_sales;
};

} // namespace parterre

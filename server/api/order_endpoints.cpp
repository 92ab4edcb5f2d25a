// An unknown order and a wrong key get the very same answer, so that nobody can ask which orders exist.
#include "server/api/order_endpoints.h"

#include "server/api/answers.h"

namespace parterre {

using namespace Qt::StringLiterals;

std::optional<FoundFanOrder> findFanOrder(const ApiContext& context, OrderId id)
{
    for (const EventMirror* mirror : context.mirrors.all())
        if (const Order* order = mirror->order(id); order && order->channel == Channel::Fan)
            return FoundFanOrder{mirror, order};
    return std::nullopt;
}

void OrderEndpoints::addTo(http::Router& router)
{
    router.add(http::Method::Get, "/api/v1/orders/{order}",
               [this](const http::Request& request, const http::Responder& responder) { show(request, responder); });
}

void OrderEndpoints::show(const http::Request& request, const http::Responder& responder)
{
    const OrderId id = OrderId::fromString(request.param("order")).value_or(OrderId());
    const std::string key(request.queryValue("key").value_or(std::string_view()));
    const bool fits = m_context.orderKeys.fits(id, key);
    const auto found = findFanOrder(m_context, id);
    http::Response response = http::errorResponse({ErrorCode::NotFound, "order"});
    if (fits && found)
        response = jsonAnswer(200, orderJson(*found->mirror, *found->order, m_context.serverKey, key));
    else if (fits && m_sales.isPending(id))
        response =
            jsonAnswer(200, {{u"order"_s, QString::fromStdString(id.toString())}, {u"state"_s, u"payment_pending"_s}});
    response.addHeader("Cache-Control", "no-store");
    responder.send(std::move(response));
}

} // namespace parterre

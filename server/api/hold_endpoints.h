// HoldEndpoints: POST …/holds, GET, DELETE, extend and checkout.
#pragma once

#include "server/api/fan_sales.h"
#include "server/http/router.h"

namespace parterre {

class HoldEndpoints
{
public:
    HoldEndpoints(ApiContext& context, FanSales& sales) : m_context(context), m_sales(sales) {}
    void addTo(http::Router& router);

private:
    void place(const http::Request& request, const http::Responder& responder);
    void show(const http::Request& request, const http::Responder& responder);
    void release(const http::Request& request, const http::Responder& responder);
    void extend(const http::Request& request, const http::Responder& responder);
    void checkout(const http::Request& request, const http::Responder& responder);
    http::Response holdAnswer(int status, const HoldView& view) const;
    http::Response refusal(HolderId holder, HoldId hold, const Error& error) const;

    ApiContext& m_context;
    FanSales& m_sales;
};

} // namespace parterre

// PaymentEndpoints: where payment providers tell us by signed notices (webhooks) what became of a payment.
#pragma once

#include "server/api/api_context.h"
#include "server/http/router.h"

namespace parterre {

class PaymentEndpoints
{
public:
    explicit PaymentEndpoints(ApiContext& context) : m_context(context) {}
    void addTo(http::Router& router);

private:
    ApiContext& m_context;
};

} // namespace parterre

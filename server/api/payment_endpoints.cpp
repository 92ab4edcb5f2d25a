// One route; the provider checks the signature.
#include "server/api/payment_endpoints.h"

namespace parterre {
namespace {

constexpr std::size_t longestNotice = 16 * 1024; // bytes

}

void PaymentEndpoints::addTo(http::Router& router)
{
    using http::Method;
    router.add(
        Method::Post, "/api/v1/payments/notices",
        [this](const http::Request& request, const http::Responder& responder) {
            const Result<void> heard = m_context.payments
                                           ? m_context.payments->hear(request.header("parterre-payment-signature"),
                                                                      request.body, m_context.clock.now())
                                           : Result<void>(Error{ErrorCode::NotFound, "no payment provider is set up"});
            responder.send(heard.ok() ? http::Response{204, {}, {}, {}, false} : http::errorResponse(heard.error()));
        },
        {longestNotice});
}

} // namespace parterre

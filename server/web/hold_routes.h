// HoldRoutes: the hold's page, more time, giving back, and the checkout.
#pragma once

#include "server/api/fan_sales.h"
#include "server/http/router.h"
#include "server/web/forms.h"
#include "server/web/hold_html.h"

namespace parterre::web {

class HoldRoutes
{
public:
    HoldRoutes(ApiContext& context, FanSales& sales) : m_context(context), m_sales(sales) {}
    void addTo(http::Router& router);

private:
    using Request = http::Request;
    using Responder = http::Responder;
    // What every call on a hold begins with.
    struct Call
    {
        Visit visit;
        HolderId holder;
        HoldId hold;
        Form form;
    };
    std::optional<Call> callOf(const Request& request, const Responder& responder) const; // answers when it is none

    void show(const Request& request, const Responder& responder);
    void showPrice(const Request& request, const Responder& responder);
    void extend(const Request& request, const Responder& responder);
    void release(const Request& request, const Responder& responder);
    void checkout(const Request& request, const Responder& responder);
    void pay(const Call& call, const Request& request, const Responder& responder, const CheckoutDraft& draft);

    http::Response holdAnswer(const Visit& visit, int status, const HoldView& view, HoldPageState state) const;
    // The hold is no more, or the step was refused.
    http::Response refusal(const Call& call, const Error& error, const CheckoutDraft& draft) const;
    std::vector<std::string> methods() const;

    ApiContext& m_context;
    FanSales& m_sales;
};

} // namespace parterre::web

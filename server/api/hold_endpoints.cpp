// Parse, one call, encode.
#include "server/api/hold_endpoints.h"

#include "server/api/answers.h"
#include "server/api/callers.h"
#include "sync/wire/api_json.h"

#include <algorithm>

namespace parterre {
namespace {

using namespace Qt::StringLiterals;
using http::Request;
using http::Responder;

std::string_view bodyText(const Request& request)
{
    return {request.body.constData(), static_cast<std::size_t>(request.body.size())};
}

bool hasControls(std::string_view text)
{
    return std::any_of(text.begin(), text.end(), [](char c) { return (c >= 0 && c < 0x20) || c == 0x7f; });
}

// {"seats": […]} and/or {"standing": […]}, or {"best": {"quantity", "area"?}}.
Result<WantedPlaces> wantedOf(const Request& request, const SeatPlan& plan)
{
    std::vector<std::string_view> labels;
    if (!http::isUtf8(bodyText(request)))
        return Error{ErrorCode::Malformed, "expected UTF-8"};
    if (plainSeatLabels(bodyText(request), labels)) {
        auto places = placesFromLabels(labels, plan);
        if (!places.ok())
            return places.error();
        return WantedPlaces{std::move(*places), 0, {}};
    }
    JsonBody body(request.body);
    auto fields = body.fields();
    if (!fields.has("best")) {
        auto places = placesFromJson(body, plan);
        if (!places.ok())
            return places.error();
        return WantedPlaces{std::move(*places), 0, {}};
    }
    if (fields.has("seats") || fields.has("standing"))
        return Error{ErrorCode::Malformed, "best: cannot be asked together with named places"};
    auto best = fields.object("best");
    WantedPlaces wanted;
    wanted.best = static_cast<std::uint32_t>(best.integer("quantity", 1, 10'000));
    const auto area = best.optionalText("area");
    if (!body.ok())
        return body.error();
    if (area) {
        wanted.area = plan.priceAreaByName(*area);
        if (!wanted.area)
            return Error{ErrorCode::UnknownSeat, *area};
    }
    return wanted;
}

Result<CheckoutForm> checkoutFormOf(const Request& request)
{
    JsonBody body(request.body);
    auto fields = body.fields();
    CheckoutForm form;
    form.email = fields.text("email", 254); // RFC 5321's longest path
    form.name = fields.optionalText("name", 200).value_or(std::string());
    form.method = fields.object("payment").text("method", 50);
    for (auto& choice : fields.has("price_types") ? fields.objects("price_types", 1'000) : std::vector<JsonFields>())
        form.priceTypes.emplace_back(choice.text("place"), choice.text("type"));
    if (!body.ok())
        return body.error();
    const std::size_t at = form.email.find('@');
    if (at == std::string::npos || at == 0 || at + 1 == form.email.size() || hasControls(form.email) ||
        form.email.find_first_of(" ,;<>") != std::string::npos)
        return Error{ErrorCode::Malformed, "email: expected an address such as name@example.org"};
    if (hasControls(form.name))
        return Error{ErrorCode::Malformed, "name: expected no control characters"};
    return form;
}

} // namespace

void HoldEndpoints::addTo(http::Router& router)
{
    using http::Method;
    const auto to = [this](void (HoldEndpoints::*member)(const Request&, const Responder&)) {
        return
            [this, member](const Request& request, const Responder& responder) { (this->*member)(request, responder); };
    };
    router.add(Method::Post, "/api/v1/events/{event}/holds", to(&HoldEndpoints::place));
    router.add(Method::Get, "/api/v1/holds/{hold}", to(&HoldEndpoints::show));
    router.add(Method::Delete, "/api/v1/holds/{hold}", to(&HoldEndpoints::release));
    router.add(Method::Post, "/api/v1/holds/{hold}/extend", to(&HoldEndpoints::extend));
    router.add(Method::Post, "/api/v1/holds/{hold}/checkout", to(&HoldEndpoints::checkout));
}

http::Response HoldEndpoints::holdAnswer(int status, const HoldView& view) const
{
    return http::jsonResponse(status, holdJson(view, m_context.mirrors.find(view.event)->plan()));
}

http::Response HoldEndpoints::refusal(HolderId holder, HoldId hold, const Error& error) const
{
    const KnownHold* known = m_sales.known(holder, hold);
    if (error.code == ErrorCode::HoldGone && known && known->order)
        return http::errorResponse({ErrorCode::HoldGone, "it became an order"},
                                   compactJson({{u"order"_s, QString::fromStdString(known->order->toString())}}));
    return http::errorResponse(error);
}

void HoldEndpoints::place(const Request& request, const Responder& responder)
{
    const auto mirror = eventOf(m_context, request);
    if (!mirror.ok())
        return responder.send(http::errorResponse(mirror.error()));
    auto wanted = wantedOf(request, (*mirror)->plan());
    if (!wanted.ok())
        return responder.send(http::errorResponse(wanted.error()));
    const FanCaller caller = fanOrNew(m_context, request, request.header("idempotency-key"));
    const auto key = idempotencyOf(request, caller.session.holder);
    if (!key.ok())
        return responder.send(http::errorResponse(key.error()));
    const Places places = wanted->places;
    m_sales.hold(caller.session.holder, (*mirror)->event(), std::move(*wanted), *key,
                 [this, responder, caller, places, mirror = *mirror](Result<HoldView> view) {
                     http::Response response =
                         view.ok() ? holdAnswer(201, *view) : seatRefusal(view.error(), *mirror, places);
                     handOut(m_context, response, caller);
                     responder.send(std::move(response));
                 });
}

void HoldEndpoints::show(const Request& request, const Responder& responder)
{
    const auto fan = fanOf(m_context, request);
    const auto hold = HoldId::fromString(request.param("hold"));
    if (!fan.ok() || !hold)
        return responder.send(http::errorResponse({ErrorCode::NotFound, "hold"}));
    const auto view = m_sales.find(fan->holder, *hold);
    responder.send(view.ok() ? holdAnswer(200, *view) : refusal(fan->holder, *hold, view.error()));
}

void HoldEndpoints::release(const Request& request, const Responder& responder)
{
    const auto fan = fanOf(m_context, request);
    const auto hold = HoldId::fromString(request.param("hold"));
    if (!fan.ok() || !hold)
        return responder.send(http::errorResponse({ErrorCode::NotFound, "hold"}));
    m_sales.release(fan->holder, *hold, [this, responder, holder = fan->holder, hold = *hold](Result<void> done) {
        responder.send(done.ok() ? http::Response{204, {}, {}, {}, false} : refusal(holder, hold, done.error()));
    });
}

void HoldEndpoints::extend(const Request& request, const Responder& responder)
{
    const auto fan = fanOf(m_context, request);
    const auto hold = HoldId::fromString(request.param("hold"));
    if (!fan.ok() || !hold)
        return responder.send(http::errorResponse({ErrorCode::NotFound, "hold"}));
    const auto key = idempotencyOf(request, fan->holder);
    if (!key.ok())
        return responder.send(http::errorResponse(key.error()));
    m_sales.extend(fan->holder, *hold, *key,
                   [this, responder, holder = fan->holder, hold = *hold](Result<HoldView> view) {
                       responder.send(view.ok() ? holdAnswer(200, *view) : refusal(holder, hold, view.error()));
                   });
}

void HoldEndpoints::checkout(const Request& request, const Responder& responder)
{
    const auto fan = fanOf(m_context, request);
    const auto hold = HoldId::fromString(request.param("hold"));
    if (!fan.ok() || !hold)
        return responder.send(http::errorResponse({ErrorCode::NotFound, "hold"}));
    auto form = checkoutFormOf(request);
    if (!form.ok())
        return responder.send(http::errorResponse(form.error()));
    const auto key = idempotencyOf(request, fan->holder);
    if (!key.ok())
        return responder.send(http::errorResponse(key.error()));
    m_sales.checkout(
        fan->holder, *hold, std::move(*form), *key,
        [this, responder, holder = fan->holder, hold = *hold](Result<CheckoutDone> done) {
            if (!done.ok())
                return responder.send(refusal(holder, hold, done.error()));
            QJsonObject payment{
                {u"state"_s, done->payment == PaymentProgress::Captured ? u"captured"_s : u"pending"_s}};
            if (!done->redirectUrl.empty())
                payment[u"redirect_url"_s] = QString::fromStdString(done->redirectUrl);
            responder.send(jsonAnswer(201, {{u"order"_s, QString::fromStdString(done->order.toString())},
                                            {u"key"_s, QString::fromStdString(m_context.orderKeys.keyOf(done->order))},
                                            {u"payment"_s, payment}}));
        });
}

} // namespace parterre

// Routes of the pages: read the form, one call, a page or a redirect.
#include "server/web/pages.h"

#include "server/api/callers.h"
#include "server/api/order_endpoints.h"
#include "server/web/html.h"
#include "server/web/static_files.h"
#include "sync/wire/api_json.h"

#include <algorithm>
#include <charconv>

namespace parterre::web {
namespace {

using http::NameValue;

std::string valueOf(const std::vector<NameValue>& form, std::string_view name)
{
    for (const auto& [key, value] : form)
        if (key == name)
            return value;
    return {};
}

bool hasControls(std::string_view text)
{
    return std::any_of(text.begin(), text.end(), [](char c) { return (c >= 0 && c < 0x20) || c == 0x7f; });
}

std::optional<std::uint32_t> numberOf(const std::string& text)
{
    std::uint32_t number = 0;
    const auto parsed = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || parsed.ec != std::errc() || parsed.ptr != text.data() + text.size())
        return std::nullopt;
    return number;
}

// A form of another site may not act for the fan: browsers name the page a form came from.
Result<std::vector<NameValue>> formOf(const http::Request& request)
{
    const std::string_view origin = request.header("origin");
    const std::size_t scheme = origin.find("://");
    if (!origin.empty() && (scheme == std::string_view::npos || origin.substr(scheme + 3) != request.header("host")))
        return Error{ErrorCode::Forbidden, "the form came from another site"};
    return http::parseForm({request.body.constData(), static_cast<std::size_t>(request.body.size())}, 2'000);
}

// The form's token makes a double click one act; it counts together with who sends it and what.
std::optional<IdempotencyKey> keyOf(const std::vector<NameValue>& form, const HolderId& who,
                                    const http::Request& request)
{
    const std::string once = valueOf(form, "once");
    if (once.empty() || once.size() > 64)
        return std::nullopt;
    const std::string name = "form " + who.toString() + ' ' + once + ' ' + request.path;
    const std::string content = request.path + '\n' + request.body.toStdString();
    return IdempotencyKey{blake2b128(name.data(), name.size()), blake2b256(content.data(), content.size())};
}

Result<WantedPlaces> wantedOf(const std::vector<NameValue>& form, const SeatPlan& plan)
{
    WantedPlaces wanted;
    if (const std::string best = valueOf(form, "best"); !best.empty()) {
        wanted.best = numberOf(best).value_or(0);
        if (wanted.best == 0)
            return Error{ErrorCode::Malformed, "number of seats"};
        const std::string area = valueOf(form, "area");
        wanted.area = plan.priceAreaByName(area);
        if (!area.empty() && !wanted.area)
            return Error{ErrorCode::UnknownSeat, area};
        return wanted;
    }
    if (const std::string standing = valueOf(form, "standing"); !standing.empty()) {
        const auto area = plan.standingByName(standing);
        const auto count = numberOf(valueOf(form, "count"));
        if (!area || !count || *count == 0)
            return Error{ErrorCode::Malformed, "standing places"};
        wanted.places.standing.push_back({*area, *count});
        return wanted;
    }
    std::vector<std::string_view> labels;
    for (const auto& [key, value] : form)
        if (key == "seat")
            labels.push_back(value);
    if (labels.empty())
        return Error{ErrorCode::Malformed, "choose at least one seat"};
    auto places = placesFromLabels(labels, plan);
    if (!places.ok())
        return places.error();
    wanted.places = std::move(*places);
    return wanted;
}

std::string holdHref(HoldId hold)
{
    return "/holds/" + hold.toString();
}

} // namespace

std::string Pages::once() const
{
    return randomId<CauseId>(m_context.random).toString();
}

void Pages::addTo(http::Router& router)
{
    using http::Method;
    const auto to = [this](void (Pages::*member)(const Request&, const Responder&)) {
        return
            [this, member](const Request& request, const Responder& responder) { (this->*member)(request, responder); };
    };
    router.add(Method::Get, "/", to(&Pages::events));
    router.add(Method::Get, "/events/{event}", to(&Pages::event));
    router.add(Method::Get, "/events/{event}/seats", to(&Pages::seats));
    router.add(Method::Post, "/events/{event}/hold", to(&Pages::placeHold));
    router.add(Method::Get, "/holds/{hold}", to(&Pages::hold));
    router.add(Method::Post, "/holds/{hold}/extend", to(&Pages::extend));
    router.add(Method::Post, "/holds/{hold}/release", to(&Pages::release));
    router.add(Method::Post, "/holds/{hold}/checkout", to(&Pages::checkout));
    router.add(Method::Get, "/orders/{order}", to(&Pages::order));
    addStaticFiles(router);
}

void Pages::events(const Request&, const Responder& responder)
{
    responder.send(page(200, "What is on", eventListHtml(m_context.mirrors.all())));
}

void Pages::event(const Request& request, const Responder& responder)
{
    const auto mirror = eventOf(m_context, request);
    if (!mirror.ok())
        return responder.send(problemPage(mirror.error(), "/", "What is on"));
    responder.send(page(200, (*mirror)->state().terms().title, eventHtml(**mirror, once())));
}

void Pages::seats(const Request& request, const Responder& responder)
{
    const auto mirror = eventOf(m_context, request);
    if (!mirror.ok())
        return responder.send(problemPage(mirror.error(), "/", "What is on"));
    const auto section = numberOf(std::string(request.queryValue("section").value_or("0")));
    if (!section || *section >= (*mirror)->plan().sections().size())
        return responder.send(
            problemPage({ErrorCode::NotFound, "section"}, "/events/" + (*mirror)->event().toString(), "All sections"));
    responder.send(page(200, (*mirror)->state().terms().title, sectionHtml(**mirror, SectionIndex{*section}, once())));
}

void Pages::placeHold(const Request& request, const Responder& responder)
{
    const auto mirror = eventOf(m_context, request);
    if (!mirror.ok())
        return responder.send(problemPage(mirror.error(), "/", "What is on"));
    const std::string back = "/events/" + (*mirror)->event().toString();
    const auto form = formOf(request);
    if (!form.ok())
        return responder.send(problemPage(form.error(), back, "Choose again"));
    auto wanted = wantedOf(*form, (*mirror)->plan());
    if (!wanted.ok())
        return responder.send(problemPage(wanted.error(), back, "Choose again"));
    const FanCaller caller = fanOrNew(m_context, request);
    const auto key = keyOf(*form, caller.session.holder, request);
    m_sales.hold(caller.session.holder, (*mirror)->event(), std::move(*wanted), key,
                 [responder, caller, back](Result<HoldView> view) {
                     http::Response response =
                         view.ok() ? http::redirectResponse(QByteArray::fromStdString(holdHref(view->hold.id)))
                                   : problemPage(view.error(), back, "Choose other seats");
                     handOut(response, caller);
                     responder.send(std::move(response));
                 });
}

void Pages::hold(const Request& request, const Responder& responder)
{
    const auto fan = fanOf(m_context, request);
    const auto id = HoldId::fromString(request.param("hold"));
    const auto view =
        fan.ok() && id ? m_sales.find(fan->holder, *id) : Result<HoldView>(Error{ErrorCode::NotFound, "hold"});
    if (view.ok())
        return responder.send(page(
            200, "Your places",
            holdHtml(*m_context.mirrors.find(view->event), *view, m_context.clock.now(), once(), m_context.payments)));
    const KnownHold* known = fan.ok() && id ? m_sales.known(fan->holder, *id) : nullptr;
    if (known && known->order) // back button after paying
        return responder.send(http::redirectResponse(QByteArray::fromStdString(
            "/orders/" + known->order->toString() + "?key=" + m_context.orderKeys.keyOf(*known->order))));
    responder.send(problemPage(view.error(), known ? "/events/" + known->event.toString() : "/", "Choose again"));
}

void Pages::extend(const Request& request, const Responder& responder)
{
    const auto fan = fanOf(m_context, request);
    const auto id = HoldId::fromString(request.param("hold"));
    const auto form = formOf(request);
    if (!fan.ok() || !id || !form.ok())
        return responder.send(
            problemPage(form.ok() ? Error{ErrorCode::NotFound, "hold"} : form.error(), "/", "What is on"));
    m_sales.extend(fan->holder, *id, keyOf(*form, fan->holder, request), [responder, id = *id](Result<HoldView> view) {
        responder.send(view.ok() ? http::redirectResponse(QByteArray::fromStdString(holdHref(id)))
                                 : problemPage(view.error(), holdHref(id), "Back"));
    });
}

void Pages::release(const Request& request, const Responder& responder)
{
    const auto fan = fanOf(m_context, request);
    const auto id = HoldId::fromString(request.param("hold"));
    const auto form = formOf(request);
    if (!fan.ok() || !id || !form.ok())
        return responder.send(
            problemPage(form.ok() ? Error{ErrorCode::NotFound, "hold"} : form.error(), "/", "What is on"));
    m_sales.release(fan->holder, *id, [responder](Result<void> done) {
        responder.send(done.ok() ? http::redirectResponse("/") : problemPage(done.error(), "/", "What is on"));
    });
}

void Pages::checkout(const Request& request, const Responder& responder)
{
    const auto fan = fanOf(m_context, request);
    const auto id = HoldId::fromString(request.param("hold"));
    const auto form = formOf(request);
    if (!fan.ok() || !id || !form.ok())
        return responder.send(
            problemPage(form.ok() ? Error{ErrorCode::NotFound, "hold"} : form.error(), "/", "What is on"));
    CheckoutForm checkout{valueOf(*form, "email"), valueOf(*form, "name"), "test", {}};
    if (checkout.email.size() > 254 || checkout.email.find('@') == std::string::npos || checkout.name.size() > 200 ||
        hasControls(checkout.email) || hasControls(checkout.name))
        return responder.send(
            problemPage({ErrorCode::Malformed, "e-mail address"}, holdHref(*id), "Back to your places"));
    std::string place;
    for (const auto& [key, value] : *form) {
        if (key == "place")
            place = value;
        else if (key == "type")
            checkout.priceTypes.emplace_back(place, value);
    }
    m_sales.checkout(fan->holder, *id, std::move(checkout), keyOf(*form, fan->holder, request),
                     [this, responder, id = *id](Result<CheckoutDone> done) {
                         if (!done.ok())
                             return responder.send(problemPage(done.error(), holdHref(id), "Back to your places"));
                         responder.send(http::redirectResponse(QByteArray::fromStdString(
                             "/orders/" + done->order.toString() + "?key=" + m_context.orderKeys.keyOf(done->order))));
                     });
}

void Pages::order(const Request& request, const Responder& responder)
{
    const OrderId id = OrderId::fromString(request.param("order")).value_or(OrderId());
    const bool fits = m_context.orderKeys.fits(id, request.queryValue("key").value_or(std::string_view()));
    const auto found = findFanOrder(m_context, id);
    if (fits && found)
        return responder.send(page(200, "Your tickets", orderHtml(*found->mirror, *found->order, m_context.serverKey)));
    if (fits && m_sales.isPending(id))
        return responder.send(page(200, "Payment under way",
                                   "<h1>The payment is under way</h1><p>Load this page again in a moment.</p>"));
    responder.send(problemPage({ErrorCode::NotFound, "order"}, "/", "What is on"));
}

} // namespace parterre::web

// Nothing typed is lost: a refused form comes back filled, and a cookie of half an hour carries it to the next hold.
#include "server/web/hold_routes.h"

#include "server/api/callers.h"
#include "server/web/draft_cookie.h"
#include "server/web/event_html.h"
#include "server/web/event_routes.h"
#include "server/web/locale_text.h"
#include "server/web/order_access.h"
#include "server/web/problem_text.h"

namespace parterre::web {
namespace {

using namespace Qt::StringLiterals;

CheckoutDraft draftOf(const Form& form)
{
    return {valueOf(form, "email"), valueOf(form, "name"), valueOf(form, "method"), priceTypesOf(form)};
}

// Says beside the field what is wrong with it. True when nothing is.
bool checkFields(const Words& words, HoldPageState& state)
{
    if (state.draft.email.empty())
        state.emailProblem = words.say("Hold", "Enter your e-mail address: the tickets go there.");
    else if (!isMailAddress(state.draft.email))
        state.emailProblem =
            words.say("Hold", "This is no e-mail address. It looks like name@example.org, without spaces.");
    if (state.draft.name.size() > 200 || hasControls(state.draft.name))
        state.nameProblem = words.say("Hold", "This name is too long, or has characters that cannot be printed.");
    return state.emailProblem.isEmpty() && state.nameProblem.isEmpty();
}

} // namespace

void HoldRoutes::addTo(http::Router& router)
{
    using http::Method;
    const auto to = [this](void (HoldRoutes::*member)(const Request&, const Responder&)) {
        return
            [this, member](const Request& request, const Responder& responder) { (this->*member)(request, responder); };
    };
    router.add(Method::Get, "/holds/{hold}", to(&HoldRoutes::show));
    router.add(Method::Post, "/holds/{hold}/price", to(&HoldRoutes::showPrice));
    router.add(Method::Post, "/holds/{hold}/extend", to(&HoldRoutes::extend));
    router.add(Method::Post, "/holds/{hold}/release", to(&HoldRoutes::release));
    router.add(Method::Post, "/holds/{hold}/checkout", to(&HoldRoutes::checkout));
}

std::optional<HoldRoutes::Call> HoldRoutes::callOf(const Request& request, const Responder& responder) const
{
    Call call;
    call.visit = visitOf(request);
    const auto fan = fanOf(m_context, request);
    const auto id = HoldId::fromString(request.param("hold"));
    auto form = formOf(request);
    if (!fan.ok() || !id || !form.ok()) {
        const Error unknown = fan.ok() ? Error{ErrorCode::NotFound, "hold"} : fan.error();
        responder.send(problemPage(call.visit, form.ok() ? unknown : form.error()));
        return std::nullopt;
    }
    call.holder = fan->holder;
    call.hold = *id;
    call.form = std::move(*form);
    call.visit.here = holdHref(*id);
    return call;
}

void HoldRoutes::show(const Request& request, const Responder& responder)
{
    const auto call = callOf(request, responder);
    if (!call)
        return;
    const Words& words = *call->visit.words;
    const auto view = m_sales.find(call->holder, call->hold);
    if (!view.ok())
        return responder.send(refusal(*call, view.error(), {}));
    HoldPageState state;
    state.draft = draftFromCookie(request);
    const auto& terms = m_context.mirrors.find(view->event)->state().terms();
    state.cameDeclined = request.queryValue("declined").has_value(); // the bank's word may come after its payer
    if (state.cameDeclined)
        state.notice = noticeHtml(words
                                      .say("Hold", "The payment was declined and nothing was charged. Your seats are "
                                                   "still held until %1: try again, or pay another way.")
                                      .arg(clockText(words, view->hold.deadline(), terms.timeZone)));
    responder.send(holdAnswer(call->visit, 200, *view, std::move(state)));
}

void HoldRoutes::showPrice(const Request& request, const Responder& responder)
{
    const auto call = callOf(request, responder);
    if (!call)
        return;
    const CheckoutDraft draft = draftOf(call->form);
    const auto view = m_sales.find(call->holder, call->hold);
    if (!view.ok())
        return responder.send(refusal(*call, view.error(), draft));
    HoldPageState state;
    state.draft = draft;
    responder.send(holdAnswer(call->visit, 200, *view, std::move(state)));
}

void HoldRoutes::extend(const Request& request, const Responder& responder)
{
    const auto call = callOf(request, responder);
    if (!call)
        return;
    m_sales.extend(call->holder, call->hold, keyOf(call->form, call->holder, request),
                   [this, responder, call = *call, draft = draftOf(call->form)](Result<HoldView> view) {
                       if (!view.ok())
                           return responder.send(refusal(call, view.error(), draft));
                       http::Response answer = seeOther(holdHref(call.hold));
                       answer.addHeader("Set-Cookie", draftCookie(draft));
                       responder.send(std::move(answer));
                   });
}

void HoldRoutes::release(const Request& request, const Responder& responder)
{
    const auto call = callOf(request, responder);
    if (!call)
        return;
    const KnownHold* known = m_sales.known(call->holder, call->hold);
    const std::string next = known ? "/events/" + known->event.toString() : "/";
    m_sales.release(call->holder, call->hold, [this, responder, next, call = *call](Result<void> done) {
        responder.send(done.ok() ? seeOther(next) : refusal(call, done.error(), {}));
    });
}

void HoldRoutes::checkout(const Request& request, const Responder& responder)
{
    const auto call = callOf(request, responder);
    if (!call)
        return;
    HoldPageState state;
    state.draft = draftOf(call->form);
    const auto view = m_sales.find(call->holder, call->hold);
    if (!checkFields(*call->visit.words, state)) {
        if (!view.ok())
            return responder.send(refusal(*call, view.error(), state.draft));
        return responder.send(holdAnswer(call->visit, 400, *view, std::move(state)));
    }
    // Nobody pays more than the page showed: the types may have been changed since.
    const auto shown = numberOf(valueOf(call->form, "shown"));
    if (view.ok() && shown) {
        const EventMirror& mirror = *m_context.mirrors.find(view->event);
        const Money total = totalOf(mirror, heldPlaces(*call->visit.words, mirror, view->hold.places, state.draft));
        if (total.minor > *shown) {
            state.notice =
                noticeHtml(call->visit.words
                               ->say("Hold", "With the prices you chose the total is %1. Nothing was charged "
                                             "yet: look at it and pay again.")
                               .arg(moneyText(*call->visit.words, total)));
            return responder.send(holdAnswer(call->visit, 409, *view, std::move(state)));
        }
    }
    pay(*call, request, responder, state.draft);
}

void HoldRoutes::pay(const Call& call, const Request& request, const Responder& responder, const CheckoutDraft& draft)
{
    CheckoutForm form{draft.email, draft.name, draft.method.empty() ? "test" : draft.method, draft.priceTypes};
    m_sales.checkout(call.holder, call.hold, std::move(form), keyOf(call.form, call.holder, request),
                     [this, responder, call, draft](Result<CheckoutDone> done) {
                         if (!done.ok())
                             return responder.send(refusal(call, done.error(), draft));
                         http::Response answer = seeOther(done->redirectUrl.empty() ? orderHref(m_context, done->order)
                                                                                    : done->redirectUrl);
                         if (done->redirectUrl.empty())
                             answer.addHeader("Set-Cookie", forgetDraftCookie());
                         else
                             answer.addHeader("Set-Cookie", draftCookie(draft)); // the payer may come back unpaid
                         responder.send(std::move(answer));
                     });
}

http::Response HoldRoutes::holdAnswer(const Visit& visit, int status, const HoldView& view, HoldPageState state) const
{
    const EventMirror& mirror = *m_context.mirrors.find(view.event);
    if (view.hold.paying) {
        const PaymentPlaces at{m_sales.paymentPage(*view.hold.paying), orderHref(m_context, *view.hold.paying),
                               visit.here + (state.cameDeclined ? "?declined=1" : "")};
        return page(visit, status, payingPage(*visit.words, mirror, view, m_context.clock.now(), at));
    }
    state.methods = methods();
    return page(visit, status,
                holdPage(*visit.words, mirror, view, m_context.clock.now(), onceToken(m_context), state));
}

http::Response HoldRoutes::refusal(const Call& call, const Error& error, const CheckoutDraft& draft) const
{
    const KnownHold* known = m_sales.known(call.holder, call.hold);
    if (known && known->order) // the back button after paying
        return seeOther(orderHref(m_context, *known->order));
    if (error.code == ErrorCode::PaymentPending) // its page says how it goes on
        return seeOther(holdHref(call.hold));
    if (error.code == ErrorCode::PaymentDeclined) {
        http::Response answer = seeOther(holdHref(call.hold) + "?declined=1");
        answer.addHeader("Set-Cookie", draftCookie(draft));
        return answer;
    }
    if (error.code == ErrorCode::HoldGone && known) {
        const bool isTyped = !draft.email.empty() || !draft.name.empty();
        const EventMirror& mirror = *m_context.mirrors.find(known->event);
        http::Response answer =
            page(call.visit, httpStatus(error.code), holdGonePage(*call.visit.words, mirror, *known, isTyped));
        if (isTyped)
            answer.addHeader("Set-Cookie", draftCookie(draft));
        return answer;
    }
    if (m_sales.find(call.holder, call.hold).ok())
        return problemPage(call.visit, error, holdHref(call.hold),
                           call.visit.words->say("Hold", "Back to your places"));
    return problemPage(call.visit, error);
}

std::vector<std::string> HoldRoutes::methods() const
{
    std::vector<std::string> accepted;
    for (const char* method : {"test-hosted", "test"})
        if (m_context.payments && m_context.payments->accepts(method))
            accepted.emplace_back(method);
    return accepted;
}

} // namespace parterre::web

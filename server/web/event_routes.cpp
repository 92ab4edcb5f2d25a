// Reads the request, one call, a page or a redirect.
#include "server/web/event_routes.h"

#include "server/api/callers.h"
#include "server/web/event_html.h"
#include "server/web/locale_text.h"
#include "server/web/lost_seats.h"
#include "server/web/plan_preview.h"
#include "server/web/problem_text.h"

#include <algorithm>

namespace parterre::web {

std::string onceToken(const ApiContext& context)
{
    return randomId<CauseId>(context.random).toString();
}

std::string holdHref(HoldId hold)
{
    return "/holds/" + hold.toString();
}

void EventRoutes::addTo(http::Router& router)
{
    using http::Method;
    const auto to = [this](void (EventRoutes::*member)(const Request&, const Responder&)) {
        return
            [this, member](const Request& request, const Responder& responder) { (this->*member)(request, responder); };
    };
    router.add(Method::Get, "/", to(&EventRoutes::events));
    router.add(Method::Get, "/events/{event}", to(&EventRoutes::event));
    router.add(Method::Get, "/events/{event}/seats", to(&EventRoutes::seats));
    router.add(Method::Post, "/events/{event}/hold", to(&EventRoutes::placeHold));
}

void EventRoutes::events(const Request& request, const Responder& responder)
{
    const Visit visit = visitOf(request);
    responder.send(page(visit, 200, eventListPage(*visit.words, m_context.mirrors.all(), m_context.clock.now())));
}

void EventRoutes::event(const Request& request, const Responder& responder)
{
    const Visit visit = visitOf(request);
    const auto mirror = eventOf(m_context, request);
    if (!mirror.ok())
        return responder.send(problemPage(visit, mirror.error()));
    responder.send(
        page(visit, 200, eventPage(*visit.words, **mirror, preview(*visit.words, **mirror), onceToken(m_context))));
}

void EventRoutes::seats(const Request& request, const Responder& responder)
{
    const Visit visit = visitOf(request);
    const auto mirror = eventOf(m_context, request);
    if (!mirror.ok())
        return responder.send(problemPage(visit, mirror.error()));
    const SeatPlan& plan = (*mirror)->plan();
    const auto asked = request.queryValue("section");
    const auto section = asked ? numberOf(*asked) : std::optional(firstOpenSection(**mirror).value);
    const auto row = numberOf(request.queryValue("row").value_or("0"));
    if (!section || *section >= plan.sections().size() || !row || *row > plan.rows().size())
        return responder.send(problemPage(visit, {ErrorCode::NotFound, "section"}, eventHref(**mirror),
                                          visit.words->say("Seats", "Back to the event and its prices")));
    SeatChoice choice;
    choice.section = SectionIndex{*section};
    choice.firstRow = RowIndex{plan.sections()[*section].first.value + *row};
    if (!(*mirror)->state().terms().onSale)
        choice.notice = noticeHtml(problemText(*visit.words, {ErrorCode::NotOnSale, {}}));
    responder.send(page(visit, 200, sectionPage(*visit.words, **mirror, choice, onceToken(m_context))));
}

void EventRoutes::placeHold(const Request& request, const Responder& responder)
{
    Visit visit = visitOf(request);
    const auto mirror = eventOf(m_context, request);
    if (!mirror.ok())
        return responder.send(problemPage(visit, mirror.error()));
    visit.here = eventHref(**mirror);
    const auto form = formOf(request);
    if (!form.ok())
        return responder.send(
            problemPage(visit, form.error(), eventHref(**mirror), visit.words->say("Hold", "Back to the event")));
    const auto wanted = wantedOf(*form, (*mirror)->plan());
    if (!wanted.ok())
        return responder.send(refusal({visit, *mirror, *form, {}, {}}, wanted.error()));
    const FanCaller caller = fanOrNew(m_context, request, valueOf(*form, "once"));
    const auto key = keyOf(*form, caller.session.holder, request);
    m_sales.hold(caller.session.holder, (*mirror)->event(), *wanted, key,
                 [this, responder, caller,
                  asked = Asked{visit, *mirror, *form, wanted->places.seats,
                                m_sales.barred(caller.session.holder, **mirror)}](Result<HoldView> view) {
                     http::Response response =
                         view.ok() ? seeOther(holdHref(view->hold.id)) : refusal(asked, view.error());
                     handOut(m_context, response, caller);
                     responder.send(std::move(response));
                 });
}

// The page the form was on, with the reason above it and what was ticked still ticked.
http::Response EventRoutes::refusal(const Asked& asked, const Error& error)
{
    const Words& words = *asked.visit.words;
    const EventMirror& mirror = *asked.mirror;
    const int status = httpStatus(error.code);
    if (error.code == ErrorCode::SeatTaken && !asked.seats.empty()) {
        const LostSeats seats = lostSeatsOf(mirror, asked.seats);
        return page(asked.visit, status, lostSeatsPage(words, mirror, seats, onceToken(m_context)));
    }
    const auto section = numberOf(valueOf(asked.form, "section"));
    if (!section || *section >= mirror.plan().sections().size())
        return page(asked.visit, status,
                    eventPage(words, mirror, preview(words, mirror), onceToken(m_context),
                              noticeHtml(problemText(words, error))));
    SeatChoice choice;
    choice.section = SectionIndex{*section};
    choice.firstRow = mirror.plan().sections()[*section].first;
    if (const auto row = numberOf(valueOf(asked.form, "row")); row && *row < mirror.plan().sections()[*section].count)
        choice.firstRow.value += *row;
    QString notice = problemText(words, error);
    if (valuesOf(asked.form, "seat").empty())
        notice = words.say("Seats", "Nothing is ticked yet. Tick at least one seat first.");
    QStringList unticked;
    const bool isBarred = error.code == ErrorCode::RateLimited && error.detail.starts_with(hadBefore);
    for (const SeatIndex seat : asked.seats) {
        if (isBarred && std::binary_search(asked.barred.begin(), asked.barred.end(), seat))
            unticked.append(seatText(words, mirror.plan(), seat));
        else
            choice.chosen.push_back(seat);
    }
    if (!unticked.isEmpty())
        notice += u' ' + words.say("Seats", "No longer ticked: %1.").arg(unticked.join(QStringLiteral("; ")));
    choice.notice = noticeHtml(notice);
    return page(asked.visit, status, sectionPage(words, mirror, choice, onceToken(m_context)));
}

const std::string& EventRoutes::preview(const Words& words, const EventMirror& mirror)
{
    const auto key = std::pair(mirror.state().terms().plan, words.language());
    const auto [at, fresh] = m_previews.try_emplace(key);
    if (fresh)
        at->second = planPreview(words, mirror.plan());
    return at->second;
}

} // namespace parterre::web

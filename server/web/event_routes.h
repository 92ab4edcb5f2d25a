// EventRoutes: the pages up to the hold: what is on, one event, the seats of a section, and holding.
#pragma once

#include "server/api/fan_sales.h"
#include "server/http/router.h"
#include "server/web/forms.h"
#include "server/web/visit.h"

#include <map>

namespace parterre::web {

class EventRoutes
{
public:
    EventRoutes(ApiContext& context, FanSales& sales) : m_context(context), m_sales(sales) {}
    void addTo(http::Router& router);

private:
    using Request = http::Request;
    using Responder = http::Responder;
    void events(const Request& request, const Responder& responder);
    void event(const Request& request, const Responder& responder);
    void seats(const Request& request, const Responder& responder);
    void placeHold(const Request& request, const Responder& responder);
    // A hold that was asked for.
    struct Asked
    {
        Visit visit;
        const EventMirror* mirror;
        Form form;
        std::vector<SeatIndex> seats;
        std::vector<SeatIndex> barred; // for others first, ascending
    };
    http::Response refusal(const Asked& asked, const Error& error);
    const std::string& preview(const Words& words, const EventMirror& mirror);

    ApiContext& m_context;
    FanSales& m_sales;
    std::map<std::pair<PlanId, Language>, std::string> m_previews; // a plan is drawn once
};

// A fresh token for the forms of a page, so that a double click is one act.
std::string onceToken(const ApiContext& context);
std::string holdHref(HoldId hold);

} // namespace parterre::web

// Pages: the fans' shop as plain HTML: events, seats, hold, checkout, order. Works without JavaScript.
#pragma once

#include "server/api/fan_sales.h"
#include "server/http/router.h"

namespace parterre::web {

class Pages
{
public:
    Pages(ApiContext& context, FanSales& sales) : m_context(context), m_sales(sales) {}
    void addTo(http::Router& router);

private:
    using Request = http::Request;
    using Responder = http::Responder;
    void events(const Request& request, const Responder& responder);
    void event(const Request& request, const Responder& responder);
    void seats(const Request& request, const Responder& responder);
    void placeHold(const Request& request, const Responder& responder);
    void hold(const Request& request, const Responder& responder);
    void extend(const Request& request, const Responder& responder);
    void release(const Request& request, const Responder& responder);
    void checkout(const Request& request, const Responder& responder);
    void order(const Request& request, const Responder& responder);
    std::string once() const; // a fresh token for a form, so that a double click is one act

    ApiContext& m_context;
    FanSales& m_sales;
};

// The parts of the pages, as HTML.
std::string eventListHtml(const std::vector<const EventMirror*>& events);
std::string eventHtml(const EventMirror& mirror, const std::string& once);
std::string sectionHtml(const EventMirror& mirror, SectionIndex section, const std::string& once);
std::string holdHtml(const EventMirror& mirror, const HoldView& view, Instant now, const std::string& once,
                     bool canPay);
std::string orderHtml(const EventMirror& mirror, const Order& order, const SigningKey& serverKey);

} // namespace parterre::web

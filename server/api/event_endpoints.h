// EventEndpoints: what is on, the plan, the seats as they are, and their stream.
#pragma once

#include "server/api/prepared_seats.h"
#include "server/api/seat_streams.h"
#include "server/http/router.h"

#include <map>

namespace parterre {

class EventEndpoints
{
public:
    EventEndpoints(ApiContext& context, SeatStreams& streams) : m_context(context), m_streams(streams), m_seats(context)
    {}
    void addTo(http::Router& router);

private:
    void list(const http::Request& request, const http::Responder& responder);
    void details(const http::Request& request, const http::Responder& responder);
    void plan(const http::Request& request, const http::Responder& responder);
    void seats(const http::Request& request, const http::Responder& responder);
    void stream(const http::Request& request, const http::Responder& responder);

    const http::Prepared& preparedPlan(const EventMirror& mirror, bool cbor);

    ApiContext& m_context;
    SeatStreams& m_streams;
    PreparedSeats m_seats;
    std::map<PlanId, http::Prepared> m_planJson; // a published revision never changes: prepared once
    std::map<PlanId, http::Prepared> m_planCbor;
};

} // namespace parterre

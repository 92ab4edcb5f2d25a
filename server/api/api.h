// Api: every JSON endpoint, put together. The daemon makes one and hands it the router.
#pragma once

#include "server/api/admin_endpoints.h"
#include "server/api/counter_endpoints.h"
#include "server/api/event_endpoints.h"
#include "server/api/hold_endpoints.h"
#include "server/api/order_endpoints.h"
#include "server/api/payment_endpoints.h"
#include "server/api/staff_endpoints.h"

namespace parterre {

class Api
{
public:
    explicit Api(ApiContext& context);
    void addTo(http::Router& router);
    void start(); // once the arbiter runs
    FanSales& sales() { return m_sales; }

    void advanced(const EventMirror& mirror); // new entries: wakes polls and streams
    void prepareStop();                       // answers what waits

private:
    void addHealth(http::Router& router);
    ApiContext& m_context;
    FanSales m_sales;
    SeatStreams m_streams;
    EventEndpoints m_events;
    HoldEndpoints m_holds;
    OrderEndpoints m_orders;
    PaymentEndpoints m_payments;
    StaffEndpoints m_staff;
    CounterPresence m_presence;
    CounterEndpoints m_counters;
    AdminEndpoints m_admin;
};

} // namespace parterre

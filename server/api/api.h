// Api: every JSON endpoint, put together. The daemon makes one and hands it the router.
#pragma once

#include "server/api/admin_endpoints.h"
#include "server/api/counter_endpoints.h"
#include "server/api/event_endpoints.h"
#include "server/api/hold_endpoints.h"
#include "server/api/order_endpoints.h"
#include "server/api/payment_endpoints.h"
#include "server/api/refund_desk.h"
#include "server/api/staff_endpoints.h"
#include "server/api/ticket_returns.h"

namespace parterre {

class Api
{
public:
    explicit Api(ApiContext& context);
    void addTo(http::Router& router);
    Result<void> start(); // once the arbiter runs
    FanSales& sales() { return m_sales; }
    TicketReturns& returns() { return m_returns; }

    void advanced(const EventMirror& mirror); // new entries: wakes polls and streams
    void committed(const EventMirror& mirror, const CommittedEntries& entries);
    void prepareStop(); // answers what waits

private:
    void addHealth(http::Router& router);
    http::Response metrics(const http::Request& request) const;
    ApiContext& m_context;
    FanSales m_sales;
    TicketReturns m_returns;
    RefundDesk m_refunds;
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

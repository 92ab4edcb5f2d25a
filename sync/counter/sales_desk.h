// SalesDesk: the basket becomes an order, a reservation ends it, a void takes it back. The journal comes first.
#pragma once

#include "sync/counter/basket_keeper.h"

namespace parterre {

class SalesDesk
{
public:
    struct Hooks
    {
        std::function<void()> wakeOutbox;
        std::function<void()> ordersChanged;
        std::function<void(const Error&)> notice;
    };

    SalesDesk(Core& core, Requests& requests, BasketKeeper& basket, Hooks hooks)
        : m_core(core), m_requests(requests), m_basket(basket), m_hooks(std::move(hooks))
    {}

    void sell(SaleRequest request, Completion<SaleDone> done);
    void reserve(std::string name, Instant until, Completion<void> done);
    void voidOrder(OrderId order, std::string reason, Completion<void> done);
    // Tells what became of sales nobody waits for any more, in whichever event.
    void settled(EventId event, const std::vector<Outcome>& outcomes);

    std::vector<OrderSummary> orders() const;
    Result<std::vector<std::string>> ticketCodes(OrderId order) const;
    Result<void> recordPrintIntent(OrderId order);
    Result<void> recordPrintResult(OrderId order, bool printed, std::string detail);

private:
    Result<void> maySell(TenderMethod method, std::int64_t givenMinor) const;
    Order makeOrder(TenderMethod method, Buyer buyer) const;
    void sellLocal(Order order, Money change, Completion<SaleDone> done);
    void sellHeld(Order order, Money change, Completion<SaleDone> done);
    void answered(const Order& order, Money change, const RequestEnd& end, const Completion<SaleDone>& done);
    void tellLate(EventId event, const SellHold& sale, const Outcome& outcome);
    void reserveHold(std::string name, Instant until, Completion<void> done);
    SaleDone saleDone(const Order& order, OrderSync sync, Money change) const;
    std::vector<std::string> codesOf(const Order& order) const;
    std::optional<OrderSummary> find(OrderId order) const;

    Core& m_core;
    Requests& m_requests;
    BasketKeeper& m_basket;
    Hooks m_hooks;
    std::vector<OrderId> m_told; // the clerk heard the answer; the outcome of any other sale is news
};

} // namespace parterre

// SalesDesk: the basket becomes an order, a reservation ends it, a void takes it back. The journal comes first.
#pragma once

#include "sync/counter/basket_keeper.h"

namespace parterre {

// A sale that may be made now: what will be journalled, and what the clerk hands back.
struct PreparedSale
{
    Command sale; // SellAllotted, SellProvisional or SellHold
    Money total;
    Money change;
};

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

    // Everything a sale of the basket needs; the error says what is missing. Changes nothing.
    Result<PreparedSale> prepare(const SaleRequest& request) const;
    // Makes the sale together with what must be on disk in the same step. `ofBasket`: the basket is what is sold.
    void perform(PreparedSale prepared, JournalBatch with, bool ofBasket, Completion<SaleDone> done);

    void reserve(std::string name, Instant until, Completion<void> done);
    void voidOrder(OrderId order, std::string reason, Completion<void> done);
    // Tells what became of sales nobody waits for any more, in whichever event, and of facts that were lost.
    void settled(EventId event, const std::vector<Outcome>& outcomes);
    // The centre is asked for the codes of this basket later: see PaperDesk.
    SaleDone saleDone(const Order& order, OrderSync sync, Money change) const;

private:
    Result<void> maySell(const SaleRequest& request) const;
    Result<void> mayChange() const;
    Order makeOrder(const SaleRequest& request) const;
    void performLocal(PreparedSale prepared, JournalBatch with, bool ofBasket, Completion<SaleDone> done);
    void performHeld(PreparedSale prepared, JournalBatch with, bool ofBasket, Completion<SaleDone> done);
    void answered(const PreparedSale& prepared, bool ofBasket, const RequestEnd& end, const Completion<SaleDone>& done);
    void tellLost(const Order& order, const Outcome& outcome);
    void tellLate(EventId event, const SellHold& sale, const Outcome& outcome);
    void reserveHold(std::string name, Instant until, Completion<void> done);

    Core& m_core;
    Requests& m_requests;
    BasketKeeper& m_basket;
    Hooks m_hooks;
    std::vector<OrderId> m_told; // the clerk heard the answer; the outcome of any other sale is news
};

} // namespace parterre

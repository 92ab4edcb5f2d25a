// PaymentDesk: cards. What is being charged is on disk before the terminal hears of it, and the sale goes to disk in
// the step that notes the approval. What nobody knows stays open, and keeps its seats.
#pragma once

#include "sync/counter/payment_terminal.h"
#include "sync/counter/sales_desk.h"

namespace parterre {

// What is sold once the card was charged: the sale as it was meant, if its authority still stands; else the fact it has
// become. Pure. `live`: the reserve may be sold from. `own`: the counter's allotment in the base, or null.
Command saleAfterPayment(const SeatPlan& plan, const Command& sale, const Allotment* own, bool live);

class PaymentDesk
{
public:
    struct Hooks
    {
        std::function<void()> changed; // the places of a payment are taken or free
        std::function<void()> questionsChanged;
        std::function<void(const Error&)> notice;
    };

    PaymentDesk(Core& core, BasketKeeper& basket, SalesDesk& sales, Hooks hooks)
        : m_core(core), m_basket(basket), m_sales(sales), m_hooks(std::move(hooks))
    {}

    // Precondition: there is a terminal. The basket is busy until it answers.
    void charge(PreparedSale prepared, Completion<SaleDone> done);
    // A person knows.
    void answer(PaymentRef ref, bool approved, Completion<SaleDone> done);
    Result<void> moneyReturned(PaymentRef ref);
    // After a restart the terminal is asked about what it was asked before; then a person is.
    void opened();
    void closed(); // a payment under way becomes a question
    // A sale that was paid for and refused: the money goes back.
    void settled(EventId event, const std::vector<Outcome>& outcomes);
    // The program may have ended between the refusal and the question.
    void started();
    // The log is known to its end: a card that paid for nothing gets its money back.
    void caughtUp();
    void addQuestions(std::vector<OpenQuestion>& questions) const;

private:
    void resolved(PaymentRef ref, const PaymentAnswer& answer, const Completion<SaleDone>& done);
    void approved(PaymentRecord payment, const Completion<SaleDone>& done);
    void declined(PaymentRecord payment, const Completion<SaleDone>& done);
    void unknown(const PaymentRecord& payment, const Error& why, const Completion<SaleDone>& done);
    bool isBeyondTrust(const PaymentRecord& payment) const;
    Result<void> keep(PaymentRecord payment, PaymentState state);
    PaymentRecord* find(PaymentRef ref);
    void askForMoneyBack(const BookedOp& booked);
    void askForMoneyBack(const PaymentRecord& paid);

    Core& m_core;
    BasketKeeper& m_basket;
    SalesDesk& m_sales;
    Hooks m_hooks;
    std::optional<PaymentRef> m_ofBasket; // the basket on the screen is being paid for
    bool m_lookedThrough = false;         // by caughtUp(), since the event was opened
};

} // namespace parterre

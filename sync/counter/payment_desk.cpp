// The life of a payment.
#include "sync/counter/payment_desk.h"

#include "sync/counter/order_list.h"
#include "sync/counter/sale_command.h"
#include "sync/domain/places.h"

#include <algorithm>

namespace parterre {

// A hold may have ended: then the centre says no, and the money goes back. What is in the reserve no longer, or not
// known to be, is told as it is (I17): a fact outside any authority.
Command saleAfterPayment(const SeatPlan& plan, const Command& sale, const Allotment* own, bool live)
{
    const auto* allotted = std::get_if<SellAllotted>(&sale);
    if (!allotted)
        return sale;
    const Result<Places> places = placesOf(plan, allotted->order.tickets);
    const bool inside = places && own && intersection(*places, own->places) == *places && own->isUnder(allotted->fence);
    if (inside && live)
        return sale;
    return SellProvisional{allotted->device, allotted->order, Wish::Ask, allotted->order.buyer.canBeReached()};
}

namespace {

Error stillAsked()
{
    return {ErrorCode::PaymentPending,
            "The terminal does not know whether the card was charged. The seats are kept; look "
            "at the terminal and answer the open question."};
}

Error notTrusted()
{
    return {ErrorCode::PaymentPending, "The payment stays an open question until this counter is enrolled anew: it may "
                                       "have been sold here before."};
}

} // namespace

PaymentRecord* PaymentDesk::find(PaymentRef ref)
{
    const auto found = std::find_if(m_core.payments.begin(), m_core.payments.end(),
                                    [ref](const PaymentRecord& payment) { return payment.ref == ref; });
    return found == m_core.payments.end() ? nullptr : &*found;
}

void PaymentDesk::charge(PreparedSale prepared, Completion<SaleDone> done)
{
    PARTERRE_REQUIRE(m_core.ports.terminal && m_core.open && !m_ofBasket);
    PaymentRecord payment;
    payment.ref = randomId<PaymentRef>(m_core.ports.random);
    payment.event = m_core.open->event;
    payment.sale = std::move(prepared.sale);
    payment.amount = prepared.total;
    payment.at = m_core.ports.clock.now();
    JournalBatch journal;
    journal.payments.push_back(payment);
    journal.basket = m_basket.forgotten(); // after a restart it is a question, not a basket
    if (Result<void> committed = m_core.commit(journal); !committed)
        return m_core.answer(std::move(done), Result<SaleDone>(committed.error()));
    m_ofBasket = payment.ref;
    m_basket.setBusy(true);
    m_core.ports.terminal->charge(payment.ref, payment.amount,
                                  [this, alive = m_core.alive(), ref = payment.ref, done](const PaymentAnswer& answer) {
                                      if (!alive.expired())
                                          resolved(ref, answer, done);
                                  });
}

void PaymentDesk::opened()
{
    m_lookedThrough = false;
    if (!m_core.ports.terminal)
        return;
    std::vector<PaymentRef> refs;
    for (const PaymentRecord* payment : m_core.openPayments(m_core.open->event))
        refs.push_back(payment->ref);
    for (const PaymentRef ref : refs)
        m_core.ports.terminal->query(ref, [this, alive = m_core.alive(), ref](const PaymentAnswer& answer) {
            if (!alive.expired() && answer.kind != PaymentAnswer::Kind::Unknown)
                resolved(ref, answer, {});
        });
}

void PaymentDesk::closed()
{
    m_ofBasket.reset();
}

void PaymentDesk::answer(PaymentRef ref, bool yes, Completion<SaleDone> done)
{
    const PaymentRecord* payment = find(ref);
    if (!payment || payment->state != PaymentState::Open)
        return m_core.answer(std::move(done),
                             Result<SaleDone>(Error{ErrorCode::NotFound, "There is no such question."}));
    if (yes && (!m_core.open || m_core.open->event != payment->event))
        return m_core.answer(std::move(done), Result<SaleDone>(Error{ErrorCode::Unavailable, "Open the event first."}));
    if (yes && isBeyondTrust(*payment))
        return m_core.answer(std::move(done), Result<SaleDone>(notTrusted()));
    m_core.later([this, ref, yes, done = std::move(done)] {
        resolved(ref, {yes ? PaymentAnswer::Kind::Approved : PaymentAnswer::Kind::Declined, "by hand"}, done);
    });
}

// The terminal and a person may both answer; the first counts.
void PaymentDesk::resolved(PaymentRef ref, const PaymentAnswer& answer, const Completion<SaleDone>& done)
{
    PaymentRecord* known = find(ref);
    const bool opened = m_core.open && known && m_core.open->event == known->event;
    if (!known || known->state != PaymentState::Open || m_core.broken) {
        if (done)
            done(Error{ErrorCode::Unavailable, "This payment has been answered for already."});
        return;
    }
    PaymentRecord payment = *known;
    payment.reference = answer.reference;
    if (answer.kind == PaymentAnswer::Kind::Declined)
        return declined(std::move(payment), done);
    if (answer.kind == PaymentAnswer::Kind::Unknown || !opened)
        return unknown(payment, stillAsked(), done);
    if (isBeyondTrust(payment))
        return unknown(payment, notTrusted(), done);
    approved(std::move(payment), done);
}

void PaymentDesk::approved(PaymentRecord payment, const Completion<SaleDone>& done)
{
    PreparedSale prepared;
    prepared.sale =
        saleAfterPayment(*m_core.open->base.plan(), payment.sale, m_core.ownAllotment(), m_core.reserveLive());
    soldOrder(prepared.sale)->tender.reference = payment.reference;
    prepared.total = payment.amount;
    prepared.change = {0, payment.amount.currency};
    payment.sale = prepared.sale;
    payment.state = PaymentState::Taken;
    JournalBatch with;
    with.payments.push_back(payment);
    const bool ofBasket = m_ofBasket == payment.ref;
    if (ofBasket) // else the basket on the screen is being paid for by another card
        m_ofBasket.reset();
    const std::string code = orderCode(soldOrder(payment.sale)->id);
    const PaymentRef ref = payment.ref;
    m_sales.perform(
        std::move(prepared), std::move(with), ofBasket, [this, done, code, ofBasket, ref](Result<SaleDone> sale) {
            if (!done && sale)
                m_hooks.notice({ErrorCode::PaymentPending, "The card was charged after all: order " + code +
                                                               " is sold. Print its tickets from the list of orders."});
            if (!sale && ofBasket && find(ref)->state == PaymentState::Open)
                m_basket.taken(); // not on disk: the payment stays a question, and keeps its seats
            if (done)
                done(std::move(sale));
            m_hooks.questionsChanged();
        });
    m_hooks.changed();
    m_hooks.questionsChanged();
}

void PaymentDesk::declined(PaymentRecord payment, const Completion<SaleDone>& done)
{
    const bool ofBasket = m_ofBasket == payment.ref;
    const auto* held = std::get_if<SellHold>(&payment.sale);
    if (Result<void> kept = keep(payment, PaymentState::Declined); !kept) {
        m_hooks.notice(kept.error());
    } else if (ofBasket) {
        m_ofBasket.reset();
        m_basket.giveBack();
    } else if (held && m_core.open && m_core.open->event == payment.event) {
        m_basket.sweepOrphans(); // its hold
    }
    m_hooks.changed();
    m_hooks.questionsChanged();
    if (done)
        done(Error{ErrorCode::PaymentDeclined, "The card was not charged. Nothing was sold."});
}

// What is sold from here alone is sold by a counter that is believed, or by nobody (I19): it may be sold already.
bool PaymentDesk::isBeyondTrust(const PaymentRecord& payment) const
{
    return m_core.isSuspect() && isLocalSale(payment.sale);
}

// The customer need not wait, nor the queue behind them: the seats stay with the question.
void PaymentDesk::unknown(const PaymentRecord& payment, const Error& why, const Completion<SaleDone>& done)
{
    if (m_ofBasket == payment.ref) {
        m_ofBasket.reset();
        m_basket.taken();
    }
    m_hooks.changed();
    m_hooks.questionsChanged();
    if (done)
        done(why);
}

Result<void> PaymentDesk::keep(PaymentRecord payment, PaymentState state)
{
    payment.state = state;
    JournalBatch journal;
    journal.payments.push_back(std::move(payment));
    return m_core.commit(journal);
}

Result<void> PaymentDesk::moneyReturned(PaymentRef ref)
{
    const PaymentRecord* payment = find(ref);
    if (!payment || payment->state != PaymentState::MoneyBack)
        return Error{ErrorCode::NotFound, "No money is to be given back here."};
    Result<void> kept = keep(*payment, PaymentState::Returned);
    m_hooks.questionsChanged();
    return kept;
}

void PaymentDesk::settled(EventId event, const std::vector<Outcome>& outcomes)
{
    const BookedStream* stream = m_core.book.stream(event);
    for (const Outcome& outcome : outcomes)
        if (const BookedOp* booked = stream ? stream->find(outcome.opN) : nullptr)
            askForMoneyBack(*booked);
}

void PaymentDesk::started()
{
    for (const auto& [event, stream] : m_core.book.streams())
        for (const BookedOp& booked : stream.ops)
            askForMoneyBack(booked);
}

void PaymentDesk::askForMoneyBack(const BookedOp& booked)
{
    const auto* sell = std::get_if<SellHold>(&booked.op.command);
    const bool sold = !booked.outcome || (booked.outcome->kind != OutcomeKind::Refused &&
                                          booked.outcome->kind != OutcomeKind::Quarantined);
    if (!sell || sold)
        return;
    const auto paid = std::find_if(m_core.payments.begin(), m_core.payments.end(), [&](const PaymentRecord& payment) {
        return payment.state == PaymentState::Taken && soldOrder(payment.sale)->id == sell->order.id;
    });
    if (paid != m_core.payments.end())
        askForMoneyBack(*paid);
}

// A sale that went with its installation before the centre had answered: it has come to nothing when neither the book
// nor the log knows of it.
void PaymentDesk::caughtUp()
{
    if (m_core.halt() != Halt::None || std::exchange(m_lookedThrough, true))
        return;
    const EventState& base = m_core.open->base.state();
    const BookedStream* stream = m_core.book.stream(m_core.open->event);
    std::vector<PaymentRecord> lost;
    for (const PaymentRecord& payment : m_core.payments)
        if (payment.event == m_core.open->event && payment.state == PaymentState::Taken &&
            !orderIn(base, stream, m_core.identity->device, soldOrder(payment.sale)->id))
            lost.push_back(payment);
    for (const PaymentRecord& payment : lost)
        askForMoneyBack(payment);
}

void PaymentDesk::askForMoneyBack(const PaymentRecord& paid)
{
    const std::string code = orderCode(soldOrder(paid.sale)->id);
    if (Result<void> kept = keep(paid, PaymentState::MoneyBack); !kept)
        return m_hooks.notice(kept.error());
    m_hooks.notice({ErrorCode::PaymentDeclined,
                    "Order " + code + " was paid by card and could not be sold. Give the money back on the terminal."});
    m_hooks.questionsChanged();
}

void PaymentDesk::addQuestions(std::vector<OpenQuestion>& questions) const
{
    for (const PaymentRecord& payment : m_core.payments) {
        const bool open = payment.state == PaymentState::Open && payment.ref != m_ofBasket;
        if (!open && payment.state != PaymentState::MoneyBack)
            continue;
        OpenQuestion question;
        question.kind = open ? OpenQuestion::Kind::Payment : OpenQuestion::Kind::MoneyBack;
        question.ref = payment.ref;
        question.event = payment.event;
        question.order = *soldOrder(payment.sale);
        question.amount = payment.amount;
        question.at = payment.at;
        questions.push_back(std::move(question));
    }
}

} // namespace parterre

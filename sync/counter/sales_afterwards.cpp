// SalesDesk: reserving, voiding, and what is told when an outcome comes late.
#include "sync/counter/order_list.h"
#include "sync/counter/sale_command.h"
#include "sync/counter/sales_desk.h"

#include <algorithm>

namespace parterre {

void SalesDesk::settled(EventId event, const std::vector<Outcome>& outcomes)
{
    bool changed = false;
    for (const Outcome& outcome : outcomes) {
        const BookedStream* stream = m_core.book.stream(event);
        const BookedOp* booked = stream ? stream->find(outcome.opN) : nullptr;
        if (!booked)
            continue;
        const Command& command = booked->op.command;
        changed = changed || soldOrder(command) || std::holds_alternative<VoidTickets>(command);
        const auto* held = std::get_if<SellHold>(&command);
        const bool told = held && std::erase(m_told, held->order.id) > 0;
        if (soldOrder(command) && !told && booked->before != outcome.kind)
            tellLost(*soldOrder(command), outcome);
        if (held && !told && !booked->before) // after a restore everything is answered again: that is no news
            tellLate(event, *held, outcome);
    }
    if (changed)
        m_hooks.ordersChanged();
}

void SalesDesk::tellLost(const Order& order, const Outcome& outcome)
{
    const std::string code = orderCode(order.id);
    if (outcome.kind == OutcomeKind::Conflict)
        m_hooks.notice({ErrorCode::SeatTaken,
                        "Order " + code + " lost its seats to somebody else; a case is open. " + outcome.detail});
    if (outcome.kind == OutcomeKind::Contested)
        m_hooks.notice({ErrorCode::SeatTaken, "Order " + code +
                                                  " is contested: somebody's payment for the same seats "
                                                  "is under way. You will hear how it ends."});
    if (outcome.kind == OutcomeKind::Quarantined)
        m_hooks.notice({outcome.error, "Order " + code + " was not understood by the centre; a person has to look. " +
                                           outcome.detail});
}

// The clerk was told "no answer", or the program stopped before there was one.
void SalesDesk::tellLate(EventId event, const SellHold& sale, const Outcome& outcome)
{
    const std::string code = orderCode(sale.order.id);
    if (outcome.kind == OutcomeKind::Confirmed || outcome.kind == OutcomeKind::ConfirmedLate) {
        m_hooks.notice({ErrorCode::Timeout, "Order " + code +
                                                " was sold after all: the answer was late. Void it if "
                                                "nothing was paid."});
        return;
    }
    if (outcome.kind != OutcomeKind::Refused)
        return;
    m_hooks.notice({outcome.error, "Order " + code + " was refused; nothing was sold."});
    if (!m_core.open || m_core.open->event != event)
        return; // its hold ends by itself
    if (const Result<std::uint64_t> opN = m_core.journalOp(ReleaseHold{sale.hold, m_core.holder()}); opN)
        m_hooks.wakeOutbox();
}

void SalesDesk::reserve(std::string name, Instant until, Completion<void> done)
{
    if (Result<void> may = mayChange(); !may)
        return m_core.answer(std::move(done), may);
    if (!m_core.lineOpen()) {
        ++m_core.refusals;
        return m_core.answer(
            std::move(done),
            Result<void>(Error{ErrorCode::Offline, "The line is down: reservations are made at the centre. Nothing was "
                                                   "changed."}));
    }
    m_basket.moveToCentre([this, name = std::move(name), until, done](Result<void> moved) mutable {
        if (moved)
            return reserveHold(std::move(name), until, std::move(done));
        if (done)
            done(std::move(moved));
    });
}

void SalesDesk::reserveHold(std::string name, Instant until, Completion<void> done)
{
    if (!m_basket.hold() || m_basket.basket().busy)
        return m_core.answer(std::move(done), Result<void>(Error{ErrorCode::HoldGone, "The hold has ended."}));
    ReservePlaces command;
    command.reservation = randomId<ReservationId>(m_core.ports.random);
    command.holder = m_core.holder();
    command.hold = m_basket.hold();
    command.name = std::move(name);
    command.until = until;
    m_basket.setBusy(true);
    m_requests.ask(command, {}, Requests::Until::Seen, [this, done = std::move(done)](const RequestEnd& end) {
        if (end.done() || end.kind == RequestEnd::Kind::Unanswered) {
            JournalBatch journal;
            journal.basket = m_basket.forgotten();
            (void)m_core.commit(journal);
            m_basket.taken();
        } else {
            m_basket.setBusy(false);
            m_basket.baseMoved();
        }
        if (done)
            done(end.done() ? Result<void>() : end.error);
    });
}

// A sale the centre has not heard of is void as soon as both facts are on disk: they go up in this order.
void SalesDesk::voidOrder(OrderId order, std::string reason, Completion<void> done)
{
    const std::optional<OrderSummary> known =
        orderIn(m_core.open->base.state(), m_core.book.stream(m_core.open->event), m_core.identity->device, order);
    const bool unsent = known && (known->sync == OrderSync::Pending || known->sync == OrderSync::Provisional);
    Result<void> may;
    if (!known)
        may = Error{ErrorCode::OrderGone, orderCode(order)};
    else if (known->sync == OrderSync::Awaiting)
        may = Error{ErrorCode::PaymentPending, "The centre has not answered for this order yet."};
    else if (known->sync == OrderSync::Refused)
        may = Error{ErrorCode::OrderGone, "This order was refused; there is nothing to void."};
    else if (!unsent && !m_core.lineOpen())
        may =
            Error{ErrorCode::Offline, "The line is down: only own sales the centre has not heard of can be voided now. "
                                      "Nothing was changed."};
    if (!may)
        return m_core.answer(std::move(done), may);
    const VoidTickets command{order, {}, std::move(reason), m_core.clerk};
    if (unsent) {
        const Result<std::uint64_t> opN = m_core.journalOp(command);
        m_hooks.wakeOutbox();
        m_hooks.ordersChanged();
        return m_core.answer(std::move(done), opN ? Result<void>() : Result<void>(opN.error()));
    }
    m_requests.ask(command, {}, Requests::Until::Seen, [this, done = std::move(done)](const RequestEnd& end) {
        m_hooks.ordersChanged();
        if (done)
            done(end.done() ? Result<void>() : end.error);
    });
}

} // namespace parterre

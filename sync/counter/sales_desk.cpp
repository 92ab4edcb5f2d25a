// Selling, reserving, voiding.
#include "sync/counter/sales_desk.h"

#include "sync/domain/places.h"

#include <algorithm>

namespace parterre {

Result<void> SalesDesk::maySell(TenderMethod method, std::int64_t givenMinor) const
{
    const Basket& basket = m_basket.basket();
    if (const std::optional<Error> barred = m_core.barred())
        return *barred;
    if (!m_core.signedIn)
        return Error{ErrorCode::Unauthenticated, "Sign in first."};
    if (basket.empty())
        return Error{ErrorCode::Malformed, "The basket is empty."};
    if (basket.busy)
        return Error{ErrorCode::Unavailable, "The centre is still being asked; wait for its answer."};
    if (method == TenderMethod::Cash && givenMinor < basket.total.minor)
        return Error{ErrorCode::AmountMismatch, "The amount given is less than the total."};
    return {};
}

void SalesDesk::sell(SaleRequest request, Completion<SaleDone> done)
{
    if (Result<void> may = maySell(request.method, request.givenMinor); !may)
        return m_core.answer(std::move(done), Result<SaleDone>(may.error()));
    const Money total = m_basket.basket().total;
    const bool cash = request.method == TenderMethod::Cash;
    const Money change{cash ? request.givenMinor - total.minor : 0, total.currency};
    Order order = makeOrder(request.method, std::move(request.buyer));
    if (m_basket.hold())
        sellHeld(std::move(order), change, std::move(done));
    else
        sellLocal(std::move(order), change, std::move(done));
}

Order SalesDesk::makeOrder(TenderMethod method, Buyer buyer) const
{
    Order order;
    order.id = randomId<OrderId>(m_core.ports.random);
    order.channel = Channel::Counter;
    order.device = m_core.identity->device;
    order.clerk = m_core.clerk;
    order.buyer = std::move(buyer);
    for (const BasketLine& line : m_basket.basket().lines) {
        Ticket ticket;
        ticket.serial = randomId<TicketSerial>(m_core.ports.random);
        ticket.seat = line.seat;
        ticket.standing = line.standing;
        ticket.priceType = line.priceType;
        ticket.priceMinor = line.price.minor;
        order.tickets.push_back(ticket);
    }
    order.tender = {method, m_basket.basket().total.minor, {}};
    order.soldAt = m_core.ports.clock.now();
    return order;
}

// The op in the journal is the commit point: whatever happens to the line or the power, the seats are sold. Authority
// and time are looked at here, in the same step.
void SalesDesk::sellLocal(Order order, Money change, Completion<SaleDone> done)
{
    const Places places = placesOfLines(m_basket.basket().lines);
    if (intersection(places, m_core.reservePlaces()) != places) {
        m_basket.baseMoved();
        return m_core.answer(std::move(done),
                             Result<SaleDone>(Error{ErrorCode::AllotmentGone,
                                                    "These seats have left this counter's reserve; choose again."}));
    }
    JournalBatch journal;
    journal.basket = m_basket.forgotten();
    const SellAllotted sale{m_core.ownAllotment()->fence, m_core.identity->device, order};
    const Result<std::uint64_t> opN = m_core.journalOp(sale, std::move(journal));
    if (!opN)
        return m_core.answer(std::move(done), Result<SaleDone>(opN.error()));
    m_basket.taken();
    m_hooks.ordersChanged();
    m_hooks.wakeOutbox();
    m_core.answer(std::move(done), Result<SaleDone>(saleDone(order, OrderSync::Pending, change)));
}

void SalesDesk::sellHeld(Order order, Money change, Completion<SaleDone> done)
{
    if (!m_core.lineOpen())
        return m_core.answer(std::move(done), Result<SaleDone>(Error{
                                                  ErrorCode::Offline,
                                                  "The line is down and these seats are held at the centre: not sold. "
                                                  "Nothing was changed; wait for the line or sell from the reserve."}));
    m_basket.setBusy(true);
    const SellHold sale{*m_basket.hold(), m_core.holder(), order};
    m_requests.ask(sale, {}, Requests::Until::Answered,
                   [this, order = std::move(order), change, done = std::move(done)](const RequestEnd& end) {
                       answered(order, change, end, done);
                   });
    m_hooks.ordersChanged();
}

void SalesDesk::answered(const Order& order, Money change, const RequestEnd& end, const Completion<SaleDone>& done)
{
    if (end.kind == RequestEnd::Kind::Refused || end.kind == RequestEnd::Kind::NotAsked) {
        m_told.push_back(order.id);
        m_basket.setBusy(false);
        m_basket.baseMoved();
        m_hooks.ordersChanged();
        return done ? done(end.error) : void();
    }
    JournalBatch journal;
    journal.basket = m_basket.forgotten();
    if (Result<void> committed = m_core.commit(journal); !committed)
        m_hooks.notice(committed.error());
    m_basket.taken();
    if (end.done())
        m_told.push_back(order.id);
    m_hooks.ordersChanged();
    if (!done)
        return;
    if (end.done())
        return done(saleDone(order, OrderSync::Confirmed, change));
    done(
        Error{ErrorCode::Timeout, "No answer from the centre: order " + orderCode(order.id) +
                                      " is not sold yet. Take no money and hand nothing over; its state is in the list "
                                      "of orders as soon as the line is back."});
}

void SalesDesk::settled(EventId event, const std::vector<Outcome>& outcomes)
{
    bool changed = false;
    for (const Outcome& outcome : outcomes) {
        const BookedStream* stream = m_core.book.stream(event);
        const BookedOp* booked = stream ? stream->find(outcome.opN) : nullptr;
        if (!booked)
            continue;
        const auto* local = std::get_if<SellAllotted>(&booked->op.command);
        const auto* held = std::get_if<SellHold>(&booked->op.command);
        changed = changed || local || held || std::holds_alternative<VoidTickets>(booked->op.command);
        if (local && (outcome.kind == OutcomeKind::Conflict || outcome.kind == OutcomeKind::Quarantined))
            m_hooks.notice({ErrorCode::SeatTaken, "Order " + orderCode(local->order.id) +
                                                      " lost its seats to somebody else; a case is open. " +
                                                      outcome.detail});
        if (held && std::erase(m_told, held->order.id) == 0)
            tellLate(event, *held, outcome);
    }
    if (changed)
        m_hooks.ordersChanged();
}

// The clerk was told "no answer", or the program stopped before there was one.
void SalesDesk::tellLate(EventId event, const SellHold& sale, const Outcome& outcome)
{
    const std::string code = orderCode(sale.order.id);
    if (outcome.kind != OutcomeKind::Refused) {
        m_hooks.notice({ErrorCode::Timeout, "Order " + code +
                                                " was sold after all: the answer was late. Void it if "
                                                "nothing was paid."});
        return;
    }
    m_hooks.notice({outcome.error, "Order " + code + " was refused; nothing was sold."});
    if (!m_core.open || m_core.open->event != event)
        return; // its hold ends by itself
    if (const Result<std::uint64_t> opN = m_core.journalOp(ReleaseHold{sale.hold, m_core.holder()}); opN)
        m_hooks.wakeOutbox();
}

void SalesDesk::reserve(std::string name, Instant until, Completion<void> done)
{
    if (Result<void> may = maySell(TenderMethod::Free, 0); !may)
        return m_core.answer(std::move(done), may);
    if (!m_core.lineOpen())
        return m_core.answer(
            std::move(done),
            Result<void>(Error{ErrorCode::Offline, "The line is down: reservations are made at the centre. Nothing was "
                                                   "changed."}));
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
    const std::optional<OrderSummary> known = find(order);
    Result<void> may;
    if (!known)
        may = Error{ErrorCode::OrderGone, orderCode(order)};
    else if (known->sync == OrderSync::Awaiting)
        may = Error{ErrorCode::PaymentPending, "The centre has not answered for this order yet."};
    else if (known->sync == OrderSync::Refused)
        may = Error{ErrorCode::OrderGone, "This order was refused; there is nothing to void."};
    else if (known->sync != OrderSync::Pending && !m_core.lineOpen())
        may =
            Error{ErrorCode::Offline, "The line is down: only own sales the centre has not heard of can be voided now. "
                                      "Nothing was changed."};
    if (!may)
        return m_core.answer(std::move(done), may);
    const VoidTickets command{order, {}, std::move(reason), m_core.clerk};
    if (known->sync == OrderSync::Pending) {
        const Result<std::uint64_t> opN = m_core.journalOp(command);
        m_hooks.ordersChanged();
        m_hooks.wakeOutbox();
        return m_core.answer(std::move(done), opN ? Result<void>() : Result<void>(opN.error()));
    }
    m_requests.ask(command, {}, Requests::Until::Seen, [this, done = std::move(done)](const RequestEnd& end) {
        m_hooks.ordersChanged();
        if (done)
            done(end.done() ? Result<void>() : end.error);
    });
}

} // namespace parterre

// Selling: what a sale needs, and how each kind of it is made.
#include "sync/counter/sales_desk.h"

#include "sync/counter/sale_command.h"
#include "sync/counter/ticket_codes.h"
#include "sync/domain/places.h"

#include <algorithm>

namespace parterre {

Result<void> SalesDesk::mayChange() const
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
    return {};
}

Result<void> SalesDesk::maySell(const SaleRequest& request) const
{
    if (Result<void> may = mayChange(); !may)
        return may;
    const Basket& basket = m_basket.basket();
    if (request.method == TenderMethod::Cash && request.givenMinor < basket.total.minor)
        return Error{ErrorCode::AmountMismatch, "The amount given is less than the total."};
    if (m_basket.hold())
        return m_core.lineOpen()
                   ? Result<void>()
                   : Error{ErrorCode::Offline, "The line is down and these seats are held at the centre: not sold. "
                                               "Nothing was changed; wait for the line or sell from the reserve."};
    if (!basket.provisional)
        return {};
    if (Result<void> may = m_core.maySellProvisionally(); !may)
        return may;
    if (!request.buyer.canBeReached())
        return Error{ErrorCode::Malformed, "A provisional sale needs an e-mail address or a telephone number: the "
                                           "customer must be told if the seats turn out to be somebody else's."};
    return {};
}

Result<PreparedSale> SalesDesk::prepare(const SaleRequest& request) const
{
    if (Result<void> may = maySell(request); !may) {
        if (may.error().code == ErrorCode::Offline)
            ++m_core.refusals;
        return may.error();
    }
    PreparedSale prepared;
    prepared.total = m_basket.basket().total;
    const bool cash = request.method == TenderMethod::Cash;
    prepared.change = {cash ? request.givenMinor - prepared.total.minor : 0, prepared.total.currency};
    Order order = makeOrder(request);
    const DeviceId device = m_core.identity->device;
    if (m_basket.hold()) {
        prepared.sale = SellHold{*m_basket.hold(), m_core.holder(), std::move(order)};
        return prepared;
    }
    if (m_basket.basket().provisional) {
        prepared.sale = SellProvisional{device, std::move(order), request.wish, true};
        return prepared;
    }
    // Authority and time are looked at in the same step that journals the sale.
    const Places places = placesOfLines(m_basket.basket().lines);
    if (intersection(places, m_core.reservePlaces()) != places)
        return Error{ErrorCode::AllotmentGone, "These seats have left this counter's reserve; choose again."};
    prepared.sale = SellAllotted{m_core.ownAllotment()->fence, device, std::move(order)};
    return prepared;
}

Order SalesDesk::makeOrder(const SaleRequest& request) const
{
    Order order;
    order.id = randomId<OrderId>(m_core.ports.random);
    order.channel = Channel::Counter;
    order.device = m_core.identity->device;
    order.clerk = m_core.clerk;
    order.buyer = request.buyer;
    for (const BasketLine& line : m_basket.basket().lines) {
        Ticket ticket;
        ticket.serial = randomId<TicketSerial>(m_core.ports.random);
        ticket.seat = line.seat;
        ticket.standing = line.standing;
        ticket.priceType = line.priceType;
        ticket.priceMinor = line.price.minor;
        order.tickets.push_back(ticket);
    }
    order.tender = {request.method, m_basket.basket().total.minor, {}};
    order.soldAt = m_core.ports.clock.now();
    return order;
}

void SalesDesk::perform(PreparedSale prepared, JournalBatch with, bool ofBasket, Completion<SaleDone> done)
{
    PARTERRE_REQUIRE(soldOrder(prepared.sale) != nullptr);
    if (std::holds_alternative<SellHold>(prepared.sale))
        performHeld(std::move(prepared), std::move(with), ofBasket, std::move(done));
    else
        performLocal(std::move(prepared), std::move(with), ofBasket, std::move(done));
}

// The op in the journal is the commit point: whatever happens to the line or the power, the seats are sold.
void SalesDesk::performLocal(PreparedSale prepared, JournalBatch with, bool ofBasket, Completion<SaleDone> done)
{
    const bool provisional = std::holds_alternative<SellProvisional>(prepared.sale);
    PARTERRE_REQUIRE(provisional || m_core.reserveLive()); // I17
    const Order order = *soldOrder(prepared.sale);
    if (ofBasket)
        with.basket = m_basket.forgotten();
    const Result<std::uint64_t> opN = m_core.journalOp(std::move(prepared.sale), std::move(with));
    if (!opN)
        return m_core.answer(std::move(done), Result<SaleDone>(opN.error()));
    if (ofBasket)
        m_basket.taken();
    m_hooks.wakeOutbox();
    m_hooks.ordersChanged();
    const OrderSync sync = provisional ? OrderSync::Provisional : OrderSync::Pending;
    m_core.answer(std::move(done), Result<SaleDone>(saleDone(order, sync, prepared.change)));
}

void SalesDesk::performHeld(PreparedSale prepared, JournalBatch with, bool ofBasket, Completion<SaleDone> done)
{
    if (ofBasket)
        m_basket.setBusy(true);
    const Command sale = prepared.sale;
    m_requests.ask(sale, std::move(with), Requests::Until::Answered,
                   [this, prepared = std::move(prepared), ofBasket, done = std::move(done)](const RequestEnd& end) {
                       answered(prepared, ofBasket, end, done);
                   });
    m_hooks.ordersChanged();
}

void SalesDesk::answered(const PreparedSale& prepared, bool ofBasket, const RequestEnd& end,
                         const Completion<SaleDone>& done)
{
    const Order& order = *soldOrder(prepared.sale);
    if (end.kind == RequestEnd::Kind::Refused || end.kind == RequestEnd::Kind::NotAsked) {
        m_told.push_back(order.id);
        if (ofBasket) {
            m_basket.setBusy(false);
            m_basket.baseMoved();
        }
        m_hooks.ordersChanged();
        return done ? done(end.error) : void();
    }
    if (ofBasket) {
        JournalBatch journal;
        journal.basket = m_basket.forgotten();
        if (Result<void> committed = m_core.commit(journal); !committed)
            m_hooks.notice(committed.error());
        m_basket.taken();
    }
    if (end.done())
        m_told.push_back(order.id);
    m_hooks.ordersChanged();
    if (!done)
        return;
    if (end.done())
        return done(saleDone(order, OrderSync::Confirmed, prepared.change));
    done(
        Error{ErrorCode::Timeout, "No answer from the centre: order " + orderCode(order.id) +
                                      " is not sold yet. Take no money and hand nothing over; its state is in the list "
                                      "of orders as soon as the line is back."});
}

SaleDone SalesDesk::saleDone(const Order& order, OrderSync sync, Money change) const
{
    const TicketSigner signer{*m_core.open->base.plan(), m_core.open->base.state().terms(), m_core.identity->device,
                              *m_core.key};
    return {order, sync, change, signer.codesOf(order, isProvisional(sync))};
}

} // namespace parterre

// The connections of the sale: basket, payment, tickets, orders, search.
#include "app/counter/desk_wiring.h"
#include "app/counter/ticket_text.h"

#include "ui/common/error_text.h"
#include "ui/desk/cash_sheet.h"
#include "ui/desk/notice_bar.h"
#include "ui/desk/sale_page.h"
#include "ui/desk/sold_sheet.h"
#include "ui/desk/top_bar.h"

namespace parterre {
namespace {

constexpr Milliseconds pickUpBeforeStart{60 * 60'000};

} // namespace

void DeskWiring::connectSale()
{
    auto& page = m_window.salePage();
    const auto refuse = [this](Result<void> done) {
        if (done.ok())
            m_window.notice().dismiss();
        else
            showRefusal(done.error());
    };
    connect(&page, &SalePage::seatsPicked, this,
            [this, refuse](const std::vector<SeatIndex>& seats) { m_counter.addSeats(seats, refuse); });
    connect(&page, &SalePage::seatsDropped, this,
            [this, refuse](const std::vector<SeatIndex>& seats) { m_counter.removeSeats(seats, refuse); });
    connect(&page, &SalePage::standingCountChosen, this,
            [this, refuse](StandingIndex area, quint32 count) { m_counter.setStanding(area, count, refuse); });
    connect(&page, &SalePage::bestRequested, this,
            [this, refuse](quint32 quantity, std::optional<PriceAreaIndex> area) {
                m_counter.addBest(quantity, area, refuse);
            });
    connect(&page, &SalePage::priceTypeChosen, this, [this](int line, PriceTypeIndex type) {
        line < 0 ? m_counter.setAllPriceTypes(type) : m_counter.setPriceType(static_cast<std::size_t>(line), type);
    });
    connect(&page, &SalePage::basketEmptied, this, [this] { m_counter.clearBasket(); });
    connect(&page, &SalePage::moreTimeRequested, this, [this, refuse] { m_counter.extendBasket(refuse); });
    connect(&page, &SalePage::cashPaid, this, [this](qint64 given) { sell(TenderMethod::Cash, given); });
    connect(&page, &SalePage::cardRequested, this,
            [this] { sell(TenderMethod::Card, m_counter.basket().total.minor); });
    connect(&page, &SalePage::reserveRequested, this, &DeskWiring::reserve);
    connect(&page, &SalePage::printSaleRequested, this, [this] {
        if (m_lastSale)
            printOrder(*m_lastSale);
    });
    connect(&page, &SalePage::printRequested, this, &DeskWiring::printOrder);
    connect(&page, &SalePage::voidRequested, this, [this, refuse](OrderId order, const QString& reason) {
        m_counter.voidOrder(order, reason.toStdString(), refuse);
    });
}

void DeskWiring::connectTopBar()
{
    auto& top = m_window.topBar();
    connect(&top, &TopBar::eventsRequested, this, [this] {
        if (m_counter.openedEvent())
            leaveEvent();
    });
    connect(&top, &TopBar::ordersRequested, this, [this] {
        if (m_counter.openedEvent())
            m_window.salePage().showOrders({});
    });
    connect(&top, &TopBar::signOutRequested, this, [this] {
        if (m_counter.openedEvent())
            m_counter.closeEvent();
        m_counter.signOut();
        begin();
    });
    connect(&top, &TopBar::drillToggled, this, [this](bool on) { m_counter.simulateLineDown(on); });
    connect(&top, &TopBar::reserveReturnRequested, this, &DeskWiring::returnReserve);
    connect(&top, &TopBar::searched, this, &DeskWiring::search);
}

void DeskWiring::sell(TenderMethod method, std::int64_t given)
{
    m_window.salePage().cashSheet()->setBusy(true);
    m_counter.sell({method, given, {}, {}}, [this](Result<SaleDone> sale) {
        m_window.salePage().cashSheet()->setBusy(false);
        if (!sale.ok()) {
            m_window.salePage().showBasket();
            showRefusal(sale.error());
            return;
        }
        m_lastSale = sale->order.id;
        m_window.notice().dismiss();
        m_window.salePage().showSold(*sale);
    });
}

void DeskWiring::reserve(const QString& name)
{
    const Instant until = m_counter.terms().startsAt - pickUpBeforeStart;
    m_counter.reserve(name.toStdString(), until, [this, name](Result<void> done) {
        if (!done.ok())
            showRefusal(done.error());
        else
            m_window.notice().showNotice(NoticeBar::Kind::Good,
                                         tr("Reserved for %1 until one hour before the start.").arg(name));
    });
}

void DeskWiring::printOrder(OrderId id)
{
    const auto orders = m_counter.orders();
    const auto found =
        std::find_if(orders.begin(), orders.end(), [id](const OrderSummary& o) { return o.order.id == id; });
    const auto codes = m_counter.ticketCodes(id);
    if (found == orders.end() || !codes.ok()) {
        showRefusal(codes.ok() ? Error{ErrorCode::OrderGone, orderCode(id)} : codes.error());
        return;
    }
    // Intent first: after a crash the counter asks whether the paper is in the tray (I7).
    const auto intent = m_counter.recordPrintIntent(id);
    if (!intent.ok()) {
        showRefusal(intent.error());
        return;
    }
    const auto printed = m_printer.print(ticketJob(found->order, *codes, *m_counter.plan(), m_counter.terms()));
    const auto recorded =
        m_counter.recordPrintResult(id, printed.ok(), printed.ok() ? printed->toStdString() : printed.error().detail);
    if (!printed.ok())
        showRefusal(printed.error());
    else if (!recorded.ok())
        showRefusal(recorded.error());
    else
        m_window.salePage().soldSheet()->showPrinted(tr("Tickets: %1").arg(*printed));
}

void DeskWiring::returnReserve()
{
    if (!m_counter.openedEvent())
        return;
    if (const auto returned = m_counter.returnReserve(); !returned.ok())
        showRefusal(returned.error());
    else
        m_window.notice().showNotice(NoticeBar::Kind::Good,
                                     tr("The offline reserve goes back to the centre. With the line "
                                        "down, nothing can be sold here until the event is opened anew."));
}

void DeskWiring::search(const QString& text)
{
    if (text.isEmpty() || !m_counter.openedEvent())
        return;
    // A code or a name may look like a seat that does not exist; only a seat that does is shown.
    if (const auto seats = m_window.salePage().seatsMeantBy(text); !seats.empty())
        m_window.salePage().showSeat(seats.front());
    else
        m_window.salePage().showOrders(text);
}

} // namespace parterre

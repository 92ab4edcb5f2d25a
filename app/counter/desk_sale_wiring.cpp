// The connections of the sale: basket, payment, tickets, orders.
#include "app/counter/desk_wiring.h"
#include "app/counter/ticket_text.h"

#include "app/devices/ticket_printer.h"
#include "ui/desk/card_sheet.h"
#include "ui/desk/cash_sheet.h"
#include "ui/desk/sale_page.h"
#include "ui/desk/sold_sheet.h"

namespace parterre {
namespace {

constexpr Milliseconds pickUpBeforeStart{60 * 60'000};

PaymentAnswer::Kind answerOf(CardSheet::Answer answer)
{
    switch (answer) {
    case CardSheet::Answer::Approved:
        return PaymentAnswer::Kind::Approved;
    case CardSheet::Answer::Declined:
        return PaymentAnswer::Kind::Declined;
    case CardSheet::Answer::Unknown:
        return PaymentAnswer::Kind::Unknown;
    }
    PARTERRE_REQUIRE(false);
}

} // namespace

void DeskWiring::connectSale()
{
    auto& page = m_parts.window.salePage();
    auto& counter = m_parts.counter;
    const auto refuse = m_parts.refusing();
    connect(&page, &SalePage::seatsPicked, this,
            [&counter, refuse](const std::vector<SeatIndex>& seats) { counter.addSeats(seats, refuse); });
    connect(&page, &SalePage::seatsDropped, this,
            [&counter, refuse](const std::vector<SeatIndex>& seats) { counter.removeSeats(seats, refuse); });
    connect(&page, &SalePage::standingCountChosen, this,
            [&counter, refuse](StandingIndex area, quint32 count) { counter.setStanding(area, count, refuse); });
    connect(&page, &SalePage::bestRequested, this,
            [&counter, refuse](quint32 quantity, std::optional<PriceAreaIndex> area) {
                counter.addBest(quantity, area, refuse);
            });
    connect(&page, &SalePage::priceTypeChosen, this, [&counter](int line, PriceTypeIndex type) {
        line < 0 ? counter.setAllPriceTypes(type) : counter.setPriceType(static_cast<std::size_t>(line), type);
    });
    connect(&page, &SalePage::basketEmptied, this, [&counter] { counter.clearBasket(); });
    connect(&page, &SalePage::moreTimeRequested, this, [&counter, refuse] { counter.extendBasket(refuse); });
    connect(&page, &SalePage::cashPaid, this, [this](qint64 given) { sell(TenderMethod::Cash, given); });
    connect(&page, &SalePage::cardRequested, this,
            [this] { sell(TenderMethod::Card, m_parts.counter.basket().total.minor); });
    connect(&page, &SalePage::reserveRequested, this, &DeskWiring::reserve);
    connect(&page, &SalePage::printSaleRequested, this, [this] {
        if (m_lastSale)
            printOrder(*m_lastSale);
    });
    connect(&page, &SalePage::printRequested, this, &DeskWiring::printOrder);
    connect(&page, &SalePage::voidRequested, this, [&counter, refuse](OrderId order, const QString& reason) {
        counter.voidOrder(order, reason.toStdString(), refuse);
    });
}

// The machine asks the terminal, the terminal asks the clerk.
void DeskWiring::connectCard()
{
    auto& page = m_parts.window.salePage();
    page.addSheet(m_card);
    connect(&m_devices.terminal, &HandTerminal::chargeBegan, this,
            [this, &page](Money amount, const QString& reference) {
                m_card->open(amount, reference);
                page.showSheet(m_card);
            });
    connect(m_card, &CardSheet::answered, this, [this, &page](CardSheet::Answer answer) {
        page.showBasket(); // what comes of it follows
        m_devices.terminal.answer(answerOf(answer));
    });
}

// The event is the charge's: left now, nobody would be asked about it before it is an open question.
bool DeskWiring::refusesToLeave()
{
    if (!m_card->mustBeAnswered())
        return false;
    m_parts.window.showPage(DeskWindow::Page::Sale);
    m_parts.warn(tr("Say first what the card terminal shows: approved, declined, or that you do not know."));
    return true;
}

void DeskWiring::sell(TenderMethod method, std::int64_t given)
{
    auto& page = m_parts.window.salePage();
    page.cashSheet()->setBusy(true);
    const SaleRequest request{method, given, page.buyer(), page.wish()};
    m_parts.counter.sell(request, [this, &page](Result<SaleDone> sale) {
        page.cashSheet()->setBusy(false);
        if (!sale.ok()) {
            page.showBasket();
            m_parts.refuse(sale.error());
            return;
        }
        m_lastSale = sale->order.id;
        m_parts.window.notice().dismiss();
        page.showSold(*sale);
    });
}

void DeskWiring::reserve(const QString& name)
{
    const Instant until = m_parts.counter.terms().startsAt - pickUpBeforeStart;
    m_parts.counter.reserve(name.toStdString(), until, [this, name](Result<void> done) {
        if (!done.ok())
            m_parts.refuse(done.error());
        else
            m_parts.tell(tr("Reserved for %1 until one hour before the start.").arg(name));
    });
}

void DeskWiring::printOrder(OrderId id)
{
    auto& counter = m_parts.counter;
    const auto print = counter.beginPrint(id);
    if (!print.ok())
        return m_parts.refuse(print.error());
    const auto printed = m_devices.tickets.print(
        ticketJob(print->what.order, print->codes, *counter.plan(), counter.terms(), isProvisional(print->what.sync)));
    const auto recorded =
        counter.recordPrintResult(id, printed.ok(), printed.ok() ? printed->toStdString() : printed.error().detail);
    if (!printed.ok() && print->replaces)
        m_parts.warn(tr("%1 The old tickets of order %2 are void all the same: print again before the customer leaves.")
                         .arg(errorText(printed.error()), QString::fromStdString(orderCode(id))));
    else if (!printed.ok())
        m_parts.refuse(printed.error());
    else if (!recorded.ok())
        m_parts.refuse(recorded.error());
    else
        tellPrinted(*print, *printed);
}

// That the old tickets are void must be read: it stays until it has been.
void DeskWiring::tellPrinted(const PrintOrder& print, const QString& where)
{
    const QString words =
        print.replaces ? tr("New tickets with new codes: the old tickets of order %1 are void now, take them back. %2")
                             .arg(QString::fromStdString(orderCode(print.what.order.id)), tr("Tickets: %1").arg(where))
                       : tr("Tickets: %1").arg(where);
    if (auto* sold = m_parts.window.salePage().soldSheet(); sold->isVisible())
        sold->showPrinted(words);
    else if (print.replaces)
        m_parts.warn(words);
    else
        m_parts.tell(words);
}

} // namespace parterre

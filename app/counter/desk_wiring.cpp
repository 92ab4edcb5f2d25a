// The connections of the first pages and of what the machine tells; the sale's are in desk_sale_wiring.cpp.
#include "app/counter/desk_wiring.h"

#include "ui/common/error_text.h"
#include "ui/desk/enrol_page.h"
#include "ui/desk/events_page.h"
#include "ui/desk/notice_bar.h"
#include "ui/desk/sale_page.h"
#include "ui/desk/sign_in_page.h"
#include "ui/desk/top_bar.h"
#include "ui/seatmap/seat_map_model.h"

namespace parterre {

DeskWiring::DeskWiring(Counter& counter, TicketPrinter& printer, const Clock& clock, DeskWindow& window)
    : m_counter(counter), m_printer(printer), m_clock(clock), m_window(window)
{
    m_counter.setListener(&m_bridge);
    connectMachine();
    connectEntry();
    connectSale();
    connectTopBar();
    m_second.setInterval(1000);
    connect(&m_second, &QTimer::timeout, this, [this] {
        m_window.salePage().setNow(m_clock.now());
        showLine();
    });
    m_second.start();
}

DeskWiring::~DeskWiring()
{
    m_counter.setListener(nullptr);
}

void DeskWiring::begin()
{
    m_window.topBar().setSetUp(m_counter.enrolled());
    m_window.topBar().setEvent(nullptr);
    m_window.topBar().setClerk({}, {});
    m_window.signInPage().setCounterName(QString::fromStdString(m_counter.counterName()));
    m_window.showPage(m_counter.enrolled() ? DeskWindow::Page::SignIn : DeskWindow::Page::Enrol);
    showLine();
}

void DeskWiring::connectMachine()
{
    connect(&m_bridge, &CounterBridge::lineMoved, this, [this] {
        showLine();
        showEvents();
    });
    connect(&m_bridge, &CounterBridge::eventsMoved, this, &DeskWiring::showEvents);
    connect(&m_bridge, &CounterBridge::viewMoved, this, &DeskWiring::showEvent);
    connect(&m_bridge, &CounterBridge::seatsMoved, this, &DeskWiring::showSeats);
    connect(&m_bridge, &CounterBridge::basketMoved, this, [this] {
        if (m_counter.openedEvent())
            m_window.salePage().setBasket(m_counter.basket());
    });
    connect(&m_bridge, &CounterBridge::ordersMoved, this, &DeskWiring::showOrders);
    connect(&m_bridge, &CounterBridge::noticeGiven, this, &DeskWiring::showRefusal);
}

void DeskWiring::connectEntry()
{
    connect(&m_window.enrolPage(), &EnrolPage::enrolRequested, this,
            [this](const QString& server, const QString& code, const QString& name) {
                m_window.enrolPage().setBusy(true);
                m_counter.enrol(server.toStdString(), code.toStdString(), name.toStdString(),
                                [this](Result<void> done) {
                                    m_window.enrolPage().setBusy(false);
                                    if (!done.ok())
                                        m_window.enrolPage().showProblem(errorText(done.error()));
                                    else
                                        begin();
                                });
            });
    connect(&m_window.signInPage(), &SignInPage::signInRequested, this,
            [this](const QString& name, const QString& password) {
                m_window.signInPage().setBusy(true);
                m_counter.signIn(name.toStdString(), password.toStdString(), [this](Result<void> done) {
                    m_window.signInPage().setBusy(false);
                    if (!done.ok())
                        m_window.signInPage().showProblem(errorText(done.error()));
                    else
                        signedIn();
                });
            });
    connect(&m_window.eventsPage(), &EventsPage::eventChosen, this, &DeskWiring::openEvent);
    connect(&m_window.eventsPage(), &EventsPage::refreshRequested, this, [this] { m_counter.refreshEvents(); });
}

void DeskWiring::signedIn()
{
    m_window.signInPage().clearPassword();
    m_window.topBar().setClerk(QString::fromStdString(m_counter.clerk()),
                               QString::fromStdString(m_counter.counterName()));
    m_counter.refreshEvents();
    showEvents();
    m_window.showPage(DeskWindow::Page::Events);
}

void DeskWiring::openEvent(EventId event)
{
    m_window.eventsPage().setBusy(true);
    m_counter.openEvent(event, [this](Result<void> done) {
        m_window.eventsPage().setBusy(false);
        if (!done.ok()) {
            showRefusal(done.error());
            return;
        }
        m_window.notice().dismiss();
        m_window.showPage(DeskWindow::Page::Sale);
    });
}

void DeskWiring::leaveEvent()
{
    m_counter.closeEvent();
    m_window.topBar().setEvent(nullptr);
    m_counter.refreshEvents();
    showEvents();
    m_window.showPage(DeskWindow::Page::Events);
}

void DeskWiring::showLine()
{
    static const std::vector<PriceArea> none;
    const auto report = m_counter.lineReport();
    m_window.topBar().setLine(report, m_counter.openedEvent() ? m_counter.plan()->priceAreas() : none);
    if (report.state == m_shownLine)
        return;
    const bool wasDown = m_shownLine == LineState::Down;
    m_shownLine = report.state;
    if (!m_counter.openedEvent())
        return;
    if (report.state == LineState::Down)
        m_window.notice().showNews(
            NoticeBar::Kind::Caution,
            tr("The line to the centre is down. You can go on selling the seats with the reserve mark; "
               "every sale is safe on this disk and is sent when the line is back."));
    else if (wasDown)
        m_window.notice().showNews(NoticeBar::Kind::Good,
                                   tr("The line is back. Sales made meanwhile are being sent to the centre."));
}

void DeskWiring::showEvents()
{
    m_window.eventsPage().setEvents(m_counter.events(), m_counter.lineReport().state);
}

void DeskWiring::showEvent()
{
    if (!m_counter.openedEvent())
        return;
    auto& page = m_window.salePage();
    // The same plan keeps its map, zoom and focus; only the seats are set anew.
    if (!page.model() || page.model()->geometry().planPtr() != m_counter.plan())
        page.setEvent(m_counter.plan(), m_counter.terms());
    page.model()->setViews(m_counter.seatViews());
    showStanding();
    page.setBasket(m_counter.basket());
    page.setNow(m_clock.now());
    m_window.topBar().setEvent(&m_counter.terms());
    showOrders();
    showLine();
}

void DeskWiring::showSeats(const std::vector<SeatIndex>& seats)
{
    auto* model = m_window.salePage().model();
    if (!model || !m_counter.openedEvent())
        return;
    for (const SeatIndex seat : seats)
        model->setView(seat, m_counter.seatView(seat));
    showStanding();
    showLine(); // a granted or a sold place moves the reserve
}

void DeskWiring::showStanding()
{
    auto* model = m_window.salePage().model();
    for (std::uint16_t i = 0; i < m_counter.plan()->standing().size(); ++i)
        model->setStandingFree(StandingIndex{i}, m_counter.standingFree(StandingIndex{i}));
}

void DeskWiring::showRefusal(const Error& error)
{
    m_window.notice().showNotice(NoticeBar::Kind::Caution, errorText(error));
}

void DeskWiring::showOrders()
{
    if (m_counter.openedEvent() && m_window.salePage().model())
        m_window.salePage().setOrders(m_counter.orders());
}

} // namespace parterre

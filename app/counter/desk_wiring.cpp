// The connections of the first pages and of what the machine tells; the sale's are in desk_sale_wiring.cpp.
#include "app/counter/desk_wiring.h"

#include "app/counter/conflict_wiring.h"
#include "app/counter/line_wiring.h"
#include "app/counter/manage_wiring.h"
#include "app/counter/question_wiring.h"
#include "ui/desk/card_sheet.h"
#include "ui/desk/enrol_page.h"
#include "ui/desk/events_page.h"
#include "ui/desk/sale_page.h"
#include "ui/desk/sign_in_page.h"
#include "ui/desk/top_bar.h"
#include "ui/seatmap/seat_map_model.h"

namespace parterre {

DeskWiring::DeskWiring(Counter& counter, const DeskDevices& devices, const Clock& clock, DeskWindow& window)
    : m_parts{counter, m_bridge, window, clock},
      m_devices(devices),
      m_line(std::make_unique<LineWiring>(m_parts)),
      m_conflicts(std::make_unique<ConflictWiring>(m_parts, devices.letters)),
      m_questions(std::make_unique<QuestionWiring>(m_parts)),
      m_manage(std::make_unique<ManageWiring>(m_parts, devices.admin)),
      m_card(new CardSheet)
{
    counter.setListener(&m_bridge);
    connectMachine();
    connectEntry();
    connectSale();
    connectCard();
    connectTopBar();
    m_second.setInterval(1000);
    connect(&m_second, &QTimer::timeout, this, [this] {
        m_parts.window.salePage().setNow(m_parts.clock.now());
        m_line->show();
    });
    m_second.start();
}

DeskWiring::~DeskWiring()
{
    m_parts.counter.setListener(nullptr);
}

void DeskWiring::begin()
{
    auto& window = m_parts.window;
    const bool enrolled = m_parts.counter.enrolled();
    window.topBar().setSetUp(enrolled);
    window.topBar().setEvent(nullptr);
    window.topBar().setClerk({}, {});
    window.signInPage().setCounterName(QString::fromStdString(m_parts.counter.counterName()));
    window.showPage(enrolled ? DeskWindow::Page::SignIn : DeskWindow::Page::Enrol);
    m_line->show();
    m_conflicts->show();
    m_questions->show();
}

void DeskWiring::connectMachine()
{
    connect(&m_bridge, &CounterBridge::lineMoved, this, &DeskWiring::showEvents);
    connect(&m_bridge, &CounterBridge::eventsMoved, this, &DeskWiring::showEvents);
    connect(&m_bridge, &CounterBridge::viewMoved, this, &DeskWiring::showEvent);
    connect(&m_bridge, &CounterBridge::seatsMoved, this, &DeskWiring::showSeats);
    connect(&m_bridge, &CounterBridge::basketMoved, this, [this] {
        if (m_parts.counter.openedEvent())
            m_parts.window.salePage().setBasket(m_parts.counter.basket());
    });
    connect(&m_bridge, &CounterBridge::ordersMoved, this, &DeskWiring::showOrders);
    connect(&m_bridge, &CounterBridge::noticeGiven, this, [this](const Error& what) { m_parts.refuse(what); });
    connect(m_questions.get(), &QuestionWiring::eventWanted, this, &DeskWiring::openEvent);
    connect(m_questions.get(), &QuestionWiring::ticketsRequested, this, &DeskWiring::printOrder);
    connect(m_questions.get(), &QuestionWiring::finished, this, [this] {
        m_parts.window.showPage(m_parts.counter.openedEvent() ? DeskWindow::Page::Sale : DeskWindow::Page::Events);
    });
    connect(m_conflicts.get(), &ConflictWiring::ticketsRequested, this, &DeskWiring::printOrder);
}

void DeskWiring::connectEntry()
{
    auto& window = m_parts.window;
    connect(&window.enrolPage(), &EnrolPage::enrolRequested, this,
            [this](const QString& server, const QString& code, const QString& name) {
                m_parts.window.enrolPage().setBusy(true);
                m_parts.counter.enrol(server.toStdString(), code.toStdString(), name.toStdString(),
                                      [this](Result<void> done) {
                                          m_parts.window.enrolPage().setBusy(false);
                                          if (!done.ok())
                                              m_parts.window.enrolPage().showProblem(errorText(done.error()));
                                          else
                                              begin();
                                      });
            });
    connect(&window.signInPage(), &SignInPage::signInRequested, this,
            [this](const QString& name, const QString& password) {
                m_parts.window.signInPage().setBusy(true);
                m_parts.counter.signIn(name.toStdString(), password.toStdString(), [this](Result<void> done) {
                    m_parts.window.signInPage().setBusy(false);
                    if (!done.ok())
                        m_parts.window.signInPage().showProblem(errorText(done.error()));
                    else
                        signedIn();
                });
            });
    connect(&window.eventsPage(), &EventsPage::eventChosen, this, [this](EventId event) {
        openEvent(event, [this](bool done) {
            if (done)
                m_parts.window.showPage(DeskWindow::Page::Sale);
        });
    });
    connect(&window.eventsPage(), &EventsPage::refreshRequested, this, [this] { m_parts.counter.refreshEvents(); });
    connect(&window.eventsPage(), &EventsPage::manageRequested, this, &DeskWiring::manage);
}

void DeskWiring::connectTopBar()
{
    auto& top = m_parts.window.topBar();
    connect(&top, &TopBar::eventsRequested, this, [this] {
        if (m_parts.counter.openedEvent() && !refusesToLeave())
            leaveEvent();
    });
    connect(&top, &TopBar::ordersRequested, this, [this] {
        if (m_parts.counter.openedEvent())
            m_parts.window.salePage().showOrders({});
    });
    connect(&top, &TopBar::manageRequested, this, &DeskWiring::manage);
    connect(&top, &TopBar::signOutRequested, this, [this] {
        if (refusesToLeave())
            return;
        if (m_parts.counter.openedEvent())
            m_parts.counter.closeEvent();
        m_parts.counter.signOut();
        begin();
    });
    connect(&top, &TopBar::searched, this, &DeskWiring::search);
}

void DeskWiring::signedIn()
{
    m_parts.window.signInPage().clearPassword();
    m_parts.window.topBar().setClerk(QString::fromStdString(m_parts.counter.clerk()),
                                     QString::fromStdString(m_parts.counter.counterName()));
    m_parts.counter.refreshEvents();
    showEvents();
    m_questions->show();
    if (!m_questions->begin())
        m_parts.window.showPage(DeskWindow::Page::Events);
}

void DeskWiring::openEvent(EventId event, const std::function<void(bool)>& done)
{
    m_parts.window.eventsPage().setBusy(true);
    m_parts.counter.openEvent(event, [this, done](Result<void> opened) {
        m_parts.window.eventsPage().setBusy(false);
        if (!opened.ok())
            m_parts.refuse(opened.error());
        else
            m_parts.window.notice().dismiss();
        done(opened.ok());
    });
}

void DeskWiring::leaveEvent()
{
    m_parts.counter.closeEvent();
    m_parts.window.topBar().setEvent(nullptr);
    m_parts.counter.refreshEvents();
    showEvents();
    m_conflicts->show();
    m_line->show();
    m_parts.window.showPage(DeskWindow::Page::Events);
}

// The same key opens and closes it.
void DeskWiring::manage()
{
    if (!m_parts.counter.signedIn())
        return;
    if (m_manage->isOpen())
        return m_manage->close();
    std::optional<EventSummary> event = m_parts.window.eventsPage().current();
    if (const auto opened = m_parts.counter.openedEvent())
        event = EventSummary{*opened,
                             m_parts.counter.terms().title,
                             m_parts.counter.terms().venue,
                             m_parts.counter.terms().startsAt,
                             m_parts.counter.terms().timeZone,
                             true};
    if (event)
        m_manage->open(*event);
}

void DeskWiring::showEvents()
{
    m_parts.window.eventsPage().setEvents(m_parts.counter.events(), m_parts.counter.lineReport().state,
                                          m_parts.counter.eventsAwaited());
}

void DeskWiring::showEvent()
{
    auto& counter = m_parts.counter;
    if (!counter.openedEvent())
        return m_parts.window.topBar().setEvent(nullptr); // nothing to be searched while another one is fetched
    auto& page = m_parts.window.salePage();
    // The same plan keeps its map, zoom and focus; only the seats are set anew.
    if (!page.model() || page.model()->geometry().planPtr() != counter.plan())
        page.setEvent(counter.plan(), counter.terms());
    page.model()->setViews(counter.seatViews());
    showStanding();
    page.setBasket(counter.basket());
    page.setNow(m_parts.clock.now());
    m_parts.window.topBar().setEvent(&counter.terms());
    showOrders();
    m_line->show();
}

void DeskWiring::showSeats(const std::vector<SeatIndex>& seats)
{
    auto* model = m_parts.window.salePage().model();
    if (!model || !m_parts.counter.openedEvent())
        return;
    for (const SeatIndex seat : seats)
        model->setView(seat, m_parts.counter.seatView(seat));
    showStanding();
    m_line->show(); // a granted or a sold place moves the reserve
}

void DeskWiring::showStanding()
{
    auto* model = m_parts.window.salePage().model();
    for (std::uint16_t i = 0; i < m_parts.counter.plan()->standing().size(); ++i)
        model->setStandingFree(StandingIndex{i}, m_parts.counter.standingFree(StandingIndex{i}));
}

void DeskWiring::showOrders()
{
    if (m_parts.counter.openedEvent() && m_parts.window.salePage().model())
        m_parts.window.salePage().setOrders(m_parts.counter.orders());
}

void DeskWiring::search(const QString& text)
{
    if (text.isEmpty() || !m_parts.counter.openedEvent())
        return;
    // A code or a name may look like a seat that does not exist; only a seat that does is shown.
    if (const auto seats = m_parts.window.salePage().seatsMeantBy(text); !seats.empty())
        m_parts.window.salePage().showSeat(seats.front());
    else
        m_parts.window.salePage().showOrders(text);
}

} // namespace parterre

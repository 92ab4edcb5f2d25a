// Counter: the public face. Each function checks who may ask and hands on to the part that knows.
#include "sync/counter/counter_impl.h"

namespace parterre {

Counter::Counter(CounterPorts ports) : m_impl(std::make_unique<Impl>(std::move(ports))) {}
Counter::~Counter() = default;

void Counter::setListener(CounterListener* listener)
{
    m_impl->core.listener = listener;
}

Result<void> Counter::start()
{
    if (Result<void> loaded = m_impl->core.load(); !loaded)
        return loaded;
    constexpr Milliseconds kept = std::chrono::days(30);
    const CounterPorts& ports = m_impl->core.ports;
    if (Result<void> forgot = ports.journal.forgetAnswered(ports.clock.now() - kept, ports.keptOps); !forgot)
        return forgot;
    m_impl->account.introduce();
    m_impl->distrust.look();
    m_impl->account.carryOver();
    m_impl->payments.started();
    m_impl->paper.started();
    for (const auto& [event, stream] : m_impl->core.book.streams())
        m_impl->outbox.probe(event);
    m_impl->watchLine();
    m_impl->watchReserve();
    return {};
}

bool Counter::enrolled() const
{
    return m_impl->core.enrolled();
}

std::string Counter::counterName() const
{
    return m_impl->core.identity ? m_impl->core.identity->name : std::string();
}

void Counter::enrol(std::string server, std::string code, std::string name, Completion<void> done)
{
    m_impl->account.enrol(std::move(server), std::move(code), std::move(name), std::move(done));
}

void Counter::signIn(std::string name, std::string password, Completion<void> done)
{
    m_impl->account.signIn(std::move(name), std::move(password),
                           [impl = m_impl.get(), done = std::move(done)](Result<void> result) {
                               if (result && !impl->drill.isOn()) {
                                   impl->outbox.resume();
                                   impl->refreshEvents();
                                   if (impl->core.open)
                                       impl->puller.start();
                               }
                               if (done)
                                   done(std::move(result));
                           });
}

void Counter::signOut()
{
    if (m_impl->core.open)
        m_impl->basket.clear();
    m_impl->account.signOut();
    m_impl->puller.stop();
}

bool Counter::signedIn() const
{
    return m_impl->core.signedIn;
}

std::string Counter::clerk() const
{
    return m_impl->core.clerk;
}

std::optional<std::string> Counter::suspect() const
{
    return m_impl->core.isSuspect() ? std::optional(m_impl->core.suspected->reason) : std::nullopt;
}

LineReport Counter::lineReport() const
{
    return m_impl->report();
}

void Counter::simulateLineDown(bool down)
{
    m_impl->setDrill(down);
}

std::optional<DrillReport> Counter::drillReport() const
{
    return m_impl->drill.report();
}

const std::vector<EventSummary>& Counter::events() const
{
    return m_impl->core.events;
}

void Counter::refreshEvents()
{
    m_impl->eventsAwaited = m_impl->core.signedIn && !m_impl->drill.isOn();
    m_impl->refreshEvents();
}

bool Counter::eventsAwaited() const
{
    return m_impl->eventsAwaited;
}

void Counter::openEvent(EventId event, Completion<void> done)
{
    m_impl->open(event, std::move(done));
}

void Counter::closeEvent()
{
    m_impl->close();
}

Result<void> Counter::returnReserve()
{
    if (!m_impl->core.open)
        return Impl::noEvent();
    if (basket().local && !basket().empty())
        return Error{ErrorCode::Unavailable, "The basket holds seats of the reserve. Sell or empty it first."};
    return m_impl->allotment.returnOnRequest();
}

std::optional<EventId> Counter::openedEvent() const
{
    return m_impl->core.open ? std::optional(m_impl->core.open->event) : std::nullopt;
}

const SeatPlanPtr& Counter::plan() const
{
    PARTERRE_REQUIRE(m_impl->core.open);
    return m_impl->core.open->base.plan();
}

const EventTerms& Counter::terms() const
{
    PARTERRE_REQUIRE(m_impl->core.open);
    return m_impl->core.open->base.state().terms();
}

SeatView Counter::seatView(SeatIndex seat) const
{
    PARTERRE_REQUIRE(m_impl->core.open);
    const OpenEvent& open = *m_impl->core.open;
    return seatViewOf(open.base.state().seat(seat), open.overlay.mark(seat), m_impl->basket.contains(seat),
                      m_impl->core.viewContext());
}

std::vector<SeatView> Counter::seatViews() const
{
    if (!m_impl->core.open)
        return {};
    const OpenEvent& open = *m_impl->core.open;
    const ViewContext context = m_impl->core.viewContext();
    std::vector<SeatView> views;
    views.reserve(open.base.plan()->seatCount());
    for (std::uint32_t i = 0; i < open.base.plan()->seatCount(); ++i) {
        const SeatIndex seat{i};
        views.push_back(
            seatViewOf(open.base.state().seat(seat), open.overlay.mark(seat), m_impl->basket.contains(seat), context));
    }
    return views;
}

std::uint32_t Counter::standingFree(StandingIndex area) const
{
    if (!m_impl->core.open)
        return 0;
    return m_impl->basket.standingFree(area);
}

Result<void> Counter::maySellProvisionally() const
{
    if (!m_impl->core.open)
        return Impl::noEvent();
    return m_impl->core.maySellProvisionally();
}

const Basket& Counter::basket() const
{
    return m_impl->basket.basket();
}

void Counter::addSeats(std::vector<SeatIndex> seats, Completion<void> done)
{
    if (!m_impl->core.open)
        return m_impl->answerNoEvent(std::move(done));
    m_impl->basket.addSeats(seats, std::move(done));
}

void Counter::removeSeats(std::vector<SeatIndex> seats, Completion<void> done)
{
    if (!m_impl->core.open)
        return m_impl->answerNoEvent(std::move(done));
    m_impl->basket.removeSeats(seats, std::move(done));
}

void Counter::setStanding(StandingIndex area, std::uint32_t count, Completion<void> done)
{
    if (!m_impl->core.open)
        return m_impl->answerNoEvent(std::move(done));
    m_impl->basket.setStanding(area, count, std::move(done));
}

void Counter::addBest(std::uint32_t quantity, std::optional<PriceAreaIndex> area, Completion<void> done)
{
    if (!m_impl->core.open)
        return m_impl->answerNoEvent(std::move(done));
    m_impl->basket.addBest(quantity, area, std::move(done));
}

void Counter::setPriceType(std::size_t line, PriceTypeIndex type)
{
    if (!m_impl->core.open)
        return;
    m_impl->basket.setPriceType(line, type);
}

void Counter::setAllPriceTypes(PriceTypeIndex type)
{
    if (!m_impl->core.open)
        return;
    m_impl->basket.setAllPriceTypes(type);
}

void Counter::clearBasket()
{
    if (!m_impl->core.open)
        return;
    m_impl->basket.clear();
}

void Counter::extendBasket(Completion<void> done)
{
    if (!m_impl->core.open)
        return m_impl->answerNoEvent(std::move(done));
    m_impl->basket.extend(std::move(done));
}

void Counter::sell(SaleRequest request, Completion<SaleDone> done)
{
    if (!m_impl->core.open)
        return m_impl->answerNoEvent(std::move(done));
    m_impl->sell(std::move(request), std::move(done));
}

void Counter::reserve(std::string name, Instant until, Completion<void> done)
{
    if (!m_impl->core.open)
        return m_impl->answerNoEvent(std::move(done));
    m_impl->sales.reserve(std::move(name), until, std::move(done));
}

void Counter::voidOrder(OrderId order, std::string reason, Completion<void> done)
{
    if (!m_impl->core.open)
        return m_impl->answerNoEvent(std::move(done));
    m_impl->sales.voidOrder(order, std::move(reason), std::move(done));
}

} // namespace parterre

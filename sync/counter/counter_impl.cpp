// How the parts of the machine are joined, and what follows from an answer of the centre.
#include "sync/counter/counter_impl.h"

#include <algorithm>

namespace parterre {

Counter::Impl::Impl(CounterPorts ports)
    : core(std::move(ports)),
      requests(
          core, [this] { journalled(); },
          [this](std::uint64_t opN, std::uint64_t seq) { outbox.proven(core.open->event, opN, seq); }),
      basket(core, requests,
             {[this] { journalled(); },
              [this] {
                  refresh({});
                  tell(&CounterListener::basketChanged);
              },
              [this](const Error& what) { notice(what); }}),
      sales(core, requests, basket,
            {[this] { journalled(); }, [this] { tell(&CounterListener::ordersChanged); },
             [this](const Error& what) { notice(what); }}),
      payments(core, basket, sales,
               {[this] { refresh({}); }, [this] { tell(&CounterListener::questionsChanged); },
                [this](const Error& what) { notice(what); }}),
      paper(core, {[this] { journalled(); }, [this] { tell(&CounterListener::ordersChanged); },
                   [this] { tell(&CounterListener::questionsChanged); }}),
      cases(core, requests,
            {[this] { tell(&CounterListener::casesChanged); },
             [this](const std::string& news) { tell(&CounterListener::caseMoved, news); }}),
      allotment(core, {[this] { journalled(); }, [this](const Error& what) { notice(what); },
                       [this] { return basket.localPlaces(); }}),
      outbox(core,
             {[this](const Result<void>& answer) { heard(answer); },
              [this](EventId event, const std::vector<Outcome>& outcomes) { settled(event, outcomes); },
              [this](const Error& what) {
                  notice(what);
                  refresh({});
              },
              [this](EventId event) { otherLog(event); }, [this](const std::string& why) { distrust.raise(why); }}),
      puller(core,
             {[this](const Result<void>& answer) { heard(answer); }, [this](const LogPage& page) { arrived(page); },
              [this] { resync(); }, [this](const Error& what) { pullRefused(what); }}),
      line(core, {[this] { cameBack(); }, [this] { dropped(); }, [this] { tell(&CounterListener::lineChanged); }}),
      logs(core,
           {[this] { journalled(); }, [this](const Error& what) { notice(what); }, [this] { account.carryOver(); }}),
      distrust(core, {[this] { journalled(); }, [this](const Error& what) { notice(what); }, [this] { distrusted(); }}),
      account(core, {[this](const Result<void>& answer) { heard(answer); }, [this] { reenrolled(); },
                     [this](const Error& what) { notice(what); }}),
      opener(core),
      lookup(core),
      drill(core)
{}

void Counter::Impl::journalled()
{
    refresh({});
    outbox.wake();
}

void Counter::Impl::heard(const Result<void>& answer)
{
    if (!drill.isOn())
        line.heard(answer);
}

void Counter::Impl::cameBack()
{
    refresh({});
    outbox.resume();
    if (!core.open)
        return;
    outbox.probe(core.open->event);
    puller.start();
}

void Counter::Impl::dropped()
{
    requests.lineDropped();
    refresh({});
}

void Counter::Impl::distrusted()
{
    refresh({});
    basket.baseMoved();
    tell(&CounterListener::lineChanged);
}

// Other streams from here on: what was on its way belonged to the ones before.
void Counter::Impl::reenrolled()
{
    outbox.pause();
    requests.forgetAll();
    if (core.open) {
        allotment.opened();
        payments.opened(); // what waited until this counter is believed
        refresh({});
        tell(&CounterListener::ordersChanged);
    }
    tell(&CounterListener::lineChanged);
    if (drill.isOn())
        return;
    outbox.resume();
    for (const auto& [event, stream] : core.book.streams())
        outbox.probe(event);
}

void Counter::Impl::setDrill(bool down)
{
    if (drill.isOn() == down)
        return;
    if (down) {
        drill.begin();
        outbox.pause();
        puller.stop();
        line.drop();
        tell(&CounterListener::lineChanged);
        return;
    }
    drill.end();
    tell(&CounterListener::lineChanged);
    outbox.resume();
    if (core.open)
        puller.start();
    else
        refreshEvents();
}

void Counter::Impl::notice(const Error& what)
{
    tell(&CounterListener::noticed, what);
}

void Counter::Impl::refreshEvents()
{
    tell(&CounterListener::eventsChanged);
    if (drill.isOn() || !core.signedIn)
        return;
    core.ports.link.events(core.guarded<std::vector<EventSummary>>([this](Result<std::vector<EventSummary>> events) {
        eventsAwaited = false;
        if (!events) {
            heard(events.error());
            return tell(&CounterListener::eventsChanged); // nothing is awaited any more
        }
        Result<void> saved = core.ports.cache.saveEvents(*events);
        Result<std::vector<EventSummary>> known = saved ? core.ports.cache.events() : saved.error();
        core.events = known ? std::move(*known) : std::move(*events);
        heard(Result<void>());
        tell(&CounterListener::eventsChanged);
    }));
}

void Counter::Impl::watchLine()
{
    constexpr Milliseconds interval = std::chrono::seconds(5);
    core.after(interval, [this] {
        watchLine();
        if (!core.open && core.signedIn && !drill.isOn())
            refreshEvents();
        lookUpLogs();
    });
}

void Counter::Impl::watchReserve()
{
    constexpr Milliseconds interval = std::chrono::seconds(1);
    core.after(interval, [this] {
        watchReserve();
        if (!core.open)
            return;
        logs.greet(core.open->event, core.open->base.state());
        allotment.check();
        basket.baseMoved();
        refresh({});
    });
}

void Counter::Impl::settled(EventId event, const std::vector<Outcome>& outcomes)
{
    allotment.settled(event, outcomes);
    if (core.open && core.open->event == event) {
        outbox.contestsEnded();
        refresh({});
        requests.settled(outcomes);
        allotment.check();
    }
    sales.settled(event, outcomes);
    payments.settled(event, outcomes);
    line.drained(outcomes.size());
}

// A basket that was only hoped for is held first when the line is back.
void Counter::Impl::sell(SaleRequest request, Completion<SaleDone> done)
{
    if (Result<void> may = paper.maySell(); !may)
        return core.answer(std::move(done), Result<SaleDone>(may.error()));
    if (basket.basket().provisional && core.lineOpen())
        return basket.moveToCentre([this, request = std::move(request), done](Result<void> moved) mutable {
            if (moved)
                return sell(std::move(request), std::move(done));
            if (done)
                done(moved.error());
        });
    const TenderMethod method = request.method;
    Result<PreparedSale> prepared = sales.prepare(request);
    if (!prepared) {
        basket.baseMoved();
        return core.answer(std::move(done), Result<SaleDone>(prepared.error()));
    }
    if (method == TenderMethod::Card && core.ports.terminal)
        return payments.charge(std::move(*prepared), std::move(done));
    sales.perform(std::move(*prepared), {}, true, std::move(done));
}

LineReport Counter::Impl::report() const
{
    LineReport report = line.report();
    report.drill = drill.isOn();
    return report;
}

// What is the same for every seat is told as a new view; the rest seat by seat.
void Counter::Impl::refresh(std::vector<SeatIndex> touched)
{
    if (!core.open)
        return;
    const std::vector<SeatIndex> overlaid = core.remakeOverlay();
    std::vector<SeatIndex> selected = placesOfLines(basket.basket().lines).seats;
    std::set_symmetric_difference(selected.begin(), selected.end(), shownBasket.begin(), shownBasket.end(),
                                  std::back_inserter(touched));
    shownBasket = std::move(selected);
    if (const Halt halt = core.halt(); std::exchange(shownHalt, halt) != halt)
        tell(&CounterListener::lineChanged);
    const ViewContext context = core.viewContext();
    if (!isShownAlike(std::exchange(shownContext, context), context))
        return tell(&CounterListener::viewReset);
    touched.insert(touched.end(), overlaid.begin(), overlaid.end());
    std::sort(touched.begin(), touched.end());
    touched.erase(std::unique(touched.begin(), touched.end()), touched.end());
    if (!touched.empty())
        tell(&CounterListener::seatsChanged, touched);
}

} // namespace parterre

// How the parts of the machine are joined, and what follows from an answer of the centre.
#include "sync/counter/counter_impl.h"

#include <algorithm>

namespace parterre {

Counter::Impl::Impl(CounterPorts ports)
    : core(ports),
      requests(core,
               [this] {
                   refresh({});
                   outbox.wake();
               }),
      basket(core, requests,
             {[this] {
                  refresh({});
                  outbox.wake();
              },
              [this] {
                  refresh({});
                  tell(&CounterListener::basketChanged);
              },
              [this](const Error& what) { notice(what); }}),
      sales(core, requests, basket,
            {[this] {
                 refresh({});
                 outbox.wake();
             },
             [this] { tell(&CounterListener::ordersChanged); }, [this](const Error& what) { notice(what); }}),
      allotment(
          core,
          [this] {
              refresh({});
              outbox.wake();
          },
          [this](const Error& what) { notice(what); }),
      outbox(core, {[this](const Result<void>& answer) { heard(answer); },
                    [this](EventId event, const std::vector<Outcome>& outcomes) { settled(event, outcomes); },
                    [this](const Error& what) {
                        notice(what);
                        tell(&CounterListener::viewReset); // the reserve may be gone with it
                    }}),
      puller(core, {[this](const Result<void>& answer) { heard(answer); },
                    [this](const LogPage& page) { arrived(page); }, [this] { resync(); },
                    [this](const Error& what) {
                        if (what.code == ErrorCode::FutureCursor)
                            core.open->frozen = true; // the centre has lost history: nothing is sold on line
                        notice(what);
                        tell(&CounterListener::viewReset);
                    }}),
      line(core, {[this] { cameBack(); }, [this] { dropped(); }, [this] { tell(&CounterListener::lineChanged); }}),
      account(core, [this](const Result<void>& answer) { heard(answer); }),
      opener(core)
{}

void Counter::Impl::heard(const Result<void>& answer)
{
    if (!drill)
        line.heard(answer);
}

void Counter::Impl::cameBack()
{
    tell(&CounterListener::viewReset);
    outbox.resume();
    if (core.open)
        puller.start();
}

void Counter::Impl::dropped()
{
    requests.lineDropped();
    if (core.open)
        tell(&CounterListener::viewReset);
}

void Counter::Impl::setDrill(bool down)
{
    if (drill == down)
        return;
    drill = down;
    if (down) {
        outbox.pause();
        puller.stop();
        line.drop();
        return;
    }
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
    if (drill || !core.signedIn)
        return;
    core.ports.link.events(core.guarded<std::vector<EventSummary>>([this](Result<std::vector<EventSummary>> events) {
        if (!events)
            return heard(events.error());
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
        if (!core.open && core.signedIn && !drill)
            refreshEvents();
    });
}

void Counter::Impl::watchReserve()
{
    constexpr Milliseconds interval = std::chrono::seconds(1);
    core.after(interval, [this] {
        watchReserve();
        if (!core.open)
            return;
        allotment.check();
        basket.baseMoved();
    });
}

void Counter::Impl::settled(EventId event, const std::vector<Outcome>& outcomes)
{
    allotment.settled(event, outcomes);
    if (core.open && core.open->event == event) {
        // The log may have brought the granted seats before this answer said that they are ours.
        const bool granted = std::any_of(outcomes.begin(), outcomes.end(),
                                         [](const Outcome& outcome) { return outcome.kind == OutcomeKind::Granted; });
        refresh(granted ? core.reservePlaces().seats : std::vector<SeatIndex>{});
        requests.settled(outcomes);
        allotment.check();
    }
    sales.settled(event, outcomes);
    line.drained(outcomes.size());
}

void Counter::Impl::refresh(std::vector<SeatIndex> touched)
{
    if (!core.open)
        return;
    OpenEvent& open = *core.open;
    Overlay overlay = Overlay::of(open.base.state(), core.book.unseenAt(open.event, open.base.cursor()));
    const std::vector<SeatIndex> overlaid = overlay.changedFrom(open.overlay);
    open.overlay = std::move(overlay);
    std::vector<SeatIndex> selected = placesOfLines(basket.basket().lines).seats;
    std::set_symmetric_difference(selected.begin(), selected.end(), shownBasket.begin(), shownBasket.end(),
                                  std::back_inserter(touched));
    shownBasket = std::move(selected);
    touched.insert(touched.end(), overlaid.begin(), overlaid.end());
    std::sort(touched.begin(), touched.end());
    touched.erase(std::unique(touched.begin(), touched.end()), touched.end());
    if (!touched.empty())
        tell(&CounterListener::seatsChanged, touched);
}

} // namespace parterre

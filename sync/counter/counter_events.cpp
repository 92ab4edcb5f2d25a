// Counter::Impl: opening and closing an event, and following its log.
#include "sync/counter/counter_impl.h"

namespace parterre {

void Counter::Impl::open(EventId event, Completion<void> done)
{
    if (core.open)
        close();
    const std::uint64_t number = ++opening;
    if (std::optional<Replica> cached = opener.fromCache(event)) {
        show(event, std::move(*cached));
        return core.answer(std::move(done), Result<void>());
    }
    if (drill.isOn())
        return core.answer(
            std::move(done),
            Result<void>(Error{ErrorCode::Offline, "This event has not been opened here before; it needs the line."}));
    opener.fetch(event, [this, event, number, done = std::move(done)](Result<FetchedEvent> fetched) {
        Result<void> result;
        if (!fetched)
            result = fetched.error();
        else if (number != opening)
            result = Error{ErrorCode::Timeout, "Another event was opened."};
        else
            result = logs.follow(event, fetched->replica);
        heard(fetched ? Result<void>() : Result<void>(fetched.error()));
        if (result)
            result = opener.adopt(event, *fetched);
        if (result)
            show(event, std::move(fetched->replica));
        if (done)
            done(std::move(result));
    });
}

void Counter::Impl::show(EventId event, Replica replica)
{
    core.open.emplace(OpenEvent{event, std::move(replica), {}});
    if (core.logOf(event).log.isNull())
        if (Result<void> followed = logs.follow(event, core.open->base); !followed)
            notice(followed.error());
    outbox.contestsEnded();
    (void)core.remakeOverlay();
    for (EventSummary& summary : core.events)
        summary.cached = summary.cached || summary.event == event;
    shownBasket.clear();
    allotment.opened();
    shownContext = core.viewContext();
    tell(&CounterListener::viewReset); // first: changes of seats are told against a view
    basket.restore();
    tell(&CounterListener::basketChanged);
    tell(&CounterListener::ordersChanged);
    tell(&CounterListener::casesChanged);
    tell(&CounterListener::lineChanged);
    distrust.report();
    payments.opened();
    outbox.probe(event);
    if (!drill.isOn())
        puller.start();
}

void Counter::Impl::close()
{
    if (!core.open)
        return;
    ++opening;
    requests.forgetAll();
    payments.closed();
    basket.leave();
    allotment.giveBack();
    puller.stop();
    core.open.reset();
    fetching = false;
    outbox.wake();
    tell(&CounterListener::viewReset);
}

void Counter::Impl::arrived(const LogPage& page)
{
    OpenEvent& open = *core.open;
    std::vector<SeatIndex> touched;
    if (!page.entries.empty()) {
        if (Result<void> applied = open.base.apply(page.entries, touched); !applied) {
            notice(applied.error());
            return resync();
        }
        core.book.setShown(open.event, page.entries);
        if (Result<void> stored = opener.store(open.base, open.event, page.entries); !stored)
            notice(stored.error()); // it can be fetched again; selling goes on
    }
    if (!isProven(page))
        return;
    const bool wasCaughtUp = open.caughtUp;
    open.headSeq = page.headSeq;
    open.caughtUp = open.base.cursor() >= page.headSeq;
    if (open.caughtUp)
        open.headAt = core.ports.clock.sinceBoot();
    outbox.contestsEnded();
    refresh(std::move(touched));
    cases.baseMoved(page.entries); // first: what was asked for here is not told as news
    requests.baseMoved(page.entries);
    basket.baseMoved();
    logs.greet(open.event, open.base.state());
    allotment.check();
    if (!page.entries.empty())
        tell(&CounterListener::ordersChanged);
    if (open.caughtUp && !wasCaughtUp)
        basket.sweepOrphans();
    if (open.caughtUp)
        payments.caughtUp();
    refresh({}); // what the parts have journalled
    line.settle();
}

// At the head both sides must have the same seats (I12). A copy that does not is damaged: fetched anew once, and the
// second time a person must know.
bool Counter::Impl::isProven(const LogPage& page)
{
    OpenEvent& open = *core.open;
    if (!page.digest || open.base.cursor() != page.headSeq || open.doubtful)
        return true;
    if (*page.digest == open.base.state().digest())
        return true;
    if (!std::exchange(open.rebuilt, true)) {
        resync();
        return false;
    }
    open.doubtful = true;
    notice({ErrorCode::Corrupt,
            "This counter's copy of the event differs from the centre's, again after it was fetched "
            "anew. Seats are shown as not certain; call whoever looks after the programs."});
    return true;
}

void Counter::Impl::pullRefused(const Error& why)
{
    if (why.code == ErrorCode::FutureCursor)
        logs.lostHistory(core.open->event);
    notice(why);
    refresh({});
}

// The cache is disposable: everything but the journal is fetched anew.
void Counter::Impl::resync()
{
    if (std::exchange(fetching, true))
        return;
    puller.stop();
    opener.fetch(core.open->event, [this, number = opening](Result<FetchedEvent> fetched) {
        if (number != opening || !core.open)
            return;
        fetching = false;
        heard(fetched ? Result<void>() : Result<void>(fetched.error()));
        resynced(std::move(fetched));
    });
}

void Counter::Impl::resynced(Result<FetchedEvent> fetched)
{
    OpenEvent& open = *core.open;
    if (!fetched)
        return resyncLater();
    if (Result<void> followed = logs.follow(open.event, fetched->replica); !followed) {
        if (!std::exchange(open.olderLog, true))
            notice(followed.error());
        refresh({});
        return resyncLater();
    }
    if (Result<void> kept = opener.adopt(open.event, *fetched); !kept)
        notice(kept.error()); // it can be fetched again
    open.base = std::move(fetched->replica);
    open.olderLog = false;
    open.caughtUp = false;
    outbox.contestsEnded();
    allotment.askAnew();
    refresh({});
    tell(&CounterListener::viewReset);
    tell(&CounterListener::ordersChanged);
    tell(&CounterListener::casesChanged);
    requests.baseMoved({});
    basket.baseMoved();
    puller.start();
}

void Counter::Impl::resyncLater()
{
    constexpr Milliseconds longest = std::chrono::seconds(10);
    core.after(core.jitter(3, longest), [this, number = opening] {
        if (number == opening && core.open && !drill.isOn())
            resync();
    });
}

void Counter::Impl::otherLog(EventId event)
{
    if (core.open && core.open->event == event)
        return resync();
    lookUpLogs();
}

// An event that is not open has ops for the centre, and the centre another log: fetched, judged, and told what it owes.
void Counter::Impl::lookUpLogs()
{
    constexpr Milliseconds between = std::chrono::minutes(1);
    const Milliseconds now = core.ports.clock.sinceBoot();
    if (lookingUp || drill.isOn() || core.line == LineState::Down || (looked && now - *looked < between))
        return;
    for (const auto& [event, stream] : core.book.streams()) {
        if (!stream.awaitsLog || (core.open && core.open->event == event))
            continue;
        lookingUp = true;
        looked = now;
        lookup.fetch(event, [this, event = event](Result<FetchedEvent> fetched) {
            lookingUp = false;
            if (!fetched)
                return heard(fetched.error());
            if (core.open && core.open->event == event)
                return lookUpLogs(); // opened meanwhile: its cache is ahead of this snapshot
            if (Result<void> followed = logs.follow(event, fetched->replica); !followed)
                return notice(followed.error());
            looked.reset();
            if (Result<void> kept = lookup.adopt(event, *fetched); !kept)
                notice(kept.error());
            logs.greet(event, fetched->replica.state());
            lookUpLogs();
        });
        return;
    }
}

} // namespace parterre

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
    if (drill)
        return core.answer(
            std::move(done),
            Result<void>(Error{ErrorCode::Offline, "This event has not been opened here before; it needs the line."}));
    opener.fetch(event, [this, event, number, done = std::move(done)](Result<Replica> replica) {
        Result<void> result;
        if (!replica)
            result = replica.error();
        else if (number != opening)
            result = Error{ErrorCode::Timeout, "Another event was opened."};
        heard(replica ? Result<void>() : Result<void>(replica.error()));
        if (result)
            show(event, std::move(*replica));
        if (done)
            done(std::move(result));
    });
}

void Counter::Impl::show(EventId event, Replica replica)
{
    core.open.emplace(OpenEvent{event, std::move(replica), {}});
    core.open->overlay = Overlay::of(core.open->base.state(), core.book.unseenAt(event, core.open->base.cursor()));
    for (EventSummary& summary : core.events)
        summary.cached = summary.cached || summary.event == event;
    shownBasket.clear();
    tell(&CounterListener::viewReset); // first: changes of seats are told against a view
    basket.restore();
    tell(&CounterListener::basketChanged);
    tell(&CounterListener::ordersChanged);
    tell(&CounterListener::lineChanged);
    if (!drill)
        puller.start();
}

void Counter::Impl::close()
{
    if (!core.open)
        return;
    ++opening;
    requests.forgetAll();
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
    const bool wasCaughtUp = open.caughtUp;
    std::vector<SeatIndex> touched;
    if (!page.entries.empty()) {
        if (Result<void> applied = open.base.apply(page.entries, touched); !applied) {
            notice(applied.error());
            return resync();
        }
        if (Result<void> stored = opener.store(open.base, open.event, page.entries); !stored)
            notice(stored.error()); // it can be fetched again; selling goes on
    }
    open.headSeq = page.headSeq;
    open.caughtUp = open.base.cursor() >= page.headSeq;
    if (open.caughtUp)
        open.headAt = core.ports.clock.sinceBoot();
    refresh(std::move(touched));
    requests.baseMoved(page.entries);
    basket.baseMoved();
    allotment.check();
    if (!page.entries.empty())
        tell(&CounterListener::ordersChanged);
    if (open.caughtUp != wasCaughtUp)
        tell(&CounterListener::viewReset); // every seat is fresh now, or none is
    if (open.caughtUp && !wasCaughtUp)
        basket.sweepOrphans();
    line.settle();
}

// The cache is disposable: everything but the journal is fetched anew.
void Counter::Impl::resync()
{
    if (std::exchange(fetching, true))
        return;
    puller.stop();
    const std::uint64_t number = opening;
    opener.fetch(core.open->event, [this, number](Result<Replica> replica) {
        if (number != opening || !core.open)
            return;
        fetching = false;
        heard(replica ? Result<void>() : Result<void>(replica.error()));
        if (!replica) {
            constexpr Milliseconds longest = std::chrono::seconds(10);
            core.after(core.jitter(3, longest), [this, number] {
                if (number == opening && core.open && !drill)
                    resync();
            });
            return;
        }
        core.open->base = std::move(*replica);
        core.open->caughtUp = false;
        refresh({});
        tell(&CounterListener::viewReset);
        tell(&CounterListener::ordersChanged);
        requests.baseMoved({});
        basket.baseMoved();
        puller.start();
    });
}

} // namespace parterre

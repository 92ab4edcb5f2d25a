// Core: what the parts of the counter's machine share: ports, who we are, the op book, the opened event. Internal.
#pragma once

#include "sync/counter/allotment_clock.h"
#include "sync/counter/counter.h"
#include "sync/counter/link.h"
#include "sync/counter/op_book.h"
#include "sync/counter/overlay.h"
#include "sync/counter/replica.h"
#include "sync/counter/seat_view_rule.h"

namespace parterre {

// The event on the screen.
struct OpenEvent
{
    EventId event;
    Replica base;
    Overlay overlay;
    std::uint64_t headSeq = 0;   // of the centre's log when last heard of
    bool caughtUp = false;       // the cursor has been at the head since the event was opened or the line came back
    std::optional<Milliseconds> headAt; // since boot: when the base was last known to be at the head
    bool frozen = false;         // the centre has lost history: no sale on line
    bool allotmentAsked = false; // answered with a refusal: not asked again until the event is opened again
};

class Core
{
public:
    explicit Core(CounterPorts given) : ports(given) {}

    CounterPorts ports;
    CounterListener* listener = nullptr;
    std::optional<DeviceIdentity> identity;
    std::optional<SigningKey> key;
    std::vector<ClerkRecord> clerks;
    std::vector<GrantRecord> grants;
    std::vector<BasketRecord> baskets;
    std::vector<PrintRecord> prints;
    std::vector<EventSummary> events;
    std::string clerk;
    bool signedIn = false;
    OpBook book;
    std::optional<OpenEvent> open;
    LineState line = LineState::Down; // kept by LineMonitor
    std::optional<Error> broken;      // the journal failed once: nothing may be written any more

    Result<void> load(); // journal and cache

    // Why nothing may be sold, held or given back here: the journal failed, or another counter goes by our identity.
    std::optional<Error> barred() const;
    bool enrolled() const { return identity && !identity->device.isNull(); }
    HolderId holder() const { return HolderId{identity->device.bytes}; }
    bool lineOpen() const { return line != LineState::Down && open && !open->frozen; }
    BootTime bootTime() const { return {ports.bootId, ports.clock.sinceBoot(), ports.clock.now()}; }

    // On disk when it answers ok. The first Storage error stops all writing until a restart.
    Result<void> commit(const JournalBatch& batch);
    // Journals one op of the opened event together with whatever must be on disk in the same step; answers its number.
    // The caller refreshes the view and wakes the outbox.
    Result<std::uint64_t> journalOp(Command command, JournalBatch with = {});

    // ---- The counter's own allotment
    const Allotment* ownAllotment() const; // in the base
    Milliseconds allotmentLeft() const;    // zero: it may not sell
    bool sealPending(Fence fence) const;
    // What of it can still be sold or held with the line down.
    Places reservePlaces() const;
    ViewContext viewContext() const;

    // ---- Later, and only while the machine is alive
    void later(std::function<void()> work);
    template <typename T, typename Work>
    Completion<T> guarded(Work work)
    {
        return [alive = std::weak_ptr<int>(m_alive), work = std::move(work)](Result<T> result) mutable {
            if (!alive.expired())
                work(std::move(result));
        };
    }
    Scheduler::TimerId after(Milliseconds delay, std::function<void()> work);
    // Full jitter: anything up to 2^attempt seconds, at most `cap`.
    Milliseconds jitter(std::uint32_t attempt, Milliseconds cap);
    template <typename T>
    void answer(Completion<T> done, Result<T> result)
    {
        if (done)
            later([done = std::move(done), result = std::move(result)] { done(result); });
    }

private:
    void mirror(const JournalBatch& batch);
    std::shared_ptr<int> m_alive = std::make_shared<int>(0);
};

// Errors that say something about the line and nothing about the question.
bool isLineError(ErrorCode code);

} // namespace parterre

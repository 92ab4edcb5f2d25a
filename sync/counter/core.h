// Core: what the parts of the counter's machine share: ports, who we are, the op book, the opened event. Internal.
#pragma once

#include "sync/counter/allotment_clock.h"
#include "sync/counter/counter.h"
#include "sync/counter/journal_watch.h"
#include "sync/counter/link.h"
#include "sync/counter/op_book.h"
#include "sync/counter/overlay.h"
#include "sync/counter/replica.h"
#include "sync/counter/seat_view_rule.h"

namespace parterre {

// Same key, same overlay.
struct OverlayKey
{
    LogId log;
    std::uint64_t cursor = 0;   // of the base
    std::uint64_t revision = 0; // of the book
    std::vector<OrderId> paying;
    friend bool operator==(const OverlayKey&, const OverlayKey&) = default;
};

// The event on the screen.
struct OpenEvent
{
    EventId event;
    Replica base;
    Overlay overlay;
    std::optional<OverlayKey> overlaidBy; // what the overlay was made of; none: it must be made anew
    std::uint64_t headSeq = 0;            // of the centre's log when last heard of
    bool caughtUp = false; // the cursor has been at the head since the event was opened or the line came back
    std::optional<Milliseconds> headAt; // since boot: when the base was last known to be at the head
    bool olderLog = false;              // the centre shows an older log than the one that was followed: refused
    bool rebuilt = false;               // fetched anew because a digest differed: a second time a person must look
    bool doubtful = false;              // and it differed again
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
    std::vector<PaymentRecord> payments;
    std::optional<SuspectRecord> suspected; // perhaps of an earlier installation; see isSuspect()
    std::vector<GuardMark> marks;
    std::vector<EventSummary> events;
    std::string clerk;
    bool signedIn = false;
    OpBook book;
    std::optional<OpenEvent> open;
    LineState line = LineState::Down; // kept by LineMonitor
    std::optional<Error> broken;      // the journal failed once: nothing may be written any more
    std::uint32_t refusals = 0;       // what a clerk wanted and could not have because the line is down

    Result<void> load(); // journal, guard and cache
    // The journal's ops of this installation, anew: after start, and after an enrolment.
    Result<void> loadOps(const JournalContents& contents);

    // Why nothing may be sold, held or given back here: the journal failed, or another counter goes by our identity.
    std::optional<Error> barred() const;
    bool enrolled() const { return identity && !identity->device.isNull(); }
    HolderId holder() const { return HolderId{identity->device.bytes}; }
    bool isSuspect() const { return suspected && identity && suspected->installGen == identity->installGen; }
    Halt halt() const;
    // The centre answers, and its log can be followed.
    bool lineOpen() const;
    BootTime bootTime() const { return {ports.bootId, ports.clock.sinceBoot(), ports.clock.now()}; }

    // On disk when it answers ok; ops are in the guard too. The first Storage error stops all writing until a restart.
    Result<void> commit(const JournalBatch& batch);
    // Journals one op of the opened event together with whatever must be on disk in the same step; answers its number.
    // The caller refreshes the view and wakes the outbox.
    Result<std::uint64_t> journalOp(Command command, JournalBatch with = {});
    // Several in one step, of any event; answers the number of the first.
    Result<std::uint64_t> journalOps(EventId event, std::vector<Command> commands, JournalBatch with = {});
    std::uint32_t outboxFill() const; // per cent

    LogRecord logOf(EventId event) const; // null id: never followed
    void follow(const LogRecord& log) { book.setLog(log); }

    // ---- The counter's own allotment
    const Allotment* ownAllotment() const; // in the base
    Milliseconds allotmentLeft() const;    // by authority and clock; zero: it may not sell
    bool reserveLive() const { return allotmentLeft().count() > 0 && halt() == Halt::None; }
    bool sealPending(Fence fence) const;
    // What of it can still be sold or held with the line down.
    Places reservePlaces() const;
    ViewContext viewContext() const;

    // ---- Provisional sales
    // May they be made now? With the sentence why not.
    Result<void> maySellProvisionally() const;
    // The part of `wanted` (canonical) that is free as far as this counter knows, outside anybody's reserve.
    Places provisionallyFree(const Places& wanted) const;

    // ---- Payments
    std::vector<const PaymentRecord*> openPayments(EventId event) const;
    LocalClaims localClaims() const; // of the opened event
    // From the base and the ops it has not seen, if any of it is new. Answers the seats whose marks differ.
    std::vector<SeatIndex> remakeOverlay();

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
    std::weak_ptr<int> alive() const { return m_alive; }
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
    bool isQuarantined(const BookedStream* opened) const;
    void mirror(const JournalBatch& batch);
    Result<void> moveGuard(const JournalBatch& batch);
    std::shared_ptr<int> m_alive = std::make_shared<int>(0);
};

// Errors that say something about the line and nothing about the question.
bool isLineError(ErrorCode code);

} // namespace parterre

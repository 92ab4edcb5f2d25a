// Outbox: pushes journalled ops in order, one push in flight, until each has its outcome. Never gives up.
#pragma once

#include "sync/counter/core.h"

namespace parterre {

class Outbox
{
public:
    // What the rest of the machine hears.
    struct Hooks
    {
        std::function<void(const Result<void>&)> heard;                    // a push was answered, or why not
        std::function<void(EventId, const std::vector<Outcome>&)> settled; // outcomes, on disk
        std::function<void(const Error&)> alarm;                           // a person must know
        std::function<void(EventId)> otherLog;       // the centre's log of this event is another one than is followed
        std::function<void(std::string)> distrusted; // the centre has other ops of this counter than the journal
    };

    Outbox(Core& core, Hooks hooks) : m_core(core), m_hooks(std::move(hooks)) {}

    void wake();  // something was journalled, or the line is back: push now
    void pause(); // the drill, or signed out: no new push; an answer on its way counts as lost
    void resume();
    // Ask the centre how far it is with this event's ops, so that what one of us has lost shows before anything is
    // sold.
    void probe(EventId event);
    // The log shows that the sale of a hold was carried out, up to `seq`: that is its outcome, kept as if the answer to
    // the push had come. Nothing while ops before it are unanswered; then the answer has to come.
    void proven(EventId event, std::uint64_t opN, std::uint64_t seq);
    // The log has ended contests: what won is sold, and that is written down before anybody hears of it. A restore may
    // lose the end of a contest, and "it was left open" would not be enough to tell then.
    void contestsEnded();
    bool empty() const { return m_core.book.unanswered() == 0; }

private:
    void pushNext();
    void answered(EventId event, Result<OutcomeBatch> result);
    // False: nothing of the batch counts.
    bool isBelievable(EventId event, const OutcomeBatch& batch);
    void settle(EventId event, const OutcomeBatch& batch);
    bool noteInherited(BookedStream& stream, const OutcomeBatch& batch);
    static Outcome lastWord(const BookedOp& booked, const Outcome& outcome);
    Result<std::vector<Outcome>> keep(EventId event, const BookedStream& stream, const OutcomeBatch& batch);
    void stopped(BookedStream& stream, const Error& why, bool progress);
    void retryLater();
    std::optional<EventId> nextEvent() const;

    static constexpr Milliseconds longestWait = std::chrono::minutes(5);

    Core& m_core;
    Hooks m_hooks;
    bool m_paused = false;
    bool m_inFlight = false;
    std::uint64_t m_generation = 0; // of pushes: an answer to an older one is not for us any more
    std::uint32_t m_attempt = 0;
    std::optional<Scheduler::TimerId> m_retry;
    std::optional<EventId> m_last; // served last, so that one event cannot starve another
};

} // namespace parterre

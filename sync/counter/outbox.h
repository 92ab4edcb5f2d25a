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
    };

    Outbox(Core& core, Hooks hooks) : m_core(core), m_hooks(std::move(hooks)) {}

    void wake();  // something was journalled, or the line is back: push now
    void pause(); // the drill, or signed out: no new push; an answer on its way counts as lost
    void resume();
    bool empty() const { return m_core.book.unanswered() == 0; }

private:
    void pushNext();
    void answered(EventId event, std::uint64_t generation, Result<OutcomeBatch> result);
    void settle(EventId event, const OutcomeBatch& batch);
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

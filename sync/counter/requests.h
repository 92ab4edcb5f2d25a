// Requests: ops of the opened event whose answer a clerk is waiting for, each with a deadline.
#pragma once

#include "sync/counter/core.h"

#include <list>

namespace parterre {

struct RequestEnd
{
    enum class Kind {
        Done,       // carried out
        Refused,    // the centre said no; final
        NotAsked,   // it could not even be journalled
        Unanswered, // nobody knows yet: the op stays in the outbox and will have its outcome
    } kind = Kind::Done;
    std::uint64_t opN = 0;
    Error error; // unless Done

    bool done() const { return kind == Kind::Done; }
};

class Requests
{
public:
    static constexpr Milliseconds patience{3000};
    // Answered: done only when the outcome is in the journal, so that it can be told to a centre that a restore has
    // made forget it: what is handed over for it cannot be taken back. Seen: done when the base shows the effect,
    // whether or not the answer to the push has come.
    enum class Until { Answered, Seen };
    using Answer = std::function<void(const RequestEnd&)>;

    // `proven`: the log shows what this op has done, up to that position, and the answer to its push has not come.
    using Proven = std::function<void(std::uint64_t opN, std::uint64_t seq)>;

    Requests(Core& core, std::function<void()> wakeOutbox, Proven proven)
        : m_core(core), m_wakeOutbox(std::move(wakeOutbox)), m_proven(std::move(proven))
    {}

    // `answer` is called once, later. When it says Unanswered, what to do about a late outcome is the asker's business.
    void ask(Command command, JournalBatch with, Until until, Answer answer);

    void settled(const std::vector<Outcome>& outcomes); // of the opened event
    // The base has these entries now. An entry caused by an op proves that it was carried out, even when the answer to
    // the push was lost. Of one that must be Answered its outcome is journalled first.
    void baseMoved(const std::vector<LogEntry>& entries);
    bool awaits(const CauseId& cause) const; // is an entry with this cause the answer to one of them?
    void lineDropped();
    void forgetAll(); // the event is being closed: everything still open ends as Unanswered

private:
    struct Waiting
    {
        std::uint64_t opN = 0;
        CauseId cause;
        Until until = Until::Answered;
        std::optional<Outcome> outcome;
        Scheduler::TimerId deadline = 0;
        Answer answer;
    };
    void end(std::list<Waiting>::iterator waiting, RequestEnd::Kind kind, Error error);
    void endAll(const Error& error);
    void endSeen();

    Core& m_core;
    std::function<void()> m_wakeOutbox;
    Proven m_proven;
    std::list<Waiting> m_waiting;
};

} // namespace parterre

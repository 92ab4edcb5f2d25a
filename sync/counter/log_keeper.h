// LogKeeper: which log of an event may be followed, and what is owed to a centre that was restored from a backup.
#pragma once

#include "sync/counter/core.h"

namespace parterre {

enum class LogVerdict : std::uint8_t {
    Same,     // the one that is followed, or the first one
    Restored, // another, from a backup: it has lost what happened since
    Older,    // another, of an earlier generation than was seen: never followed
};

// Pure. `known.log` null: none was followed before.
LogVerdict judgeLog(const LogRecord& known, LogId log, std::uint32_t logGen);

class LogKeeper
{
public:
    struct Hooks
    {
        std::function<void()> wakeOutbox;
        std::function<void(const Error&)> notice;
        std::function<void()> restored; // another log is followed: what was answered under the one before may be lost
    };

    LogKeeper(Core& core, Hooks hooks) : m_core(core), m_hooks(std::move(hooks)) {}

    // The event goes on from this replica: on disk when it answers. FutureCursor: the centre shows an older log.
    Result<void> follow(EventId event, const Replica& replica);
    // The centre's log ends before what was seen of it: nothing is sold under it any more.
    void lostHistory(EventId event);
    // Tells a restored centre, once it can be told: the reserve is sealed, and here is what was lost, as the ops before
    // this one. Waits for open payments: they may still sell from the reserve.
    void greet(EventId event, const EventState& base);

private:
    Result<void> keep(const LogRecord& log);

    Core& m_core;
    Hooks m_hooks;
};

} // namespace parterre

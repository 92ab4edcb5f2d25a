// LogFollower: hands entries of every event's log to somebody who acts on them outside: once they are durable, and at
// least once, also what was committed while the server was down. In order, but for one that cannot be done now: it is
// tried again later and later while the others pass. Where it stands is kept on disk.
#pragma once

#include "server/api/api_context.h"

#include <deque>
#include <map>
#include <unordered_map>

namespace parterre {

// Answering thread only.
class LogFollower
{
public:
    struct Acts
    {
        // Is there anything to do for such an entry? Asked for every one.
        std::function<bool(const EntryBody&)> concerns;
        // Does it. An error: the same entry again, later. Must be harmless to repeat.
        std::function<void(const EventMirror&, const LogEntry&, Completion<void>)> act;
    };
    // `name` is its own among all followers ("refunds").
    LogFollower(ApiContext& context, std::string name, Acts acts);

    // Goes on where it stood. Of an event it has never seen it takes what comes from now on.
    Result<void> start();
    void committed(const EventMirror& mirror, const CommittedEntries& entries);
    Result<void> savePositions(); // also does it by itself, every few seconds

private:
    struct Failing
    {
        LogEntry entry;
        int failures = 1;
    };
    struct Place
    {
        const EventMirror* mirror = nullptr;
        std::uint64_t seen = 0; // of the log
        std::uint64_t saved = 0;
        std::deque<LogEntry> due;
        bool acting = false;                      // on the first of them
        std::map<std::uint64_t, Failing> failing; // by sequence number
    };
    std::string nameOf(EventId event) const;
    Result<void> catchUp(Place& place);
    void take(Place& place, const LogEntry& entry);
    void actOnNext(EventId event);
    void acted(EventId event, const Result<void>& done);
    void tryAgainLater(EventId event, std::uint64_t seq);
    void triedAgain(EventId event, std::uint64_t seq, const Result<void>& done);
    void scheduleSave();

    ApiContext& m_context;
    std::string m_name;
    Acts m_acts;
    std::unordered_map<EventId, Place> m_places;
    bool m_saveScheduled = false;
};

} // namespace parterre

// LogFollower: hands entries of every event's log to somebody who acts on them outside: in order, once they are
// durable, and at least once, also what was committed while the server was down. Where it stands is kept on disk.
#pragma once

#include "server/api/api_context.h"

#include <deque>
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
        // Does it. Ok: go on with the next. An error: the same entry again, later and later. Must be harmless to
        // repeat.
        std::function<void(const EventMirror&, const LogEntry&, Completion<void>)> act;
    };
    // `name` is its own among all followers ("refunds").
    LogFollower(ApiContext& context, std::string name, Acts acts);

    // Goes on where it stood. Of an event it has never seen it takes what comes from now on.
    Result<void> start();
    void committed(const EventMirror& mirror, const CommittedEntries& entries);
    Result<void> savePositions(); // also does it by itself, every few seconds

private:
    struct Place
    {
        const EventMirror* mirror = nullptr;
        std::uint64_t seen = 0; // of the log
        std::uint64_t saved = 0;
        std::deque<LogEntry> due;
        bool acting = false;
        int failures = 0;
    };
    std::string nameOf(EventId event) const;
    Result<void> catchUp(Place& place);
    void take(Place& place, const LogEntry& entry);
    void actOnNext(EventId event);
    void acted(EventId event, const Result<void>& done);
    void scheduleSave();

    ApiContext& m_context;
    std::string m_name;
    Acts m_acts;
    std::unordered_map<EventId, Place> m_places;
    bool m_saveScheduled = false;
};

} // namespace parterre

// MirrorSet: the mirrors of all events on the thread that answers requests, fed by the arbiter.
#pragma once

#include "server/arbiter/event_mirror.h"

#include <functional>
#include <memory>
#include <unordered_map>

namespace parterre {

// Belongs to the thread it is made on.
class MirrorSet
{
public:
    // Opens every event of `arbiter` and follows it; new events appear by themselves. Between load() and start().
    // `context` lives on this thread and dies before this set does, or with it.
    void follow(Arbiter& arbiter, QObject* context);

    void open(const OpenedEvent& opened); // an event already open stays as it is
    void take(const std::vector<CommittedPtr>& committed);

    const EventMirror* find(EventId event) const; // null: no such event. The address stays valid.
    const std::vector<const EventMirror*>& all() const { return m_all; } // in the order they were opened

    // Called once for every event that moved, after all mirrors of the batch have taken it and before the replies of
    // the batch run: the moment to wake long polls and streams. May be called for any number of listeners.
    using Advanced = std::function<void(const EventMirror&)>;
    void onAdvanced(Advanced listener) { m_listeners.push_back(std::move(listener)); }

    // The same with the entries themselves.
    using Committed = std::function<void(const EventMirror&, const CommittedEntries&)>;
    void onCommitted(Committed listener) { m_readers.push_back(std::move(listener)); }

private:
    std::unordered_map<EventId, std::unique_ptr<EventMirror>> m_mirrors;
    std::vector<const EventMirror*> m_all;
    std::vector<Advanced> m_listeners;
    std::vector<Committed> m_readers;
};

} // namespace parterre

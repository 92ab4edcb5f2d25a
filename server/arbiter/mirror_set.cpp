// MirrorSet: opens, feeds and finds the mirrors.
#include "server/arbiter/mirror_set.h"

namespace parterre {

void MirrorSet::follow(Arbiter& arbiter, QObject* context)
{
    for (const OpenedEvent& opened : arbiter.opened())
        open(opened);
    arbiter.follow(context, [this](const std::vector<CommittedPtr>& committed) { take(committed); });
}

void MirrorSet::open(const OpenedEvent& opened)
{
    const auto [at, fresh] = m_mirrors.try_emplace(opened.record.event);
    if (!fresh)
        return;
    at->second = std::make_unique<EventMirror>(opened);
    m_all.push_back(at->second.get());
}

void MirrorSet::take(const std::vector<CommittedPtr>& committed)
{
    for (const CommittedPtr& stretch : committed) {
        const auto found = m_mirrors.find(stretch->event);
        if (found != m_mirrors.end()) {
            found->second->take(*stretch);
            continue;
        }
        PARTERRE_REQUIRE(stretch->created != nullptr); // every other event was open before the arbiter started
        const StoredEntry& last = stretch->stored.back();
        open({{stretch->event, stretch->created->terms().plan, stretch->logId, last.seq, last.hash}, stretch->created});
    }
    for (const CommittedPtr& stretch : committed) {
        const EventMirror* mirror = find(stretch->event);
        for (const Advanced& listener : m_listeners)
            listener(*mirror);
        for (const Committed& reader : m_readers)
            reader(*mirror, *stretch);
    }
}

const EventMirror* MirrorSet::find(EventId event) const
{
    const auto found = m_mirrors.find(event);
    return found == m_mirrors.end() ? nullptr : found->second.get();
}

} // namespace parterre

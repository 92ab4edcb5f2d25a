// The pull loop.
#include "sync/counter/puller.h"

namespace parterre {

void Puller::start()
{
    stop();
    m_running = true;
    m_attempt = 0;
    pull();
}

void Puller::stop()
{
    m_running = false;
    ++m_generation;
}

void Puller::pull()
{
    if (!m_running || !m_core.open || !m_core.signedIn)
        return;
    const PullQuery query{m_core.open->event, m_core.open->base.logId(), m_core.open->base.cursor(), wait};
    const Milliseconds askedAt = m_core.ports.clock.sinceBoot();
    m_core.ports.link.pullLog(
        query, m_core.guarded<LogPage>([this, askedAt, generation = ++m_generation](Result<LogPage> result) {
            if (generation == m_generation)
                answered(std::move(result), askedAt);
        }));
}

void Puller::pullAfter(Milliseconds delay)
{
    m_core.after(delay, [this, generation = ++m_generation] {
        if (generation == m_generation)
            pull();
    });
}

void Puller::answered(Result<LogPage> result, Milliseconds askedAt)
{
    if (!result && result.error().code == ErrorCode::Resync)
        return m_hooks.resync();
    if (!result) {
        pullAfter(m_core.jitter(m_attempt, longestWait));
        m_attempt = std::min(m_attempt + 1, 20u);
        if (!isLineError(result.error().code) && !std::exchange(m_alarmed, true))
            m_hooks.alarm(result.error());
        return m_hooks.heard(result.error());
    }
    m_attempt = 0;
    m_alarmed = false;
    if (result->logId != m_core.open->base.logId())
        return m_hooks.resync();
    const bool early = result->entries.empty() && m_core.ports.clock.sinceBoot() - askedAt < breath;
    const std::uint64_t generation = m_generation;
    m_hooks.arrived(*result);
    if (generation != m_generation)
        return; // the page asked for a new beginning
    m_hooks.heard(Result<void>());
    if (generation == m_generation)
        early ? pullAfter(breath) : pull();
}

} // namespace parterre

// Relay: an inbox under a mutex and one Qt event that says "look into it".
#include "server/relay/relay.h"

#include <QCoreApplication>
#include <QEvent>
#include <QThread>

#include <utility>

namespace parterre {
namespace {

// Deleted on its own thread, after what was posted before; when that thread is gone, right here.
void deleteRelay(Relay* relay)
{
    const auto* thread = relay->thread();
    if (thread == nullptr || thread->isFinished())
        delete relay;
    else
        relay->deleteLater();
}

} // namespace

void Relay::post(std::function<void()> work)
{
    bool first = false;
    {
        const std::lock_guard lock(m_mutex);
        first = m_inbox.empty();
        m_inbox.push_back(std::move(work));
    }
    if (first)
        QCoreApplication::postEvent(this, new QEvent(QEvent::User));
}

void Relay::customEvent(QEvent*)
{
    if (m_running) { // an event loop inside a piece of work: the rest waits until that returns, so order is kept
        m_woken = true;
        return;
    }
    m_running = true;
    std::vector<std::function<void()>> work;
    {
        const std::lock_guard lock(m_mutex);
        work.swap(m_inbox);
    }
    // Only what was there: who posts faster than it is done must not keep timers and other relays of this thread
    // waiting.
    for (std::function<void()>& one : work) {
        one();
        one = nullptr;
    }
    m_running = false;
    if (std::exchange(m_woken, false))
        QCoreApplication::postEvent(this, new QEvent(QEvent::User));
}

RelayPtr relayTo(const QObject* context)
{
    RelayPtr relay(new Relay, deleteRelay);
    relay->moveToThread(context->thread());
    return relay;
}

RelayPtr RelayBook::of(const QObject* context)
{
    const auto* thread = context->thread();
    const std::lock_guard lock(m_mutex);
    for (const RelayPtr& relay : m_relays)
        if (relay->thread() == thread)
            return relay;
    std::erase_if(m_relays, [](const RelayPtr& relay) { return relay->thread() == nullptr; });
    m_relays.push_back(relayTo(context));
    return m_relays.back();
}

} // namespace parterre

// Relay: an inbox under a mutex and one Qt event that says "look into it".
#include "server/relay/relay.h"

#include <QCoreApplication>
#include <QEvent>
#include <QThread>

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
    if (m_running)
        return; // an event loop inside an answer: the loop below goes on when it returns, so order is kept
    m_running = true;
    std::vector<std::function<void()>> work;
    for (;;) {
        {
            const std::lock_guard lock(m_mutex);
            work.swap(m_inbox);
        }
        if (work.empty())
            break;
        for (std::function<void()>& one : work) {
            one();
            one = nullptr;
        }
        work.clear();
    }
    m_running = false;
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

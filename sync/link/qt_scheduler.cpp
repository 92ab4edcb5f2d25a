// One QTimer for each piece of work.
#include "sync/link/qt_scheduler.h"

namespace parterre {

Scheduler::TimerId QtScheduler::after(Milliseconds delay, std::function<void()> work)
{
    const TimerId id = ++m_lastId;
    auto timer = std::make_unique<QTimer>();
    timer->setSingleShot(true);
    timer->setTimerType(Qt::PreciseTimer);
    QObject::connect(timer.get(), &QTimer::timeout, timer.get(), [this, id, work = std::move(work)] {
        const auto found = m_timers.find(id);
        // The timer is calling us: it dies later, and the work may outlive it or end the scheduler.
        found->second.release()->deleteLater();
        m_timers.erase(found);
        const std::function<void()> last = work;
        last();
    });
    timer->start(delay);
    m_timers.emplace(id, std::move(timer));
    return id;
}

void QtScheduler::cancel(TimerId id)
{
    m_timers.erase(id);
}

} // namespace parterre

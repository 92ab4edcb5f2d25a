// QtScheduler: timers of the thread it lives in; needs its event loop.
#pragma once

#include "sync/base/ports.h"

#include <QTimer>

#include <memory>
#include <unordered_map>

namespace parterre {

class QtScheduler : public Scheduler
{
public:
    TimerId after(Milliseconds delay, std::function<void()> work) override;
    void cancel(TimerId id) override;

private:
    TimerId m_lastId = 0;
    std::unordered_map<TimerId, std::unique_ptr<QTimer>> m_timers;
};

} // namespace parterre

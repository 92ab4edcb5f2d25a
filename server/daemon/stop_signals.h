// StopSignals: SIGTERM and SIGINT as an ordinary call on the event loop.
#pragma once

#include <QSocketNotifier>

#include <functional>
#include <memory>

namespace parterre {

// At most one at a time in a process.
class StopSignals
{
public:
    explicit StopSignals(std::function<void()> stop);
    ~StopSignals();

private:
    int m_descriptor;
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace parterre

// StopSignals: SIGTERM, SIGINT and SIGHUP as ordinary calls on the event loop.
#pragma once

#include <QSocketNotifier>

#include <functional>
#include <memory>

namespace parterre {

// At most one at a time in a process.
class StopSignals
{
public:
    // `reload` is called for SIGHUP.
    StopSignals(std::function<void()> stop, std::function<void()> reload);
    ~StopSignals();

private:
    int m_descriptor;
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace parterre

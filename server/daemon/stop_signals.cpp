// By signalfd: the signals are blocked and read like a file, so no handler runs in the middle of anything.
#include "server/daemon/stop_signals.h"

#include "sync/base/require.h"

#include <csignal>
#include <sys/signalfd.h>
#include <unistd.h>

namespace parterre {

StopSignals::StopSignals(std::function<void()> stop, std::function<void()> reload)
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGHUP);
    // Before any thread is started, so that all of them inherit the mask.
    PARTERRE_REQUIRE(pthread_sigmask(SIG_BLOCK, &signals, nullptr) == 0);
    std::signal(SIGPIPE, SIG_IGN);
    m_descriptor = signalfd(-1, &signals, SFD_CLOEXEC | SFD_NONBLOCK);
    PARTERRE_REQUIRE(m_descriptor >= 0);
    m_notifier = std::make_unique<QSocketNotifier>(m_descriptor, QSocketNotifier::Read);
    QObject::connect(m_notifier.get(), &QSocketNotifier::activated,
                     [this, stop = std::move(stop), reload = std::move(reload)] {
                         signalfd_siginfo info;
                         while (::read(m_descriptor, &info, sizeof info) == sizeof info)
                             info.ssi_signo == SIGHUP ? reload() : stop();
                     });
}

StopSignals::~StopSignals()
{
    m_notifier.reset();
    ::close(m_descriptor);
}

} // namespace parterre

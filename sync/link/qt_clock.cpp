// Reads the clocks of Linux.
#include "sync/link/qt_clock.h"

#include "sync/base/require.h"

#include <QDateTime>
#include <QFile>

#include <ctime>

namespace parterre {

Instant QtClock::now() const
{
    return {QDateTime::currentMSecsSinceEpoch()};
}

Milliseconds QtClock::sinceBoot() const
{
    timespec time{};
    PARTERRE_REQUIRE(clock_gettime(CLOCK_BOOTTIME, &time) == 0);
    return std::chrono::seconds(time.tv_sec) + Milliseconds(time.tv_nsec / 1'000'000);
}

std::string QtClock::bootId()
{
    QFile file(QStringLiteral("/proc/sys/kernel/random/boot_id"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return file.readAll().trimmed().toStdString();
}

} // namespace parterre

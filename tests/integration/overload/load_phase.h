// LoadPhase: so many seconds of one kind of load on the server, with what it cost both sides.
#pragma once

#include "server/rehearse/arrivals.h"
#include "server/rehearse/crowd.h"
#include "tests/integration/overload/buyer.h"

#include <QFile>
#include <QString>

#include <sys/resource.h>
#include <unistd.h>

namespace parterre::testing {

// The figure of a line in /proc/PID/status, in bytes; 0 when there is none.
inline std::uint64_t memoryOf(qint64 pid, const QByteArray& name = "VmRSS:")
{
    QFile file(QStringLiteral("/proc/%1/status").arg(pid));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray text = file.readAll();
    const qsizetype at = text.indexOf(name);
    return at < 0 ? 0 : text.mid(at + name.size(), 20).trimmed().split(' ').front().toULongLong() * 1024;
}

inline double processorSecondsOf(qint64 pid)
{
    QFile file(QStringLiteral("/proc/%1/stat").arg(pid));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray text = file.readAll();
    const auto fields = text.mid(text.lastIndexOf(')') + 2).split(' ');
    return static_cast<double>(fields[11].toLongLong() + fields[12].toLongLong()) /
           static_cast<double>(::sysconf(_SC_CLK_TCK));
}

inline double ownProcessorSeconds()
{
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

class LoadPhase
{
public:
    LoadPhase(const Target& target, qint64 server, Shop& shop, std::size_t lines)
        : m_server(server), m_shop(shop), m_crowd(m_loop, target, m_recorder, {Microseconds(10'000'000), lines, true})
    {}

    // `workers` who buy one seat after the other.
    void closed(std::size_t workers, int seconds)
    {
        m_shop.again = true;
        m_shop.closing = false;
        for (std::size_t i = 0; i < workers; ++i)
            m_crowd.admit(std::make_unique<Buyer>(m_shop), from(i), Microseconds(0));
        run(seconds);
    }
    // `rate` a second come, whatever the server does.
    void open(double rate, int seconds)
    {
        m_shop.again = false;
        m_shop.closing = false;
        m_arrivals = poissonArrivals(7, 7, static_cast<std::size_t>(rate * seconds), Microseconds(0),
                                     Microseconds(1'000'000) * seconds);
        admitDue();
        run(seconds);
    }

    // Accepted holds and payments a second, without the first and the last second.
    double goodput() const
    {
        double accepted = 0;
        for (int second = 1; second + 1 < m_seconds; ++second)
            if (static_cast<std::size_t>(second) < m_recorder.seconds().size())
                accepted +=
                    m_recorder.seconds()[static_cast<std::size_t>(second)].holds +
                    static_cast<double>(m_recorder.seconds()[static_cast<std::size_t>(second)].checkoutTimes.count());
        return accepted / (m_seconds - 2);
    }
    double purchasesASecond() const { return static_cast<double>(orders()) / m_seconds; }
    std::uint64_t orders() const { return m_recorder.count(Call::Checkout, Kind::Accepted); }
    std::uint64_t came() const { return m_arrivals.size(); }
    const Recorder& recorder() const { return m_recorder; }
    std::uint64_t memoryBefore() const { return m_memoryBefore; }
    std::uint64_t memoryMost() const { return m_memoryMost; }
    std::size_t mostLines() const { return m_mostLines; }

    QString text(const QString& name) const
    {
        const auto ms = [](Microseconds time) { return static_cast<double>(time.count()) / 1000; };
        QString lines =
            QStringLiteral("%1: %2 s, goodput %3/s, orders %4, came %5, processor: server %6 s, generator %7 "
                           "s; generator late p99 %8 ms, most connections %9")
                .arg(name)
                .arg(m_seconds)
                .arg(goodput(), 0, 'f', 0)
                .arg(orders())
                .arg(came())
                .arg(m_serverSeconds, 0, 'f', 1)
                .arg(m_ownSeconds, 0, 'f', 1)
                .arg(ms(m_recorder.lateness().percentile(0.99)), 0, 'f', 1)
                .arg(m_mostLines);
        for (const Call call : {Call::EventPage, Call::Seats, Call::Hold, Call::Checkout})
            for (const Kind kind : {Kind::Accepted, Kind::Refused, Kind::TurnedAway, Kind::Failed})
                if (const rehearsal::Histogram& times = m_recorder.times(call, kind); times.count() > 0)
                    lines += QStringLiteral("\n    %1 %2: %3, p50 %4 ms, p99 %5 ms, max %6 ms")
                                 .arg(QString::fromUtf8(callName(call).data()), -11)
                                 .arg(QString::fromUtf8(kindName(kind).data()), -11)
                                 .arg(times.count(), 7)
                                 .arg(ms(times.percentile(0.5)), 0, 'f', 1)
                                 .arg(ms(times.percentile(0.99)), 0, 'f', 1)
                                 .arg(ms(times.max()), 0, 'f', 1);
        return lines + QStringLiteral("\n    memory of the server: %1 MB before, %2 MB at most")
                           .arg(m_memoryBefore / 1'000'000)
                           .arg(m_memoryMost / 1'000'000);
    }

private:
    // From 200 addresses: the server limits each.
    static Origin from(std::size_t number) { return {0x7F01'0001U + static_cast<std::uint32_t>(number % 200), {}}; }

    void admitDue()
    {
        const Microseconds now = m_loop.now();
        for (; m_admitted < m_arrivals.size() && m_arrivals[m_admitted] <= now; ++m_admitted)
            m_crowd.admit(std::make_unique<Buyer>(m_shop), from(m_admitted), m_arrivals[m_admitted]);
        if (m_admitted < m_arrivals.size())
            m_loop.at(m_arrivals[m_admitted], [this] { admitDue(); });
    }
    void look()
    {
        m_memoryMost = std::max(m_memoryMost, memoryOf(m_server));
        m_mostLines = std::max(m_mostLines, m_crowd.lines());
        const Microseconds now = m_loop.now();
        const Microseconds end = Microseconds(1'000'000) * m_seconds;
        m_shop.closing = now >= end;
        if (now >= end && (m_crowd.present() == 0 || now > end + Microseconds(12'000'000)))
            return m_loop.stop();
        m_loop.at(now + Microseconds(50'000), [this] { look(); });
    }
    void run(int seconds)
    {
        m_seconds = seconds;
        m_memoryBefore = memoryOf(m_server);
        const double server = processorSecondsOf(m_server);
        const double own = ownProcessorSeconds();
        look();
        m_loop.run();
        m_serverSeconds = processorSecondsOf(m_server) - server;
        m_ownSeconds = ownProcessorSeconds() - own;
        m_crowd.sendHome();
    }

    qint64 m_server;
    Shop& m_shop;
    EventLoop m_loop;
    Recorder m_recorder;
    Crowd m_crowd;
    std::vector<Microseconds> m_arrivals;
    std::size_t m_admitted = 0;
    int m_seconds = 0;
    std::uint64_t m_memoryBefore = 0;
    std::uint64_t m_memoryMost = 0;
    std::size_t m_mostLines = 0;
    double m_serverSeconds = 0;
    double m_ownSeconds = 0;
};

} // namespace parterre::testing

// ArbiterCounters: the metrics while they grow; written by the writer and by whoever is turned away, read by anybody.
#pragma once

#include "server/arbiter/arbiter_metrics.h"

#include <algorithm>
#include <atomic>

namespace parterre {

// Every number is right by itself; a snapshot of several is not of one instant.
class Tally
{
public:
    void add(std::uint64_t count = 1) { m_value.fetch_add(count, std::memory_order_relaxed); }
    void set(std::uint64_t value) { m_value.store(value, std::memory_order_relaxed); }
    std::uint64_t value() const { return m_value.load(std::memory_order_relaxed); }

private:
    std::atomic<std::uint64_t> m_value{0};
};

class HistogramCounter
{
public:
    void add(std::uint64_t value)
    {
        const auto bucket = std::lower_bound(Histogram::bounds.begin(), Histogram::bounds.end(), value);
        m_counts[static_cast<std::size_t>(bucket - Histogram::bounds.begin())].add();
        m_sum.add(value);
    }
    Histogram value() const
    {
        Histogram histogram;
        for (std::size_t i = 0; i < m_counts.size(); ++i)
            histogram.counts[i] = m_counts[i].value();
        histogram.sum = m_sum.value();
        return histogram;
    }

private:
    std::array<Tally, Histogram::bounds.size() + 1> m_counts;
    Tally m_sum;
};

struct ArbiterCounters
{
    Tally commands, refused, replayed, overloaded, entries, commits, failedCommits, frozenEvents;
    HistogramCounter batchCommands, commitMs, queueDelayMs;

    // `queued` is the queue's to say.
    ArbiterMetrics value(std::uint64_t queued) const
    {
        ArbiterMetrics metrics;
        metrics.commands = commands.value();
        metrics.refused = refused.value();
        metrics.replayed = replayed.value();
        metrics.overloaded = overloaded.value();
        metrics.entries = entries.value();
        metrics.commits = commits.value();
        metrics.failedCommits = failedCommits.value();
        metrics.frozenEvents = frozenEvents.value();
        metrics.queued = queued;
        metrics.batchCommands = batchCommands.value();
        metrics.commitMs = commitMs.value();
        metrics.queueDelayMs = queueDelayMs.value();
        return metrics;
    }
};

} // namespace parterre

// New names for restored logs.
#include "server/arbiter/log_restore.h"

#include "server/arbiter/event_shelf.h"

#include <algorithm>

namespace parterre {
namespace {

// A generation of its own for every ten minutes since 2026, so that two restores of the same backup differ even when
// nobody knows of the other. It need not be right: it only has to grow, and greatestLogGen() sees to that.
std::uint32_t genOfTime(Instant now)
{
    constexpr std::int64_t start = 1'767'225'600'000; // 2026-01-01T00:00:00Z
    constexpr std::int64_t step = 600'000;
    return static_cast<std::uint32_t>(std::clamp<std::int64_t>((now.ms - start) / step, 1, (1 << 22) - 2));
}

std::uint32_t greatest(const EventShelf& shelf)
{
    std::uint32_t gen = 0;
    for (const auto& event : shelf.all())
        gen = std::max(gen, event->state().logGen());
    return gen;
}

} // namespace

Result<std::uint32_t> greatestLogGen(Ledger& ledger)
{
    EventShelf shelf(ledger);
    if (Result<void> loaded = shelf.load(); !loaded)
        return loaded.error();
    return greatest(shelf);
}

Result<RestoredLogs> restoreLogs(Ledger& ledger, const Clock& clock, Random& random,
                                 const std::vector<DeviceId>& awaited, std::uint32_t atLeast)
{
    EventShelf shelf(ledger);
    if (Result<void> loaded = shelf.load(); !loaded)
        return loaded.error();
    const Instant now = clock.now();
    RestoredLogs restored;
    restored.logGen = std::max({greatest(shelf) + 1, atLeast + 1, genOfTime(now)});
    LedgerBatch batch;
    for (const auto& event : shelf.all()) {
        if (event->state().seq() == 0)
            continue;
        const Result<Stretch> done = event->run(RestoreLog{restored.logGen, awaited}, {}, now);
        if (!done)
            return done.error();
        LedgerBatch::Event entries = event->takePending();
        entries.renewed = randomId<LogId>(random);
        batch.events.push_back(std::move(entries));
    }
    restored.events = batch.events.size();
    if (batch.empty())
        return restored;
    if (Result<void> stored = ledger.commit(batch); !stored)
        return stored.error();
    return restored;
}

} // namespace parterre

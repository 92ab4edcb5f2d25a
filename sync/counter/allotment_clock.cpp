// The local stop, on a clock that counts suspension.
#include "sync/counter/allotment_clock.h"

#include "sync/domain/allotment_rule.h"

#include <algorithm>

namespace parterre {

std::optional<Milliseconds> elapsedSince(const GrantRecord& grant, const BootTime& now)
{
    constexpr Milliseconds rebootPenalty = std::chrono::seconds(120);
    constexpr Milliseconds longest = std::chrono::days(30);
    const bool rebooted = grant.bootId != now.bootId || now.sinceBoot < grant.sentSinceBoot;
    if (!rebooted)
        return now.sinceBoot - grant.sentSinceBoot;
    const Milliseconds wall = now.wall - grant.sentAt;
    if (wall.count() < 0 || wall > longest)
        return std::nullopt;
    return wall + rebootPenalty;
}

Milliseconds reserveLeft(const Allotment& allotment, const GrantRecord& grant, const BootTime& now)
{
    const std::optional<Milliseconds> elapsed = elapsedSince(grant, now);
    if (!elapsed)
        return Milliseconds(0);
    return std::max(allotment.duration - allotmentMargin(allotment.duration) - *elapsed, Milliseconds(0));
}

} // namespace parterre

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

// Fences grow with every grant, so the oldest has the smallest.
const GrantRecord* grantOf(const Allotment& allotment, EventId event, const std::vector<GrantRecord>& grants)
{
    const GrantRecord* found = nullptr;
    for (const GrantRecord& grant : grants) {
        if (grant.event != event || !allotment.isUnder(grant.fence))
            continue;
        if (grant.fence == allotment.fence)
            return &grant;
        if (!found || grant.fence < found->fence)
            found = &grant;
    }
    return found;
}

Milliseconds reserveLeft(const Allotment& allotment, const GrantRecord& grant, const BootTime& now)
{
    const std::optional<Milliseconds> elapsed = elapsedSince(grant, now);
    if (!elapsed)
        return Milliseconds(0);
    return std::max(allotment.duration - allotmentMargin(allotment.duration) - *elapsed, Milliseconds(0));
}

} // namespace parterre

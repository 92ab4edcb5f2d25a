// How much one hold may be of: the rule, for who decides and for who wants to know before.
#pragma once

#include "sync/domain/terms.h"

#include <algorithm>

namespace parterre {

// Seats and standing units together. `isFan`: on the web.
inline std::uint32_t mostUnits(const HoldRules& rules, bool isFan)
{
    return isFan ? std::min(rules.maxUnitsPerFanHold, rules.maxUnitsPerHold) : rules.maxUnitsPerHold;
}

} // namespace parterre

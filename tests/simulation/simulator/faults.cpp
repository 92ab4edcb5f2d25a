// Names of faults, and the draw.
#include "tests/simulation/simulator/faults.h"

namespace parterre::testing {

const char* nameOf(FaultKind kind)
{
    static constexpr const char* names[faultKinds] = {
        "loss",      "repeat",      "delay",        "partition",  "counter-crash", "server-crash",
        "torn-disk", "failed-sync", "pause",        "wall-clock", "reboot",        "restore",
        "rollback",  "impatience",  "wrong-button", "drift",      "full-disk",     "centre-disk"};
    return names[static_cast<std::size_t>(kind)];
}

FaultPlan FaultPlan::ofSeed(std::uint64_t seed)
{
    FaultPlan plan;
    KeyedRandom random(seed, 77);
    random.next();
    for (std::size_t i = 0; i < faultKinds; ++i) {
        const auto kind = static_cast<FaultKind>(i);
        const bool cruel = kind == FaultKind::Restore || kind == FaultKind::Rollback || kind == FaultKind::FailedSync ||
                           kind == FaultKind::Impatience || kind == FaultKind::FullDisk ||
                           kind == FaultKind::CentreDisk;
        plan.on[i] = random.chance(cruel ? 1 : 2, cruel ? 6 : 4);
    }
    return plan;
}

std::vector<FaultKind> FaultPlan::kinds() const
{
    std::vector<FaultKind> list;
    for (std::size_t i = 0; i < faultKinds; ++i)
        if (on[i])
            list.push_back(static_cast<FaultKind>(i));
    return list;
}

std::string FaultPlan::names() const
{
    std::string text;
    for (const FaultKind kind : kinds())
        text += (text.empty() ? "" : ",") + std::string(nameOf(kind));
    return text.empty() ? "none" : text;
}

} // namespace parterre::testing

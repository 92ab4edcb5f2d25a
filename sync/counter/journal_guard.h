// JournalGuard: remembers how far the journal had come, on another disk or in another folder than the journal. A
// journal behind its guard was rolled back (I19).
#pragma once

#include "sync/base/result.h"
#include "sync/wire/op.h"

#include <vector>

namespace parterre {

// The last op of one stream.
struct GuardMark
{
    DeviceId device;
    std::uint32_t installGen = 1;
    EventId event;
    std::uint64_t opN = 0;
    Bytes32 hash{};
    friend bool operator==(const GuardMark&, const GuardMark&) = default;
};

class JournalGuard
{
public:
    virtual ~JournalGuard() = default;
    // Empty at the first start. Error: Corrupt, Storage.
    virtual Result<std::vector<GuardMark>> load() = 0;
    // All marks at once: after a power cut the old ones or the new ones, never a mixture. Marks that lag do no harm but
    // that of noticing less.
    virtual Result<void> store(const std::vector<GuardMark>& marks) = 0;
};

} // namespace parterre

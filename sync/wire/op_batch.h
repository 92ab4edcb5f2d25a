// OpBatch: what one push carries.
#pragma once

#include "sync/wire/outcome.h"

namespace parterre {

// Ops of one (device, installGen, event) in order.
struct OpBatch
{
    static constexpr std::size_t maxOps = 200;
    static constexpr std::size_t maxBytes = 256 * 1024;
    DeviceId device;
    std::uint32_t installGen = 1;
    EventId event;
    std::vector<SealedOp> ops;
    // What the counter was told before, of those of the ops that were answered once: the centre has lost both since, by
    // a restore from backup. What was refused stays refused, what was sold stays sold.
    std::vector<Outcome> told;
    friend bool operator==(const OpBatch&, const OpBatch&) = default;
};

Bytes encodeOpBatch(const OpBatch& batch);
// TooLarge: more than maxBytes or maxOps. Malformed.
Result<OpBatch> decodeOpBatch(const Bytes& bytes);

} // namespace parterre

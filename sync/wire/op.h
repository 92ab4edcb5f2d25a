// Op: one operation journalled by a counter. Its bytes are made once, stored, and sent unchanged for ever.
#pragma once

#include "sync/base/result.h"
#include "sync/domain/commands.h"
#include "sync/domain/entries.h"
#include "sync/wire/bytes.h"

#include <array>

namespace parterre {

using LogId = Id128<struct LogIdTag>; // identity of one event log; new after every restore from backup
using Signature = std::array<std::uint8_t, 64>;

// (device, installGen, event, opN) names an op; opN is gap-free from 1 and is the upload order.
struct Op
{
    DeviceId device;
    std::uint32_t installGen = 1;
    EventId event;
    std::uint64_t opN = 0;
    Instant at; // the counter's wall clock; information only
    std::string clerk;
    Command command;
    friend bool operator==(const Op&, const Op&) = default;
};

// An op as it lies in the journal and travels: hash = BLAKE2b-256(previous hash ‖ bytes), signed by the device key.
struct SealedOp
{
    std::uint64_t opN = 0;
    Bytes bytes;
    Bytes32 hash{};
    Signature signature{};
    friend bool operator==(const SealedOp&, const SealedOp&) = default;
};

Bytes encodeOp(const Op& op);
Result<Op> decodeOp(const Bytes& bytes);
Bytes32 opHash(const Bytes32& previous, const Bytes& bytes);

// The cause that entries of this op carry: the first 16 bytes of its hash.
CauseId causeOf(const Bytes32& hash);

} // namespace parterre

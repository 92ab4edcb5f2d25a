// The hash chain that links the entries of a log (I9).
#pragma once

#include "sync/wire/op.h"

namespace parterre {

// BLAKE2b-256(previous ‖ seq ‖ at ‖ cause ‖ body), numbers as 8 bytes big-endian. The chain starts from 32 zero bytes.
Bytes32 entryHash(const Bytes32& previous, std::uint64_t seq, Instant at, const CauseId& cause, const Bytes& body);

} // namespace parterre

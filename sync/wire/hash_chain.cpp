// The hash chain of a log.
#include "sync/wire/hash_chain.h"

#include "sync/wire/hash_stream.h"

namespace parterre {

Bytes32 entryHash(const Bytes32& previous, std::uint64_t seq, Instant at, const CauseId& cause, const Bytes& body)
{
    HashStream hash;
    hash.add(previous.data(), previous.size());
    hash.addNumber(seq);
    hash.addNumber(static_cast<std::uint64_t>(at.ms));
    hash.add(cause.bytes.data(), cause.bytes.size());
    hash.add(body.constData(), static_cast<std::size_t>(body.size()));
    return hash.result();
}

} // namespace parterre

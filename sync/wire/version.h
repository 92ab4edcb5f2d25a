// The version byte that leads every message, and what it means.
#pragma once

#include "sync/wire/cbor_reader.h"
#include "sync/wire/cbor_writer.h"

namespace parterre {

// First field of every envelope (op, batches, page, snapshot, plan, terms). Raised when an envelope's own fields
// change; new kinds of entries, commands and outcomes are appended to their lists and need no new version.
inline constexpr std::uint64_t wireVersion = 1;

inline void writeEnvelope(CborWriter& writer, std::size_t fields)
{
    writer.array(1 + fields);
    writer.unsignedInteger(wireVersion);
}

inline void readEnvelope(CborReader& reader, std::size_t fields)
{
    reader.field("version");
    reader.arrayOf(1 + fields);
    if (reader.unsignedInteger(UINT8_MAX) != wireVersion)
        reader.fail("version 1");
}

} // namespace parterre

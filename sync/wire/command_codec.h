// Wire layout of every command: what an op carries.
#pragma once

#include "sync/domain/commands.h"
#include "sync/wire/cbor_reader.h"
#include "sync/wire/cbor_writer.h"

namespace parterre {

Bytes encodeCommand(const Command& command);
// Checked as data from outside (CborReader::Trust::Outside). Error: Malformed.
Result<Command> decodeCommand(const Bytes& bytes);

void writeCommand(CborWriter& writer, const Command& command);
void readCommand(CborReader& reader, Command& command);

} // namespace parterre

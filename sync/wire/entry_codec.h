// Wire layout of every entry of an event log, for the codecs that embed entries.
#pragma once

#include "sync/domain/entries.h"
#include "sync/wire/cbor_reader.h"
#include "sync/wire/cbor_writer.h"

namespace parterre {

void writeEntry(CborWriter& writer, const EntryBody& body);
void readEntry(CborReader& reader, EntryBody& body);

} // namespace parterre

// Codec of log entries.
#include "sync/wire/entry_codec.h"

#include "sync/wire/entry_fields.h"
#include "sync/wire/log_page.h"

namespace parterre {

void writeEntry(CborWriter& writer, const EntryBody& body)
{
    writeVariant(writer, body);
}

void readEntry(CborReader& reader, EntryBody& body)
{
    readVariant(reader, body);
}

Bytes encodeEntry(const EntryBody& body)
{
    CborWriter writer;
    writeEntry(writer, body);
    return writer.bytes();
}

Result<EntryBody> decodeEntry(const Bytes& bytes)
{
    CborReader reader(bytes, CborReader::Trust::Own);
    EntryBody body;
    readEntry(reader, body);
    reader.finish();
    if (!reader.ok())
        return reader.error("entry");
    return body;
}

} // namespace parterre

// Codec of outcomes.
#include "sync/wire/outcome.h"

#include "sync/wire/outcome_fields.h"
#include "sync/wire/version.h"

namespace parterre {

Bytes encodeOutcome(const Outcome& outcome)
{
    CborWriter writer;
    writeValue(writer, outcome);
    return writer.bytes();
}

Result<Outcome> decodeOutcome(const Bytes& bytes)
{
    return readMessage<Outcome>(bytes, CborReader::Trust::Own, "outcome");
}

Bytes encodeOutcomeBatch(const OutcomeBatch& batch)
{
    CborWriter writer;
    writeEnvelope(writer, 5);
    writeValue(writer, batch.logId);
    writeValue(writer, batch.applied);
    writeValue(writer, batch.headSeq);
    writeValue(writer, batch.outcomes);
    writeValue(writer, batch.stopped);
    return writer.bytes();
}

Result<OutcomeBatch> decodeOutcomeBatch(const Bytes& bytes)
{
    CborReader reader(bytes, CborReader::Trust::Own);
    OutcomeBatch batch;
    readEnvelope(reader, 5);
    reader.field("log_id");
    readValue(reader, batch.logId);
    reader.field("applied");
    readValue(reader, batch.applied);
    reader.field("head_seq");
    readValue(reader, batch.headSeq);
    reader.field("outcomes");
    readValue(reader, batch.outcomes);
    reader.field("stopped");
    readValue(reader, batch.stopped);
    reader.finish();
    if (!reader.ok())
        return reader.error("outcomes");
    return batch;
}

} // namespace parterre

// Codec of pushes.
#include "sync/wire/op_batch.h"

#include "sync/wire/outcome_fields.h"
#include "sync/wire/version.h"

namespace parterre {

template <>
struct WireFields<SealedOp>
{
    static constexpr auto list =
        wireFields(WireField{"op_n", &SealedOp::opN}, WireField{"bytes", &SealedOp::bytes},
                   WireField{"hash", &SealedOp::hash}, WireField{"signature", &SealedOp::signature});
};

Bytes encodeOpBatch(const OpBatch& batch)
{
    CborWriter writer;
    writeEnvelope(writer, 5);
    writeValue(writer, batch.device);
    writeValue(writer, batch.installGen);
    writeValue(writer, batch.event);
    writeValue(writer, batch.ops);
    writeValue(writer, batch.told);
    return writer.bytes();
}

Result<OpBatch> decodeOpBatch(const Bytes& bytes)
{
    if (static_cast<std::size_t>(bytes.size()) > OpBatch::maxBytes)
        return Error{ErrorCode::TooLarge, "op batch: more than 256 KiB"};
    CborReader reader(bytes, CborReader::Trust::Outside);
    OpBatch batch;
    readEnvelope(reader, 5);
    reader.field("device");
    readValue(reader, batch.device);
    reader.field("install_gen");
    readValue(reader, batch.installGen);
    reader.field("event");
    readValue(reader, batch.event);
    reader.field("ops");
    readValue(reader, batch.ops);
    reader.field("told");
    readValue(reader, batch.told);
    reader.finish();
    if (!reader.ok())
        return reader.error("op batch");
    if (batch.ops.size() > OpBatch::maxOps || batch.told.size() > OpBatch::maxOps)
        return Error{ErrorCode::TooLarge, "op batch: more than 200 ops"};
    return batch;
}

} // namespace parterre

// Codec and hash of ops and of the batches that carry them.
#include "sync/wire/op.h"

#include "sync/wire/command_codec.h"
#include "sync/wire/hash_stream.h"
#include "sync/wire/version.h"
#include "sync/wire/wire_fields.h"

namespace parterre {

template <>
struct WireFields<SealedOp>
{
    static constexpr auto list =
        wireFields(WireField{"op_n", &SealedOp::opN}, WireField{"bytes", &SealedOp::bytes},
                   WireField{"hash", &SealedOp::hash}, WireField{"signature", &SealedOp::signature});
};

Bytes encodeOp(const Op& op)
{
    CborWriter writer;
    writeEnvelope(writer, 7);
    writeValue(writer, op.device);
    writeValue(writer, op.installGen);
    writeValue(writer, op.event);
    writeValue(writer, op.opN);
    writeValue(writer, op.at);
    writeValue(writer, op.clerk);
    writeCommand(writer, op.command);
    return writer.bytes();
}

Result<Op> decodeOp(const Bytes& bytes)
{
    CborReader reader(bytes, CborReader::Trust::Outside);
    Op op;
    readEnvelope(reader, 7);
    reader.field("device");
    readValue(reader, op.device);
    reader.field("install_gen");
    readValue(reader, op.installGen);
    reader.field("event");
    readValue(reader, op.event);
    reader.field("op_n");
    readValue(reader, op.opN);
    reader.field("at");
    readValue(reader, op.at);
    reader.field("clerk");
    readValue(reader, op.clerk);
    readCommand(reader, op.command);
    reader.finish();
    if (!reader.ok())
        return reader.error("op");
    return op;
}

Bytes32 opHash(const Bytes32& previous, const Bytes& bytes)
{
    HashStream hash;
    hash.add(previous.data(), previous.size());
    hash.add(bytes.constData(), static_cast<std::size_t>(bytes.size()));
    return hash.result();
}

Bytes encodeOpBatch(const OpBatch& batch)
{
    CborWriter writer;
    writeEnvelope(writer, 4);
    writeValue(writer, batch.device);
    writeValue(writer, batch.installGen);
    writeValue(writer, batch.event);
    writeValue(writer, batch.ops);
    return writer.bytes();
}

Result<OpBatch> decodeOpBatch(const Bytes& bytes)
{
    if (static_cast<std::size_t>(bytes.size()) > OpBatch::maxBytes)
        return Error{ErrorCode::TooLarge, "op batch: more than 256 KiB"};
    CborReader reader(bytes, CborReader::Trust::Outside);
    OpBatch batch;
    readEnvelope(reader, 4);
    reader.field("device");
    readValue(reader, batch.device);
    reader.field("install_gen");
    readValue(reader, batch.installGen);
    reader.field("event");
    readValue(reader, batch.event);
    reader.field("ops");
    readValue(reader, batch.ops);
    reader.finish();
    if (!reader.ok())
        return reader.error("op batch");
    if (batch.ops.size() > OpBatch::maxOps)
        return Error{ErrorCode::TooLarge, "op batch: more than 200 ops"};
    return batch;
}

CauseId causeOf(const Bytes32& hash)
{
    CauseId cause;
    std::copy_n(hash.begin(), cause.bytes.size(), cause.bytes.begin());
    return cause;
}

} // namespace parterre

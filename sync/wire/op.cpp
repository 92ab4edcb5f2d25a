// Codec and hash of ops.
#include "sync/wire/op.h"

#include "sync/wire/command_codec.h"
#include "sync/wire/hash_stream.h"
#include "sync/wire/version.h"
#include "sync/wire/wire_fields.h"

namespace parterre {

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

CauseId causeOf(const Bytes32& hash)
{
    CauseId cause;
    std::copy_n(hash.begin(), cause.bytes.size(), cause.bytes.begin());
    return cause;
}

} // namespace parterre

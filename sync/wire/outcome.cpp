// Codec of outcomes. Error codes travel by their stable name; Internal, which means "none" here, as an empty text.
#include "sync/wire/outcome.h"

#include "sync/wire/version.h"
#include "sync/wire/wire_fields.h"

namespace parterre {

template <>
struct WireEnumLast<OutcomeKind>
{
    static constexpr auto value = OutcomeKind::Quarantined;
};
template <>
struct WireCustom<ErrorCode>
{
    static void write(CborWriter& writer, ErrorCode code)
    {
        writer.text(code == ErrorCode::Internal ? std::string_view() : wireName(code));
    }
    // A name only a newer peer knows becomes Internal.
    static void read(CborReader& reader, ErrorCode& code) { code = errorCodeFromWireName(reader.text()); }
};
template <>
struct WireFields<Error>
{
    static constexpr auto list = wireFields(WireField{"code", &Error::code}, WireField{"detail", &Error::detail});
};
template <>
struct WireFields<Outcome>
{
    static constexpr auto list = wireFields(WireField{"op_n", &Outcome::opN}, WireField{"kind", &Outcome::kind},
                                            WireField{"error", &Outcome::error}, WireField{"detail", &Outcome::detail},
                                            WireField{"seq", &Outcome::seq}, WireField{"fence", &Outcome::fence});
};

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

// Wire layout of outcomes. Error codes travel by their stable name; Internal, which means "none" here, as an empty text.
#pragma once

#include "sync/wire/outcome.h"
#include "sync/wire/wire_fields.h"

namespace parterre {

template <>
struct WireEnumLast<OutcomeKind>
{
    static constexpr auto value = OutcomeKind::Contested;
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

} // namespace parterre

// Codec of ticket codes.
#include "sync/wire/ticket_code.h"

#include "sync/wire/wire_fields.h"

namespace parterre {

namespace {

// What is in the CBOR; the rest is in the prefix.
struct TicketBody
{
    EventId event;
    TicketSerial serial;
    DeviceId issuer;
    std::string orderCode;
    std::string place;
    std::string priceType;
};

} // namespace

template <>
struct WireFields<TicketBody>
{
    static constexpr auto list =
        wireFields(WireField{"event", &TicketBody::event}, WireField{"serial", &TicketBody::serial},
                   WireField{"issuer", &TicketBody::issuer}, WireField{"order_code", &TicketBody::orderCode},
                   WireField{"place", &TicketBody::place}, WireField{"price_type", &TicketBody::priceType});
};

namespace {

constexpr std::string_view confirmedPrefix = "P1.";
constexpr std::string_view provisionalPrefix = "Q1.";
static_assert(confirmedPrefix.size() == provisionalPrefix.size());

std::string_view prefixOf(bool provisional)
{
    return provisional ? provisionalPrefix : confirmedPrefix;
}

// The longest start of `text` of at most `max` bytes that does not cut a character of UTF-8.
std::string shortened(const std::string& text, std::size_t max)
{
    if (text.size() <= max)
        return text;
    std::size_t size = max;
    while (size > 0 && (static_cast<unsigned char>(text[size]) & 0xc0) == 0x80)
        --size;
    return text.substr(0, size);
}

Bytes signedPart(const Bytes& content, bool provisional)
{
    const std::string_view prefix = prefixOf(provisional);
    return Bytes(prefix.data(), static_cast<qsizetype>(prefix.size())) + content;
}

} // namespace

Bytes encodeTicketCode(const TicketContent& content, const SigningKey& key)
{
    const TicketBody fitting{content.event,
                             content.serial,
                             content.issuer,
                             shortened(content.orderCode, 8),
                             shortened(content.place, 40),
                             shortened(content.priceType, 15)};
    CborWriter writer;
    writeValue(writer, fitting);
    const Signature signature = key.sign(signedPart(writer.bytes(), content.provisional));
    writer.raw(signature.data(), signature.size());
    const Bytes code = signedPart(toBase64Url(writer.data(), writer.size()), content.provisional);
    PARTERRE_REQUIRE(code.size() <= maxTicketCodeChars);
    return code;
}

Result<TicketContent> verifyTicketCode(const Bytes& text, const TicketKeys& keyOf)
{
    const auto prefixSize = static_cast<qsizetype>(confirmedPrefix.size());
    const auto begins = [&](std::string_view prefix) { return text.startsWith(QByteArrayView(prefix.data(), prefixSize)); };
    const bool provisional = begins(provisionalPrefix);
    if (text.size() > maxTicketCodeChars || (!provisional && !begins(confirmedPrefix)))
        return Error{ErrorCode::Malformed, "ticket code: not a code of this system"};
    const auto decoded = fromBase64Url(text.mid(prefixSize));
    Signature signature;
    const auto signatureSize = static_cast<qsizetype>(signature.size());
    if (!decoded || decoded->size() <= signatureSize)
        return Error{ErrorCode::Malformed, "ticket code: not base64url"};
    const Bytes body = decoded->chopped(signatureSize);
    std::memcpy(signature.data(), decoded->constData() + body.size(), signature.size());
    auto content = readMessage<TicketBody>(body, CborReader::Trust::Outside, "ticket code");
    if (!content)
        return content.error();
    const auto key = keyOf(content->issuer);
    const Bytes covered = signedPart(body, provisional);
    if (!key || !verifySignature(*key, covered.constData(), static_cast<std::size_t>(covered.size()), signature))
        return Error{ErrorCode::BadSignature, "ticket code: not signed by its issuer"};
    return TicketContent{content->event, content->serial,    content->issuer, content->orderCode,
                         content->place, content->priceType, provisional};
}

Result<TicketContent> verifyTicketCode(const Bytes& text, const PublicKey& key)
{
    return verifyTicketCode(text, [&key](DeviceId) { return std::optional(key); });
}

} // namespace parterre

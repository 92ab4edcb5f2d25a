// Codec of ticket codes.
#include "sync/wire/ticket_code.h"

#include "sync/wire/wire_fields.h"

namespace parterre {

template <>
struct WireFields<TicketContent>
{
    static constexpr auto list =
        wireFields(WireField{"event", &TicketContent::event}, WireField{"serial", &TicketContent::serial},
                   WireField{"issuer", &TicketContent::issuer}, WireField{"order_code", &TicketContent::orderCode},
                   WireField{"place", &TicketContent::place}, WireField{"price_type", &TicketContent::priceType});
};

namespace {

constexpr std::string_view prefix = "P1.";

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

Bytes signedPart(const Bytes& content)
{
    return Bytes(prefix.data(), prefix.size()) + content;
}

} // namespace

Bytes encodeTicketCode(const TicketContent& content, const SigningKey& key)
{
    TicketContent fitting = content;
    fitting.orderCode = shortened(content.orderCode, 8);
    fitting.place = shortened(content.place, 40);
    fitting.priceType = shortened(content.priceType, 15);
    CborWriter writer;
    writeValue(writer, fitting);
    const Signature signature = key.sign(signedPart(writer.bytes()));
    writer.raw(signature.data(), signature.size());
    const Bytes code = signedPart(toBase64Url(writer.data(), writer.size()));
    PARTERRE_REQUIRE(code.size() <= maxTicketCodeChars);
    return code;
}

Result<TicketContent> verifyTicketCode(const Bytes& text, const TicketKeys& keyOf)
{
    const auto prefixSize = static_cast<qsizetype>(prefix.size());
    if (text.size() > maxTicketCodeChars || !text.startsWith(QByteArrayView(prefix.data(), prefixSize)))
        return Error{ErrorCode::Malformed, "ticket code: not a code of this system"};
    const auto decoded = fromBase64Url(text.mid(prefixSize));
    Signature signature;
    const auto signatureSize = static_cast<qsizetype>(signature.size());
    if (!decoded || decoded->size() <= signatureSize)
        return Error{ErrorCode::Malformed, "ticket code: not base64url"};
    const Bytes body = decoded->chopped(signatureSize);
    std::memcpy(signature.data(), decoded->constData() + body.size(), signature.size());
    auto content = readMessage<TicketContent>(body, CborReader::Trust::Outside, "ticket code");
    if (!content)
        return content;
    const auto key = keyOf(content->issuer);
    const Bytes covered = signedPart(body);
    if (!key || !verifySignature(*key, covered.constData(), static_cast<std::size_t>(covered.size()), signature))
        return Error{ErrorCode::BadSignature, "ticket code: not signed by its issuer"};
    return content;
}

Result<TicketContent> verifyTicketCode(const Bytes& text, const PublicKey& key)
{
    return verifyTicketCode(text, [&key](DeviceId) { return std::optional(key); });
}

} // namespace parterre

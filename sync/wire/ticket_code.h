// The code on a ticket: who may come in, signed, so that a door can check it without asking anybody.
#pragma once

#include "sync/domain/claims.h"
#include "sync/wire/signing.h"

#include <functional>
#include <string>

namespace parterre {

struct TicketContent
{
    EventId event;
    TicketSerial serial;
    DeviceId issuer;       // the counter that signed; null: the server
    std::string orderCode; // at most 8 bytes
    std::string place;     // label of the seat or name of the standing area
    std::string priceType;
    bool provisional = false; // sold outside any authority: worth nothing unless the centre has confirmed it since
    friend bool operator==(const TicketContent&, const TicketContent&) = default;
};

inline constexpr qsizetype maxTicketCodeChars = 250; // reads well as an Aztec code of 20 mm

// "P1." (provisional: "Q1.") and base64url of CBOR ‖ Ed25519 signature; the signature covers the prefix ‖ CBOR. At most
// maxTicketCodeChars.
// What the door shows is shortened to fit: the place to 40 bytes of UTF-8, the price type to 15, the order code to 8.
Bytes encodeTicketCode(const TicketContent& content, const SigningKey& key);

// Error: Malformed (not such a code), BadSignature (the issuer is unknown or did not sign this).
using TicketKeys = std::function<std::optional<PublicKey>(DeviceId issuer)>;
Result<TicketContent> verifyTicketCode(const Bytes& text, const TicketKeys& keyOf);
Result<TicketContent> verifyTicketCode(const Bytes& text, const PublicKey& key);

} // namespace parterre

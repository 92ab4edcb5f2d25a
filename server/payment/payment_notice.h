// PaymentNotice: what a payment provider tells the shop over HTTP (a webhook), as JSON, and the signature that proves
// it.
#pragma once

#include "sync/base/instant.h"
#include "sync/base/money.h"
#include "sync/base/result.h"
#include "sync/domain/claims.h"

#include <QByteArray>

#include <string>
#include <string_view>

namespace parterre {

enum class NoticeKind : std::uint8_t { Captured, Declined };

struct PaymentNotice
{
    std::string id; // the same when the notice is sent again
    NoticeKind kind = NoticeKind::Captured;
    OrderId order;
    Money amount;
    std::string reference; // the provider's name for the payment
    friend bool operator==(const PaymentNotice&, const PaymentNotice&) = default;
};

// {"id": "…", "type": "payment.captured", "order": "…", "amount": {"amount": 4550, "currency": "EUR"}, "reference":
// "…"}
QByteArray encodeNotice(const PaymentNotice& notice);
// Malformed naming the field; unknown fields are ignored.
Result<PaymentNotice> decodeNotice(const QByteArray& body);

// "t=1795543200,v1=<64 hex digits>": HMAC-SHA-256 (RFC 2104) over "<seconds>.<body>". The time stops an old notice from
// being played again; what is repeated in time is harmless, as a notice is acted upon once.
inline constexpr Milliseconds noticeTolerance{5 * 60'000};
std::string signNotice(const Bytes32& secret, Instant at, const QByteArray& body);
// BadSignature: not signed with this secret, altered, or more than the tolerance away from `now`.
Result<void> checkNotice(const Bytes32& secret, std::string_view signature, const QByteArray& body, Instant now);

} // namespace parterre

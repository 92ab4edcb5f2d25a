// RequestSignature: a counter's request carries an Ed25519 signature (RFC 8032) of its body by the device key.
#pragma once

#include "sync/base/result.h"
#include "sync/base/strong_id.h"

#include <string_view>

namespace parterre {

// The header's value is base64url without padding of the 64 bytes; what is signed is the body as it travels.
inline constexpr std::string_view signatureHeader = "Parterre-Signature";

// BadSignature when the header is missing (empty), not a signature, or not one of this body by this key.
Result<void> checkRequestSignature(const Bytes32& publicKey, std::string_view header, std::string_view body);

// True for a public key that can have been made by an honest counter (a point of the main subgroup).
bool isSigningKey(const Bytes32& publicKey);

} // namespace parterre

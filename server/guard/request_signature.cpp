// Ed25519 on libsodium.
#include "server/guard/request_signature.h"
#include "server/guard/crypto.h"

#include <sodium.h>

namespace parterre {

Result<void> checkRequestSignature(const Bytes32& publicKey, std::string_view header, std::string_view body)
{
    guard::initialiseCrypto();
    std::array<std::uint8_t, crypto_sign_BYTES> signature{};
    if (header.empty())
        return Error{ErrorCode::BadSignature, "the request carries no " + std::string(signatureHeader)};
    if (!guard::fromBase64Url(header, signature.data(), signature.size()))
        return Error{ErrorCode::BadSignature, std::string(signatureHeader) + " is not a signature"};
    const auto* data = reinterpret_cast<const unsigned char*>(body.data());
    if (crypto_sign_verify_detached(signature.data(), data, body.size(), publicKey.data()) != 0)
        return Error{ErrorCode::BadSignature, "the signature is not one of this body by this counter"};
    return {};
}

bool isSigningKey(const Bytes32& publicKey)
{
    return crypto_core_ed25519_is_valid_point(publicKey.data()) == 1;
}

} // namespace parterre

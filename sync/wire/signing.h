// Ed25519 signatures, BLAKE2b hashes, randomness and base64url, on libsodium. Safe from any thread.
#pragma once

#include "sync/base/ports.h"
#include "sync/base/result.h"
#include "sync/wire/op.h"

namespace parterre {

using PublicKey = std::array<std::uint8_t, 32>;

// A device's or the server's signing key. The seed is the secret; keep it in a file only its owner may read.
class SigningKey
{
public:
    static SigningKey fromSeed(const Bytes32& seed);
    static SigningKey generate();
    const Bytes32& seed() const { return m_seed; }
    const PublicKey& publicKey() const { return m_public; }
    Signature sign(const void* data, std::size_t size) const;
    Signature sign(const Bytes& message) const
    {
        return sign(message.constData(), static_cast<std::size_t>(message.size()));
    }

private:
    Bytes32 m_seed{};
    PublicKey m_public{};
    std::array<std::uint8_t, 64> m_secret{};
};

bool verifySignature(const PublicKey& key, const void* data, std::size_t size, const Signature& signature);

Bytes16 blake2b128(const void* data, std::size_t size);
Bytes32 blake2b256(const void* data, std::size_t size);

// Compares without telling by its time where two byte strings differ.
bool equalConstantTime(const void* a, const void* b, std::size_t size);

Bytes toBase64Url(const void* data, std::size_t size); // no padding
std::optional<Bytes> fromBase64Url(const Bytes& text); // strict

// The operating system's randomness.
class SystemRandom : public Random
{
public:
    void fill(std::uint8_t* out, std::size_t size) override;
};

} // namespace parterre

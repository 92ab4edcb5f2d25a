// libsodium behind the project's types.
#include "sync/wire/signing.h"

#include "sync/wire/hash_stream.h"

#include <sodium.h>

#include <algorithm>
#include <limits>

namespace parterre {

void initSodium()
{
    static const bool ready = sodium_init() >= 0; // the guard of a local static makes this one call
    PARTERRE_REQUIRE(ready);
}

namespace {

template <std::size_t size>
std::array<std::uint8_t, size> blake2b(const void* data, std::size_t length)
{
    initSodium();
    std::array<std::uint8_t, size> hash;
    crypto_generichash(hash.data(), size, static_cast<const unsigned char*>(data), length, nullptr, 0);
    return hash;
}

} // namespace

SigningKey SigningKey::fromSeed(const Bytes32& seed)
{
    initSodium();
    SigningKey key;
    key.m_seed = seed;
    crypto_sign_seed_keypair(key.m_public.data(), key.m_secret.data(), seed.data());
    return key;
}

SigningKey SigningKey::generate()
{
    Bytes32 seed;
    SystemRandom().fill(seed.data(), seed.size());
    return fromSeed(seed);
}

Signature SigningKey::sign(const void* data, std::size_t size) const
{
    Signature signature;
    crypto_sign_detached(signature.data(), nullptr, static_cast<const unsigned char*>(data), size, m_secret.data());
    return signature;
}

bool verifySignature(const PublicKey& key, const void* data, std::size_t size, const Signature& signature)
{
    initSodium();
    return crypto_sign_verify_detached(signature.data(), static_cast<const unsigned char*>(data), size, key.data()) ==
           0;
}

Bytes16 blake2b128(const void* data, std::size_t size)
{
    return blake2b<16>(data, size);
}

Bytes32 blake2b256(const void* data, std::size_t size)
{
    return blake2b<32>(data, size);
}

bool equalConstantTime(const void* a, const void* b, std::size_t size)
{
    return sodium_memcmp(a, b, size) == 0;
}

Bytes toBase64Url(const void* data, std::size_t size)
{
    return QByteArray::fromRawData(static_cast<const char*>(data), static_cast<qsizetype>(size))
        .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

std::optional<Bytes> fromBase64Url(const Bytes& text)
{
    auto decoded = QByteArray::fromBase64Encoding(text, QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals |
                                                            QByteArray::AbortOnBase64DecodingErrors);
    // Encoding again catches padding and stray low bits in the last character.
    if (!decoded || toBase64Url(decoded.decoded.constData(), static_cast<std::size_t>(decoded.decoded.size())) != text)
        return std::nullopt;
    return std::move(decoded.decoded);
}

namespace {

// Random bytes drawn ahead, for one thread. Each byte is handed out once and wiped.
struct RandomStock
{
    std::array<std::uint8_t, 512> bytes;
    std::size_t left = 0;

    void take(std::uint8_t* out, std::size_t size)
    {
        if (left < size) {
            randombytes_buf(bytes.data(), bytes.size());
            left = bytes.size();
        }
        left -= size;
        std::copy_n(bytes.data() + left, size, out);
        sodium_memzero(bytes.data() + left, size);
    }
};

} // namespace

// Ids are wanted by the thousand, and a system call for each costs more than all else about it; keys come straight from
// the system.
void SystemRandom::fill(std::uint8_t* out, std::size_t size)
{
    initSodium();
    if (size > sizeof(Bytes16))
        return randombytes_buf(out, size);
    static thread_local RandomStock stock;
    stock.take(out, size);
}

} // namespace parterre

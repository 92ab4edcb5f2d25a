// Thin wrappers: sizes checked, results turned into values.
#include "server/guard/crypto.h"
#include "sync/base/require.h"

#include <sodium.h>

namespace parterre::guard {
namespace {

const unsigned char* bytesOf(std::string_view text)
{
    return reinterpret_cast<const unsigned char*>(text.data());
}

} // namespace

void initialiseCrypto()
{
    static const int started = sodium_init();
    PARTERRE_REQUIRE(started >= 0);
}

Bytes32 hash256(std::string_view data)
{
    Bytes32 hash;
    crypto_generichash(hash.data(), hash.size(), bytesOf(data), data.size(), nullptr, 0);
    return hash;
}

Bytes32 mac256(const Bytes32& key, std::string_view data)
{
    Bytes32 mac;
    crypto_generichash(mac.data(), mac.size(), bytesOf(data), data.size(), key.data(), key.size());
    return mac;
}

Bytes32 deriveKey(const Bytes32& master, const char (&purpose)[9])
{
    static_assert(crypto_kdf_KEYBYTES == 32 && crypto_kdf_CONTEXTBYTES == 8);
    Bytes32 key;
    crypto_kdf_derive_from_key(key.data(), key.size(), 1, purpose, master.data());
    return key;
}

bool equalInConstantTime(std::string_view a, std::string_view b)
{
    return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

std::string base64Url(const void* data, std::size_t size)
{
    constexpr int variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
    std::string text(sodium_base64_encoded_len(size, variant), '\0');
    sodium_bin2base64(text.data(), text.size(), static_cast<const unsigned char*>(data), size, variant);
    text.pop_back(); // the terminating zero
    return text;
}

bool fromBase64Url(std::string_view text, void* out, std::size_t size)
{
    std::size_t written = 0;
    const char* end = nullptr;
    const int failed = sodium_base642bin(static_cast<unsigned char*>(out), size, text.data(), text.size(), nullptr,
                                         &written, &end, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
    return failed == 0 && written == size && end == text.data() + text.size();
}

} // namespace parterre::guard

// argon2id on libsodium.
#include "server/guard/password_hash.h"
#include "server/guard/crypto.h"

#include <sodium.h>

namespace parterre {

Result<std::string> hashPassword(std::string_view password)
{
    guard::initialiseCrypto();
    if (password.size() < minPasswordBytes || password.size() > maxPasswordBytes)
        return Error{ErrorCode::Malformed, "a password has 8 to 256 characters"};
    char text[crypto_pwhash_STRBYTES];
    if (crypto_pwhash_str_alg(text, password.data(), password.size(), crypto_pwhash_OPSLIMIT_INTERACTIVE,
                              crypto_pwhash_MEMLIMIT_INTERACTIVE, crypto_pwhash_ALG_ARGON2ID13) != 0)
        return Error{ErrorCode::Unavailable, "not enough memory to hash a password"};
    return std::string(text);
}

bool verifyPassword(const std::string& hash, std::string_view password)
{
    guard::initialiseCrypto();
    if (password.size() > maxPasswordBytes)
        password = {}; // fits no hash, and takes as long
    const bool isHash = hash.rfind(crypto_pwhash_argon2id_STRPREFIX, 0) == 0 && hash.size() < crypto_pwhash_STRBYTES;
    const std::string& against = isHash ? hash : decoyPasswordHash();
    return crypto_pwhash_str_verify(against.c_str(), password.data(), password.size()) == 0 && isHash;
}

const std::string& decoyPasswordHash()
{
    // Made from random bytes that were thrown away; parameters as hashPassword() uses them.
    static const std::string decoy = [] {
        guard::initialiseCrypto();
        std::uint8_t secret[32];
        randombytes_buf(secret, sizeof secret);
        const Result<std::string> hash = hashPassword(guard::viewOf(secret, sizeof secret));
        PARTERRE_REQUIRE(hash.ok());
        return *hash;
    }();
    return decoy;
}

} // namespace parterre

// libsodium's password hashing behind two functions.
#include "sync/wire/password_verifier.h"

#include "sync/base/require.h"

#include <sodium.h>

#include <array>

namespace parterre {

std::string makePasswordVerifier(std::string_view password)
{
    PARTERRE_REQUIRE(sodium_init() >= 0);
    std::array<char, crypto_pwhash_STRBYTES> text{};
    const int failed = crypto_pwhash_str(text.data(), password.data(), password.size(),
                                         crypto_pwhash_OPSLIMIT_INTERACTIVE, crypto_pwhash_MEMLIMIT_INTERACTIVE);
    PARTERRE_REQUIRE(failed == 0); // only when there is no memory left
    return text.data();
}

bool passwordMatches(const std::string& verifier, std::string_view password)
{
    PARTERRE_REQUIRE(sodium_init() >= 0);
    if (verifier.size() >= crypto_pwhash_STRBYTES)
        return false;
    return crypto_pwhash_str_verify(verifier.c_str(), password.data(), password.size()) == 0;
}

} // namespace parterre

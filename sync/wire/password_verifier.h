// Password verifiers (argon2id): tell whether a password is the right one without keeping it. Safe from any thread.
#pragma once

#include <string>
#include <string_view>

namespace parterre {

// Self-describing text with its own salt. About 0.1 s and 64 MiB: on purpose.
std::string makePasswordVerifier(std::string_view password);
bool passwordMatches(const std::string& verifier, std::string_view password);

} // namespace parterre

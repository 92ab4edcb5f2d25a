// Password hashes: argon2id with libsodium's interactive limits (RFC 9106; 64 MiB, about 50 ms a hash). Any thread.
#pragma once

#include "sync/base/result.h"

#include <string>
#include <string_view>

namespace parterre {

// Passwords have 8 … 256 bytes; shorter ones are refused when set (Malformed), longer ones always.
inline constexpr std::size_t minPasswordBytes = 8;
inline constexpr std::size_t maxPasswordBytes = 256;

// The text to store; it carries its salt and parameters. Unavailable when there is not enough memory.
Result<std::string> hashPassword(std::string_view password);

// False for a wrong password and for a hash that is none. Takes the same time for both.
bool verifyPassword(const std::string& hash, std::string_view password);

// A hash no password fits: verified for unknown names, so that the time of an answer does not tell who exists.
const std::string& decoyPasswordHash();

} // namespace parterre

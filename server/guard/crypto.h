// The few primitives of libsodium the guard is built from. Safe from any thread.
#pragma once

#include "sync/base/strong_id.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace parterre::guard {

// Must be called before any other function here; aborts when the library cannot start. Cheap when repeated.
void initialiseCrypto();

Bytes32 hash256(std::string_view data);                             // BLAKE2b-256
Bytes32 mac256(const Bytes32& key, std::string_view data);          // keyed BLAKE2b-256
Bytes32 deriveKey(const Bytes32& master, const char (&purpose)[9]); // 8 characters name the purpose

bool equalInConstantTime(std::string_view a, std::string_view b); // texts of different length are different

std::string base64Url(const void* data, std::size_t size); // no padding
// Strict: exactly `size` bytes and nothing else.
bool fromBase64Url(std::string_view text, void* out, std::size_t size);

inline std::string_view viewOf(const void* data, std::size_t size)
{
    return {static_cast<const char*>(data), size};
}

} // namespace parterre::guard

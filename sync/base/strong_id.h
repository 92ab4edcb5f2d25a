// Identities that cannot be mixed up: small numbers (StrongId) and 128-bit random ids (Id128), one type per meaning.
#pragma once

#include <array>
#include <bit>
#include <compare>
#include <cstdint>
#include <cstring>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace parterre {

template <typename Tag, typename Rep>
struct StrongId
{
    Rep value{};
    friend auto operator<=>(const StrongId&, const StrongId&) = default;
};

using Bytes16 = std::array<std::uint8_t, 16>;
using Bytes32 = std::array<std::uint8_t, 32>;

// Lower-case hexadecimal, two characters a byte.
std::string toHex(const std::uint8_t* data, std::size_t size);
// Exactly `size` bytes from 2·size hexadecimal characters of either case; false and `out` unspecified otherwise.
bool fromHex(std::string_view text, std::uint8_t* out, std::size_t size);

template <typename Tag>
struct Id128
{
    Bytes16 bytes{};

    bool isNull() const { return bytes == Bytes16{}; }
    std::string toString() const { return toHex(bytes.data(), bytes.size()); }
    static std::optional<Id128> fromString(std::string_view text)
    {
        Id128 id;
        if (!fromHex(text, id.bytes.data(), id.bytes.size()))
            return std::nullopt;
        return id;
    }
    // By the bytes, as memcmp() does, but without the call: ids are the keys of most maps.
    friend std::strong_ordering operator<=>(const Id128& a, const Id128& b)
    {
        const std::uint64_t first = bigEndian(a.bytes.data());
        const std::uint64_t other = bigEndian(b.bytes.data());
        return first != other ? first <=> other : bigEndian(a.bytes.data() + 8) <=> bigEndian(b.bytes.data() + 8);
    }
    friend bool operator==(const Id128& a, const Id128& b) { return (a <=> b) == 0; }

private:
    static std::uint64_t bigEndian(const std::uint8_t* from)
    {
        std::uint64_t value = 0;
        std::memcpy(&value, from, sizeof value);
        return std::endian::native == std::endian::little ? __builtin_bswap64(value) : value;
    }
};

} // namespace parterre

template <typename Tag, typename Rep>
struct std::hash<parterre::StrongId<Tag, Rep>>
{
    std::size_t operator()(const parterre::StrongId<Tag, Rep>& id) const noexcept { return std::hash<Rep>{}(id.value); }
};

// The bytes are random (or a cryptographic hash), so any eight of them are a good hash.
template <typename Tag>
struct std::hash<parterre::Id128<Tag>>
{
    std::size_t operator()(const parterre::Id128<Tag>& id) const noexcept
    {
        std::uint64_t a = 0;
        std::uint64_t b = 0;
        std::memcpy(&a, id.bytes.data(), 8);
        std::memcpy(&b, id.bytes.data() + 8, 8);
        return static_cast<std::size_t>(a ^ (b * 0x9E3779B97F4A7C15ULL));
    }
};

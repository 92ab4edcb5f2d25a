// Money: an amount in minor units (cents) of one currency. Integer arithmetic only; mixing currencies is a broken invariant.
#pragma once

#include "sync/base/require.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace parterre {

// ISO 4217 alphabetic code.
struct Currency
{
    std::array<char, 3> code{'E', 'U', 'R'};

    std::string_view text() const { return {code.data(), code.size()}; }
    // Three capital letters, or nothing.
    static std::optional<Currency> fromText(std::string_view text);
    friend bool operator==(const Currency&, const Currency&) = default;
};

struct Money
{
    std::int64_t minor = 0; // cents; negative for refunds
    Currency currency;

    friend bool operator==(const Money&, const Money&) = default;
    friend Money operator+(Money a, Money b)
    {
        PARTERRE_REQUIRE(a.currency == b.currency);
        PARTERRE_REQUIRE(!__builtin_add_overflow(a.minor, b.minor, &a.minor));
        return a;
    }
    friend Money operator-(Money a, Money b)
    {
        PARTERRE_REQUIRE(a.currency == b.currency);
        PARTERRE_REQUIRE(!__builtin_sub_overflow(a.minor, b.minor, &a.minor));
        return a;
    }
    friend Money operator*(Money a, std::int64_t count)
    {
        PARTERRE_REQUIRE(!__builtin_mul_overflow(a.minor, count, &a.minor));
        return a;
    }
};

} // namespace parterre

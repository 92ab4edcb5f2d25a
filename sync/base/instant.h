// Instant: a point on the wall clock, in milliseconds since 1970-01-01 UTC. Never used to order events (the log does).
#pragma once

#include <chrono> // brings <compare>, which moc of Qt 6.4 cannot read as the first standard header
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace parterre {

using Milliseconds = std::chrono::milliseconds;

struct Instant
{
    std::int64_t ms = 0;

    friend auto operator<=>(const Instant&, const Instant&) = default;
    friend Instant operator+(Instant t, Milliseconds d) { return {t.ms + d.count()}; }
    friend Instant operator-(Instant t, Milliseconds d) { return {t.ms - d.count()}; }
    friend Milliseconds operator-(Instant a, Instant b) { return Milliseconds(a.ms - b.ms); }
};

// RFC 3339 in UTC with milliseconds: "2026-11-24T19:30:00.000Z".
std::string toRfc3339(Instant t);
// Accepts "YYYY-MM-DDTHH:MM:SS[.fraction](Z|±HH:MM)"; nothing else. Years 1970 to 9999.
std::optional<Instant> instantFromRfc3339(std::string_view text);

} // namespace parterre

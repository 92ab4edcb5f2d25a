// The one closed list of things that can go wrong, with the wire name and HTTP status of each.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace parterre {

// Add a code here and the compiler shows every switch that must learn it: none has a default.
enum class ErrorCode : std::uint8_t {
    // What the asker sent is not understood (400, 404, 413 …).
    Malformed,
    TooLarge,
    NotFound,
    MethodNotAllowed,
    IdempotencyMismatch,
    // Who asks.
    Unauthenticated,
    Forbidden,
    BadSignature,
    RateLimited,
    AdmissionRequired,
    // A rule of the box office says no; final and stored.
    SeatTaken,
    UnknownSeat,
    NotEnoughSeats,
    LimitExceeded,
    HoldGone,
    HoldForeign,
    ExtensionUsed,
    NotOnSale,
    NotPriced,
    PaymentDeclined,
    PaymentPending,
    AmountMismatch,
    OrderGone,
    AllotmentGone,
    AllotmentForeign,
    // Two sides disagree about history.
    Resync,
    FutureCursor,
    OpGap,
    OpFork,
    Quarantined,
    Frozen,
    // The world is in the way; asking later may help.
    Offline,
    Overloaded,
    Unavailable,
    Timeout,
    Storage,
    Corrupt,
    Internal,
};

struct Error
{
    ErrorCode code = ErrorCode::Internal;
    std::string detail; // for people and logs: names the seat, field or file; never holds secrets

    friend bool operator==(const Error&, const Error&) = default;
};

// Stable snake_case name, used in the API and in stored outcomes.
std::string_view wireName(ErrorCode code);

// The code with this wire name; Internal when there is none (a newer peer may know more codes than we do).
ErrorCode errorCodeFromWireName(std::string_view name);

int httpStatus(ErrorCode code);

} // namespace parterre

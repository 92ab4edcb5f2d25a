// The table behind ErrorCode: one row a code, checked by a switch without default.
#include "sync/base/error.h"

#include <array>

namespace parterre {
namespace {

struct Row
{
    std::string_view name;
    int status;
};

constexpr Row row(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Malformed:
        return {"malformed", 400};
    case ErrorCode::TooLarge:
        return {"too_large", 413};
    case ErrorCode::NotFound:
        return {"not_found", 404};
    case ErrorCode::MethodNotAllowed:
        return {"method_not_allowed", 405};
    case ErrorCode::IdempotencyMismatch:
        return {"idempotency_mismatch", 409};
    case ErrorCode::Unauthenticated:
        return {"unauthenticated", 401};
    case ErrorCode::Forbidden:
        return {"forbidden", 403};
    case ErrorCode::BadSignature:
        return {"bad_signature", 401};
    case ErrorCode::RateLimited:
        return {"rate_limited", 429};
    case ErrorCode::AdmissionRequired:
        return {"admission_required", 403};
    case ErrorCode::SeatTaken:
        return {"seat_taken", 409};
    case ErrorCode::UnknownSeat:
        return {"unknown_seat", 422};
    case ErrorCode::NotEnoughSeats:
        return {"not_enough_seats", 409};
    case ErrorCode::LimitExceeded:
        return {"limit_exceeded", 422};
    case ErrorCode::HoldGone:
        return {"hold_gone", 410};
    case ErrorCode::HoldForeign:
        return {"hold_foreign", 404};
    case ErrorCode::ExtensionUsed:
        return {"extension_used", 422};
    case ErrorCode::NotOnSale:
        return {"not_on_sale", 422};
    case ErrorCode::NotPriced:
        return {"not_priced", 422};
    case ErrorCode::PaymentDeclined:
        return {"payment_declined", 402};
    case ErrorCode::PaymentPending:
        return {"payment_pending", 409};
    case ErrorCode::AmountMismatch:
        return {"amount_mismatch", 422};
    case ErrorCode::OrderGone:
        return {"order_gone", 410};
    case ErrorCode::AllotmentGone:
        return {"allotment_gone", 410};
    case ErrorCode::AllotmentForeign:
        return {"allotment_foreign", 403};
    case ErrorCode::Resync:
        return {"resync", 409};
    case ErrorCode::FutureCursor:
        return {"future_cursor", 409};
    case ErrorCode::OpGap:
        return {"gap", 409};
    case ErrorCode::OpFork:
        return {"fork", 409};
    case ErrorCode::Quarantined:
        return {"quarantined", 409};
    case ErrorCode::Frozen:
        return {"frozen", 503};
    case ErrorCode::Offline:
        return {"offline", 503};
    case ErrorCode::Overloaded:
        return {"overloaded", 503};
    case ErrorCode::Unavailable:
        return {"unavailable", 503};
    case ErrorCode::Timeout:
        return {"timeout", 408};
    case ErrorCode::Storage:
        return {"storage", 503};
    case ErrorCode::Corrupt:
        return {"corrupt", 500};
    case ErrorCode::Internal:
        return {"internal", 500};
    }
    return {"internal", 500};
}

} // namespace

std::string_view wireName(ErrorCode code)
{
    return row(code).name;
}

ErrorCode errorCodeFromWireName(std::string_view name)
{
    for (int i = 0; i <= static_cast<int>(ErrorCode::Internal); ++i) {
        const auto code = static_cast<ErrorCode>(i);
        if (row(code).name == name)
            return code;
    }
    return ErrorCode::Internal;
}

int httpStatus(ErrorCode code)
{
    return row(code).status;
}

} // namespace parterre

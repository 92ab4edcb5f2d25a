// Ready-made responses and the sentences of errors.
#include "server/http/response.h"

#include "server/http/request.h"

#include <QString>

namespace parterre::http {

void Response::addHeader(std::string_view name, std::string_view value)
{
    for (const std::string_view part : {name, value})
        for (const char c : part)
            PARTERRE_REQUIRE(c != '\r' && c != '\n' && c != '\0');
    headers.append(name.data(), static_cast<qsizetype>(name.size()));
    headers.append(": ");
    headers.append(value.data(), static_cast<qsizetype>(value.size()));
    headers.append("\r\n");
}

Response jsonResponse(int status, QByteArray json)
{
    return {status, "application/json", {}, std::move(json), false};
}

Response textResponse(int status, QByteArray text)
{
    return {status, "text/plain; charset=utf-8", {}, std::move(text), false};
}

Response htmlResponse(int status, QByteArray html)
{
    return {status, "text/html; charset=utf-8", {}, std::move(html), false};
}

Response redirectResponse(const QByteArray& location)
{
    Response response{303, {}, {}, {}, false};
    response.addHeader("Location", std::string_view(location.constData(), static_cast<std::size_t>(location.size())));
    return response;
}

Response errorResponse(const Error& error, const QByteArray& detailsJson)
{
    QByteArray json = R"({"error": {"code": ")";
    json += wireName(error.code);
    json += R"(", "message": )";
    std::string message(errorSentence(error.code));
    if (!error.detail.empty())
        message += " (" + error.detail + ")";
    if (!isUtf8(message)) // a detail may hold what was sent, cut anywhere
        message = QString::fromStdString(message).toStdString();
    json += jsonString(message);
    if (!detailsJson.isEmpty())
        json += R"(, "details": )" + detailsJson;
    json += "}}";
    Response response = jsonResponse(httpStatus(error.code), std::move(json));
    if (response.status == 429 || response.status == 503) {
        // Guards write the wait into the detail, "… in 12 s".
        const std::size_t in = error.detail.rfind(" in ");
        std::string seconds;
        for (std::size_t i = in == std::string::npos ? error.detail.size() : in + 4;
             i < error.detail.size() && error.detail[i] >= '0' && error.detail[i] <= '9'; ++i)
            seconds += error.detail[i];
        response.addHeader("Retry-After", seconds.empty() ? "1" : seconds);
    }
    return response;
}

QByteArray jsonString(std::string_view text)
{
    static constexpr char digits[] = "0123456789abcdef";
    QByteArray out;
    out.reserve(static_cast<qsizetype>(text.size()) + 2);
    out += '"';
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (byte < 0x20) {
            out += "\\u00";
            out += digits[byte >> 4];
            out += digits[byte & 15];
        } else {
            out += c;
        }
    }
    out += '"';
    return out;
}

std::string_view reasonPhrase(int status)
{
    switch (status) {
    case 100:
        return "Continue";
    case 200:
        return "OK";
    case 201:
        return "Created";
    case 204:
        return "No Content";
    case 303:
        return "See Other";
    case 304:
        return "Not Modified";
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 402:
        return "Payment Required";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 408:
        return "Request Timeout";
    case 409:
        return "Conflict";
    case 410:
        return "Gone";
    case 413:
        return "Content Too Large";
    case 414:
        return "URI Too Long";
    case 417:
        return "Expectation Failed";
    case 422:
        return "Unprocessable Content";
    case 429:
        return "Too Many Requests";
    case 431:
        return "Request Header Fields Too Large";
    case 500:
        return "Internal Server Error";
    case 501:
        return "Not Implemented";
    case 503:
        return "Service Unavailable";
    case 505:
        return "HTTP Version Not Supported";
    }
    return "Status";
}

std::string_view errorSentence(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Malformed:
        return "The request is not understood. Nothing was changed.";
    case ErrorCode::TooLarge:
        return "The request is too large. Nothing was changed.";
    case ErrorCode::NotFound:
        return "There is nothing here.";
    case ErrorCode::MethodNotAllowed:
        return "This address does not take that method.";
    case ErrorCode::IdempotencyMismatch:
        return "This Idempotency-Key was used for another request. Use a new key.";
    case ErrorCode::Unauthenticated:
        return "Sign in first.";
    case ErrorCode::Forbidden:
        return "You may not do this.";
    case ErrorCode::BadSignature:
        return "The signature does not fit the request.";
    case ErrorCode::RateLimited:
        return "Too many tries. Wait and try again.";
    case ErrorCode::AdmissionRequired:
        return "Seats of this event are shown and sold in turn. It is not your turn.";
    case ErrorCode::SeatTaken:
        return "Somebody else has a seat of these. Nothing was taken; choose others.";
    case ErrorCode::UnknownSeat:
        return "The plan has no such seat. Nothing was taken.";
    case ErrorCode::NotEnoughSeats:
        return "There are not so many places left. Nothing was taken.";
    case ErrorCode::LimitExceeded:
        return "That is more than one person may have at once. Nothing was taken.";
    case ErrorCode::HoldGone:
        return "The hold has ended and its seats are free again. Choose seats anew.";
    case ErrorCode::HoldForeign:
        return "There is no such hold.";
    case ErrorCode::ExtensionUsed:
        return "The hold was extended once already. It stands as it was.";
    case ErrorCode::NotOnSale:
        return "This event is not on sale now.";
    case ErrorCode::NotPriced:
        return "This place has no price of that type, so it is not sold. Nothing was taken.";
    case ErrorCode::PaymentDeclined:
        return "The payment was declined. Your seats are still held; try another way to pay.";
    case ErrorCode::PaymentPending:
        return "A payment for these seats is under way. Wait for its answer.";
    case ErrorCode::AmountMismatch:
        return "The amount is not the price of these places. Nothing was sold.";
    case ErrorCode::OrderGone:
        return "There is no such order, or its tickets are void.";
    case ErrorCode::AllotmentGone:
        return "The allotment is closed.";
    case ErrorCode::AllotmentForeign:
        return "The allotment belongs to another counter.";
    case ErrorCode::Resync:
        return "The log changed or was shortened. Fetch a snapshot and go on from there.";
    case ErrorCode::FutureCursor:
        return "The cursor is ahead of the log. Stop selling this event and call the centre.";
    case ErrorCode::OpGap:
        return "Operations are missing before these. Send them first.";
    case ErrorCode::OpFork:
        return "Another operation has this number. The device is set aside until a person has looked.";
    case ErrorCode::Quarantined:
        return "This is set aside until a person has looked.";
    case ErrorCode::Frozen:
        return "This event waits for its counters. Please try again later.";
    case ErrorCode::Offline:
        return "The line is down.";
    case ErrorCode::Overloaded:
        return "Too much is going on. Nothing was changed; try again in a moment.";
    case ErrorCode::Unavailable:
        return "Not available just now. Try again in a moment.";
    case ErrorCode::Timeout:
        return "This took too long and was given up.";
    case ErrorCode::Storage:
        return "The change could not be written to disk and was not made. Try again in a moment.";
    case ErrorCode::Corrupt:
        return "Stored data contradict themselves. Call the operator.";
    case ErrorCode::Internal:
        return "Something went wrong here. Nothing was changed that was not acknowledged.";
    }
    return {};
}

} // namespace parterre::http

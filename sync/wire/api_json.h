// The fixed JSON shapes of the HTTP API (design 04) that a server and a client both spell.
#pragma once

#include "sync/domain/claims.h"
#include "sync/wire/json_fields.h"

#include <QJsonArray>
#include <QJsonObject>

namespace parterre {

// {"amount": 4550, "currency": "EUR"} in minor units.
QJsonObject moneyToJson(const Money& money);
Money moneyFromJson(JsonFields fields);

// {"error": {"code": "seat_taken", "message": "…", "details": {…}}}; details left out when empty.
QJsonObject errorToJson(const Error& error, const QJsonObject& details = {});
// What a server's error answer says; Internal when it is not of that shape.
Error errorFromJson(const QJsonObject& answer);

// A request names at most this many seats; rules of holding allow far fewer.
inline constexpr std::size_t maxNamedSeats = 10'000;

// {"seats": ["Stalls/C/12", …], "standing": [{"area": "Floor", "count": 2}, …]}; either may be missing, not both.
// Canonical (ascending, unique). Errors: Malformed naming the field (also for a place named twice), UnknownSeat with
// the label, LimitExceeded.
Result<Places> placesFromJson(JsonBody& body, const SeatPlan& plan);
// The same two members.
QJsonObject placesToJson(const Places& places, const SeatPlan& plan);
QJsonArray labelsToJson(const std::vector<SeatIndex>& seats, const SeatPlan& plan);

// For the hot path: the labels of a body that is exactly {"seats": ["…", …]} with white space anywhere, without escapes
// or control characters; false for any other body, which JsonBody then reads or refuses. Views into `text`.
bool plainSeatLabels(std::string_view text, std::vector<std::string_view>& labels);
Result<Places> placesFromLabels(const std::vector<std::string_view>& labels, const SeatPlan& plan);

} // namespace parterre

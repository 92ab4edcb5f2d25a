// Reading what a page's form sent.
#pragma once

#include "server/api/fan_sales.h"
#include "server/http/request.h"
#include "sync/domain/commands.h"

#include <optional>
#include <string>
#include <vector>

namespace parterre::web {

using Form = std::vector<http::NameValue>;

// Forbidden when another site's page sent it; Malformed, TooLarge.
Result<Form> formOf(const http::Request& request);

std::string valueOf(const Form& form, std::string_view name); // the first of that name; empty when there is none
std::vector<std::string> valuesOf(const Form& form, std::string_view name);
std::optional<std::uint32_t> numberOf(std::string_view text);
bool hasControls(std::string_view text);
// As the checkout of the API takes it.
bool isMailAddress(std::string_view text);

// The form's token makes a double click one act; it counts together with who sends it and what.
std::optional<IdempotencyKey> keyOf(const Form& form, const HolderId& who, const http::Request& request);

// The places the form asks to hold: "best" with "area", "standing" with "count", or any number of "seat".
Result<WantedPlaces> wantedOf(const Form& form, const SeatPlan& plan);

// The price types chosen at the hold: each "place" is followed by its "type".
PriceChoices priceTypesOf(const Form& form);

} // namespace parterre::web

// Forms are small; every value is looked at before it is used.
#include "server/web/forms.h"

#include "sync/wire/api_json.h"
#include "sync/wire/signing.h"

#include <algorithm>
#include <charconv>

namespace parterre::web {

Result<Form> formOf(const http::Request& request)
{
    // Browsers name the page a form came from.
    const std::string_view origin = request.header("origin");
    const std::size_t scheme = origin.find("://");
    if (!origin.empty() && (scheme == std::string_view::npos || origin.substr(scheme + 3) != request.header("host")))
        return Error{ErrorCode::Forbidden, "the form came from another site"};
    return http::parseForm({request.body.constData(), static_cast<std::size_t>(request.body.size())}, 2'000);
}

std::string valueOf(const Form& form, std::string_view name)
{
    for (const auto& [key, value] : form)
        if (key == name)
            return value;
    return {};
}

std::vector<std::string> valuesOf(const Form& form, std::string_view name)
{
    std::vector<std::string> values;
    for (const auto& [key, value] : form)
        if (key == name)
            values.push_back(value);
    return values;
}

std::optional<std::uint32_t> numberOf(std::string_view text)
{
    std::uint32_t number = 0;
    const auto parsed = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || parsed.ec != std::errc() || parsed.ptr != text.data() + text.size())
        return std::nullopt;
    return number;
}

bool hasControls(std::string_view text)
{
    return std::any_of(text.begin(), text.end(), [](char c) { return (c >= 0 && c < 0x20) || c == 0x7f; });
}

bool isMailAddress(std::string_view text)
{
    const std::size_t at = text.find('@');
    return text.size() <= 254 && at != std::string_view::npos && at > 0 && at + 1 < text.size() && !hasControls(text) &&
           text.find_first_of(" ,;<>") == std::string_view::npos;
}

std::optional<IdempotencyKey> keyOf(const Form& form, const HolderId& who, const http::Request& request)
{
    const std::string once = valueOf(form, "once");
    if (once.empty() || once.size() > 64)
        return std::nullopt;
    const std::string name = "form " + who.toString() + ' ' + once + ' ' + request.path;
    const std::string content = request.path + '\n' + request.body.toStdString();
    return IdempotencyKey{blake2b128(name.data(), name.size()), blake2b256(content.data(), content.size())};
}

Result<WantedPlaces> wantedOf(const Form& form, const SeatPlan& plan)
{
    WantedPlaces wanted;
    if (const std::string best = valueOf(form, "best"); !best.empty()) {
        wanted.best = numberOf(best).value_or(0);
        if (wanted.best == 0)
            return Error{ErrorCode::Malformed, "number of seats"};
        const std::string area = valueOf(form, "area");
        wanted.area = plan.priceAreaByName(area);
        if (!area.empty() && !wanted.area)
            return Error{ErrorCode::UnknownSeat, area};
        return wanted;
    }
    if (const std::string standing = valueOf(form, "standing"); !standing.empty()) {
        const auto area = plan.standingByName(standing);
        const auto count = numberOf(valueOf(form, "count"));
        if (!area || !count || *count == 0)
            return Error{ErrorCode::Malformed, "standing places"};
        wanted.places.standing.push_back({*area, *count});
        return wanted;
    }
    const auto seats = valuesOf(form, "seat");
    if (seats.empty())
        return Error{ErrorCode::Malformed, "choose at least one seat"};
    auto places = placesFromLabels({seats.begin(), seats.end()}, plan);
    if (!places.ok())
        return places.error();
    wanted.places = std::move(*places);
    return wanted;
}

PriceChoices priceTypesOf(const Form& form)
{
    PriceChoices types;
    std::string place;
    for (const auto& [key, value] : form) {
        if (key == "place")
            place = value;
        else if (key == "type")
            types.emplace_back(place, value);
    }
    return types;
}

} // namespace parterre::web

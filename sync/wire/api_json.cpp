// JSON shapes of the API.
#include "sync/wire/api_json.h"

#include <algorithm>

namespace parterre {

namespace {

QString toQt(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

// Adds the places of "standing"; areas may come in any order, each once.
Result<void> readStanding(JsonFields fields, const SeatPlan& plan, Places& places)
{
    for (JsonFields& entry : fields.objects("standing", SeatPlan::maxStandingAreas)) {
        const std::string name = entry.text("area");
        const auto count = entry.integer("count", 1, SeatPlan::maxSeats);
        if (!entry.ok())
            return {};
        const auto area = plan.standingByName(name);
        if (!area)
            return Error{ErrorCode::UnknownSeat, name};
        places.standing.push_back({*area, static_cast<std::uint32_t>(count)});
    }
    auto& standing = places.standing;
    std::sort(standing.begin(), standing.end(), [](auto& a, auto& b) { return a.area < b.area; });
    const auto twice =
        std::adjacent_find(standing.begin(), standing.end(), [](auto& a, auto& b) { return a.area == b.area; });
    if (twice != standing.end())
        return Error{ErrorCode::Malformed, "standing: " + plan.standing()[twice->area.value].name + " is named twice"};
    return {};
}

} // namespace

QJsonObject moneyToJson(const Money& money)
{
    return {{QStringLiteral("amount"), static_cast<qint64>(money.minor)},
            {QStringLiteral("currency"), toQt(money.currency.text())}};
}

Money moneyFromJson(JsonFields fields)
{
    Money money;
    money.minor = fields.integer("amount", -1'000'000'000'000, 1'000'000'000'000);
    const auto currency = Currency::fromText(fields.text("currency"));
    if (currency)
        money.currency = *currency;
    else
        fields.fail("currency", "ISO 4217 code");
    return money;
}

QJsonObject errorToJson(const Error& error, const QJsonObject& details)
{
    QJsonObject inner{{QStringLiteral("code"), toQt(wireName(error.code))},
                      {QStringLiteral("message"), toQt(error.detail)}};
    if (!details.isEmpty())
        inner.insert(QStringLiteral("details"), details);
    return {{QStringLiteral("error"), inner}};
}

// The HTTP server writes "The code's own sentence. (the detail)". The code says the sentence already, in every language.
Error errorFromJson(const QJsonObject& answer)
{
    const QJsonObject inner = answer.value(QStringLiteral("error")).toObject();
    QString detail = inner.value(QStringLiteral("message")).toString();
    const QLatin1String opening(". (");
    if (const qsizetype at = detail.indexOf(opening); at >= 0 && detail.endsWith(u')'))
        detail = detail.sliced(at + opening.size()).chopped(1);
    return {errorCodeFromWireName(inner.value(QStringLiteral("code")).toString().toStdString()), detail.toStdString()};
}

Result<Places> placesFromLabels(const std::vector<std::string_view>& labels, const SeatPlan& plan)
{
    if (labels.size() > maxNamedSeats)
        return Error{ErrorCode::LimitExceeded, "more than " + std::to_string(maxNamedSeats) + " seats"};
    Places places;
    places.seats.reserve(labels.size());
    for (const std::string_view label : labels) {
        const auto seat = plan.seatByLabel(label);
        if (!seat)
            return Error{ErrorCode::UnknownSeat, std::string(label.substr(0, 3 * SeatPlan::maxNameBytes))};
        places.seats.push_back(*seat);
    }
    std::sort(places.seats.begin(), places.seats.end());
    const auto twice = std::adjacent_find(places.seats.begin(), places.seats.end());
    if (twice != places.seats.end())
        return Error{ErrorCode::Malformed, "seats: " + plan.label(*twice) + " is named twice"};
    return places;
}

Result<Places> placesFromJson(JsonBody& body, const SeatPlan& plan)
{
    JsonFields fields = body.fields();
    std::vector<std::string> texts;
    if (fields.has("seats") || !fields.has("standing"))
        texts = fields.texts("seats", SIZE_MAX);
    if (!body.ok())
        return body.error();
    auto places = placesFromLabels(std::vector<std::string_view>(texts.begin(), texts.end()), plan);
    if (!places || !fields.has("standing"))
        return places;
    const auto standing = readStanding(fields, plan, *places);
    if (!body.ok())
        return body.error();
    if (!standing)
        return standing.error();
    return places;
}

QJsonArray labelsToJson(const std::vector<SeatIndex>& seats, const SeatPlan& plan)
{
    QJsonArray labels;
    for (const SeatIndex seat : seats)
        labels.append(toQt(plan.label(seat)));
    return labels;
}

QJsonObject placesToJson(const Places& places, const SeatPlan& plan)
{
    QJsonObject json;
    if (!places.seats.empty() || places.standing.empty())
        json.insert(QStringLiteral("seats"), labelsToJson(places.seats, plan));
    if (places.standing.empty())
        return json;
    QJsonArray standing;
    for (const StandingUnits& units : places.standing)
        standing.append(QJsonObject{{QStringLiteral("area"), toQt(plan.standing()[units.area.value].name)},
                                    {QStringLiteral("count"), static_cast<qint64>(units.count)}});
    json.insert(QStringLiteral("standing"), standing);
    return json;
}

bool plainSeatLabels(std::string_view text, std::vector<std::string_view>& labels)
{
    std::size_t at = 0;
    const auto skipSpace = [&] {
        while (at < text.size() && (text[at] == ' ' || text[at] == '\n' || text[at] == '\r' || text[at] == '\t'))
            ++at;
    };
    const auto take = [&](char wanted) {
        skipSpace();
        if (at == text.size() || text[at] != wanted)
            return false;
        ++at;
        return true;
    };
    const auto takeString = [&](std::string_view& string) {
        if (!take('"'))
            return false;
        const std::size_t start = at;
        while (at < text.size() && text[at] != '"' && text[at] != '\\' && static_cast<unsigned char>(text[at]) >= 0x20)
            ++at;
        string = text.substr(start, at - start);
        return at < text.size() && text[at++] == '"';
    };
    std::string_view string;
    labels.clear();
    if (!take('{') || !takeString(string) || string != "seats" || !take(':') || !take('['))
        return false;
    do {
        if (!takeString(string))
            return false;
        labels.push_back(string);
    } while (take(','));
    if (!take(']') || !take('}'))
        return false;
    skipSpace();
    return at == text.size();
}

} // namespace parterre

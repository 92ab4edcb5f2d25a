// Renders values as the API spells them.
#include "server/api/answers.h"

#include "sync/domain/best_seats.h"
#include "sync/wire/api_json.h"
#include "sync/wire/ticket_code.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace parterre {
namespace {

using namespace Qt::StringLiterals;

QString text(const std::string& value)
{
    return QString::fromStdString(value);
}

std::optional<std::pair<Money, Money>> priceRange(const EventTerms& terms)
{
    std::optional<std::pair<Money, Money>> range;
    for (const auto& minor : terms.prices) {
        if (!minor)
            continue;
        const Money price{*minor, terms.currency};
        if (!range)
            range = {price, price};
        if (price.minor < range->first.minor)
            range->first = price;
        if (price.minor > range->second.minor)
            range->second = price;
    }
    return range;
}

QJsonArray priceAreasJson(const EventMirror& mirror)
{
    const auto& terms = mirror.state().terms();
    QJsonArray areas;
    for (std::uint16_t a = 0; a < mirror.plan().priceAreas().size(); ++a) {
        QJsonArray prices;
        for (std::uint16_t t = 0; t < terms.priceTypes.size(); ++t)
            if (const auto price = priceOf(terms, PriceAreaIndex{a}, PriceTypeIndex{t}); price.ok())
                prices.append(QJsonObject{{u"type"_s, text(terms.priceTypes[t])}, {u"price"_s, moneyToJson(*price)}});
        areas.append(QJsonObject{{u"name"_s, text(mirror.plan().priceAreas()[a].name)}, {u"prices"_s, prices}});
    }
    return areas;
}

QJsonArray pointJson(Point point)
{
    return {point.x, point.y};
}

QJsonArray attributesJson(std::uint8_t attributes)
{
    QJsonArray list;
    if (attributes & Wheelchair)
        list.append(u"wheelchair"_s);
    if (attributes & Companion)
        list.append(u"companion"_s);
    if (attributes & RestrictedView)
        list.append(u"restricted_view"_s);
    return list;
}

QJsonObject outlineJson(const Outline& outline)
{
    QJsonArray points;
    for (const Point point : outline.points)
        points.append(pointJson(point));
    const QString kind = outline.kind == Outline::Kind::Rectangle ? u"rectangle"_s
                         : outline.kind == Outline::Kind::Ellipse ? u"ellipse"_s
                                                                  : u"polygon"_s;
    return {{u"kind"_s, kind}, {u"points"_s, points}};
}

QJsonArray sectionsJson(const SeatPlan& plan)
{
    QJsonArray sections;
    for (const auto& section : plan.sections()) {
        QJsonArray rows;
        for (std::uint32_t r = section.first.value; r < section.first.value + section.count; ++r) {
            const auto& row = plan.rows()[r];
            QJsonArray seats;
            for (std::uint32_t s = row.first.value; s < row.first.value + row.count; ++s) {
                const auto& seat = plan.seats()[s];
                QJsonObject object{{u"index"_s, static_cast<qint64>(s)},
                                   {u"label"_s, text(plan.label(SeatIndex{s}))},
                                   {u"number"_s, text(seat.number)},
                                   {u"x"_s, seat.at.x},
                                   {u"y"_s, seat.at.y},
                                   {u"area"_s, text(plan.priceAreas()[seat.priceArea.value].name)}};
                if (seat.attributes)
                    object[u"attributes"_s] = attributesJson(seat.attributes);
                seats.append(object);
            }
            rows.append(QJsonObject{{u"name"_s, text(row.name)}, {u"seats"_s, seats}});
        }
        sections.append(QJsonObject{{u"name"_s, text(section.name)}, {u"rows"_s, rows}});
    }
    return sections;
}

void append(QByteArray& json, std::string_view text)
{
    json.append(text.data(), static_cast<qsizetype>(text.size()));
}

void appendStanding(QByteArray& json, const Places& places, const SeatPlan& plan)
{
    append(json, R"(,"standing":[)");
    for (std::size_t i = 0; i < places.standing.size(); ++i) {
        const StandingUnits& units = places.standing[i];
        append(json, i > 0 ? R"(,{"area":)" : R"({"area":)");
        json += http::jsonString(plan.standing()[units.area.value].name);
        append(json, R"(,"count":)");
        append(json, std::to_string(units.count));
        append(json, "}");
    }
    append(json, "]");
}

} // namespace

QByteArray compactJson(const QJsonObject& object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

http::Response jsonAnswer(int status, const QJsonObject& object)
{
    return http::jsonResponse(status, compactJson(object));
}

QJsonObject eventSummaryJson(const EventMirror& mirror)
{
    const auto& terms = mirror.state().terms();
    QJsonObject object{{u"id"_s, text(mirror.event().toString())},
                       {u"title"_s, text(terms.title)},
                       {u"venue"_s, text(terms.venue)},
                       {u"starts_at"_s, text(toRfc3339(terms.startsAt))},
                       {u"time_zone"_s, text(terms.timeZone)},
                       {u"sale_state"_s, terms.onSale ? u"on_sale"_s : u"not_on_sale"_s}};
    if (const auto range = priceRange(terms))
        object[u"price_range"_s] =
            QJsonObject{{u"min"_s, moneyToJson(range->first)}, {u"max"_s, moneyToJson(range->second)}};
    return object;
}

QJsonObject eventDetailsJson(const EventMirror& mirror)
{
    const auto& terms = mirror.state().terms();
    QJsonObject object = eventSummaryJson(mirror);
    QJsonArray types;
    for (const auto& type : terms.priceTypes)
        types.append(text(type));
    QJsonArray standing;
    for (std::uint16_t i = 0; i < mirror.plan().standing().size(); ++i)
        standing.append(
            QJsonObject{{u"name"_s, text(mirror.plan().standing()[i].name)},
                        {u"free"_s, static_cast<qint64>(mirror.state().standing(StandingIndex{i}).free())}});
    object[u"price_types"_s] = types;
    object[u"price_areas"_s] = priceAreasJson(mirror);
    object[u"standing"_s] = standing;
    object[u"seats"_s] = static_cast<qint64>(mirror.plan().seatCount());
    object[u"free_seats"_s] = static_cast<qint64>(mirror.state().freeSeats());
    object[u"plan_revision"_s] = text(terms.plan.toString());
    object[u"sale_card"_s] =
        QJsonObject{{u"hold_seconds"_s, static_cast<qint64>(terms.holds.duration.count() / 1000)},
                    {u"extension_seconds"_s, static_cast<qint64>(terms.holds.extension.count() / 1000)},
                    {u"max_places_per_hold"_s, static_cast<qint64>(terms.holds.maxUnitsPerFanHold)},
                    {u"max_holds"_s, static_cast<qint64>(terms.holds.maxHoldsPerHolder)}};
    return object;
}

QByteArray planJson(const SeatPlan& plan)
{
    QJsonArray standing;
    for (const auto& area : plan.standing())
        standing.append(QJsonObject{{u"name"_s, text(area.name)},
                                    {u"capacity"_s, static_cast<qint64>(area.capacity)},
                                    {u"area"_s, text(plan.priceAreas()[area.priceArea.value].name)},
                                    {u"outline"_s, outlineJson(area.outline)}});
    QJsonArray decorations;
    for (const auto& decoration : plan.decorations())
        decorations.append(
            QJsonObject{{u"outline"_s, outlineJson(decoration.outline)}, {u"text"_s, text(decoration.text)}});
    return compactJson({{u"name"_s, text(plan.name())},
                        {u"width"_s, plan.parts().width},
                        {u"height"_s, plan.parts().height},
                        {u"focal"_s, pointJson(plan.focal())},
                        {u"sections"_s, sectionsJson(plan)},
                        {u"standing"_s, standing},
                        {u"decorations"_s, decorations}});
}

QByteArray changesJson(const std::vector<SeatChange>& changes)
{
    QByteArray json = "[";
    for (std::size_t i = 0; i < changes.size(); ++i) {
        json += i > 0 ? ",[" : "[";
        json += QByteArray::number(changes[i].seat.value);
        json += ",\"";
        json += changes[i].state;
        json += "\"]";
    }
    return json + ']';
}

QByteArray holdJson(const HoldView& view, const SeatPlan& plan)
{
    const Places& places = view.hold.places;
    QByteArray json;
    json.reserve(static_cast<qsizetype>(256 + 32 * places.seats.size()));
    append(json, R"({"hold":")");
    append(json, view.hold.id.toString());
    append(json, R"(","event":")");
    append(json, view.event.toString());
    append(json, view.hold.paying ? R"(","state":"paying","seats":[)" : R"(","state":"held","seats":[)");
    for (std::size_t i = 0; i < places.seats.size(); ++i) {
        append(json, i > 0 ? "," : "");
        json += http::jsonString(plan.label(places.seats[i]));
    }
    append(json, "]");
    if (!places.standing.empty())
        appendStanding(json, places, plan);
    append(json, R"(,"expires_at":")");
    append(json, toRfc3339(view.hold.deadline()));
    append(json,
           view.hold.extended ? R"(","extended":true,"total":{"amount":)" : R"(","extended":false,"total":{"amount":)");
    append(json, std::to_string(view.total.minor));
    append(json, R"(,"currency":")");
    append(json, {view.total.currency.code.data(), 3});
    append(json, R"("}})");
    return json;
}

QJsonObject orderJson(const EventMirror& mirror, const Order& order, const SigningKey& serverKey,
                      const std::string& key)
{
    const auto& terms = mirror.state().terms();
    const auto& plan = mirror.plan();
    QJsonArray tickets;
    for (const auto& ticket : order.tickets) {
        const std::string place = ticket.seat ? plan.label(*ticket.seat) : plan.standing()[ticket.standing->value].name;
        const auto& type = terms.priceTypes[ticket.priceType.value];
        QJsonObject object{{u"serial"_s, text(ticket.serial.toString())},
                           {u"place"_s, text(place)},
                           {u"price_type"_s, text(type)},
                           {u"price"_s, moneyToJson({ticket.priceMinor, terms.currency})},
                           {u"valid"_s, !ticket.voided}};
        if (!ticket.voided && order.channel == Channel::Fan)
            object[u"code"_s] = QString::fromLatin1(
                encodeTicketCode({mirror.event(), ticket.serial, {}, orderCode(order.id), place, type}, serverKey));
        tickets.append(object);
    }
    return {{u"order"_s, text(order.id.toString())},
            {u"key"_s, text(key)},
            {u"code"_s, text(orderCode(order.id))},
            {u"state"_s, u"paid"_s},
            {u"event"_s, eventSummaryJson(mirror)},
            {u"name"_s, text(order.buyer.name)},
            {u"email"_s, text(order.buyer.email)},
            {u"tickets"_s, tickets},
            {u"total"_s, moneyToJson({order.totalMinor(), terms.currency})}};
}

http::Response seatRefusal(const Error& error, const EventMirror& mirror, const Places& wanted)
{
    if (error.code != ErrorCode::SeatTaken)
        return http::errorResponse(error);
    std::vector<SeatIndex> lost;
    std::vector<SeatIndex> kept;
    for (const SeatIndex seat : wanted.seats)
        (mirror.state().seat(seat).status == SeatStatus::Free ? kept : lost).push_back(seat);
    QJsonArray groups;
    for (const auto& group : alternatives(mirror.state(), lost, kept))
        groups.append(labelsToJson(group, mirror.plan()));
    return http::errorResponse(
        error, compactJson({{u"seats"_s, labelsToJson(lost, mirror.plan())}, {u"alternatives"_s, groups}}));
}

} // namespace parterre

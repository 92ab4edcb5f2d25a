// Strict export of plans to pretix's format.
#include "sync/wire/pretix_plan.h"
#include "sync/wire/pretix_units.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <unordered_map>

namespace parterre {

namespace {

QString toQt(const std::string& text)
{
    return QString::fromStdString(text);
}

QString colourText(const std::optional<Rgb>& colour)
{
    if (!colour)
        return QStringLiteral("transparent");
    const std::uint8_t rgb[] = {colour->r, colour->g, colour->b};
    return u'#' + toQt(toHex(rgb, sizeof rgb));
}

QJsonObject pointToJson(Point metres)
{
    return {{QStringLiteral("x"), pretixFromMetres(metres.x)}, {QStringLiteral("y"), pretixFromMetres(metres.y)}};
}

Point away(Point from, Point to)
{
    return {to.x - from.x, to.y - from.y};
}

// A plain rectangle as pretix spells it; turned ones become polygons.
bool isUpright(const std::vector<Point>& p)
{
    return p[0].y == p[1].y && p[1].x == p[2].x && p[2].y == p[3].y && p[3].x == p[0].x;
}

QJsonObject areaToJson(const Outline& outline, const std::string& text, const std::optional<Rgb>& fill)
{
    const auto& points = outline.points;
    const Point at = points.front();
    Point textAt;
    QJsonObject area{{QStringLiteral("color"), colourText(fill)},
                     {QStringLiteral("border_color"), QStringLiteral("#888888")},
                     {QStringLiteral("rotation"), 0},
                     {QStringLiteral("position"), pointToJson(at)}};
    if (outline.kind == Outline::Kind::Ellipse) {
        area.insert(QStringLiteral("shape"), QStringLiteral("ellipse"));
        area.insert(QStringLiteral("ellipse"), QJsonObject{{QStringLiteral("radius"), pointToJson(points[1])}});
    } else if (outline.kind == Outline::Kind::Rectangle && isUpright(points)) {
        const Point size = away(at, points[2]);
        textAt = {size.x / 2, size.y / 2};
        area.insert(QStringLiteral("shape"), QStringLiteral("rectangle"));
        area.insert(QStringLiteral("rectangle"), QJsonObject{{QStringLiteral("width"), pretixFromMetres(size.x)},
                                                             {QStringLiteral("height"), pretixFromMetres(size.y)}});
    } else {
        QJsonArray corners;
        for (const Point point : points)
            corners.append(pointToJson(away(at, point)));
        area.insert(QStringLiteral("shape"), QStringLiteral("polygon"));
        area.insert(QStringLiteral("polygon"), QJsonObject{{QStringLiteral("points"), corners}});
    }
    area.insert(QStringLiteral("text"), QJsonObject{{QStringLiteral("text"), toQt(text)},
                                                    {QStringLiteral("color"), QStringLiteral("#000000")},
                                                    {QStringLiteral("position"), pointToJson(textAt)}});
    return area;
}

class Exporter
{
public:
    Exporter(const SeatPlanParts& parts, PretixExtensions extensions) : m_parts(parts), m_extensions(extensions)
    {
        for (const PlanSeat& seat : parts.seats)
            ++m_aliasCount[seat.alias];
    }

    QJsonObject plan() const
    {
        QJsonArray categories;
        for (const PriceArea& area : m_parts.priceAreas)
            categories.append(QJsonObject{{QStringLiteral("name"), toQt(area.name)},
                                          {QStringLiteral("color"), colourText(area.colour)}});
        QJsonArray zones;
        for (std::size_t i = 0; i < m_parts.sections.size(); ++i)
            zones.append(
                zone(toQt(m_parts.sections[i].name), rows(m_parts.sections[i]), i == 0 ? areas() : QJsonArray()));
        if (zones.isEmpty())
            zones.append(zone(toQt(m_parts.name), {}, areas()));
        const QJsonObject size{{QStringLiteral("width"), integer(m_parts.width)},
                               {QStringLiteral("height"), integer(m_parts.height)}};
        return {{QStringLiteral("name"), toQt(m_parts.name)},
                {QStringLiteral("categories"), categories},
                {QStringLiteral("zones"), zones},
                {QStringLiteral("size"), size}};
    }

private:
    static qint64 integer(double metres) { return static_cast<qint64>(std::ceil(pretixFromMetres(metres))); }

    static QJsonObject zone(const QString& name, const QJsonArray& rows, const QJsonArray& areas)
    {
        return {{QStringLiteral("name"), name},
                {QStringLiteral("position"), pointToJson({})},
                {QStringLiteral("rows"), rows},
                {QStringLiteral("areas"), areas}};
    }

    QJsonArray rows(const PlanSection& section) const
    {
        QJsonArray rows;
        for (std::uint32_t i = section.first.value; i < section.first.value + section.count; ++i) {
            const PlanRow& row = m_parts.rows[i];
            if (row.count == 0)
                continue;
            const Point at = m_parts.seats[row.first.value].at;
            QJsonArray seats;
            for (std::uint32_t s = row.first.value; s < row.first.value + row.count; ++s)
                seats.append(seat(m_parts.seats[s], section, row, at));
            rows.append(QJsonObject{{QStringLiteral("row_number"), toQt(row.name)},
                                    {QStringLiteral("row_number_position"), QStringLiteral("both")},
                                    {QStringLiteral("position"), pointToJson(at)},
                                    {QStringLiteral("seats"), seats}});
        }
        return rows;
    }

    QJsonObject seat(const PlanSeat& seat, const PlanSection& section, const PlanRow& row, Point rowAt) const
    {
        const bool own = !seat.alias.empty() && m_aliasCount.at(seat.alias) == 1;
        const std::string guid = own ? seat.alias : section.name + "/" + row.name + "/" + seat.number;
        QJsonObject json{{QStringLiteral("seat_number"), toQt(seat.number)},
                         {QStringLiteral("seat_guid"), toQt(guid)},
                         {QStringLiteral("position"), pointToJson(away(rowAt, seat.at))},
                         {QStringLiteral("category"), toQt(m_parts.priceAreas[seat.priceArea.value].name)}};
        if (seat.attributes != 0 && m_extensions == PretixExtensions::Keep)
            json.insert(QStringLiteral("parterre_attributes"), attributes(seat.attributes));
        return json;
    }

    static QJsonArray attributes(std::uint8_t bits)
    {
        QJsonArray names;
        if (bits & Wheelchair)
            names.append(QStringLiteral("wheelchair"));
        if (bits & Companion)
            names.append(QStringLiteral("companion"));
        if (bits & RestrictedView)
            names.append(QStringLiteral("restricted_view"));
        return names;
    }

    QJsonArray areas() const
    {
        QJsonArray areas;
        for (const Decoration& drawing : m_parts.decorations)
            areas.append(areaToJson(drawing.outline, drawing.text, drawing.fill));
        for (const StandingArea& standing : m_parts.standing) {
            const PriceArea& price = m_parts.priceAreas[standing.priceArea.value];
            QJsonObject area = areaToJson(standing.outline, standing.name, price.colour);
            if (m_extensions == PretixExtensions::Keep)
                area.insert(QStringLiteral("parterre_standing"),
                            QJsonObject{{QStringLiteral("name"), toQt(standing.name)},
                                        {QStringLiteral("capacity"), static_cast<qint64>(standing.capacity)},
                                        {QStringLiteral("category"), toQt(price.name)}});
            areas.append(area);
        }
        return areas;
    }

    const SeatPlanParts& m_parts;
    PretixExtensions m_extensions;
    std::unordered_map<std::string, std::uint32_t> m_aliasCount;
};

} // namespace

Bytes exportPretixPlan(const SeatPlanParts& parts, PretixExtensions extensions)
{
    return QJsonDocument(Exporter(parts, extensions).plan()).toJson();
}

} // namespace parterre

// Areas of a pretix plan: drawings, the stage, standing areas; and colours.
#include "sync/wire/pretix_reader.h"
#include "sync/wire/pretix_units.h"

#include <cmath>
#include <numbers>

namespace parterre {

namespace {

constexpr const char* leftOut = "drawings left out";
constexpr std::size_t maxPolygonPoints = 10'000;
constexpr std::size_t maxDrawings = 10'000;

// Texts that mark where the audience looks, in the languages plans have been seen in.
bool isStage(const QString& text)
{
    static const char* const words[] = {"stage", "bühne",    "scène",  "scene",  "escenario",
                                        "palco", "leinwand", "screen", "podium", "orchester"};
    for (const char* word : words)
        if (text.compare(QString::fromUtf8(word), Qt::CaseInsensitive) == 0)
            return true;
    return false;
}

Point turned(Point point, double degrees)
{
    const double angle = degrees * std::numbers::pi / 180;
    return {point.x * std::cos(angle) - point.y * std::sin(angle),
            point.x * std::sin(angle) + point.y * std::cos(angle)};
}

// `points` relative to `at` in pretix units, turned about it.
Outline placed(Outline::Kind kind, const std::vector<Point>& points, Point at, double degrees)
{
    Outline outline{kind, {}};
    for (const Point point : points) {
        const Point away = degrees == 0 ? point : turned(point, degrees);
        outline.points.push_back(metresFromPretix(Point{at.x + away.x, at.y + away.y}));
    }
    return outline;
}

Point centreOf(const Outline& outline)
{
    if (outline.kind == Outline::Kind::Ellipse)
        return outline.points.front();
    Point low = outline.points.front();
    Point high = low;
    for (const Point point : outline.points) {
        low = {std::min(low.x, point.x), std::min(low.y, point.y)};
        high = {std::max(high.x, point.x), std::max(high.y, point.y)};
    }
    return {std::round((low.x + high.x) * 500) / 1000, std::round((low.y + high.y) * 500) / 1000};
}

} // namespace

void PretixReader::readArea(const QJsonObject& area, const std::string& place, Point origin)
{
    const Point own = position(area, place, Missing::Origin);
    const auto outline = readOutline(area, place, {origin.x + own.x, origin.y + own.y});
    if (!outline)
        return;
    const QJsonValue standing = area.value(QLatin1String("parterre_standing"));
    if (standing.isObject())
        return readStanding(standing.toObject(), place + ".parterre_standing", *outline);
    if (m_parts.decorations.size() >= maxDrawings)
        return m_report.change(leftOut, place, "is more than 10000 drawings");
    const QString text = area.value(QLatin1String("text")).toObject().value(QLatin1String("text")).toString().trimmed();
    Decoration drawing;
    drawing.outline = *outline;
    drawing.text = cutName(text.toStdString(), SeatPlan::maxNameBytes);
    drawing.fill = readColour(area.value(QLatin1String("color")), place);
    if (!m_parts.focal && isStage(text))
        m_parts.focal = centreOf(*outline);
    m_parts.decorations.push_back(std::move(drawing));
}

std::optional<Outline> PretixReader::readOutline(const QJsonObject& area, const std::string& place, Point at)
{
    const QString shape = area.value(QLatin1String("shape")).toString();
    const double degrees = numberOr(area, "rotation", place, 0);
    if (shape == QLatin1String("rectangle")) {
        const QJsonObject size = area.value(QLatin1String("rectangle")).toObject();
        const double width = number(size, "width", place + ".rectangle");
        const double height = number(size, "height", place + ".rectangle");
        return placed(Outline::Kind::Rectangle, {{0, 0}, {width, 0}, {width, height}, {0, height}}, at, degrees);
    }
    if (shape == QLatin1String("circle") || shape == QLatin1String("ellipse"))
        return readEllipse(area, place, at);
    if (shape == QLatin1String("polygon"))
        return readPolygon(area, place, at);
    if (shape == QLatin1String("text")) {
        const QJsonObject text = area.value(QLatin1String("text")).toObject();
        const Point centre =
            text.contains(QLatin1String("position")) ? position(text, place + ".text", Missing::Origin) : Point{};
        const double height = numberOr(text, "size", place + ".text", 16) * 1.2;
        const double length =
            std::min<double>(1000, static_cast<double>(text.value(QLatin1String("text")).toString().size()));
        const double half = std::max(1.0, length * height / 4); // letters are about half as wide as high
        const double up = height / 2;
        return placed(Outline::Kind::Rectangle,
                      {{centre.x - half, centre.y - up},
                       {centre.x + half, centre.y - up},
                       {centre.x + half, centre.y + up},
                       {centre.x - half, centre.y + up}},
                      at, degrees);
    }
    m_report.change(leftOut, place + ".shape", cutName(shape.toStdString(), 100) + " is not a known shape");
    return std::nullopt;
}

std::optional<Outline> PretixReader::readEllipse(const QJsonObject& area, const std::string& place, Point at)
{
    double across = 0;
    double down = 0;
    if (area.value(QLatin1String("shape")).toString() == QLatin1String("circle")) {
        across = down = number(area.value(QLatin1String("circle")).toObject(), "radius", place + ".circle");
    } else {
        const QJsonObject radius =
            area.value(QLatin1String("ellipse")).toObject().value(QLatin1String("radius")).toObject();
        across = number(radius, "x", place + ".ellipse.radius");
        down = number(radius, "y", place + ".ellipse.radius");
    }
    const double degrees = numberOr(area, "rotation", place, 0);
    if (across == down || std::fmod(degrees, 180) == 0)
        return Outline{Outline::Kind::Ellipse, {metresFromPretix(at), metresFromPretix(Point{across, down})}};
    std::vector<Point> points; // a turned ellipse is drawn as a polygon
    for (int i = 0; i < 48; ++i) {
        const double angle = i * std::numbers::pi / 24;
        points.push_back({across * std::cos(angle), down * std::sin(angle)});
    }
    return placed(Outline::Kind::Polygon, points, at, degrees);
}

std::optional<Outline> PretixReader::readPolygon(const QJsonObject& area, const std::string& place, Point at)
{
    const QJsonArray corners =
        objects(area.value(QLatin1String("polygon")).toObject(), "points", place + ".polygon", true);
    std::vector<Point> points;
    for (qsizetype i = 0; i < corners.size() && points.size() <= maxPolygonPoints; ++i) {
        const std::string where = place + ".polygon.points[" + std::to_string(i) + "]";
        points.push_back({number(corners[i].toObject(), "x", where), number(corners[i].toObject(), "y", where)});
    }
    if (points.size() >= 3 && points.size() <= maxPolygonPoints)
        return placed(Outline::Kind::Polygon, points, at, numberOr(area, "rotation", place, 0));
    m_report.change(leftOut, place + ".polygon", "does not have 3 to 10000 points");
    return std::nullopt;
}

void PretixReader::readStanding(const QJsonObject& standing, const std::string& place, const Outline& outline)
{
    StandingArea made;
    const std::string wanted = name(standing, "name", place, "Standing " + std::to_string(m_parts.standing.size() + 1));
    made.name = m_sectionNames.unique(wanted);
    if (made.name != wanted)
        m_report.change("repeated section names", place + ".name", wanted + " is now " + made.name);
    const double capacity = number(standing, "capacity", place);
    if (capacity < 1 || capacity > static_cast<double>(SeatPlan::maxSeats) || capacity != std::floor(capacity))
        m_report.refuse("capacities out of range", place + ".capacity", "is not a whole number from 1 to 250000");
    else
        made.capacity = static_cast<std::uint32_t>(capacity);
    made.priceArea = category(standing, place).value_or(PriceAreaIndex{});
    made.outline = outline;
    if (m_parts.standing.size() >= SeatPlan::maxStandingAreas)
        m_report.refuse("too much", place, "is more than 1000 standing areas");
    else
        m_parts.standing.push_back(std::move(made));
}

// "#rgb", "#rrggbb" or the few names seen in plans; "transparent" and nothing at all mean none.
std::optional<Rgb> PretixReader::readColour(const QJsonValue& value, const std::string& place)
{
    const std::string text = value.toString().toStdString();
    if (text.empty() || text == "transparent" || text == "none")
        return std::nullopt;
    if (text == "white")
        return Rgb{255, 255, 255};
    if (text == "black")
        return Rgb{};
    std::string digits = text.front() == '#' ? text.substr(1) : std::string();
    if (digits.size() == 3)
        digits = {digits[0], digits[0], digits[1], digits[1], digits[2], digits[2]};
    std::uint8_t rgb[3] = {};
    if (digits.size() == 6 && fromHex(digits, rgb, sizeof rgb))
        return Rgb{rgb[0], rgb[1], rgb[2]};
    m_report.change("colours not understood", place + ".color", cutName(text, 100) + " is left out");
    return std::nullopt;
}

} // namespace parterre

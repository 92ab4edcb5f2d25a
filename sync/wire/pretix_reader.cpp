// Zones, rows, seats and categories of a pretix plan.
#include "sync/wire/pretix_reader.h"

#include "sync/wire/pretix_units.h"

#include <cmath>

namespace parterre {

namespace {

constexpr const char* badNumbers = "numbers that are not finite or far out of range";
constexpr const char* badTypes = "values of the wrong type";
constexpr const char* changedNames = "names adjusted";
constexpr double maxUnits = SeatPlan::maxExtentMetres * 1000 / pretixMillimetresPerUnit;
// Two positions are added up at most thrice; a third of the extent each keeps the sum inside.
constexpr double maxCoordinate = maxUnits / 3;

std::string indexed(const std::string& place, const char* list, std::size_t index)
{
    return (place.empty() ? std::string() : place + ".") + list + "[" + std::to_string(index) + "]";
}

Point sum(Point a, Point b)
{
    return {a.x + b.x, a.y + b.y};
}

std::string member(const std::string& place, const char* name)
{
    return place.empty() ? std::string(name) : place + "." + name;
}

} // namespace

PlanImport PretixReader::read(const QJsonObject& plan)
{
    readName(plan);
    readCategories(plan);
    const QJsonArray zones = objects(plan, "zones", {}, true);
    for (qsizetype i = 0; i < zones.size() && m_parts.seats.size() <= SeatPlan::maxSeats; ++i)
        readZone(zones[i].toObject(), indexed({}, "zones", static_cast<std::size_t>(i)));
    readSize(plan);
    if (m_parts.seats.size() > SeatPlan::maxSeats)
        m_report.refuse("too much", "zones", "holds more than " + std::to_string(SeatPlan::maxSeats) + " seats");
    else if (m_parts.seats.empty() && m_parts.standing.empty() && m_report.refused.empty())
        m_report.refuse("nothing to sell", "zones", "holds no seat and no standing area");
    if (!m_report.refused.empty())
        return {std::nullopt, std::move(m_report)};
    if (const auto checked = SeatPlan::create(m_parts); !checked) {
        m_report.refuse("contradictions", "plan", checked.error().detail);
        return {std::nullopt, std::move(m_report)};
    }
    m_report.sections = m_parts.sections.size();
    m_report.rows = m_parts.rows.size();
    m_report.seats = m_parts.seats.size();
    m_report.priceAreas = m_parts.priceAreas.size();
    m_report.standingAreas = m_parts.standing.size();
    m_report.decorations = m_parts.decorations.size();
    return {std::move(m_parts), std::move(m_report)};
}

void PretixReader::readName(const QJsonObject& plan)
{
    m_parts.name = name(plan, "name", {}, "Plan");
}

void PretixReader::readCategories(const QJsonObject& plan)
{
    const QJsonArray categories = objects(plan, "categories", {}, false);
    for (qsizetype i = 0; i < categories.size(); ++i) {
        const QJsonObject category = categories[i].toObject();
        const std::string place = indexed({}, "categories", static_cast<std::size_t>(i));
        const std::string wanted = category.value(QLatin1String("name")).toString().toStdString();
        PriceArea area;
        area.name = name(category, "name", place, "Category " + std::to_string(i + 1));
        area.colour = readColour(category.value(QLatin1String("color")), place).value_or(Rgb{128, 128, 128});
        if (m_parts.priceAreas.size() >= SeatPlan::maxPriceAreas)
            return m_report.refuse("too much", "categories", "holds more than 1000 categories");
        const auto index = static_cast<std::uint16_t>(m_parts.priceAreas.size());
        const bool repeated = !m_categories.try_emplace(wanted, index).second;
        const bool sameName = std::any_of(m_parts.priceAreas.begin(), m_parts.priceAreas.end(),
                                          [&area](const PriceArea& other) { return other.name == area.name; });
        if (!repeated && !sameName)
            m_parts.priceAreas.push_back(std::move(area));
        else if (!repeated)
            m_report.refuse("categories that cannot be told apart", place, "is named as another after cleaning");
        else
            m_report.change("repeated categories", place, wanted + " is there already; left out");
    }
}

void PretixReader::readZone(const QJsonObject& zone, const std::string& place)
{
    const Point origin = position(zone, place, Missing::Origin);
    const QJsonArray areas = objects(zone, "areas", place, false);
    const QJsonArray rows = objects(zone, "rows", place, false);
    if (!rows.isEmpty()) {
        const std::string wanted = name(zone, "name", place, "Zone " + std::to_string(m_parts.sections.size() + 1));
        PlanSection section;
        section.name = m_sectionNames.unique(wanted);
        section.first = RowIndex{static_cast<std::uint32_t>(m_parts.rows.size())};
        if (section.name != wanted)
            m_report.change("repeated section names", member(place, "name"), wanted + " is now " + section.name);
        m_parts.sections.push_back(section);
        m_rowNames = {};
        for (qsizetype i = 0; i < rows.size() && m_parts.seats.size() <= SeatPlan::maxSeats; ++i)
            readRow(rows[i].toObject(), indexed(place, "rows", static_cast<std::size_t>(i)), origin);
        m_parts.sections.back().count = static_cast<std::uint32_t>(m_parts.rows.size()) - section.first.value;
        if (m_parts.sections.back().count == 0)
            m_parts.sections.pop_back();
    }
    for (qsizetype i = 0; i < areas.size(); ++i)
        readArea(areas[i].toObject(), indexed(place, "areas", static_cast<std::size_t>(i)), origin);
}

void PretixReader::readRow(const QJsonObject& row, const std::string& place, Point origin)
{
    const Point at = sum(origin, position(row, place, Missing::Origin));
    const QJsonArray seats = objects(row, "seats", place, false);
    if (seats.isEmpty())
        return m_report.change("rows left out", place, "has no seats");
    const auto index = m_parts.rows.size() - m_parts.sections.back().first.value;
    const std::string wanted = name(row, "row_number", place, std::to_string(index + 1));
    PlanRow made;
    made.name = m_rowNames.unique(wanted);
    made.section = SectionIndex{static_cast<std::uint32_t>(m_parts.sections.size() - 1)};
    made.first = SeatIndex{static_cast<std::uint32_t>(m_parts.seats.size())};
    made.count = static_cast<std::uint32_t>(seats.size());
    if (made.name != wanted)
        m_report.change("repeated row names", place + ".row_number",
                        "row " + wanted + " of " + m_parts.sections.back().name + " is now " + made.name);
    m_parts.rows.push_back(made);
    m_seatNames = {};
    m_rowPlace = place;
    for (m_seatInRow = 0; m_seatInRow < made.count && m_parts.seats.size() <= SeatPlan::maxSeats; ++m_seatInRow)
        readSeat(seats[static_cast<qsizetype>(m_seatInRow)].toObject(), at);
}

void PretixReader::readSeat(const QJsonObject& seat, Point origin)
{
    const std::string place = seatPlace();
    PlanSeat made;
    const std::string wanted = name(seat, "seat_number", place, std::to_string(m_seatInRow + 1));
    made.number = m_seatNames.unique(wanted);
    if (made.number != wanted)
        m_report.change("repeated seat numbers", place + ".seat_number", wanted + " is now " + made.number);
    made.row = RowIndex{static_cast<std::uint32_t>(m_parts.rows.size() - 1)};
    made.at = metresFromPretix(sum(origin, position(seat, place, Missing::Refused)));
    made.priceArea = category(seat, place).value_or(PriceAreaIndex{});
    made.attributes = readAttributes(seat);
    const QJsonValue guid = seat.value(QLatin1String("seat_guid"));
    made.alias = cutName(guid.toVariant().toString().toStdString(), SeatPlan::maxNameBytes);
    rememberAlias(made);
    m_parts.seats.push_back(std::move(made));
}

void PretixReader::rememberAlias(const PlanSeat& seat)
{
    if (seat.alias.empty())
        return;
    const auto index = static_cast<std::uint32_t>(m_parts.seats.size());
    const auto [first, fresh] = m_aliases.try_emplace(seat.alias, index);
    if (fresh)
        return;
    const PlanSeat& other = m_parts.seats[first->second];
    const PlanRow& row = m_parts.rows[other.row.value];
    m_report.change("repeated seat ids", seatPlace() + ".seat_guid",
                    seat.alias + " is also seat " + m_parts.sections[row.section.value].name + "/" + row.name + "/" +
                        other.number + "; seats are told apart by section, row and number");
}

std::uint8_t PretixReader::readAttributes(const QJsonObject& seat)
{
    std::uint8_t attributes = 0;
    const QJsonArray names = seat.value(QLatin1String("parterre_attributes")).toArray();
    for (const QJsonValue& entry : names) {
        const QString attribute = entry.toString();
        if (attribute == QLatin1String("wheelchair"))
            attributes |= Wheelchair;
        else if (attribute == QLatin1String("companion"))
            attributes |= Companion;
        else if (attribute == QLatin1String("restricted_view"))
            attributes |= RestrictedView;
        else
            m_report.change("unknown attributes", seatPlace() + ".parterre_attributes",
                            attribute.toStdString() + " is left out");
    }
    return attributes;
}

std::optional<PriceAreaIndex> PretixReader::category(const QJsonObject& object, const std::string& place)
{
    const QJsonValue value = object.value(QLatin1String("category"));
    const std::string wanted = value.toString().toStdString();
    const auto found = m_categories.find(wanted);
    if (value.isString() && found != m_categories.end())
        return PriceAreaIndex{found->second};
    if (value.isUndefined() || value.isNull() || wanted.empty())
        m_report.refuse("missing categories", place + ".category", "is missing: its price would be unknown");
    else
        m_report.refuse("unknown categories", place + ".category", wanted + " is not among the categories of the plan");
    return std::nullopt;
}

// The size of the drawing as given, or what the seats need where that is more.
void PretixReader::readSize(const QJsonObject& plan)
{
    const QJsonValue value = plan.value(QLatin1String("size"));
    if (value.isObject()) {
        m_parts.width = metresFromPretix(std::max(0.0, numberOr(value.toObject(), "width", "size", 0)));
        m_parts.height = metresFromPretix(std::max(0.0, numberOr(value.toObject(), "height", "size", 0)));
    }
    double right = 0;
    double bottom = 0;
    for (const PlanSeat& seat : m_parts.seats) {
        right = std::max(right, seat.at.x + 0.5);
        bottom = std::max(bottom, seat.at.y + 0.5);
    }
    if (right <= m_parts.width && bottom <= m_parts.height && m_parts.width > 0 && m_parts.height > 0)
        return;
    m_report.change("size adjusted", "size", "is missing or smaller than the seats need; enlarged");
    const double limit = SeatPlan::maxExtentMetres;
    m_parts.width = std::min(limit, std::max({m_parts.width, std::ceil(right), 1.0}));
    m_parts.height = std::min(limit, std::max({m_parts.height, std::ceil(bottom), 1.0}));
}

double PretixReader::number(const QJsonObject& object, const char* name, const std::string& place)
{
    const QJsonValue value = object.value(QLatin1String(name));
    const double number = value.toDouble(std::nan(""));
    if (std::abs(number) <= maxCoordinate)
        return number;
    m_report.refuse(badNumbers, member(place, name),
                    value.isUndefined() ? "is missing" : "is not a number from −1666666 to 1666666");
    return 0;
}

double PretixReader::numberOr(const QJsonObject& object, const char* name, const std::string& place, double otherwise)
{
    return object.contains(QLatin1String(name)) ? number(object, name, place) : otherwise;
}

Point PretixReader::position(const QJsonObject& object, const std::string& place, Missing missing)
{
    const QJsonValue value = object.value(QLatin1String("position"));
    const std::string where = member(place, "position");
    if (value.isObject())
        return {number(value.toObject(), "x", where), number(value.toObject(), "y", where)};
    if (missing == Missing::Origin && (value.isUndefined() || value.isNull()))
        m_report.change("missing positions", where, "is missing; taken as 0, 0");
    else
        m_report.refuse(badTypes, where, "is not an object with x and y");
    return {};
}

std::string PretixReader::name(const QJsonObject& object, const char* key, const std::string& place,
                               const std::string& otherwise)
{
    const QJsonValue value = object.value(QLatin1String(key));
    const std::string where = member(place, key);
    if (!value.isString() && !value.isDouble() && !value.isUndefined() && !value.isNull()) {
        m_report.refuse(badTypes, where, "is not a text");
        return otherwise;
    }
    const std::string given = value.toVariant().toString().toStdString();
    const std::string clean = cleanName(given);
    if (clean.empty()) {
        m_report.change(changedNames, where, "is missing or empty; named " + otherwise);
        return otherwise;
    }
    if (clean != given)
        m_report.change(changedNames, where, cutName(given, 100) + " is now " + clean);
    return clean;
}

QJsonArray PretixReader::objects(const QJsonObject& object, const char* key, const std::string& place, bool required)
{
    const QJsonValue value = object.value(QLatin1String(key));
    const std::string where = member(place, key);
    if (!value.isArray()) {
        if (required || (!value.isUndefined() && !value.isNull()))
            m_report.refuse(badTypes, where, value.isUndefined() ? "is missing" : "is not an array");
        return {};
    }
    const QJsonArray array = value.toArray();
    for (qsizetype i = 0; i < array.size(); ++i)
        if (!array[i].isObject())
            m_report.refuse(badTypes, where + "[" + std::to_string(i) + "]", "is not an object");
    return array;
}

std::string PretixReader::seatPlace() const
{
    return m_rowPlace + ".seats[" + std::to_string(m_seatInRow) + "]";
}

} // namespace parterre

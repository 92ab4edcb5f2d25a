// The checks of a plan, part by part. Each returns the first thing wrong, named so that a person finds it.
#include "sync/domain/seat_plan_check.h"

#include <cmath>
#include <set>

namespace parterre {
namespace {

constexpr std::uint8_t knownAttributes = Wheelchair | Companion | RestrictedView;

Error malformed(std::string detail)
{
    return {ErrorCode::Malformed, std::move(detail)};
}

enum class Slash { Allowed, Forbidden };

Result<void> checkName(const std::string& name, const std::string& what, Slash slash = Slash::Forbidden)
{
    if (name.empty())
        return malformed(what + " has no name");
    if (name.size() > SeatPlan::maxNameBytes)
        return Error{ErrorCode::TooLarge, what + " has a name over 120 bytes"};
    if (slash == Slash::Forbidden && name.find('/') != std::string::npos)
        return malformed(what + " has a '/' in its name: " + name);
    for (const char c : name)
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F)
            return malformed(what + " has a control character in its name");
    return {};
}

bool inExtent(double metres)
{
    return std::isfinite(metres) && std::abs(metres) <= SeatPlan::maxExtentMetres;
}

bool inExtent(Point point)
{
    return inExtent(point.x) && inExtent(point.y);
}

Result<void> checkOutline(const Outline& outline, const std::string& what)
{
    const std::size_t count = outline.points.size();
    if (count > SeatPlan::maxOutlinePoints)
        return Error{ErrorCode::TooLarge, what + " has over 10000 points"};
    bool complete = false;
    switch (outline.kind) {
    case Outline::Kind::Rectangle:
        complete = count == 4;
        break;
    case Outline::Kind::Ellipse:
        complete = count == 2;
        break;
    case Outline::Kind::Polygon:
        complete = count >= 3;
        break;
    }
    if (!complete)
        return malformed(what + " has an outline of " + std::to_string(count) + " points");
    for (const Point& point : outline.points)
        if (!inExtent(point))
            return malformed(what + " has a point outside the drawing");
    return {};
}

Result<void> checkSizes(const SeatPlanParts& parts)
{
    if (parts.seats.size() > SeatPlan::maxSeats || parts.rows.size() > SeatPlan::maxSeats ||
        parts.sections.size() > SeatPlan::maxSeats)
        return Error{ErrorCode::TooLarge, "over 250000 seats, rows or sections"};
    if (parts.standing.size() > SeatPlan::maxStandingAreas)
        return Error{ErrorCode::TooLarge, "over 1000 standing areas"};
    if (parts.priceAreas.size() > SeatPlan::maxPriceAreas)
        return Error{ErrorCode::TooLarge, "over 1000 price areas"};
    if (parts.decorations.size() > SeatPlan::maxDecorations)
        return Error{ErrorCode::TooLarge, "over 10000 decorations"};
    if (!inExtent(parts.width) || !inExtent(parts.height) || parts.width < 0 || parts.height < 0)
        return malformed("the drawing has no sensible width and height");
    if (parts.focal && !inExtent(*parts.focal))
        return malformed("the focal point lies outside the drawing");
    return {};
}

Result<void> checkPriceAreas(const SeatPlanParts& parts)
{
    std::set<std::string_view> names;
    for (const PriceArea& area : parts.priceAreas) {
        if (Result<void> named = checkName(area.name, "price area", Slash::Allowed); !named)
            return named;
        if (!names.insert(area.name).second)
            return malformed("two price areas are named " + area.name);
    }
    return {};
}

// Sections are consecutive runs of rows and cover them all.
Result<void> checkSections(const SeatPlanParts& parts)
{
    std::set<std::string_view> names;
    std::uint64_t next = 0;
    for (std::size_t i = 0; i < parts.sections.size(); ++i) {
        const PlanSection& section = parts.sections[i];
        if (Result<void> named = checkName(section.name, "section " + std::to_string(i)); !named)
            return named;
        if (!names.insert(section.name).second)
            return malformed("two sections are named " + section.name);
        if (section.first.value != next || next + section.count > parts.rows.size())
            return malformed("the rows of section " + section.name + " are not a run in plan order");
        std::set<std::string_view> rowNames;
        for (std::uint64_t r = next; r < next + section.count; ++r) {
            if (parts.rows[r].section.value != i)
                return malformed("row " + parts.rows[r].name + " is not in section " + section.name);
            if (!rowNames.insert(parts.rows[r].name).second)
                return malformed("two rows of section " + section.name + " are named " + parts.rows[r].name);
        }
        next += section.count;
    }
    if (next != parts.rows.size())
        return malformed("row " + parts.rows[next].name + " belongs to no section");
    return {};
}

// Rows are consecutive runs of seats and cover them all. Sections have been checked.
Result<void> checkRows(const SeatPlanParts& parts)
{
    std::uint64_t next = 0;
    for (std::size_t i = 0; i < parts.rows.size(); ++i) {
        const PlanRow& row = parts.rows[i];
        const std::string where = parts.sections[row.section.value].name + "/" + row.name;
        if (Result<void> named = checkName(row.name, "a row of " + parts.sections[row.section.value].name); !named)
            return named;
        if (row.first.value != next || next + row.count > parts.seats.size())
            return malformed("the seats of row " + where + " are not a run in plan order");
        for (std::uint64_t s = next; s < next + row.count; ++s)
            if (parts.seats[s].row.value != i)
                return malformed("seat " + parts.seats[s].number + " is not in row " + where);
        next += row.count;
    }
    if (next != parts.seats.size())
        return malformed("seat " + parts.seats[next].number + " belongs to no row");
    return {};
}

// Rows have been checked.
Result<void> checkSeats(const SeatPlanParts& parts)
{
    const auto where = [&parts](const PlanSeat& seat) {
        const PlanRow& row = parts.rows[seat.row.value];
        return parts.sections[row.section.value].name + "/" + row.name + "/" + seat.number;
    };
    for (const PlanSeat& seat : parts.seats) {
        if (Result<void> named = checkName(seat.number, "a seat"); !named)
            return Error{named.error().code, named.error().detail + " (in " + where(seat) + ")"};
        if (!inExtent(seat.at))
            return malformed("seat " + where(seat) + " lies outside the drawing");
        if (seat.priceArea.value >= parts.priceAreas.size())
            return malformed("seat " + where(seat) + " has an unknown price area");
        if ((seat.attributes & ~knownAttributes) != 0)
            return malformed("seat " + where(seat) + " has unknown attributes");
        if (seat.alias.size() > SeatPlan::maxNameBytes)
            return Error{ErrorCode::TooLarge, "seat " + where(seat) + " has an alias over 120 bytes"};
    }
    return {};
}

Result<void> checkStanding(const SeatPlanParts& parts)
{
    std::set<std::string_view> names;
    for (const PlanSection& section : parts.sections)
        names.insert(section.name);
    for (const StandingArea& area : parts.standing) {
        if (Result<void> named = checkName(area.name, "a standing area"); !named)
            return named;
        if (!names.insert(area.name).second)
            return malformed("the name of standing area " + area.name + " is taken");
        if (area.capacity > SeatPlan::maxSeats)
            return Error{ErrorCode::TooLarge, "standing area " + area.name + " has a capacity over 250000"};
        if (area.priceArea.value >= parts.priceAreas.size())
            return malformed("standing area " + area.name + " has an unknown price area");
        if (Result<void> drawn = checkOutline(area.outline, "standing area " + area.name); !drawn)
            return drawn;
    }
    return {};
}

Result<void> checkDecorations(const SeatPlanParts& parts)
{
    for (std::size_t i = 0; i < parts.decorations.size(); ++i) {
        const std::string what = "decoration " + std::to_string(i);
        if (parts.decorations[i].text.size() > SeatPlan::maxNameBytes)
            return Error{ErrorCode::TooLarge, what + " has a text over 120 bytes"};
        if (Result<void> drawn = checkOutline(parts.decorations[i].outline, what); !drawn)
            return drawn;
    }
    return {};
}

} // namespace

Result<void> checkPlanParts(const SeatPlanParts& parts)
{
    if (Result<void> named = checkName(parts.name, "the plan", Slash::Allowed); !named)
        return named;
    // The order matters: later checks lean on what earlier ones have established.
    for (const auto check :
         {checkSizes, checkPriceAreas, checkSections, checkRows, checkSeats, checkStanding, checkDecorations})
        if (Result<void> checked = check(parts); !checked)
            return checked;
    return {};
}

} // namespace parterre

// Builds the plans row by row; a builder keeps runs gap-free as SeatPlan::create demands.
#include "tests/support/generated_plans.h"

#include <cmath>
#include <string>

namespace parterre::test {
namespace {

class PlanBuilder
{
public:
    explicit PlanBuilder(std::string name) { m_parts.name = std::move(name); }

    PriceAreaIndex priceArea(std::string name)
    {
        m_parts.priceAreas.push_back({std::move(name), {0x80, 0x80, 0x80}});
        return PriceAreaIndex{static_cast<std::uint16_t>(m_parts.priceAreas.size() - 1)};
    }
    void section(std::string name)
    {
        m_parts.sections.push_back({std::move(name), RowIndex{static_cast<std::uint32_t>(m_parts.rows.size())}, 0});
    }
    void row(std::string name)
    {
        ++m_parts.sections.back().count;
        m_parts.rows.push_back({std::move(name), SectionIndex{static_cast<std::uint32_t>(m_parts.sections.size() - 1)},
                                SeatIndex{static_cast<std::uint32_t>(m_parts.seats.size())}, 0});
    }
    void seat(Point at, PriceAreaIndex area, int attributes = 0)
    {
        PlanRow& row = m_parts.rows.back();
        m_parts.seats.push_back({std::to_string(++row.count),
                                 at,
                                 RowIndex{static_cast<std::uint32_t>(m_parts.rows.size() - 1)},
                                 area,
                                 static_cast<std::uint8_t>(attributes),
                                 {}});
    }
    // Seats side by side on a circle around `centre`, filling the angles; straight ahead is 90 degrees (down).
    void arc(Point centre, double radius, double fromDegrees, double toDegrees, double pitch, PriceAreaIndex area)
    {
        const double length = std::abs(toDegrees - fromDegrees) * M_PI / 180 * radius;
        const int count = std::max(1, static_cast<int>(length / pitch));
        const double step = pitch / radius * 180 / M_PI;
        const double middle = (fromDegrees + toDegrees) / 2;
        for (int i = 0; i < count; ++i) {
            // Clockwise on the screen from 180 to 0 degrees runs from left to right.
            const double angle = (middle - (i - (count - 1) / 2.0) * step) * M_PI / 180;
            seat({centre.x + radius * std::cos(angle), centre.y + radius * std::sin(angle)}, area);
        }
    }
    void attribute(std::uint32_t seatFromEnd, int attributes)
    {
        m_parts.seats[m_parts.seats.size() - 1 - seatFromEnd].attributes = static_cast<std::uint8_t>(attributes);
    }
    SeatPlanParts& parts() { return m_parts; }
    SeatPlanPtr build(double width, double height)
    {
        m_parts.width = width;
        m_parts.height = height;
        return SeatPlan::create(std::move(m_parts)).value();
    }

private:
    SeatPlanParts m_parts;
};

std::string letter(int index)
{
    return std::string(1, static_cast<char>('A' + index % 26));
}

Outline rectangle(double x, double y, double width, double height)
{
    return {Outline::Kind::Rectangle, {{x, y}, {x + width, y}, {x + width, y + height}, {x, y + height}}};
}

void addStalls(PlanBuilder& plan, Point centre, PriceAreaIndex front, PriceAreaIndex rear)
{
    const struct
    {
        const char* name;
        double from, to;
    } blocks[] = {{"Stalls left", 126, 108.5}, {"Stalls", 106, 74}, {"Stalls right", 71.5, 54}};
    for (const auto& block : blocks) {
        plan.section(block.name);
        for (int r = 0; r < 13; ++r) {
            plan.row(letter(r));
            plan.arc(centre, 14 + r * 0.95, block.from, block.to, 0.58, r < 5 ? front : rear);
            if (r == 12 && block.from == 106) {
                plan.attribute(0, Wheelchair);
                plan.attribute(1, Companion);
                plan.attribute(3, Wheelchair);
                plan.attribute(2, Companion);
            }
            if (r > 9 && block.from != 106)
                plan.attribute(block.from > 106 ? plan.parts().rows.back().count - 1 : 0, RestrictedView);
        }
    }
}

void addBoxes(PlanBuilder& plan, PriceAreaIndex area)
{
    for (int side = 0; side < 2; ++side)
        for (int box = 0; box < 3; ++box) {
            plan.section("Box " + std::to_string(side * 3 + box + 1));
            const double x = side == 0 ? 1.2 : 34.2;
            for (int r = 0; r < 2; ++r) {
                plan.row(letter(r));
                for (int i = 0; i < 3; ++i)
                    plan.seat({x + (side == 0 ? 1 - r : r) * 0.75, 6.0 + box * 3.1 + i * 0.62}, area,
                              r == 1 ? RestrictedView : 0);
            }
        }
}

} // namespace

SeatPlanPtr theatre()
{
    PlanBuilder plan("Playhouse");
    const PriceAreaIndex premium = plan.priceArea("Premium");
    const PriceAreaIndex standard = plan.priceArea("Standard");
    const PriceAreaIndex circle = plan.priceArea("Circle");
    const PriceAreaIndex boxes = plan.priceArea("Boxes");
    const Point centre{18, -12};
    addStalls(plan, centre, premium, standard);
    plan.section("Circle");
    for (int r = 0; r < 5; ++r) {
        plan.row(letter(r));
        plan.arc(centre, 28.6 + r * 0.95, 119, 61, 0.58, circle);
    }
    addBoxes(plan, boxes);
    plan.parts().decorations.push_back({rectangle(11.5, -4.7, 13, 3.4), "Stage", Rgb{0xCC, 0xCC, 0xCC}});
    plan.parts().focal = Point{18, 0};
    return plan.build(36, 24);
}

SeatPlanPtr arena(std::uint32_t seats)
{
    PlanBuilder plan("Arena");
    const PriceAreaIndex areas[] = {plan.priceArea("Floor"), plan.priceArea("Lower tier"), plan.priceArea("Upper tier"),
                                    plan.priceArea("Corner")};
    constexpr int wedges = 20;
    constexpr double pitch = 0.52;
    const double halfX = 26;
    const double halfY = 16;
    std::uint32_t made = 0;
    int rowInTier = 0;
    int tier = 0;
    double outwards = 0;
    // Rows are added wedge by wedge in tiers of sixteen rows until there are enough seats.
    while (made < seats) {
        for (int wedge = 0; wedge < wedges && made < seats; ++wedge) {
            plan.section(std::to_string((tier + 1) * 100 + wedge + 1));
            const bool isCorner = wedge % 5 == 2;
            for (rowInTier = 0; rowInTier < 16 && made < seats; ++rowInTier) {
                plan.row(letter(rowInTier));
                const double away = outwards + rowInTier * 0.82;
                const double a = halfX + away;
                const double b = halfY + away;
                const double from = 2 * M_PI * wedge / wedges;
                const double to = 2 * M_PI * (wedge + 1) / wedges;
                const auto at = [&](double angle) { return Point{70 + a * std::cos(angle), 60 + b * std::sin(angle)}; };
                double length = 0;
                for (int i = 0; i < 16; ++i) {
                    const Point p = at(from + (to - from) * i / 16);
                    const Point q = at(from + (to - from) * (i + 1) / 16);
                    length += std::hypot(p.x - q.x, p.y - q.y);
                }
                const int count = std::max(2, static_cast<int>((length - 1.3) / pitch));
                // Even steps of arc length: walk the curve finely.
                double walked = 0;
                double next = (length - (count - 1) * pitch) / 2;
                Point last = at(from);
                for (int i = 1; i <= 2000 && plan.parts().rows.back().count < static_cast<std::uint32_t>(count); ++i) {
                    const Point here = at(from + (to - from) * i / 2000);
                    walked += std::hypot(here.x - last.x, here.y - last.y);
                    last = here;
                    if (walked < next)
                        continue;
                    plan.seat(here, isCorner ? areas[3] : areas[std::min(tier + 1, 2)]);
                    next += pitch;
                    ++made;
                }
                if (rowInTier == 0 && wedge % 4 == 0) {
                    plan.attribute(0, Wheelchair);
                    plan.attribute(1, Companion);
                }
            }
        }
        outwards += 16 * 0.82 + 2.4;
        ++tier;
    }
    const Outline floor{Outline::Kind::Polygon, {{50, 52}, {84, 52}, {88, 56}, {88, 64}, {84, 68}, {50, 68}}};
    plan.parts().standing.push_back({"Floor standing", 2500, areas[0], floor});
    plan.parts().decorations.push_back({rectangle(46.6, 53, 2.8, 14), "Stage", Rgb{0x22, 0x22, 0x22}});
    plan.parts().focal = Point{49, 60};
    return plan.build(140, 120);
}

SeatPlanPtr block(std::uint32_t seats, double widthByHeight)
{
    PlanBuilder plan("Block");
    std::vector<PriceAreaIndex> areas;
    for (int i = 0; i < 8; ++i)
        areas.push_back(plan.priceArea("Area " + std::to_string(i + 1)));
    constexpr int across = 50;
    constexpr int deep = 20;
    const double perSection = across * deep;
    const int columns =
        std::max(1, static_cast<int>(std::lround(std::sqrt(seats / perSection * widthByHeight * deep / across))));
    for (std::uint32_t made = 0, section = 0; made < seats; ++section) {
        plan.section("S" + std::to_string(section + 1));
        const double x = static_cast<int>(section) % columns * across;
        const double y = static_cast<int>(section) / columns * deep;
        for (int r = 0; r < deep && made < seats; ++r) {
            plan.row(letter(r));
            for (int i = 0; i < across && made < seats; ++i, ++made)
                plan.seat({(x + i) * 0.5, (y + r) * 0.5}, areas[section % 8],
                          made % 97 == 0   ? Wheelchair
                          : made % 61 == 0 ? RestrictedView
                                           : 0);
        }
    }
    return plan.build(1000, 1000);
}

} // namespace parterre::test

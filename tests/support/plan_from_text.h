// planFromText(): a seating plan drawn with letters, for tests that are about where seats are.
#pragma once

#include "sync/domain/seat_plan.h"

#include <cstdio>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace parterre::testing {

// One line of the drawing is one row of seats, one character one metre; the stage is above the first line.
//   A … Z   a seat in the price area of that name
//   a … z   a wheelchair place in the area of the capital letter
//   '>'     a companion seat, in the area of the seat before it
//   '_'     no seat: an aisle
//   "# Stalls"      the rows below belong to this section (the first is "Main" when none is named)
//   "@ Floor C 50"  a standing area with its price area and capacity
// Rows are named 1, 2, … within their section; seats are numbered 1, 2, … within their row.
class PlanDrawing
{
public:
    SeatPlanPtr plan(const std::vector<std::string>& lines)
    {
        m_parts.name = "Drawn";
        for (const std::string& line : lines) {
            if (line.starts_with("# "))
                addSection(line.substr(2));
            else if (line.starts_with("@ "))
                addStanding(line);
            else
                addRow(line);
        }
        m_parts.height = static_cast<double>(m_line + 1);
        Result<SeatPlanPtr> made = SeatPlan::create(std::move(m_parts));
        if (!made)
            std::fprintf(stderr, "planFromText: %s\n", made.error().detail.c_str());
        return made.value();
    }

private:
    PriceAreaIndex area(char letter)
    {
        const std::string name(1, letter);
        const auto [at, fresh] = m_areas.try_emplace(name, static_cast<std::uint16_t>(m_areas.size()));
        if (fresh)
            m_parts.priceAreas.push_back({name, {static_cast<std::uint8_t>(40 * at->second), 90, 160}});
        return PriceAreaIndex{at->second};
    }

    void addSection(std::string name)
    {
        m_parts.sections.push_back({std::move(name), RowIndex{static_cast<std::uint32_t>(m_parts.rows.size())}, 0});
    }

    void addStanding(const std::string& line)
    {
        char name[64] = {};
        char letter = 0;
        unsigned capacity = 0;
        PARTERRE_REQUIRE(std::sscanf(line.c_str(), "@ %63s %c %u", name, &letter, &capacity) == 3);
        const double y = static_cast<double>(++m_line);
        Outline outline{Outline::Kind::Rectangle, {{0, y}, {9, y}, {9, y + 1}, {0, y + 1}}};
        m_parts.standing.push_back({name, capacity, area(letter), std::move(outline)});
    }

    void addRow(std::string_view line)
    {
        if (m_parts.sections.empty())
            addSection("Main");
        PlanSection& section = m_parts.sections.back();
        const RowIndex row{static_cast<std::uint32_t>(m_parts.rows.size())};
        const SectionIndex sectionIndex{static_cast<std::uint32_t>(m_parts.sections.size() - 1)};
        m_parts.rows.push_back({std::to_string(++section.count), sectionIndex,
                                SeatIndex{static_cast<std::uint32_t>(m_parts.seats.size())}, 0});
        ++m_line;
        for (std::size_t column = 0; column < line.size(); ++column)
            addSeat(line[column], {static_cast<double>(column), static_cast<double>(m_line)}, row);
        m_parts.width = std::max(m_parts.width, static_cast<double>(line.size()) - 1);
    }

    void addSeat(char letter, Point at, RowIndex row)
    {
        if (letter == '_')
            return;
        PlanSeat seat;
        seat.number = std::to_string(++m_parts.rows.back().count);
        seat.at = at;
        seat.row = row;
        if (letter == '>') {
            seat.priceArea = m_parts.seats.back().priceArea;
            seat.attributes = Companion;
        } else if (letter >= 'a' && letter <= 'z') {
            seat.priceArea = area(static_cast<char>(letter - 'a' + 'A'));
            seat.attributes = Wheelchair;
        } else {
            seat.priceArea = area(letter);
        }
        m_parts.seats.push_back(std::move(seat));
    }

    SeatPlanParts m_parts;
    std::map<std::string, std::uint16_t> m_areas;
    int m_line = 0;
};

inline SeatPlanPtr planFromText(const std::vector<std::string>& lines)
{
    return PlanDrawing().plan(lines);
}

} // namespace parterre::testing

// SeatPlan: look-ups, labels and the guess of where the audience looks. Its checks are in seat_plan_check.cpp.
#include "sync/domain/seat_plan.h"

#include "sync/domain/seat_geometry.h"
#include "sync/domain/seat_plan_check.h"

#include <algorithm>

namespace parterre {
namespace {

// Lower case for ASCII and the German umlauts in UTF-8 (C3 84/96/9C → C3 A4/B6/BC); enough to find "Stage" and "BÜHNE".
std::string folded(std::string_view text)
{
    std::string lower(text);
    for (std::size_t i = 0; i < lower.size(); ++i) {
        const auto c = static_cast<unsigned char>(lower[i]);
        const bool umlaut = i > 0 && static_cast<unsigned char>(lower[i - 1]) == 0xC3 && c >= 0x80 && c <= 0x9E;
        if ((c >= 'A' && c <= 'Z') || umlaut)
            lower[i] = static_cast<char>(c + 0x20);
    }
    return lower;
}

bool isStage(const Decoration& decoration)
{
    const std::string text = folded(decoration.text);
    return text.find("stage") != std::string::npos || text.find("b\xC3\xBChne") != std::string::npos;
}

Point centreOf(const Outline& outline)
{
    if (outline.kind == Outline::Kind::Ellipse)
        return outline.points.front();
    Point centre;
    for (const Point& point : outline.points) {
        centre.x += point.x;
        centre.y += point.y;
    }
    const auto count = static_cast<double>(outline.points.size());
    return {centre.x / count, centre.y / count};
}

Point focalOf(const SeatPlanParts& parts)
{
    if (parts.focal)
        return *parts.focal;
    const auto stage = std::find_if(parts.decorations.begin(), parts.decorations.end(), isStage);
    if (stage != parts.decorations.end())
        return centreOf(stage->outline);
    return {parts.width / 2, 0};
}

std::pair<Point, Point> boundsOf(const SeatPlanParts& parts, const PlanRow& row)
{
    if (row.count == 0)
        return {};
    Point least = parts.seats[row.first.value].at;
    Point greatest = least;
    for (std::uint32_t i = row.first.value; i < row.first.value + row.count; ++i) {
        const Point at = parts.seats[i].at;
        least = {std::min(least.x, at.x), std::min(least.y, at.y)};
        greatest = {std::max(greatest.x, at.x), std::max(greatest.y, at.y)};
    }
    return {least, greatest};
}

template <typename Index, typename Item>
std::optional<Index> indexByName(const std::vector<Item>& items, std::string_view name)
{
    for (std::size_t i = 0; i < items.size(); ++i)
        if (items[i].name == name)
            return Index{static_cast<decltype(Index::value)>(i)};
    return std::nullopt;
}

} // namespace

SeatPlan::SeatPlan(SeatPlanParts parts)
    : m_parts(std::move(parts)), m_focal(focalOf(m_parts)), m_besidePrevious(besidePrevious(m_parts))
{
    m_focalDistance.reserve(m_parts.seats.size());
    for (const PlanSeat& seat : m_parts.seats)
        m_focalDistance.push_back(distanceMm(seat.at, m_focal));
    m_rowBounds.reserve(m_parts.rows.size());
    for (const PlanRow& row : m_parts.rows)
        m_rowBounds.push_back(boundsOf(m_parts, row));
}

Result<std::shared_ptr<const SeatPlan>> SeatPlan::create(SeatPlanParts parts)
{
    if (Result<void> checked = checkPlanParts(parts); !checked)
        return checked.error();
    std::shared_ptr<SeatPlan> plan(new SeatPlan(std::move(parts)));
    plan->m_byLabel.reserve(plan->seatCount());
    for (std::uint32_t i = 0; i < plan->seatCount(); ++i) {
        std::string label = plan->label(SeatIndex{i});
        if (const auto [at, fresh] = plan->m_byLabel.try_emplace(std::move(label), SeatIndex{i}); !fresh)
            return Error{ErrorCode::Malformed, "two seats are named " + at->first};
    }
    return std::shared_ptr<const SeatPlan>(std::move(plan));
}

const PlanSeat& SeatPlan::seat(SeatIndex seat) const
{
    PARTERRE_REQUIRE(seat.value < m_parts.seats.size());
    return m_parts.seats[seat.value];
}

const PlanRow& SeatPlan::row(RowIndex row) const
{
    PARTERRE_REQUIRE(row.value < m_parts.rows.size());
    return m_parts.rows[row.value];
}

const PlanSection& SeatPlan::sectionOf(SeatIndex seat) const
{
    return m_parts.sections[rowOf(seat).section.value];
}

std::string SeatPlan::label(SeatIndex seat) const
{
    const std::string& section = sectionOf(seat).name;
    const std::string& row = rowOf(seat).name;
    const std::string& number = this->seat(seat).number;
    std::string text;
    text.reserve(section.size() + row.size() + number.size() + 2);
    text.append(section).append(1, '/').append(row).append(1, '/').append(number);
    return text;
}

std::optional<SeatIndex> SeatPlan::seatByLabel(std::string_view label) const
{
    const auto found = m_byLabel.find(label);
    if (found == m_byLabel.end())
        return std::nullopt;
    return found->second;
}

std::optional<StandingIndex> SeatPlan::standingByName(std::string_view name) const
{
    return indexByName<StandingIndex>(m_parts.standing, name);
}

std::optional<PriceAreaIndex> SeatPlan::priceAreaByName(std::string_view name) const
{
    return indexByName<PriceAreaIndex>(m_parts.priceAreas, name);
}

} // namespace parterre

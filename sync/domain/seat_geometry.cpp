// Seat distances and aisles.
#include "sync/domain/seat_geometry.h"

#include <algorithm>
#include <cmath>

namespace parterre {
namespace {

std::int64_t millimetres(double metres)
{
    return std::llround(metres * 1000);
}

// Floor of the square root. The double is a good first guess; the loops make it exact whatever the machine rounds.
std::uint32_t squareRoot(std::int64_t square)
{
    auto root = static_cast<std::int64_t>(std::sqrt(static_cast<double>(square)));
    while (root * root > square)
        --root;
    while ((root + 1) * (root + 1) <= square)
        ++root;
    return static_cast<std::uint32_t>(root);
}

// The lower median: a row of two pairs with an aisle between them still shows the pitch of the pairs.
std::uint32_t lowerMedian(std::vector<std::uint32_t> values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>((values.size() - 1) / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

} // namespace

std::uint32_t distanceMm(Point a, Point b)
{
    const std::int64_t dx = millimetres(a.x) - millimetres(b.x);
    const std::int64_t dy = millimetres(a.y) - millimetres(b.y);
    return squareRoot(dx * dx + dy * dy);
}

std::vector<bool> besidePrevious(const SeatPlanParts& parts)
{
    std::vector<bool> beside(parts.seats.size(), false);
    std::vector<std::uint32_t> gaps;
    for (const PlanRow& row : parts.rows) {
        if (row.count < 2)
            continue;
        gaps.clear();
        for (std::uint32_t i = 1; i < row.count; ++i)
            gaps.push_back(distanceMm(parts.seats[row.first.value + i - 1].at, parts.seats[row.first.value + i].at));
        const std::uint64_t pitch = lowerMedian(gaps);
        for (std::uint32_t i = 1; i < row.count; ++i)
            beside[row.first.value + i] = pitch == 0 || std::uint64_t{gaps[i - 1]} * 10 <= pitch * 18;
    }
    return beside;
}

} // namespace parterre

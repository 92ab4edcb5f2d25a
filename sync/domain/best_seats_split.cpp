// splitGroup(): tries the best-placed runs as anchors and gathers the rest around each.
#include "sync/domain/best_seats_split.h"

#include "sync/domain/seat_geometry.h"

#include <algorithm>
#include <array>
#include <limits>

namespace parterre {
namespace {

using DistanceOf = std::function<std::uint32_t(std::uint32_t)>;

// Bounds the work on plans riddled with sold seats: anchors × pieces × runs.
constexpr std::size_t workLimit = 1'000'000;
constexpr std::size_t maxAnchors = 16;
constexpr std::uint32_t singleWorthMm = 3'000; // so much further a part may be to leave no single seat

class Splitter
{
public:
    Splitter(const SeatPlan& plan, const std::vector<SeatRun>& runs, std::uint32_t quantity, bool wheelchair,
             const DistanceOf& distanceOf)
        : m_plan(plan), m_runs(runs), m_quantity(quantity), m_wheelchair(wheelchair), m_distanceOf(distanceOf)
    {
        for (const SeatRun& run : runs)
            ++m_lengths[std::min(run.count, quantity)];
    }

    std::vector<SeatIndex> best() const
    {
        std::vector<SeatIndex> best;
        std::uint64_t bestCost = std::numeric_limits<std::uint64_t>::max();
        for (const std::size_t anchor : anchors()) {
            std::vector<SeatIndex> seats = gather(anchor);
            const std::uint64_t cost = costOf(seats, middle(m_runs[anchor]));
            if (cost < bestCost) {
                bestCost = cost;
                best = std::move(seats);
            }
        }
        std::sort(best.begin(), best.end());
        return best;
    }

private:
    // The fewest runs that together have `seats` seats, taking the longest first; `without` is not counted.
    std::uint32_t fewestRuns(std::uint32_t seats, const SeatRun* without) const
    {
        std::uint32_t runs = 0;
        for (std::uint32_t length = m_quantity; length > 0 && seats > 0; --length) {
            std::uint32_t left = m_lengths[length];
            if (without && std::min(without->count, m_quantity) == length)
                --left;
            const std::uint32_t used = std::min(left, (seats + length - 1) / length);
            runs += used;
            seats -= std::min(seats, used * length);
        }
        return runs;
    }

    Point middle(const SeatRun& run) const { return m_plan.seats()[run.first + run.count / 2].at; }

    bool mayAnchor(const SeatRun& run, std::uint32_t atLeast) const
    {
        if (!m_wheelchair)
            return run.count >= atLeast;
        for (std::uint32_t i = run.first; i < run.first + run.count; ++i)
            if ((m_plan.seats()[i].attributes & Wheelchair) != 0)
                return true;
        return false;
    }

    // Runs to begin with, the nearest to where the group would like to be first.
    std::vector<std::size_t> anchors() const
    {
        const std::uint32_t pieces = std::max(fewestRuns(m_quantity, nullptr), 1U);
        const std::uint32_t atLeast = (m_quantity + pieces - 1) / pieces;
        std::vector<std::pair<std::uint32_t, std::size_t>> byDistance;
        for (std::size_t i = 0; i < m_runs.size(); ++i)
            if (mayAnchor(m_runs[i], atLeast))
                byDistance.emplace_back(m_distanceOf(m_runs[i].first + m_runs[i].count / 2), i);
        const std::size_t wanted = std::clamp(workLimit / (pieces * m_runs.size()), std::size_t{1}, maxAnchors);
        const std::size_t count = std::min(wanted, byDistance.size());
        const auto end = byDistance.begin() + static_cast<std::ptrdiff_t>(count);
        std::partial_sort(byDistance.begin(), end, byDistance.end());
        std::vector<std::size_t> chosen;
        for (auto it = byDistance.begin(); it != end; ++it)
            chosen.push_back(it->second);
        return chosen;
    }

    // A piece of at least remaining ÷ pieces seats keeps the number of pieces minimal: either it is among the longest
    // left, or each of the longest is at least as long as it.
    std::vector<SeatIndex> gather(std::size_t anchor) const
    {
        const Point centre = middle(m_runs[anchor]);
        std::vector<bool> used(m_runs.size(), false);
        std::vector<SeatIndex> seats;
        std::uint32_t remaining = m_quantity;
        take(m_runs[anchor], remaining, seats);
        used[anchor] = true;
        std::uint32_t pieces = fewestRuns(remaining, &m_runs[anchor]);
        for (; remaining > 0; --pieces) {
            PARTERRE_REQUIRE(pieces > 0);
            const std::size_t next = nearest(centre, remaining, (remaining + pieces - 1) / pieces, used);
            take(m_runs[next], remaining, seats);
            used[next] = true;
        }
        return seats;
    }

    // The nearest run of at least so many seats; one that would be left with a single seat counts as further away.
    std::size_t nearest(Point centre, std::uint32_t remaining, std::uint32_t atLeast,
                        const std::vector<bool>& used) const
    {
        std::size_t best = m_runs.size();
        std::uint32_t bestDistance = 0;
        for (std::size_t i = 0; i < m_runs.size(); ++i) {
            if (used[i] || m_runs[i].count < atLeast)
                continue;
            const std::uint32_t single = m_runs[i].count == remaining + 1 ? singleWorthMm : 0;
            const std::uint32_t distance = distanceMm(centre, middle(m_runs[i])) + single;
            if (best == m_runs.size() || distance < bestDistance) {
                best = i;
                bestDistance = distance;
            }
        }
        PARTERRE_REQUIRE(best < m_runs.size());
        return best;
    }

    // The whole run, or of a longer one the end or middle that leaves the fewest singles and is nearest.
    void take(const SeatRun& run, std::uint32_t& remaining, std::vector<SeatIndex>& seats) const
    {
        const std::uint32_t count = std::min(run.count, remaining);
        std::uint32_t bestOffset = 0;
        std::pair<std::uint32_t, std::uint32_t> bestScore{std::numeric_limits<std::uint32_t>::max(), 0};
        for (std::uint32_t offset = 0; offset + count <= run.count; ++offset) {
            const std::pair score{singlesLeft(run, offset, count), m_distanceOf(run.first + offset + count / 2)};
            if (score < bestScore) {
                bestScore = score;
                bestOffset = offset;
            }
        }
        for (std::uint32_t i = 0; i < count; ++i)
            seats.push_back(SeatIndex{run.first + bestOffset + i});
        remaining -= count;
    }

    std::uint64_t costOf(const std::vector<SeatIndex>& seats, Point centre) const
    {
        std::uint64_t cost = 0;
        for (const SeatIndex seat : seats)
            cost += m_distanceOf(seat.value) + distanceMm(m_plan.seat(seat).at, centre);
        return cost;
    }

    const SeatPlan& m_plan;
    const std::vector<SeatRun>& m_runs;
    std::uint32_t m_quantity;
    bool m_wheelchair;
    const DistanceOf& m_distanceOf;
    std::array<std::uint32_t, 64> m_lengths{}; // how many runs have this many seats; the quantity is at most 50
};

} // namespace

std::vector<SeatIndex> splitGroup(const SeatPlan& plan, const std::vector<SeatRun>& runs, std::uint32_t quantity,
                                  bool wheelchair, const DistanceOf& distanceOf)
{
    PARTERRE_REQUIRE(quantity > 0 && quantity < 64);
    if (runs.empty())
        return {};
    return Splitter(plan, runs, quantity, wheelchair, distanceOf).best();
}

} // namespace parterre

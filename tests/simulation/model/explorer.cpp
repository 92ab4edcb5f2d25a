// The breadth-first search, its table of worlds, and the check that every world heals.
#include "tests/simulation/model/explorer.h"

#include <algorithm>

namespace parterre::model {
namespace {

constexpr std::size_t firstTable = 1 << 16;

std::size_t hashOf(const World::Key& key)
{
    Bits hash = 0;
    for (const Bits word : key) {
        hash = (hash ^ word) * 0x9E3779B97F4A7C15ULL;
        hash ^= hash >> 29;
    }
    return hash;
}

} // namespace

const Finding* Exploration::find(Property property) const
{
    const auto found = std::find_if(findings.begin(), findings.end(),
                                    [=](const Finding& finding) { return finding.property == property; });
    return found == findings.end() ? nullptr : &*found;
}

Explorer::Explorer(const Setup& setup) : m_setup(setup), m_table(firstTable) {}

Exploration Explorer::run(Properties wanted)
{
    indexOf(World{}, 0, Step{});
    std::size_t endOfLevel = 1;
    for (std::uint32_t next = 0; next < m_nodes.size() && (m_broken & wanted) != wanted; ++next) {
        if (next == endOfLevel) {
            endOfLevel = m_nodes.size();
            ++m_result.depth;
        }
        expand(next);
    }
    m_result.states = m_nodes.size();
    if ((m_broken & wanted) != wanted)
        checkHealing();
    return std::move(m_result);
}

void Explorer::expand(std::uint32_t index)
{
    const World now = m_nodes[index].world;
    m_moves.clear();
    movesFrom(now, m_setup, m_moves);
    unsigned bestPlace = ~0U;
    for (const Move& move : m_moves) {
        if (move.world.key() == now.key())
            continue;
        ++m_result.steps;
        const std::uint32_t after = indexOf(move.world, index, move.step);
        const unsigned place = healingPlace(now, move.step);
        if (place && place < bestPlace) {
            bestPlace = place;
            m_nodes[index].healed = after;
        }
        for (std::uint32_t met = situationsIn(now, move.step, move.world); met; met &= met - 1)
            ++m_result.situations[std::countr_zero(met)];
        const Properties broken = brokenBy(now, move.step, move.world) & ~m_broken;
        for (unsigned property = 0; property < propertyCount; ++property)
            if (broken >> property & 1) {
                std::vector<std::string> trace = traceTo(index);
                trace.push_back(inWords(now, move.step));
                report(Property(property), std::move(trace));
            }
    }
}

std::uint32_t Explorer::indexOf(const World& world, std::uint32_t parent, Step step)
{
    const World::Key key = world.key();
    std::size_t slot = hashOf(key) & (m_table.size() - 1);
    while (m_table[slot]) {
        const std::uint32_t index = m_table[slot] - 1;
        if (m_nodes[index].world.key() == key)
            return index;
        slot = (slot + 1) & (m_table.size() - 1);
    }
    const auto index = std::uint32_t(m_nodes.size());
    m_nodes.push_back({world, parent, index, step});
    m_table[slot] = index + 1;
    if (m_nodes.size() * 2 > m_table.size())
        grow();
    return index;
}

void Explorer::grow()
{
    std::vector<std::uint32_t> larger(m_table.size() * 4);
    for (std::uint32_t index = 0; index < m_nodes.size(); ++index) {
        std::size_t slot = hashOf(m_nodes[index].world.key()) & (larger.size() - 1);
        while (larger[slot])
            slot = (slot + 1) & (larger.size() - 1);
        larger[slot] = index + 1;
    }
    m_table = std::move(larger);
}

// Every world has one healing step, itself a step of the model; following them must end, and end in a quiet world.
void Explorer::checkHealing()
{
    constexpr std::uint32_t unknown = ~0U;
    constexpr std::uint32_t onPath = unknown - 1;
    std::vector<std::uint32_t> length(m_nodes.size(), unknown); // of the healing schedule from each world
    std::vector<std::uint32_t> path;
    for (std::uint32_t start = 0; start < m_nodes.size(); ++start) {
        path.clear();
        std::uint32_t at = start;
        for (; length[at] == unknown; at = m_nodes[at].healed) {
            if (m_nodes[at].healed == at && isQuiet(m_nodes[at].world)) {
                length[at] = 0;
                break;
            }
            length[at] = onPath;
            path.push_back(at);
        }
        if (length[at] == onPath) { // it goes round in a circle, or ends in a world that is not quiet
            reportUnhealed(start, path);
            return;
        }
        for (std::uint32_t steps = length[at]; !path.empty(); path.pop_back())
            length[path.back()] = ++steps;
        m_result.longestHealing = std::max<std::size_t>(m_result.longestHealing, length[start]);
    }
}

void Explorer::reportUnhealed(std::uint32_t start, const std::vector<std::uint32_t>& path)
{
    std::vector<std::string> trace = traceTo(start);
    trace.push_back("the line is back and everybody restarts");
    for (std::size_t n = 1; n < path.size(); ++n) {
        const World& before = m_nodes[path[n - 1]].world;
        m_moves.clear();
        movesFrom(before, m_setup, m_moves);
        const auto taken = std::find_if(m_moves.begin(), m_moves.end(), [&](const Move& move) {
            return healingPlace(before, move.step) && move.world.key() == m_nodes[path[n]].world.key();
        });
        trace.push_back(inWords(before, taken->step));
    }
    trace.push_back("and it never becomes quiet");
    report(Property::BecomesQuiet, std::move(trace));
}

std::vector<std::string> Explorer::traceTo(std::uint32_t index) const
{
    std::vector<std::string> trace;
    for (; index != 0; index = m_nodes[index].parent)
        trace.push_back(inWords(m_nodes[m_nodes[index].parent].world, m_nodes[index].step));
    std::reverse(trace.begin(), trace.end());
    return trace;
}

void Explorer::report(Property property, std::vector<std::string> trace)
{
    m_broken |= bit(property);
    m_result.findings.push_back({property, std::move(trace)});
}

} // namespace parterre::model

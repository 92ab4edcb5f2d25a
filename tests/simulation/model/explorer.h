// Explorer: breadth first through every world that can be reached, checking every step; then whether each one heals.
#pragma once

#include "tests/simulation/model/properties.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace parterre::model {

struct Finding
{
    Property property = Property::BecomesQuiet;
    std::vector<std::string> trace; // a shortest one, from the empty world
};

struct Exploration
{
    std::size_t states = 0;
    std::size_t steps = 0; // that changed something
    std::size_t depth = 0;
    std::size_t longestHealing = 0; // steps; 0 when healing was not looked at
    std::vector<Finding> findings;  // the first of each broken property, in the order found
    std::array<std::size_t, situationCount> situations{};

    const Finding* find(Property property) const;
};

class Explorer
{
public:
    explicit Explorer(const Setup& setup);

    // Goes on until there is nothing new, or all of `wanted` have been found broken. Whether worlds become quiet is
    // looked at only when everything was explored.
    Exploration run(Properties wanted);

private:
    struct Node
    {
        World world;
        std::uint32_t parent;
        std::uint32_t healed; // the world after its healing step, or itself
        Step step;
    };

    std::uint32_t indexOf(const World& world, std::uint32_t parent, Step step);
    void expand(std::uint32_t index);
    void checkHealing();
    void reportUnhealed(std::uint32_t start, const std::vector<std::uint32_t>& path);
    void grow();
    std::vector<std::string> traceTo(std::uint32_t index) const;
    void report(Property property, std::vector<std::string> trace);

    const Setup m_setup;
    std::vector<Node> m_nodes;
    std::vector<std::uint32_t> m_table; // open addressing; 0 is empty, else index + 1
    std::vector<Move> m_moves;
    Properties m_broken = 0;
    Exploration m_result;
};

} // namespace parterre::model

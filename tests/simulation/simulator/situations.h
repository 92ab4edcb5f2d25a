// Situations: what a set of runs must have met at least once, or it has tested less than it claims.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace parterre::testing {

class Situations
{
public:
    void met(const std::string& name) { ++m_counts[name]; }
    void add(const Situations& other)
    {
        for (const auto& [name, count] : other.m_counts)
            m_counts[name] += count;
    }
    std::uint64_t count(const std::string& name) const
    {
        const auto found = m_counts.find(name);
        return found == m_counts.end() ? 0 : found->second;
    }
    const std::map<std::string, std::uint64_t>& all() const { return m_counts; }

private:
    std::map<std::string, std::uint64_t> m_counts;
};

} // namespace parterre::testing

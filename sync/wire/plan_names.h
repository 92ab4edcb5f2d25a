// Names for plans that come from outside: clean, short enough, unique.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace parterre {

// Trimmed, without control characters, '/' replaced by '-', at most SeatPlan::maxNameBytes bytes of whole characters.
std::string cleanName(std::string_view name);
// At most `max` bytes, cut between characters of UTF-8.
std::string cutName(std::string_view name, std::size_t max);

// Hands out every name once: the second "A" becomes "A·2", the third "A·3", skipping names that are taken.
class UniqueNames
{
public:
    std::string unique(const std::string& name);
    bool contains(const std::string& name) const { return m_taken.contains(name); }

private:
    std::unordered_set<std::string> m_taken;
    std::unordered_map<std::string, unsigned> m_last;
};

} // namespace parterre

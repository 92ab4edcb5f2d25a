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

// What a full run must have met.
inline constexpr const char* requiredSituations[] = {
    // sales and arbitration
    "order placed", "sold from the reserve", "sold through the centre", "sold provisionally",
    "provisional sale confirmed", "provisional sale lost", "confirmed late", "contest", "contest won by paper",
    "contest won by the web", "op answered: contested", "late capture accepted", "captured and refunded",
    "payment in flight", "payment declined", "order voided",
    // cases
    "case opened", "party seated elsewhere", "offer taken", "offer declined", "case refunded",
    "case settled at the door", "case granted", "reserved", "reservation ended", "kept back by the house",
    "put on sale again",
    // reserves
    "allotment renewed", "allotment in limbo", "seats recalled", "recall answered with places", "recall declined",
    "sealed during a partition", "sealed out of limbo", "clerk gave the reserve back", "written off",
    "written off, then a late sale confirmed", "written off, then a late sale lost",
    // cards and paper
    "card declined", "terminal does not know", "terminal answers late", "payment question: charged",
    "payment question: not charged", "a card got its money back", "print question: in the tray",
    "print question: not in the tray", "tickets issued anew", "printed from the list",
    // trouble
    "counter crashed", "counter stopped", "machine rebooted", "disk said no", "disk was full", "clock drifted",
    "server crashed", "centre's disk said no",
    "server died inside a commit", "line cut", "drained after an outage", "drill with sales",
    // restore and rollback
    "server restored from a backup", "resync", "counter reported after a restore", "pushed again after a restore",
    "told outcome honoured", "frozen, then thawed", "contest waits for the thaw", "counter's disk rolled back",
    "counter's disk cloned", "rollback noticed by the guard", "rollback noticed by the centre",
    "counter says that it is suspect", "enrolled anew"};

} // namespace parterre::testing

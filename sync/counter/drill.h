// Drill: "pretend the line is down", and what a counter could do meanwhile.
#pragma once

#include "sync/counter/core.h"

namespace parterre {

class Drill
{
public:
    explicit Drill(const Core& core) : m_core(core) {}

    bool isOn() const { return m_on; }
    void begin();
    void end();
    std::optional<DrillReport> report() const; // of the one that is on, else of the last one

private:
    DrillReport measure() const;

    const Core& m_core;
    bool m_on = false;
    Instant m_began;
    Milliseconds m_beganAt{};
    std::uint32_t m_refusals = 0;
    std::map<EventId, std::uint64_t> m_heads; // the last op of each stream when it began
    std::optional<DrillReport> m_last;
};

} // namespace parterre

// LineMonitor: is the centre there? Decided by the answers of the loops alone, told on change only.
#pragma once

#include "sync/counter/core.h"

namespace parterre {

class LineMonitor
{
public:
    struct Hooks
    {
        std::function<void()> cameBack; // was down, answers again
        std::function<void()> dropped;
        std::function<void()> changed; // any change of state or of what is left to drain
    };

    LineMonitor(Core& core, Hooks hooks) : m_core(core), m_hooks(std::move(hooks)) {}

    void heard(const Result<void>& answer);
    void drop();                   // the drill, or signed out
    void settle();                 // the outbox or the cursor moved: perhaps all is done
    void drained(std::size_t ops); // acknowledged just now
    LineReport report() const;

private:
    void turn(LineState state);

    Core& m_core;
    Hooks m_hooks;
    Instant m_since;
    std::uint32_t m_drained = 0;
};

} // namespace parterre

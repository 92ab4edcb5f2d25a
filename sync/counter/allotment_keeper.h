// AllotmentKeeper: asks for the offline reserve, stops selling from it in time, gives it back.
#pragma once

#include "sync/counter/core.h"

namespace parterre {

class AllotmentKeeper
{
public:
    AllotmentKeeper(Core& core, std::function<void()> wakeOutbox, std::function<void(const Error&)> notice)
        : m_core(core), m_wakeOutbox(std::move(wakeOutbox)), m_notice(std::move(notice))
    {}

    // Whenever line, base or outcomes moved: asks when there is none, writes down the fence, seals what has expired.
    void check();
    void settled(EventId event, const std::vector<Outcome>& outcomes);
    // Gives everything back before the event is closed; keeps it when the line is down or a sale is still unanswered.
    void giveBack();
    Result<void> returnOnRequest(); // the same because a person asks; not asked for again while the event is open

private:
    bool mayAsk() const;
    bool requestUnanswered() const;
    void ask();
    void seal(Fence fence);
    bool salesUnanswered(Fence fence) const;

    Core& m_core;
    std::function<void()> m_wakeOutbox;
    std::function<void(const Error&)> m_notice;
};

} // namespace parterre

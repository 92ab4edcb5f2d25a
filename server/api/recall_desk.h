// RecallDesk: a fan wants seats that a connected counter holds in reserve: asks the counter for them, and waits a little.
#pragma once

#include "server/api/api_context.h"

#include <list>
#include <map>

namespace parterre {

// Answering thread only.
class RecallDesk
{
public:
    static constexpr Milliseconds patience{1'000};
    static constexpr Milliseconds afterRefusal{5'000}; // a place in use is not asked for again so soon
    static constexpr std::size_t maxWaiting = 1'000;   // fans; past it a hold is decided as things stand

    explicit RecallDesk(ApiContext& context) : m_context(context) {}

    // Calls `ready` once the counters have answered for all of the places, when patience ends, or at once when there is
    // nobody to ask. The hold that follows decides; this promises nothing.
    void freeUp(const EventMirror& mirror, const Places& wanted, std::function<void()> ready);
    // The same for the best seats of an area (none: any): only where the free seats do not suffice.
    void freeUpBest(const EventMirror& mirror, std::uint32_t quantity, std::optional<PriceAreaIndex> area,
                    std::function<void()> ready);

    void advanced(const EventMirror& mirror); // new entries: perhaps an answer

private:
    struct Waiting
    {
        const EventMirror* mirror;
        Places places;
        std::function<void()> ready;
        Scheduler::TimerId deadline;
        bool asked = false; // the recall is in the log
    };
    Places askable(const EventMirror& mirror, const Places& wanted);
    void ask(const EventMirror& mirror, Places places, std::function<void()> ready);
    bool isAnswered(const Waiting& waiting) const;
    void end(std::list<Waiting>::iterator waiting);

    ApiContext& m_context;
    std::list<Waiting> m_waiting;
    std::map<std::pair<EventId, SeatIndex>, Milliseconds> m_inUse; // until when (since boot) not to be asked for
};

} // namespace parterre

// AllotmentKeeper: asks for the offline reserve and renews it, answers recalls, stops selling from it in time, gives it
// back.
#pragma once

#include "sync/counter/core.h"

namespace parterre {

class AllotmentKeeper
{
public:
    struct Hooks
    {
        std::function<void()> wakeOutbox;
        std::function<void(const Error&)> notice;
        std::function<Places()> inBasket; // places of the reserve that a basket needs
    };

    AllotmentKeeper(Core& core, Hooks hooks) : m_core(core), m_hooks(std::move(hooks)) {}

    // Another event is open: nothing has been asked for it yet.
    void opened();
    void askAnew() { m_asked.reset(); } // what was asked before is of a log that is not followed any more
    // Whenever line, base, outcomes or time moved: asks when there is none, renews in time, answers what is recalled,
    // seals what cannot be sold from any more.
    void check();
    void settled(EventId event, const std::vector<Outcome>& outcomes);
    // Gives everything back before the event is closed; keeps it when the line is down, a sale is still unanswered, or
    // a payment is open.
    void giveBack();
    Result<void> returnOnRequest(); // the same because a person asks; not asked for again while the event is open

private:
    bool maySeal(const Allotment& own) const;
    bool mayAsk() const;
    bool requestUnanswered() const;
    bool requestUnseen() const;
    bool wantsRenewal(const Allotment& own) const;
    void ask();
    void renew(const Allotment& own);
    void send(std::vector<Command> commands, std::size_t request);
    void answerRecalls(const Allotment& own);
    Places pendingAnswers(const Allotment& own) const;
    void seal(Fence fence);
    void failed(const Error& error);
    bool salesUnanswered(Fence fence) const;
    bool isPaidFrom(const Allotment& own) const;
    std::vector<AreaWish> wishes() const;

    static constexpr Milliseconds betweenRequests = std::chrono::minutes(10);

    Core& m_core;
    Hooks m_hooks;
    bool m_declined = false;             // a person gave it back: not asked for again
    std::optional<Milliseconds> m_asked; // since boot: last request or renewal
    Fence m_sized;                       // of the grant whose size is remembered
    std::uint64_t m_size = 0;
};

} // namespace parterre

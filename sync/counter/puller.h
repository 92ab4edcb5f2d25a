// Puller: follows the log of the opened event by long polls short enough to notice a cut line within two seconds.
#pragma once

#include "sync/counter/core.h"

namespace parterre {

class Puller
{
public:
    struct Hooks
    {
        std::function<void(const Result<void>&)> heard; // a pull was answered, or why not
        std::function<void(const LogPage&)> arrived;    // a page of this event's log
        std::function<void()> resync;                   // fetch the event anew; call start() when done
        std::function<void(const Error&)> alarm;
    };

    Puller(Core& core, Hooks hooks) : m_core(core), m_hooks(std::move(hooks)) {}

    void start(); // for the opened event, at once
    void stop();

private:
    void pull();
    void answered(Result<LogPage> result, Milliseconds askedAt);
    void pullAfter(Milliseconds delay);

    static constexpr Milliseconds wait{1000};          // the centre answers within this when nothing happens
    static constexpr Milliseconds breath{100};         // between two pulls when an empty answer came at once
    static constexpr Milliseconds longestWait{10'000}; // a returning line is worth a question every few seconds

    Core& m_core;
    Hooks m_hooks;
    bool m_running = false;
    std::uint64_t m_generation = 0;
    std::uint32_t m_attempt = 0;
    bool m_alarmed = false; // about the answer that keeps coming
};

} // namespace parterre

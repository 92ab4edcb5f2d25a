// CounterPresence: which counters are heard, so that what they hold in reserve can be asked back (design 02,
// "Elastic").
#pragma once

#include "server/api/api_context.h"

#include <unordered_map>

namespace parterre {

// Answering thread only. Decides nothing about seats: it tells the log whether a counter answers, and the rules do the
// rest. A counter polls all the time; one that has been silent for `silence` is noted as unreachable.
class CounterPresence
{
public:
    static constexpr Milliseconds silence{5'000};

    explicit CounterPresence(ApiContext& context) : m_context(context) {}

    void start(); // begins to watch; what was heard before a restart of the server counts as not heard
    // Precondition: it is enrolled and has shown that it is this counter.
    void heard(DeviceId device);
    bool heardLately(DeviceId device) const; // within a second: it need not show that again
    // By the server's wall clock; nothing since the start.
    std::optional<Instant> lastContact(DeviceId device) const;

private:
    struct Contact
    {
        Milliseconds sinceBoot{};
        Instant at;
    };
    void watch();
    bool isReachable(DeviceId device) const;
    void note(const EventMirror& mirror);

    ApiContext& m_context;
    std::unordered_map<DeviceId, Contact> m_contacts;
    Milliseconds m_startedAt{};
};

} // namespace parterre

// Counting characters.
#include "server/rehearse/hall_watch.h"

#include <algorithm>

namespace parterre::rehearsal {
namespace {

constexpr Microseconds every{250'000};

} // namespace

HallSample sampleOf(std::string_view states, Microseconds at)
{
    const auto count = [states](char state) {
        return static_cast<std::uint32_t>(std::count(states.begin(), states.end(), state));
    };
    return {at, count('f'), count('h'), count('x')};
}

Next HallWatch::begin(Microseconds)
{
    return {Microseconds(0), Ask{Call::Seats, "GET", m_path, {}, {}, true}};
}

Next HallWatch::answered(const Reply& reply, Microseconds now)
{
    if (const std::string_view states = textMember(reply.body, "states"); reply.good() && !states.empty()) {
        m_seen.states = std::string(states);
        m_seen.samples.push_back(sampleOf(states, now));
    }
    if (m_seen.enough)
        return Next::leave();
    Next next = begin(now);
    next.after = every;
    return next;
}

} // namespace parterre::rehearsal

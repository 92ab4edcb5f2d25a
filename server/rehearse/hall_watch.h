// HallWatch: looks at the map four times a second for the report: how many seats are free, held and gone, and when the
// last free one went.
#pragma once

#include "server/rehearse/visitor.h"

#include <string>
#include <vector>

namespace parterre::rehearsal {

struct HallSample
{
    Microseconds at{0};
    std::uint32_t free = 0;
    std::uint32_t held = 0;
    std::uint32_t taken = 0;
};

HallSample sampleOf(std::string_view states, Microseconds at);

// What the watch has seen; outlives it.
struct HallSeen
{
    std::vector<HallSample> samples;
    std::string states;  // the newest
    bool enough = false; // the watch ends
};

class HallWatch final : public Visitor
{
public:
    HallWatch(std::string eventPath, HallSeen& seen) : m_path(std::move(eventPath) + "/seats"), m_seen(seen) {}
    Next begin(Microseconds now) override;
    Next answered(const Reply& reply, Microseconds now) override;

private:
    std::string m_path;
    HallSeen& m_seen;
};

} // namespace parterre::rehearsal

// Bot: a program that grabs seats: reads the map in a tight loop, holds as much as it may under one new session after
// the other, never pays, and takes the same seats again the moment they come back.
#pragma once

#include "server/rehearse/crowd_random.h"
#include "server/rehearse/scene.h"
#include "server/rehearse/visitor.h"

namespace parterre::rehearsal {

class Bot final : public Visitor
{
public:
    Bot(Scene& scene, std::size_t number);
    Next begin(Microseconds now) override;
    Next answered(const Reply& reply, Microseconds now) override;

private:
    Next readMap();
    std::vector<std::size_t> mostSideBySide(std::string_view states);
    Next grab(std::string_view states);

    Scene& m_scene;
    const std::size_t m_number;
    CrowdRandom m_random;
    bool m_holding = false;          // the last request was a hold
    std::vector<std::size_t> m_mine; // held last: wanted again
    std::uint32_t m_keys = 0;
    std::uint32_t m_tries = 0;
};

} // namespace parterre::rehearsal

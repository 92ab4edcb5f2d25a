// Clerk: somebody at a counter who serves one customer after the other, through the centre, by signed operations.
#pragma once

#include "server/rehearse/crowd_random.h"
#include "server/rehearse/scene.h"
#include "server/rehearse/till.h"
#include "server/rehearse/visitor.h"

namespace parterre::rehearsal {

class Clerk final : public Visitor
{
public:
    // `token`: of the clerk's session. The till outlives this.
    Clerk(Scene& scene, std::size_t number, Till& till, std::string token);
    Next begin(Microseconds now) override;
    Next answered(const Reply& reply, Microseconds now) override;

private:
    enum class Step { Map, Hold, Sale };

    Person& person() { return m_scene.people[m_number]; }
    Microseconds takes(double medianSeconds);
    Next serveNext(Microseconds after);
    Next hold(std::string_view states);
    Next push(Step step, Command command, Microseconds after);
    Next outcome(const Reply& reply, Microseconds now);
    Order order();

    Scene& m_scene;
    const std::size_t m_number;
    Till& m_till;
    std::string m_token;
    CrowdRandom m_random;
    CrowdRandom m_ids; // never the same in two runs
    Step m_step = Step::Map;
    Ask m_last;
    std::vector<std::size_t> m_seats;
    HoldId m_hold;
    OrderId m_order;
    std::int64_t m_minor = 0;
};

} // namespace parterre::rehearsal

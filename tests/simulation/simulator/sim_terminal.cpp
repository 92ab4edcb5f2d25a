// What the terminal says, and when.
#include "tests/simulation/simulator/sim_terminal.h"

namespace parterre::testing {

Charge* SimTerminal::find(PaymentRef ref)
{
    const auto found = m_charges.find(ref);
    return found == m_charges.end() ? nullptr : &found->second;
}

PaymentAnswer SimTerminal::answerOf(const Charge& charge, const char* purpose)
{
    if (m_choices.chance(m_node, purpose, 1, 5)) {
        m_situations.met("terminal does not know");
        return {PaymentAnswer::Kind::Unknown, {}};
    }
    return {charge.captured ? PaymentAnswer::Kind::Approved : PaymentAnswer::Kind::Declined, charge.reference};
}

void SimTerminal::charge(PaymentRef ref, Money amount, std::function<void(PaymentAnswer)> done)
{
    Charge fresh{amount,
                 !m_choices.chance(m_node, "card declined", 1, 5),
                 "T" + std::to_string(m_node) + "-" + std::to_string(m_charges.size()),
                 std::nullopt,
                 false,
                 false};
    const Charge& charge = m_charges.try_emplace(ref, fresh).first->second;
    if (!charge.captured)
        m_situations.met("card declined");
    const bool late = m_choices.chance(m_node, "terminal late", 1, 8);
    if (late)
        m_situations.met("terminal answers late");
    const Milliseconds takes(
        static_cast<std::int64_t>(m_choices.between(m_node, "terminal", 500, late ? 1'800'000 : 10'000)));
    m_time.after(takes, [answer = answerOf(charge, "terminal silent"), done = std::move(done)] { done(answer); });
}

void SimTerminal::query(PaymentRef ref, std::function<void(PaymentAnswer)> done)
{
    const Charge* known = find(ref);
    const PaymentAnswer answer =
        known ? answerOf(*known, "query silent") : PaymentAnswer{PaymentAnswer::Kind::Declined, {}};
    m_time.after(std::chrono::seconds(1), [answer, done = std::move(done)] { done(answer); });
}

} // namespace parterre::testing

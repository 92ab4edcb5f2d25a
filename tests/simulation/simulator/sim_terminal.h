// SimTerminal: the card reader beside a simulated counter. It knows what it charged, whatever becomes of the counter;
// it declines, answers late, and now and then does not know.
#pragma once

#include "sync/counter/payment_terminal.h"
#include "tests/simulation/simulator/choices.h"
#include "tests/simulation/simulator/situations.h"
#include "tests/support/virtual_time.h"

#include <map>

namespace parterre::testing {

struct Charge
{
    Money amount;
    bool captured = false;
    std::string reference;
    std::optional<OrderId> order; // whose it turned out to be
    bool returned = false;        // the card got its money back
    bool reconciled = false;      // a manager has looked into it
};

class SimTerminal : public PaymentTerminal
{
public:
    SimTerminal(VirtualTime& time, Choices& choices, Situations& situations, std::uint64_t node)
        : m_time(time), m_choices(choices), m_situations(situations), m_node(node)
    {}

    void charge(PaymentRef ref, Money amount, std::function<void(PaymentAnswer)> done) override;
    void query(PaymentRef ref, std::function<void(PaymentAnswer)> done) override;

    // What its display says to a person who looks. Null: it was never asked.
    Charge* find(PaymentRef ref);
    std::map<PaymentRef, Charge>& charges() { return m_charges; }

private:
    PaymentAnswer answerOf(const Charge& charge, const char* purpose);

    VirtualTime& m_time;
    Choices& m_choices;
    Situations& m_situations;
    std::uint64_t m_node;
    std::map<PaymentRef, Charge> m_charges;
};

} // namespace parterre::testing

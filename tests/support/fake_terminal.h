// FakeTerminal: a card terminal that answers as the test says, or not at all.
#pragma once

#include "sync/counter/payment_terminal.h"
#include "tests/support/virtual_time.h"

#include <vector>

namespace parterre::testing {

class FakeTerminal : public PaymentTerminal
{
public:
    using Kind = PaymentAnswer::Kind;
    explicit FakeTerminal(VirtualTime& time) : m_time(time) {}

    Kind onCharge = Kind::Approved;
    Kind onQuery = Kind::Unknown;
    bool silent = false; // charges are never answered
    Milliseconds delay{2000};
    std::vector<std::pair<PaymentRef, Money>> charged;
    std::vector<PaymentRef> queried;
    std::function<void(PaymentRef)> whenCharged = [](PaymentRef) {}; // looks around before anything is charged

    void charge(PaymentRef ref, Money amount, std::function<void(PaymentAnswer)> done) override
    {
        whenCharged(ref);
        charged.emplace_back(ref, amount);
        if (!silent)
            m_time.after(delay, [done, kind = onCharge] { done({kind, "T-1"}); });
    }
    void query(PaymentRef ref, std::function<void(PaymentAnswer)> done) override
    {
        queried.push_back(ref);
        m_time.after(delay, [done, kind = onQuery] { done({kind, "T-2"}); });
    }

private:
    VirtualTime& m_time;
};

} // namespace parterre::testing

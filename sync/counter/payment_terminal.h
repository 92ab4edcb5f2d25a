// PaymentTerminal: the card reader beside the counter. Implemented by app/devices and by the tests.
#pragma once

#include "sync/base/result.h"
#include "sync/counter/counter_types.h"

#include <functional>

namespace parterre {

struct PaymentAnswer
{
    enum class Kind : std::uint8_t {
        Approved, // the money is captured
        Declined, // it is not, and will not be under this reference
        Unknown,  // ask again, or a person
    } kind = Kind::Unknown;
    std::string reference; // the terminal's own, for the receipt
};

class PaymentTerminal
{
public:
    virtual ~PaymentTerminal() = default;
    // Answers once, later, on the asker's thread. One reference is charged once, however often it is asked for.
    virtual void charge(PaymentRef ref, Money amount, std::function<void(PaymentAnswer)> done) = 0;
    // What became of an earlier charge(). Declined: it was never begun, or came to nothing.
    virtual void query(PaymentRef ref, std::function<void(PaymentAnswer)> done) = 0;
};

} // namespace parterre

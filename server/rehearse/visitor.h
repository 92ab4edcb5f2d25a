// Visitor: somebody at the rehearsal, as a state machine without input or output: answers in, the next request out.
#pragma once

#include "server/rehearse/ask.h"

#include <optional>

namespace parterre::rehearsal {

// What a visitor does next: waits so long, then asks, or leaves at once.
struct Next
{
    Microseconds after{0};
    std::optional<Ask> ask; // none: leaves

    static Next leave() { return {}; }
};

class Visitor
{
public:
    virtual ~Visitor() = default;
    // Both are told the time of the rehearsal, which begins at 0.
    virtual Next begin(Microseconds now) = 0;
    virtual Next answered(const Reply& reply, Microseconds now) = 0;
    // Wants the changes of the seats told while doing so; asked after each step.
    virtual std::optional<Ask> wantsStream() const { return std::nullopt; }
};

} // namespace parterre::rehearsal

// QtClock: the operating system's clocks.
#pragma once

#include "sync/base/ports.h"

#include <string>

namespace parterre {

class QtClock : public Clock
{
public:
    Instant now() const override;
    Milliseconds sinceBoot() const override; // CLOCK_BOOTTIME: counts suspension
    // Another text after every boot of the machine; empty when the system does not say. For CounterPorts::bootId.
    static std::string bootId();
};

} // namespace parterre

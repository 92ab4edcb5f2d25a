// KeyedBytes: the port Random for tests: one key gives one stream of bytes.
#pragma once

#include "sync/base/ports.h"
#include "tests/support/keyed_random.h"

namespace parterre::testing {

class KeyedBytes : public Random
{
public:
    explicit KeyedBytes(std::uint64_t key) : m_random(20261124, key) {}
    void fill(std::uint8_t* out, std::size_t size) override
    {
        for (std::size_t i = 0; i < size; ++i)
            out[i] = static_cast<std::uint8_t>(m_random.next());
    }

private:
    KeyedRandom m_random;
};

} // namespace parterre::testing

// Till: the identity of one counter at the rehearsal: its device, its keys and the chain of its operations.
#pragma once

#include "sync/wire/op_batch.h"
#include "sync/wire/signing.h"

#include <string>

namespace parterre::rehearsal {

// Lives as long as the rehearsal; an operation, once sealed, keeps its place in the chain.
class Till
{
public:
    Till(std::string name, EventId event) : m_name(std::move(name)), m_event(event) {}

    const std::string& name() const { return m_name; }
    const SigningKey& key() const { return m_key; }
    void enrolled(DeviceId device, std::uint32_t installGen);
    DeviceId device() const { return m_device; }

    // The next operation, sealed and in a batch of its own.
    Bytes nextBatch(Command command, Instant at, const std::string& clerk);

private:
    std::string m_name;
    EventId m_event;
    SigningKey m_key = SigningKey::generate();
    DeviceId m_device;
    std::uint32_t m_installGen = 1;
    std::uint64_t m_ops = 0;
    Bytes32 m_hash{};
};

} // namespace parterre::rehearsal

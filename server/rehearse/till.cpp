// Sealing, as a counter's journal does it.
#include "server/rehearse/till.h"

namespace parterre::rehearsal {

void Till::enrolled(DeviceId device, std::uint32_t installGen)
{
    m_device = device;
    m_installGen = installGen;
}

Bytes Till::nextBatch(Command command, Instant at, const std::string& clerk)
{
    SealedOp sealed;
    sealed.opN = ++m_ops;
    sealed.bytes = encodeOp({m_device, m_installGen, m_event, sealed.opN, at, clerk, std::move(command)});
    sealed.hash = m_hash = opHash(m_hash, sealed.bytes);
    sealed.signature = m_key.sign(sealed.hash.data(), sealed.hash.size());
    return encodeOpBatch({m_device, m_installGen, m_event, {std::move(sealed)}, {}});
}

} // namespace parterre::rehearsal

// A keyed hash of the order's id.
#include "server/guard/order_keys.h"
#include "server/guard/crypto.h"

namespace parterre {

OrderKeys::OrderKeys(const Bytes32& serverSecret)
{
    guard::initialiseCrypto();
    m_key = guard::deriveKey(serverSecret, "orderkey");
}

std::string OrderKeys::keyOf(OrderId order) const
{
    const Bytes32 mac = guard::mac256(m_key, guard::viewOf(order.bytes.data(), order.bytes.size()));
    return guard::base64Url(mac.data(), 24);
}

bool OrderKeys::fits(OrderId order, std::string_view key) const
{
    return guard::equalInConstantTime(keyOf(order), key);
}

} // namespace parterre

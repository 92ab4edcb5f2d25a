// OrderKeys: the secret part of an order's link. Whoever has it may see the order; it is made from the id, not stored.
#pragma once

#include "sync/domain/claims.h"

#include <string>
#include <string_view>

namespace parterre {

class OrderKeys
{
public:
    explicit OrderKeys(const Bytes32& serverSecret);

    std::string keyOf(OrderId order) const; // 32 characters of base64url
    // Takes the same time wherever the keys differ. Ask it for unknown orders too, and answer both alike.
    bool fits(OrderId order, std::string_view key) const;

private:
    Bytes32 m_key;
};

} // namespace parterre

// TrustedProxies: who may say in X-Forwarded-For for whom a request was made, and who then is the asker.
#pragma once

#include "sync/base/result.h"

#include <QHostAddress>

#include <string_view>
#include <utility>
#include <vector>

namespace parterre::http {

class TrustedProxies
{
public:
    // "127.0.0.1, 10.0.0.0/8, fd00::/8"; empty: nobody. Malformed names the part.
    static Result<TrustedProxies> parse(std::string_view list);

    bool trusts(const QHostAddress& peer) const;
    // Reads the header from its end, where our own proxy wrote: the first address that is no proxy of ours is the
    // asker. What a peer that is not trusted says of itself does not count, and neither does what stands before the
    // asker.
    QHostAddress askerOf(const QHostAddress& peer, std::string_view forwardedFor) const;

private:
    std::vector<std::pair<QHostAddress, int>> m_networks;
};

// Without the ::ffff: of an IPv4 peer seen by a socket for both.
QHostAddress plainAddress(const QHostAddress& address);

} // namespace parterre::http

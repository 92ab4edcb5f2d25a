// A lock is cheap here: it is taken when connections come and go.
#include "server/http/occupancy.h"

#include <algorithm>

namespace parterre::http {
namespace {

// Whom connections are counted for: one IPv4 address, or the 64 bits of IPv6 that a provider gives to one customer.
QHostAddress customerOf(const QHostAddress& peer)
{
    if (peer.protocol() != QAbstractSocket::IPv6Protocol)
        return peer;
    Q_IPV6ADDR bytes = peer.toIPv6Address();
    std::fill(bytes.c + 8, bytes.c + 16, quint8(0));
    return QHostAddress(bytes);
}

} // namespace

Occupancy::Entry Occupancy::enter(const QHostAddress& peer, std::size_t most, std::size_t perCustomer)
{
    const std::lock_guard lock(m_mutex);
    if (m_all >= most)
        return Entry::Full;
    std::size_t& ofCustomer = m_ofCustomer[customerOf(peer)];
    if (perCustomer > 0 && ofCustomer >= perCustomer)
        return Entry::TooManyOfOne;
    ++ofCustomer;
    ++m_all;
    return Entry::Taken;
}

void Occupancy::uncount(const QHostAddress& peer)
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_ofCustomer.find(customerOf(peer));
    if (found != m_ofCustomer.end() && --found.value() == 0)
        m_ofCustomer.erase(found);
}

void Occupancy::leave()
{
    const std::lock_guard lock(m_mutex);
    --m_all;
}

} // namespace parterre::http

// Lists and headers are divided at commas; addresses are read by Qt.
#include "server/http/trusted_proxies.h"

#include "server/http/trimmed.h"

#include <QString>

#include <algorithm>

namespace parterre::http {
namespace {

QString qt(std::string_view text)
{
    return QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace

QHostAddress plainAddress(const QHostAddress& address)
{
    bool isV4 = false;
    const quint32 v4 = address.toIPv4Address(&isV4);
    return isV4 ? QHostAddress(v4) : address;
}

Result<TrustedProxies> TrustedProxies::parse(std::string_view list)
{
    TrustedProxies proxies;
    while (!trimmed(list).empty()) {
        const std::size_t end = std::min(list.find(','), list.size());
        const std::string_view part = trimmed(list.substr(0, end));
        list.remove_prefix(std::min(end + 1, list.size()));
        const auto network = QHostAddress::parseSubnet(qt(part)); // of a bare address: that one
        if (network.second < 0)
            return Error{ErrorCode::Malformed, "trusted proxy: " + std::string(part)};
        proxies.m_networks.push_back(network);
    }
    return proxies;
}

bool TrustedProxies::trusts(const QHostAddress& peer) const
{
    return std::any_of(m_networks.begin(), m_networks.end(),
                       [&](const auto& network) { return peer.isInSubnet(network); });
}

QHostAddress TrustedProxies::askerOf(const QHostAddress& peer, std::string_view forwardedFor) const
{
    QHostAddress asker = peer;
    while (trusts(asker) && !forwardedFor.empty()) {
        const std::size_t comma = forwardedFor.rfind(',');
        const std::string_view last =
            trimmed(comma == std::string_view::npos ? forwardedFor : forwardedFor.substr(comma + 1));
        forwardedFor = comma == std::string_view::npos ? std::string_view() : forwardedFor.substr(0, comma);
        const QHostAddress named(qt(last));
        if (named.isNull())
            break; // rubbish: the proxy that passed it on is as far as we know
        asker = plainAddress(named);
    }
    return asker;
}

} // namespace parterre::http

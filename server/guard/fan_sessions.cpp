// Issues and verifies fans' tokens.
#include "server/guard/fan_sessions.h"
#include "server/guard/crypto.h"

#include <algorithm>

namespace parterre {
namespace {

constexpr std::size_t idBytes = 16;
constexpr std::size_t signedBytes = idBytes + 8;
constexpr std::size_t macBytes = 24;
using RawToken = std::array<std::uint8_t, signedBytes + macBytes>;

Instant issuedAtOf(const RawToken& raw)
{
    std::uint64_t ms = 0;
    for (std::size_t i = idBytes; i < signedBytes; ++i)
        ms = ms << 8 | raw[i];
    return {static_cast<std::int64_t>(ms)};
}

void setIssuedAt(RawToken& raw, Instant at)
{
    for (std::size_t i = 0; i < 8; ++i)
        raw[signedBytes - 1 - i] = static_cast<std::uint8_t>(static_cast<std::uint64_t>(at.ms) >> (8 * i));
}

HolderId holderOf(const Bytes32& key, const RawToken& raw)
{
    const Bytes32 hash = guard::mac256(key, guard::viewOf(raw.data(), idBytes));
    HolderId holder;
    std::copy_n(hash.begin(), holder.bytes.size(), holder.bytes.begin());
    return holder;
}

} // namespace

FanSessions::FanSessions(const Bytes32& serverSecret, Random& random) : m_random(random)
{
    guard::initialiseCrypto();
    m_macKey = guard::deriveKey(serverSecret, "fan mac ");
    m_holderKey = guard::deriveKey(serverSecret, "fan hold");
}

FanSessions::Issued FanSessions::issue(Instant now)
{
    RawToken raw{};
    m_random.fill(raw.data(), idBytes);
    setIssuedAt(raw, now);
    const Bytes32 mac = guard::mac256(m_macKey, guard::viewOf(raw.data(), signedBytes));
    std::copy_n(mac.begin(), macBytes, raw.begin() + signedBytes);
    return {guard::base64Url(raw.data(), raw.size()), {holderOf(m_holderKey, raw), now}};
}

Result<FanSession> FanSessions::verify(std::string_view token, Instant now) const
{
    RawToken raw{};
    if (!guard::fromBase64Url(token, raw.data(), raw.size()))
        return Error{ErrorCode::Unauthenticated, "not a session"};
    const Bytes32 mac = guard::mac256(m_macKey, guard::viewOf(raw.data(), signedBytes));
    if (!guard::equalInConstantTime(guard::viewOf(mac.data(), macBytes),
                                    guard::viewOf(raw.data() + signedBytes, macBytes)))
        return Error{ErrorCode::Unauthenticated, "not a session"};
    const Instant issuedAt = issuedAtOf(raw);
    if (now - issuedAt > lifetime)
        return Error{ErrorCode::Unauthenticated, "the session is too old"};
    return FanSession{holderOf(m_holderKey, raw), issuedAt};
}

} // namespace parterre

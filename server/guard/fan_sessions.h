// FanSessions: a fan's session is a signed token and nothing on the server; the holder of their holds comes from it.
#pragma once

#include "sync/base/ports.h"
#include "sync/base/result.h"
#include "sync/domain/claims.h"

#include <string>
#include <string_view>

namespace parterre {

struct FanSession
{
    HolderId holder;
    Instant issuedAt;
};

// Token: base64url(16 random bytes ‖ issued-at ms, 8 bytes big-endian ‖ 24 bytes of keyed BLAKE2b over both), 64
// characters. The holder is a keyed hash of the random bytes, so a holder id seen in the log gives no token.
class FanSessions
{
public:
    static constexpr std::string_view cookieName = "parterre_fan";
    static constexpr Milliseconds lifetime{std::chrono::hours(24 * 30)};

    FanSessions(const Bytes32& serverSecret, Random& random);

    struct Issued
    {
        std::string token;
        FanSession session;
    };
    Issued issue(Instant now);

    // Unauthenticated for anything that is not a token of ours or is older than its lifetime.
    Result<FanSession> verify(std::string_view token, Instant now) const;

private:
    Bytes32 m_macKey;
    Bytes32 m_holderKey;
    Random& m_random;
};

} // namespace parterre

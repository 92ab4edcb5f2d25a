// ServerSecrets: the keys a server keeps for ever, made on first use.
#pragma once

#include "server/guard/account_store.h"
#include "sync/base/ports.h"

namespace parterre {

struct ServerSecrets
{
    Bytes32 signingSeed{}; // Ed25519 seed of the server: signs ticket codes
    Bytes32 macKey{};      // for FanSessions, OrderKeys and the notices of the test bank, which derive their own keys from it

    static Result<ServerSecrets> loadOrCreate(AccountStore& accounts, Random& random);
};

} // namespace parterre

// Loads or makes the secrets.
#include "server/guard/server_secrets.h"

namespace parterre {
namespace {

Result<Bytes32> secretOf(AccountStore& accounts, Random& random, std::string_view name)
{
    Bytes32 fresh{};
    random.fill(fresh.data(), fresh.size());
    return accounts.secret(name, fresh);
}

} // namespace

Result<ServerSecrets> ServerSecrets::loadOrCreate(AccountStore& accounts, Random& random)
{
    const Result<Bytes32> seed = secretOf(accounts, random, "signing");
    if (!seed)
        return seed.error();
    const Result<Bytes32> key = secretOf(accounts, random, "mac");
    if (!key)
        return key.error();
    return ServerSecrets{*seed, *key};
}

} // namespace parterre

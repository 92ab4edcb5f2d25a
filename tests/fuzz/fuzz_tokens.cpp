// Tokens and signatures: nothing but what we made is believed.
#include "server/guard/fan_sessions.h"
#include "server/guard/order_keys.h"
#include "server/payment/payment_notice.h"
#include "sync/base/require.h"
#include "sync/wire/signing.h"
#include "sync/wire/ticket_code.h"
#include "tests/fuzz/fuzz_input.h"

using namespace parterre;

namespace {

class NoRandom : public Random
{
public:
    void fill(std::uint8_t* out, std::size_t size) override { std::fill(out, out + size, std::uint8_t(7)); }
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static NoRandom random;
    static FanSessions sessions(Bytes32{1}, random);
    static const Instant now{1'795'635'000'000};
    static const std::string own = sessions.issue(now).token;
    static const OrderKeys keys(Bytes32{1});
    static const SigningKey key = SigningKey::fromSeed(Bytes32{3});
    const std::string_view text = fuzz::textOf(data, size);
    PARTERRE_REQUIRE(!sessions.verify(text, now).ok() || text == own);
    PARTERRE_REQUIRE(!keys.fits(OrderId{Bytes16{9}}, text) || text == keys.keyOf(OrderId{Bytes16{9}}));
    PARTERRE_REQUIRE(!checkNotice(Bytes32{5}, text, "body", now).ok());
    PARTERRE_REQUIRE(!verifyTicketCode(fuzz::bytesOf(data, size), key.publicKey()).ok());
    (void)OrderId::fromString(text);
    return 0;
}

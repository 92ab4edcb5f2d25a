// Claims: the sums over them and the code people read out.
#include "sync/domain/claims.h"

#include "sync/domain/mix.h"

namespace parterre {

std::uint64_t Places::units() const
{
    std::uint64_t sum = seats.size();
    for (const StandingUnits& part : standing)
        sum += part.count;
    return sum;
}

std::int64_t Order::totalMinor() const
{
    std::int64_t total = 0;
    for (const Ticket& ticket : tickets)
        if (!ticket.voided)
            PARTERRE_REQUIRE(!__builtin_add_overflow(total, ticket.priceMinor, &total));
    return total;
}

TicketSerial reissuedSerial(TicketSerial old)
{
    for (std::size_t half = 0; half < 2; ++half) {
        std::uint64_t bits = 0;
        for (std::size_t i = 0; i < 8; ++i)
            bits = bits << 8 | old.bytes[8 * half + i];
        bits = mixed(bits);
        for (std::size_t i = 8; i-- > 0; bits >>= 8)
            old.bytes[8 * half + i] = static_cast<std::uint8_t>(bits);
    }
    if (old.isNull()) // one serial in 2^128 is mapped to none
        old.bytes.back() = 1;
    return old;
}

std::string orderCode(OrderId id)
{
    // Crockford's alphabet leaves out I, L, O and U. Five bytes are exactly eight digits of five bits.
    static constexpr char digits[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    std::uint64_t bits = 0;
    for (int i = 0; i < 5; ++i)
        bits = bits << 8 | id.bytes[static_cast<std::size_t>(i)];
    std::string code(8, '0');
    for (std::size_t i = 8; i-- > 0; bits >>= 5)
        code[i] = digits[bits & 31];
    return code;
}

} // namespace parterre

// Makes, reads and redeems enrolment codes. Alphabet: https://www.crockford.com/base32.html
#include "server/guard/enrolment.h"
#include "server/guard/crypto.h"
#include "server/guard/request_signature.h"

#include <algorithm>

namespace parterre {
namespace {

constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t codeLength = 12;
constexpr std::size_t limitSlots = 4'096;
constexpr std::size_t maxNameBytes = 120;

char canonical(char c)
{
    if (c >= 'a' && c <= 'z')
        c = static_cast<char>(c - 'a' + 'A');
    if (c == 'O')
        return '0';
    if (c == 'I' || c == 'L')
        return '1';
    return c;
}

bool isName(std::string_view name)
{
    if (name.empty() || name.size() > maxNameBytes)
        return false;
    for (const char c : name)
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f)
            return false;
    return true;
}

} // namespace

std::optional<std::string> normalisedEnrolmentCode(std::string_view typed)
{
    std::string code;
    for (const char c : typed) {
        if (c == '-' || c == ' ')
            continue;
        const char plain = canonical(c);
        if (alphabet.find(plain) == std::string_view::npos || code.size() == codeLength)
            return std::nullopt;
        code += plain;
    }
    if (code.size() != codeLength)
        return std::nullopt;
    return code;
}

Enrolment::Enrolment(AccountStore& accounts, const Clock& clock, Random& random)
    : m_accounts(accounts),
      m_clock(clock),
      m_random(random),
      m_byAddress(fivePerMinute, limitSlots, limiterSeed(random))
{}

Result<std::string> Enrolment::createCode(const std::string& counterName)
{
    if (!isName(counterName))
        return Error{ErrorCode::Malformed, "a counter's name has 1 to 120 characters, no control characters"};
    std::array<std::uint8_t, codeLength> raw{};
    m_random.fill(raw.data(), raw.size());
    std::string plain;
    std::string shown;
    for (std::size_t i = 0; i < codeLength; ++i) {
        if (i > 0 && i % 4 == 0)
            shown += '-';
        plain += alphabet[raw[i] % alphabet.size()]; // 256 is a multiple of 32: no bias
        shown += plain.back();
    }
    const EnrolmentCodeRecord record{guard::hash256(plain), counterName, m_clock.now() + codeLifetime};
    if (Result<void> stored = m_accounts.putEnrolmentCode(record); !stored)
        return stored.error();
    return shown;
}

Result<CounterDevice> Enrolment::enrol(std::string_view code, const std::string& name, const Bytes32& publicKey,
                                       const std::string& address, std::optional<Again> again)
{
    if (const auto wait = m_byAddress.take(address, m_clock.sinceBoot()))
        return rateLimited(*wait);
    if (!isName(name))
        return Error{ErrorCode::Malformed, "name: 1 to 120 characters, no control characters"};
    if (!isSigningKey(publicKey))
        return Error{ErrorCode::Malformed, "public_key: not an Ed25519 public key"};
    const std::optional<std::string> plain = normalisedEnrolmentCode(code);
    if (!plain)
        return Error{ErrorCode::NotFound, "this enrolment code is unknown, used or expired"};
    const Instant now = m_clock.now();
    CounterDevice device{randomId<DeviceId>(m_random), name, publicKey, 1, false, now};
    if (again) {
        if (again->device.isNull() || again->installGen == 0 || again->installGen > maxInstallGen)
            return Error{ErrorCode::Malformed, "no counter has that device id or install generation"};
        const Result<std::optional<CounterDevice>> known = m_accounts.device(again->device);
        if (!known)
            return known.error();
        if (*known && (*known)->name != name)
            return Error{ErrorCode::NotFound, "there is no such counter to enrol again"};
        device.id = again->device;
        device.installGen = std::max(*known ? (*known)->installGen : 0, again->installGen) + 1;
    }
    if (Result<void> redeemed = m_accounts.redeemEnrolmentCode(guard::hash256(*plain), now, device); !redeemed)
        return redeemed.error();
    return device;
}

} // namespace parterre

// CborReader: strict and bounded.
#include "sync/wire/cbor_reader.h"

#include "sync/wire/cbor_writer.h"

#include <bit>
#include <cmath>

namespace parterre {

namespace {
constexpr std::int64_t maxOutsideInstant = 253'402'300'799'999; // end of the year 9999
constexpr std::int64_t maxOutsideDuration = 3650LL * 86'400'000;
constexpr std::int64_t maxOutsideAmount = 1'000'000'000'000;
constexpr std::int64_t maxOwnAmount = 10 * maxOutsideAmount; // a sum over every place of a plan still fits 63 bits
} // namespace

void CborReader::fail(const char* expected)
{
    if (!ok())
        return;
    m_expected = expected;
    m_failedField = m_field;
    m_failedAt = static_cast<std::size_t>(m_at - m_begin);
    m_at = m_end;
}

Error CborReader::error(std::string_view message) const
{
    PARTERRE_REQUIRE(!ok());
    std::string detail(message);
    detail += ": ";
    if (*m_failedField != '\0')
        detail.append(m_failedField).append(": ");
    detail.append("expected ").append(m_expected).append(" at byte ").append(std::to_string(m_failedAt));
    return Error{ErrorCode::Malformed, std::move(detail)};
}

// The argument of the next head, which must be of this major type and in its shortest form.
std::uint64_t CborReader::head(unsigned major, const char* expected)
{
    if (m_at == m_end || (*m_at >> 5) != major) {
        fail(expected);
        return 0;
    }
    const unsigned info = *m_at & 31u;
    if (info < 24) {
        ++m_at;
        return info;
    }
    const std::size_t width = info <= 27 ? std::size_t{1} << (info - 24) : 0;
    if (width == 0 || left() < 1 + width) {
        fail(expected);
        return 0;
    }
    std::uint64_t value = 0;
    for (std::size_t i = 1; i <= width; ++i)
        value = value << 8 | m_at[i];
    const std::uint64_t shorterMax = width == 1 ? 23 : (std::uint64_t{1} << (4 * width)) - 1;
    if (value <= shorterMax) {
        fail("the shortest form of a number");
        return 0;
    }
    m_at += 1 + width;
    return value;
}

std::size_t CborReader::array()
{
    const std::uint64_t count = head(4, "an array");
    if (count > left()) {
        fail("as many elements as announced");
        return 0;
    }
    return static_cast<std::size_t>(count);
}

void CborReader::arrayOf(std::size_t count)
{
    if (array() != count)
        fail("the fields of its kind");
}

std::uint64_t CborReader::unsignedInteger(std::uint64_t max)
{
    const std::uint64_t value = head(0, "an unsigned integer");
    if (value <= max)
        return value;
    fail("a smaller number");
    return 0;
}

std::int64_t CborReader::integer(std::int64_t min, std::int64_t max)
{
    const bool negative = m_at < m_end && (*m_at >> 5) == 1;
    const std::uint64_t magnitude = head(negative ? 1 : 0, "an integer");
    if (magnitude > static_cast<std::uint64_t>(INT64_MAX)) {
        fail("a 64-bit number");
        return 0;
    }
    const auto value = negative ? -1 - static_cast<std::int64_t>(magnitude) : static_cast<std::int64_t>(magnitude);
    if (ok() && (value < min || value > max))
        fail("a number within its range");
    return ok() ? value : 0;
}

bool CborReader::boolean()
{
    if (m_at == m_end || (*m_at != 0xf4 && *m_at != 0xf5)) {
        fail("true or false");
        return false;
    }
    return *m_at++ == 0xf5;
}

bool CborReader::takeNull()
{
    if (m_at == m_end || *m_at != 0xf6)
        return false;
    ++m_at;
    return true;
}

std::string_view CborReader::stringBody(unsigned major, const char* expected)
{
    const std::uint64_t size = head(major, expected);
    if (size > left()) {
        fail("as many bytes as announced");
        return {};
    }
    const std::string_view body(reinterpret_cast<const char*>(m_at), static_cast<std::size_t>(size));
    m_at += size;
    return body;
}

void CborReader::byteString(std::uint8_t* out, std::size_t size)
{
    const std::string_view body = stringBody(2, "a byte string");
    if (ok() && body.size() == size)
        std::memcpy(out, body.data(), size);
    else
        fail("a byte string of its fixed length");
}

Bytes CborReader::byteString()
{
    const std::string_view body = stringBody(2, "a byte string");
    return Bytes(body.data(), static_cast<qsizetype>(body.size()));
}

std::string CborReader::text()
{
    const std::string_view body = stringBody(3, "a text");
    if (m_trust == Trust::Outside && (body.size() > maxTextBytes || !isUtf8(body))) {
        fail("UTF-8 text of at most 4096 bytes");
        return {};
    }
    return std::string(body);
}

Instant CborReader::instant()
{
    Instant at;
    if (m_at < m_end && (*m_at >> 5) == 2) {
        std::uint8_t six[6] = {};
        byteString(six, sizeof six);
        for (const std::uint8_t byte : six)
            at.ms = at.ms << 8 | byte;
        if (!sixByteInstant(at.ms))
            fail("the shortest form of a time");
    } else {
        at.ms = integer(INT64_MIN, INT64_MAX);
        if (sixByteInstant(at.ms))
            fail("the shortest form of a time");
    }
    if (m_trust == Trust::Outside && (at.ms < 0 || at.ms > maxOutsideInstant))
        fail("a time from 1970 to 9999");
    return ok() ? at : Instant{};
}

Milliseconds CborReader::duration()
{
    if (m_trust == Trust::Outside)
        return Milliseconds(integer(0, maxOutsideDuration));
    return Milliseconds(integer(INT64_MIN, INT64_MAX));
}

std::int64_t CborReader::amount()
{
    if (m_trust == Trust::Outside)
        return integer(-maxOutsideAmount, maxOutsideAmount);
    return integer(-maxOwnAmount, maxOwnAmount);
}

double CborReader::metres()
{
    if (m_at < m_end && *m_at == 0xfb && left() >= 9) {
        std::uint64_t bits = 0;
        for (unsigned i = 1; i <= 8; ++i)
            bits = bits << 8 | m_at[i];
        const auto value = std::bit_cast<double>(bits);
        std::int64_t millimetres = 0;
        if (!std::isfinite(value) || exactMillimetres(value, millimetres)) {
            fail("a finite length in its shortest form");
            return 0;
        }
        m_at += 9;
        return value;
    }
    const std::int64_t millimetres = integer(-1'000'000'000, 1'000'000'000);
    std::int64_t again = 0;
    const double value = static_cast<double>(millimetres) / 1000;
    if (ok() && (!exactMillimetres(value, again) || again != millimetres))
        fail("a finite length in its shortest form");
    return ok() ? value : 0;
}

void CborReader::finish()
{
    m_field = "";
    if (m_at != m_end)
        fail("the end");
}

// Which second bytes are allowed depends only on the lead byte (The Unicode Standard, table 3-7).
bool isUtf8(std::string_view text)
{
    const auto* at = reinterpret_cast<const unsigned char*>(text.data());
    const auto* end = at + text.size();
    while (at < end) {
        const unsigned lead = *at++;
        if (lead < 0x80)
            continue;
        const int more = lead >= 0xc2 && lead <= 0xdf   ? 1
                         : (lead & 0xf0) == 0xe0        ? 2
                         : lead >= 0xf0 && lead <= 0xf4 ? 3
                                                        : 0;
        if (more == 0 || end - at < more)
            return false;
        const unsigned low = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
        const unsigned high = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
        if (*at < low || *at > high)
            return false;
        for (int i = 1; i < more; ++i)
            if ((at[i] & 0xc0) != 0x80)
                return false;
        at += more;
    }
    return true;
}

} // namespace parterre

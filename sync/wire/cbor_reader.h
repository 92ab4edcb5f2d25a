// CborReader: reads exactly what CborWriter writes and nothing else: no other spelling of a value is accepted.
#pragma once

#include "sync/base/instant.h"
#include "sync/base/result.h"
#include "sync/wire/bytes.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace parterre {

// The first failure sticks: later reads return zeros, so callers read straight on and ask error() once at the end.
// Never allocates more than the input holds; never recurses on the input.
class CborReader
{
public:
    // Outside: bytes somebody else made (ops, plans). Texts must be UTF-8 of at most maxTextBytes, times in
    // 1970 … 9999, durations within ten years, amounts within ±10^12, so that arithmetic on them cannot overflow.
    // Own: bytes this project's server wrote after those checks; their form is checked, and amounts within ±10^13.
    enum class Trust { Outside, Own };
    static constexpr std::size_t maxTextBytes = 4096;

    CborReader(const Bytes& bytes, Trust trust)
        : m_begin(reinterpret_cast<const unsigned char*>(bytes.constData())),
          m_at(m_begin),
          m_end(m_begin + bytes.size()),
          m_trust(trust)
    {}

    // Number of elements; each takes at least a byte, so a count beyond the rest of the input is an error at once.
    std::size_t array();
    // An array of exactly `count` elements.
    void arrayOf(std::size_t count);
    std::uint64_t unsignedInteger(std::uint64_t max);
    std::int64_t integer(std::int64_t min, std::int64_t max);
    bool boolean();
    // True and consumed when the next value is null.
    bool takeNull();
    bool nextIsArray() const { return m_at < m_end && (*m_at >> 5) == 4; }
    void byteString(std::uint8_t* out, std::size_t size);
    Bytes byteString();
    std::string text();
    Instant instant();
    Milliseconds duration();
    std::int64_t amount(); // minor units
    double metres();       // finite

    // Names what is read next, for the error. The pointer must outlive the reader (a literal).
    void field(const char* name) { m_field = name; }
    void fail(const char* expected);
    bool ok() const { return m_expected == nullptr; }
    std::size_t left() const { return static_cast<std::size_t>(m_end - m_at); }
    const unsigned char* position() const { return m_at; }
    // Fails when bytes are left over.
    void finish();
    // Precondition: !ok(). Malformed: "<message>: <field>: expected <what> at byte N".
    Error error(std::string_view message) const;

private:
    std::uint64_t head(unsigned major, const char* expected);
    std::string_view stringBody(unsigned major, const char* expected);

    const unsigned char* m_begin;
    const unsigned char* m_at;
    const unsigned char* m_end;
    Trust m_trust;
    const char* m_field = "";
    const char* m_expected = nullptr;
    const char* m_failedField = "";
    std::size_t m_failedAt = 0;
};

// Well-formed UTF-8 without surrogates and overlong forms.
bool isUtf8(std::string_view text);

} // namespace parterre

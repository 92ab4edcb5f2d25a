// CborWriter: writes deterministic CBOR (RFC 8949 §4.2: shortest heads, definite lengths) into a buffer that starts on
// the stack.
#pragma once

#include "sync/base/instant.h"
#include "sync/wire/bytes.h"

#include <cstdint>
#include <cstring>
#include <memory>
#include <string_view>

namespace parterre {

// Hot path of the server: one allocation for a message that fits the stack buffer (the result itself).
// What is written is the caller's responsibility; the writer never fails.
class CborWriter
{
public:
    CborWriter() = default;
    CborWriter(const CborWriter&) = delete;
    CborWriter& operator=(const CborWriter&) = delete;

    void array(std::size_t count) { head(4, count); }
    void unsignedInteger(std::uint64_t value) { head(0, value); }
    void integer(std::int64_t value)
    {
        if (value >= 0)
            head(0, static_cast<std::uint64_t>(value));
        else
            head(1, ~static_cast<std::uint64_t>(value)); // −1 − value
    }
    void boolean(bool value) { raw(value ? "\xf5" : "\xf4", 1); }
    void null() { raw("\xf6", 1); }
    void byteString(const void* data, std::size_t size)
    {
        head(2, size);
        raw(data, size);
    }
    void text(std::string_view text)
    {
        head(3, text.size());
        raw(text.data(), text.size());
    }
    void float64(double value);

    // A point in time: an integer, or six big-endian bytes where that is shorter (today's dates: 7 bytes instead of 9).
    void instant(Instant at);
    // A length in metres: an integer of millimetres where that is exact, else a float.
    void metres(double value);

    // Already encoded CBOR, as it is.
    void raw(const void* data, std::size_t size)
    {
        if (size > m_capacity - m_size)
            grow(size);
        if (size > 0)
            std::memcpy(m_data + m_size, data, size);
        m_size += size;
    }

    std::size_t size() const { return m_size; }
    const char* data() const { return m_data; }
    Bytes bytes() const { return Bytes(m_data, static_cast<qsizetype>(m_size)); }

private:
    void head(unsigned major, std::uint64_t value)
    {
        const auto type = static_cast<unsigned char>(major << 5);
        if (value < 24) {
            const unsigned char byte = static_cast<unsigned char>(type | value);
            raw(&byte, 1);
            return;
        }
        longHead(type, value);
    }
    void longHead(unsigned char type, std::uint64_t value);
    void grow(std::size_t atLeast);

    static constexpr std::size_t stackBytes = 512;
    char m_stack[stackBytes];
    std::unique_ptr<char[]> m_heap;
    char* m_data = m_stack;
    std::size_t m_size = 0;
    std::size_t m_capacity = stackBytes;
};

// The millimetres that say exactly `metres`, if there are any; the rule both codecs share.
bool exactMillimetres(double metres, std::int64_t& millimetres);
// Instants for which six bytes are shorter than an integer.
inline bool sixByteInstant(std::int64_t ms)
{
    return ms > 0xffffffffLL && ms < (1LL << 48);
}

} // namespace parterre

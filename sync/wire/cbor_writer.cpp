// The rarer parts of CborWriter: long heads, floats, growth.
#include "sync/wire/cbor_writer.h"

#include <bit>
#include <cmath>

namespace parterre {

bool exactMillimetres(double metres, std::int64_t& millimetres)
{
    if (!(std::abs(metres) < 1e6)) // also NaN
        return false;
    millimetres = std::llround(metres * 1000);
    return static_cast<double>(millimetres) / 1000 == metres;
}

void CborWriter::longHead(unsigned char type, std::uint64_t value)
{
    const unsigned widthBits = value <= 0xff ? 0 : value <= 0xffff ? 1 : value <= 0xffffffff ? 2 : 3;
    const unsigned width = 1u << widthBits;
    unsigned char out[9];
    out[0] = static_cast<unsigned char>(type | (24 + widthBits));
    for (unsigned i = 0; i < width; ++i)
        out[1 + i] = static_cast<unsigned char>(value >> (8 * (width - 1 - i)));
    raw(out, 1 + width);
}

void CborWriter::float64(double value)
{
    const auto bits = std::bit_cast<std::uint64_t>(value);
    unsigned char out[9] = {0xfb};
    for (unsigned i = 0; i < 8; ++i)
        out[1 + i] = static_cast<unsigned char>(bits >> (56 - 8 * i));
    raw(out, sizeof out);
}

void CborWriter::instant(Instant at)
{
    if (!sixByteInstant(at.ms)) {
        integer(at.ms);
        return;
    }
    unsigned char out[6];
    for (unsigned i = 0; i < 6; ++i)
        out[i] = static_cast<unsigned char>(at.ms >> (40 - 8 * i));
    byteString(out, sizeof out);
}

void CborWriter::metres(double value)
{
    std::int64_t millimetres = 0;
    if (exactMillimetres(value, millimetres))
        integer(millimetres);
    else
        float64(value);
}

void CborWriter::grow(std::size_t atLeast)
{
    const std::size_t capacity = std::max(m_capacity * 2, m_size + atLeast);
    std::unique_ptr<char[]> bigger(new char[capacity]);
    std::memcpy(bigger.get(), m_data, m_size);
    m_heap = std::move(bigger);
    m_data = m_heap.get();
    m_capacity = capacity;
}

} // namespace parterre

// What a fuzzer is given, as the types the code takes.
#pragma once

#include <QByteArray>

#include <cstdint>
#include <string_view>

namespace parterre::fuzz {

inline std::string_view textOf(const std::uint8_t* data, std::size_t size)
{
    return {reinterpret_cast<const char*>(data), size};
}
inline QByteArray bytesOf(const std::uint8_t* data, std::size_t size)
{
    return {reinterpret_cast<const char*>(data), static_cast<qsizetype>(size)};
}

} // namespace parterre::fuzz

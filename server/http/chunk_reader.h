// ChunkReader: a body in chunks (RFC 9112, 7.1), in pieces of any size. Beast's own reader asserts when the last chunk
// arrives byte by byte (basic_parser.ipp of Boost 1.81, "n >= 5"): any peer could end the process.
#pragma once

#include <QByteArray>

#include <cstdint>
#include <string_view>

namespace parterre::http {

class ChunkReader
{
public:
    // `lineBytes` bounds one line with a size and its extension, and all trailers together.
    explicit ChunkReader(std::size_t lineBytes) : m_lineBytes(lineBytes) {}

    enum class Step { NeedMore, Done, Malformed, LineTooLong, BodyTooLong };

    // Takes `used` bytes off `data` (all unconsumed ones) and appends content to `body`, which never grows past `most`.
    // Extensions and trailers are dropped: nobody reads them.
    Step read(std::string_view data, std::size_t& used, QByteArray& body, std::size_t most);

private:
    enum class Part { Size, Data, DataEnd, Trailers };
    Step readLine(std::string_view line, std::size_t room);
    Step readSize(std::string_view line, std::size_t room);

    std::size_t m_lineBytes;
    Part m_part = Part::Size;
    std::uint64_t m_left = 0; // of this chunk
    std::size_t m_trailerBytes = 0;
};

} // namespace parterre::http

// Strict: sizes are plain hexadecimal digits, every line ends in CR LF, no control characters.
#include "server/http/chunk_reader.h"

#include <algorithm>
#include <charconv>

namespace parterre::http {

ChunkReader::Step ChunkReader::read(std::string_view data, std::size_t& used, QByteArray& body, std::size_t most)
{
    used = 0;
    while (used < data.size()) {
        const std::string_view rest = data.substr(used);
        if (m_part == Part::Data) {
            const auto taken = static_cast<std::size_t>(std::min<std::uint64_t>(m_left, rest.size()));
            body.append(rest.data(), static_cast<qsizetype>(taken));
            used += taken;
            m_left -= taken;
            if (m_left == 0)
                m_part = Part::DataEnd;
            continue;
        }
        const std::size_t end = rest.find('\n');
        if (end == std::string_view::npos && rest.size() <= m_lineBytes)
            return Step::NeedMore;
        if (end >= m_lineBytes) // npos as well
            return Step::LineTooLong;
        if (end == 0 || rest[end - 1] != '\r')
            return Step::Malformed;
        used += end + 1;
        const Step step = readLine(rest.substr(0, end - 1), most - static_cast<std::size_t>(body.size()));
        if (step != Step::NeedMore)
            return step;
    }
    return Step::NeedMore;
}

// NeedMore: go on.
ChunkReader::Step ChunkReader::readLine(std::string_view line, std::size_t room)
{
    for (const char c : line)
        if ((static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7f)
            return Step::Malformed;
    switch (m_part) {
    case Part::Size:
        return readSize(line, room);
    case Part::Data:
    case Part::DataEnd:
        m_part = Part::Size;
        return line.empty() ? Step::NeedMore : Step::Malformed;
    case Part::Trailers:
        break;
    }
    m_trailerBytes += line.size() + 2;
    if (m_trailerBytes > m_lineBytes)
        return Step::LineTooLong;
    return line.empty() ? Step::Done : Step::NeedMore;
}

ChunkReader::Step ChunkReader::readSize(std::string_view line, std::size_t room)
{
    const auto [end, problem] = std::from_chars(line.data(), line.data() + line.size(), m_left, 16);
    if (problem != std::errc() || line.front() == '-')
        return Step::Malformed;
    if (end != line.data() + line.size() && *end != ';' && *end != ' ' && *end != '\t')
        return Step::Malformed;
    if (m_left > room)
        return Step::BodyTooLong;
    m_part = m_left == 0 ? Part::Trailers : Part::Data;
    return Step::NeedMore;
}

} // namespace parterre::http

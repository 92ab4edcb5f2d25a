// One pass over JSON text that knows only strings, brackets and commas.
#include "sync/wire/json_scan.h"

#include <algorithm>

namespace parterre {

std::string jsonPosition(const Bytes& text, std::size_t offset)
{
    const char* begin = text.constData();
    const char* end = begin + std::min(offset, static_cast<std::size_t>(text.size()));
    const auto line = 1 + std::count(begin, end, '\n');
    const char* lineStart = end;
    while (lineStart > begin && lineStart[-1] != '\n')
        --lineStart;
    return "line " + std::to_string(line) + ", column " + std::to_string(1 + (end - lineStart));
}

Result<void> scanJson(const Bytes& text, const JsonLimits& limits)
{
    const auto size = static_cast<std::size_t>(text.size());
    const char* data = text.constData();
    std::size_t depth = 0;
    std::size_t values = 0;
    for (std::size_t i = 0; i < size; ++i) {
        switch (data[i]) {
        case '"':
            for (++i; i < size && data[i] != '"'; ++i)
                if (data[i] == '\\')
                    ++i;
            break;
        case '[':
        case '{':
            if (++depth > limits.depth)
                return Error{ErrorCode::Malformed, jsonPosition(text, i) + ": nested deeper than " +
                                                       std::to_string(limits.depth) + " levels"};
            [[fallthrough]];
        case ',':
            if (++values > limits.values)
                return Error{ErrorCode::TooLarge,
                             jsonPosition(text, i) + ": more than " + std::to_string(limits.values) + " values"};
            break;
        case ']':
        case '}':
            if (depth > 0)
                --depth;
            break;
        default:
            break;
        }
    }
    return {};
}

} // namespace parterre

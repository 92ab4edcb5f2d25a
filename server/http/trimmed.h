// What stands in a list of a header, without the blanks around it.
#pragma once

#include <string_view>

namespace parterre::http {

// Without blanks and tabs at both ends (RFC 9110, 5.6.3, OWS).
inline std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t'))
        text.remove_suffix(1);
    return text;
}

} // namespace parterre::http

// Look-ups of a request and the decoding of its target.
#include "server/http/request.h"

#include <algorithm>

namespace parterre::http {
namespace {

std::string_view find(const std::vector<NameValue>& pairs, std::string_view name)
{
    for (const auto& [key, value] : pairs)
        if (key == name)
            return value;
    return {};
}

int hexValue(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

// Appends to `out`; false for a broken escape.
bool decode(std::string_view text, bool plusIsSpace, std::string& out)
{
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '+' && plusIsSpace) {
            out += ' ';
        } else if (text[i] != '%') {
            out += text[i];
        } else {
            if (i + 2 >= text.size())
                return false;
            const int high = hexValue(text[i + 1]);
            const int low = hexValue(text[i + 2]);
            if (high < 0 || low < 0)
                return false;
            out += static_cast<char>(high * 16 + low);
            i += 2;
        }
    }
    return true;
}

// What no segment of a path may hold: it would be read differently by somebody further on.
bool isCleanSegment(std::string_view segment)
{
    if (segment.empty() || segment == "." || segment == "..")
        return false;
    for (const char c : segment)
        if (c == '/' || c == '\\' || static_cast<unsigned char>(c) < 0x20 || c == 0x7f)
            return false;
    return isUtf8(segment);
}

Error badTarget(const char* why)
{
    return {ErrorCode::Malformed, why};
}

Result<std::string> decodePath(std::string_view raw)
{
    if (raw == "/")
        return std::string("/");
    if (raw.back() == '/')
        raw.remove_suffix(1);
    std::string path;
    path.reserve(raw.size());
    std::size_t at = 1;
    while (at <= raw.size()) {
        const std::size_t end = std::min(raw.find('/', at), raw.size());
        path += '/';
        const std::size_t segment = path.size();
        if (!decode(raw.substr(at, end - at), false, path))
            return badTarget("percent-encoding of the path");
        if (!isCleanSegment(std::string_view(path).substr(segment)))
            return badTarget("path segment");
        at = end + 1;
    }
    return path;
}

} // namespace

std::string_view Request::header(std::string_view name) const
{
    for (const HeaderField& field : headers)
        if (field.name == name)
            return field.value;
    return {};
}

std::string_view Request::param(std::string_view name) const
{
    return find(params, name);
}

std::optional<std::string_view> Request::queryValue(std::string_view name) const
{
    for (const auto& [key, value] : query)
        if (key == name)
            return value;
    return std::nullopt;
}

std::string_view Request::cookie(std::string_view name) const
{
    std::string_view rest = header("cookie");
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(';'), rest.size());
        std::string_view pair = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        while (!pair.empty() && pair.front() == ' ')
            pair.remove_prefix(1);
        const std::size_t equals = pair.find('=');
        if (equals != std::string_view::npos && pair.substr(0, equals) == name)
            return pair.substr(equals + 1);
    }
    return {};
}

Result<std::vector<NameValue>> parseForm(std::string_view body, std::size_t maxPairs)
{
    std::vector<NameValue> pairs;
    while (!body.empty()) {
        const std::size_t end = std::min(body.find('&'), body.size());
        const std::string_view pair = body.substr(0, end);
        body.remove_prefix(std::min(end + 1, body.size()));
        if (pair.empty())
            continue;
        if (pairs.size() == maxPairs)
            return Error{ErrorCode::TooLarge, "form fields"};
        const std::size_t equals = std::min(pair.find('='), pair.size());
        NameValue decoded;
        if (!decode(pair.substr(0, equals), true, decoded.first) ||
            !decode(pair.substr(std::min(equals + 1, pair.size())), true, decoded.second) || !isUtf8(decoded.first) ||
            !isUtf8(decoded.second))
            return Error{ErrorCode::Malformed, "form encoding"};
        pairs.push_back(std::move(decoded));
    }
    return pairs;
}

Result<Target> parseTarget(std::string_view target)
{
    if (target.empty() || target.front() != '/')
        return badTarget("request target");
    const std::size_t question = std::min(target.find('?'), target.size());
    auto path = decodePath(target.substr(0, question));
    if (!path.ok())
        return path.error();
    Target parsed{std::move(*path), {}};
    if (question < target.size()) {
        auto query = parseForm(target.substr(question + 1), 100);
        if (!query.ok())
            return badTarget("query");
        parsed.query = std::move(*query);
    }
    return parsed;
}

// RFC 3629: shortest forms only, no surrogates, at most U+10FFFF.
bool isUtf8(std::string_view text)
{
    std::size_t i = 0;
    while (i < text.size()) {
        const auto lead = static_cast<unsigned char>(text[i]);
        const int more = lead < 0x80 ? 0 : lead >> 5 == 6 ? 1 : lead >> 4 == 14 ? 2 : lead >> 3 == 30 ? 3 : -1;
        if (more < 0 || i + static_cast<std::size_t>(more) >= text.size() + (more == 0 ? 1 : 0))
            return false;
        std::uint32_t code = more == 0 ? lead : lead & (0x3fU >> more);
        for (int k = 1; k <= more; ++k) {
            const auto next = static_cast<unsigned char>(text[i + static_cast<std::size_t>(k)]);
            if (next >> 6 != 2)
                return false;
            code = code << 6 | (next & 0x3fU);
        }
        constexpr std::uint32_t least[] = {0, 0x80, 0x800, 0x10000};
        if (code < least[more] || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff))
            return false;
        i += static_cast<std::size_t>(more) + 1;
    }
    return true;
}

} // namespace parterre::http

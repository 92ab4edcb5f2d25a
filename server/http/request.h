// Request: one complete HTTP request as handlers see it. The server's own is valid only
// during the handler's call; a copy stays valid by itself.
#pragma once

#include "sync/base/result.h"

#include <QByteArray>
#include <QHostAddress>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace parterre::http {

enum class Method : std::uint8_t { Get, Head, Post, Put, Patch, Delete, Options };

using NameValue = std::pair<std::string, std::string>;

struct HeaderField
{
    std::string_view name; // in lower case
    std::string_view value;
};

struct Request
{
    Method method = Method::Get;
    std::string path;             // percent-decoded, without query; begins with '/', has no '.', '..' or empty segment
    std::vector<NameValue> query; // decoded, in order
    QByteArray head;              // the received header; never changed once `headers` look into it
    std::vector<HeaderField> headers; // in order
    std::vector<NameValue> params;    // of the route's pattern
    QByteArray body;
    QHostAddress peer;

    // The first one of that name; empty when there is none. Header names are given in lower case.
    std::string_view header(std::string_view name) const;
    std::string_view param(std::string_view name) const;
    std::optional<std::string_view> queryValue(std::string_view name) const;
    // A cookie by RFC 6265's rules for servers.
    std::string_view cookie(std::string_view name) const;
};

// Splits and decodes a request target. Error Malformed: not an absolute path, bad percent-encoding, an encoded '/',
// NUL or backslash, a '.' or '..' segment, or bytes that are no UTF-8. One trailing '/' is dropped.
struct Target
{
    std::string path;
    std::vector<NameValue> query;
};
Result<Target> parseTarget(std::string_view target);

// application/x-www-form-urlencoded, as a form posts it. At most `maxPairs`; Malformed or TooLarge otherwise.
Result<std::vector<NameValue>> parseForm(std::string_view body, std::size_t maxPairs);

bool isUtf8(std::string_view text);

} // namespace parterre::http

// Response: what goes back. The body is shared and immutable, so one prepared answer serves every asker.
#pragma once

#include "sync/base/result.h"

#include <QByteArray>

#include <string_view>

namespace parterre::http {

struct Response
{
    int status = 200;
    QByteArray contentType; // no Content-Type header when empty
    QByteArray headers;     // further lines, each "Name: value\r\n"; see addHeader()
    QByteArray body;
    bool close = false; // end the connection after it

    // Precondition: neither part holds CR, LF or NUL (a broken invariant: it would split the response).
    void addHeader(std::string_view name, std::string_view value);
};

Response jsonResponse(int status, QByteArray json);
Response textResponse(int status, QByteArray text);
Response htmlResponse(int status, QByteArray html);
Response redirectResponse(const QByteArray& location); // 303: look there with GET

// {"error": {"code", "message", "details"}} with the code's status; `detailsJson` is an object or empty.
// RateLimited, Overloaded and the like carry Retry-After.
Response errorResponse(const Error& error, const QByteArray& detailsJson = {});

// One plain English sentence for an error: what happened and what to do.
std::string_view errorSentence(ErrorCode code);

// A text as a JSON string, quotes included.
QByteArray jsonString(std::string_view text);

std::string_view reasonPhrase(int status);

} // namespace parterre::http

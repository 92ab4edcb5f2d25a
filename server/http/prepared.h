// Prepared: an answer many will ask for, made once: its tag, its compressed form, and "you have it already".
#pragma once

#include "server/http/gzip.h"
#include "server/http/response.h"

namespace parterre::http {

class Prepared
{
public:
    Prepared() = default;
    // `headers` as in Response. The tag follows from the content, or is given, without quotes.
    Prepared(QByteArray contentType, QByteArray headers, QByteArray body, Effort effort, std::string tag = {});

    bool isEmpty() const { return m_plain.body.isEmpty(); }
    // 304 for an asker who names the tag in If-None-Match, else the whole, compressed for who accepts it.
    const Response& answer(const Request& request) const;

private:
    std::string m_tag; // of the plain form; the compressed one has "-gz" behind it: they are different bytes
    Response m_plain;
    Response m_packed; // body empty: not worth it
    Response m_plainUnchanged;
    Response m_packedUnchanged;
};

// Does the header If-None-Match name this tag, or any? Weak comparison (RFC 9110, 13.1.2). `tag` is without quotes.
bool namesTag(std::string_view ifNoneMatch, std::string_view tag);

} // namespace parterre::http

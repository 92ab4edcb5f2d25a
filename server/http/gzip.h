// gzip (RFC 1952) by zlib, and whether an asker takes it.
#pragma once

#include "server/http/request.h"

namespace parterre::http {

enum class Effort : std::uint8_t { Quick, Best }; // for what changes; for what is made once

QByteArray gzip(const QByteArray& bytes, Effort effort);

// By the rules of RFC 9110, 12.5.3, as far as gzip is concerned: named or meant by "*", and not with q=0.
bool acceptsGzip(const Request& request);

} // namespace parterre::http

// A mail as it goes over the wire: RFC 5322 header, MIME body in base64 (RFC 2045), other than ASCII in the header as
// encoded words (RFC 2047).
#pragma once

#include "server/mail/mailer.h"

#include <QByteArray>

namespace parterre {

// May it stand in an envelope and a header line? The bare address, without a name.
bool isAddress(const std::string& text);

// Lines end in CR LF. Malformed when the id or an address has what a header line or an envelope must not have.
Result<QByteArray> messageText(const Mail& mail, const std::string& from);

} // namespace parterre

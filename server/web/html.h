// HTML of the fans' pages: escaping and the frame every page shares.
#pragma once

#include "server/http/response.h"
#include "sync/base/instant.h"
#include "sync/base/money.h"

#include <string>
#include <string_view>

namespace parterre::web {

// For element content and quoted attributes.
std::string escape(std::string_view text);

std::string moneyText(Money amount);                           // "€ 45.00"
std::string whenText(Instant at, const std::string& timeZone); // "Friday 27 November 2026, 19:30 (Europe/Berlin)"
std::string minutesText(Milliseconds left);                    // "7 minutes"

// A whole page with the security headers. `body` is HTML.
http::Response page(int status, std::string_view title, const std::string& body);
// A page that says what happened, what was kept and what to do, with a link back.
http::Response problemPage(const Error& error, const std::string& backHref, const std::string& backText);

} // namespace parterre::web

// HTML of the fans' pages: escaping and the frame every page shares.
#pragma once

#include "server/http/response.h"
#include "server/web/visit.h"

#include <string>
#include <string_view>

namespace parterre::web {

// For element content and quoted attributes.
std::string escape(std::string_view text);
std::string escape(const QString& text);

// <input type="hidden" …>
std::string hiddenField(std::string_view name, std::string_view value);
// A form that is one button. `look`: "", "quiet".
std::string buttonForm(const std::string& action, const QString& text, std::string_view look = {});
// A paragraph that says something went wrong, read out when the page opens.
std::string noticeHtml(const QString& text);

struct PageParts
{
    QString title;
    std::string body;           // HTML
    std::string head;           // further HTML of the head
    std::string mainAttributes; // of <main>, with a leading space
    bool ownStyle = false;      // the style sheet stands in the page itself: readable without the network
};

// A whole page with the security headers, in the visitor's language.
http::Response page(const Visit& visit, int status, const PageParts& parts);
// A page that says what happened, what was kept and what to do, with a link back. Retry-After where waiting helps.
http::Response problemPage(const Visit& visit, const Error& error, const std::string& backHref,
                           const QString& backText);
// The same with the list of events as the way back.
http::Response problemPage(const Visit& visit, const Error& error);
http::Response seeOther(const std::string& href);

} // namespace parterre::web

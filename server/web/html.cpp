// Every script and style comes from this server; the policy forbids what the pages do not use.
#include "server/web/html.h"

#include "server/web/problem_text.h"
#include "server/web/static_files.h"

#include <QCryptographicHash>
#include <QFile>

namespace parterre::web {
namespace {

using namespace Qt::StringLiterals;

constexpr std::string_view policyStart = "default-src 'none'; script-src 'self'; connect-src 'self'; img-src 'self' "
                                         "data:; manifest-src 'self'; form-action 'self'; base-uri 'none'; "
                                         "frame-ancestors 'none'; style-src 'self'";

// The style sheet as a page carries it, and the hash by which the policy lets it.
struct OwnStyle
{
    std::string text;
    std::string hash;
};

const OwnStyle& ownStyle()
{
    static const OwnStyle style = [] {
        QFile file(u":/web/style.css"_s);
        PARTERRE_REQUIRE(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        const QByteArray hash = QCryptographicHash::hash(text, QCryptographicHash::Sha256).toBase64();
        return OwnStyle{text.toStdString(), " 'sha256-" + hash.toStdString() + '\''};
    }();
    return style;
}

// The other languages this page can be had in; the present one is named, not linked.
std::string languageSwitch(const Visit& visit)
{
    const Words& words = *visit.words;
    std::string html =
        "<span class=\"languages\" role=\"group\" aria-label=\"" + escape(words.say("Frame", "Language")) + "\">";
    for (const Language language : languages) {
        const Words& other = Words::in(language);
        const std::string code(other.code());
        const std::string name = escape(other.nativeName());
        if (language == words.language())
            html += "<span aria-current=\"true\">" + name + "</span>";
        else
            html += "<a href=\"" + escape(visit.here) + (visit.here.find('?') == std::string::npos ? "?" : "&amp;") +
                    "lang=" + code + "\" hreflang=\"" + code + "\" lang=\"" + code + "\">" + name + "</a>";
    }
    return html + "</span>";
}

std::string headerHtml(const Visit& visit)
{
    const Words& words = *visit.words;
    return "<a class=\"skip\" href=\"#content\">" + escape(words.say("Frame", "Skip to the content")) +
           "</a>\n<header><a class=\"home\" href=\"/\">" + escape(words.say("Frame", "Parterre tickets")) +
           "</a><nav aria-label=\"" + escape(words.say("Frame", "Pages")) + "\"><a href=\"/orders\">" +
           escape(words.say("Frame", "My order")) + "</a>" + languageSwitch(visit) + "</nav></header>\n";
}

void addHeaders(http::Response& response, const Visit& visit, bool inlineStyle)
{
    response.addHeader("Content-Security-Policy", std::string(policyStart) + (inlineStyle ? ownStyle().hash : ""));
    response.addHeader("X-Content-Type-Options", "nosniff");
    // Not "no-referrer": browsers then send forms with "Origin: null", which formOf() refuses.
    response.addHeader("Referrer-Policy", "same-origin");
    response.addHeader("Cache-Control", "no-store");
    response.addHeader("Content-Language", visit.words->code());
    response.addHeader("Vary", "Accept-Language, Cookie");
    if (visit.chose)
        response.addHeader("Set-Cookie", std::string(languageCookie) + '=' + std::string(visit.words->code()) +
                                             "; Path=/; Max-Age=31536000; SameSite=Lax");
}

} // namespace

std::string escape(std::string_view text)
{
    std::string safe;
    safe.reserve(text.size());
    for (const char c : text) {
        switch (c) {
        case '&':
            safe += "&amp;";
            break;
        case '<':
            safe += "&lt;";
            break;
        case '>':
            safe += "&gt;";
            break;
        case '"':
            safe += "&quot;";
            break;
        case '\'':
            safe += "&#39;";
            break;
        default:
            safe += c;
        }
    }
    return safe;
}

std::string escape(const QString& text)
{
    return escape(std::string_view(text.toStdString()));
}

std::string hiddenField(std::string_view name, std::string_view value)
{
    return "<input type=\"hidden\" name=\"" + escape(name) + "\" value=\"" + escape(value) + "\">";
}

std::string buttonForm(const std::string& action, const QString& text, std::string_view look)
{
    return "<form class=\"inline\" method=\"post\" action=\"" + escape(action) + "\"><button class=\"" +
           std::string(look) + "\">" + escape(text) + "</button></form>\n";
}

std::string noticeHtml(const QString& text)
{
    return "<p class=\"problem\" role=\"alert\">" + escape(text) + "</p>\n";
}

http::Response page(const Visit& visit, int status, const PageParts& parts)
{
    const std::string code(visit.words->code());
    std::string html = "<!doctype html>\n<html lang=\"" + code +
                       "\">\n<head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, "
                       "initial-scale=1\"><meta name=\"color-scheme\" content=\"light dark\"><title>" +
                       escape(parts.title) + " · " + escape(visit.words->say("Frame", "Parterre tickets")) +
                       "</title><link rel=\"icon\" href=\"data:,\">";
    if (parts.ownStyle)
        html += "<style>" + ownStyle().text + "</style>";
    else
        html += "<link rel=\"stylesheet\" href=\"" + assetHref("style.css") + "\">";
    html += parts.head + "</head>\n<body>" + headerHtml(visit) + "<main id=\"content\"" + parts.mainAttributes + ">\n";
    html += parts.body;
    html += "\n</main></body></html>\n";
    http::Response response = http::htmlResponse(status, QByteArray::fromStdString(html));
    addHeaders(response, visit, parts.ownStyle);
    return response;
}

http::Response problemPage(const Visit& visit, const Error& error, const std::string& backHref, const QString& backText)
{
    const QString title = visit.words->say("Problem", "That did not work");
    http::Response response =
        page(visit, httpStatus(error.code),
             {title,
              "<h1>" + escape(title) + "</h1>\n" + noticeHtml(problemText(*visit.words, error)) +
                  "<p><a class=\"button\" href=\"" + escape(backHref) + "\">" + escape(backText) + "</a></p>",
              {},
              {}});
    if (response.status == 429 || response.status == 503)
        response.addHeader("Retry-After", "5");
    return response;
}

http::Response problemPage(const Visit& visit, const Error& error)
{
    return problemPage(visit, error, "/", visit.words->say("Problem", "To the list of events"));
}

http::Response seeOther(const std::string& href)
{
    http::Response response = http::redirectResponse(QByteArray::fromStdString(href));
    response.addHeader("Cache-Control", "no-store");
    return response;
}

} // namespace parterre::web

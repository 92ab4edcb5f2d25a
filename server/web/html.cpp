// Our own scripts, no third party: the policy forbids what the pages do not use.
#include "server/web/html.h"

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

namespace parterre::web {
namespace {

using namespace Qt::StringLiterals;

constexpr std::string_view policy = "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; "
                                    "img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

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

std::string moneyText(Money amount)
{
    const std::string code(amount.currency.text());
    const std::int64_t minor = amount.minor < 0 ? -amount.minor : amount.minor;
    char digits[40];
    std::snprintf(digits, sizeof digits, "%s%lld.%02lld", amount.minor < 0 ? "-" : "",
                  static_cast<long long>(minor / 100), static_cast<long long>(minor % 100));
    return (code == "EUR" ? "€" : code + ' ') + digits;
}

std::string whenText(Instant at, const std::string& timeZone)
{
    const QTimeZone zone(QByteArray::fromStdString(timeZone));
    const QDateTime when = QDateTime::fromMSecsSinceEpoch(at.ms, zone.isValid() ? zone : QTimeZone::utc());
    return QLocale(QLocale::English).toString(when, u"dddd d MMMM yyyy, HH:mm"_s).toStdString() + " (" +
           escape(zone.isValid() ? timeZone : "UTC") + ")";
}

std::string minutesText(Milliseconds left)
{
    const auto minutes = std::max<std::int64_t>(0, left.count() / 60'000);
    return minutes == 1 ? "1 minute" : std::to_string(minutes) + " minutes";
}

http::Response page(int status, std::string_view title, const std::string& body)
{
    std::string html = "<!doctype html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\"><meta name=\"viewport\" "
                       "content=\"width=device-width, initial-scale=1\">"
                       "<title>";
    html += escape(title);
    html += "</title><link rel=\"stylesheet\" href=\"/style.css\"></head>\n<body><header><a href=\"/\">Parterre "
            "tickets</a></header>\n<main>\n";
    html += body;
    html += "\n</main></body></html>\n";
    http::Response response = http::htmlResponse(status, QByteArray::fromStdString(html));
    response.addHeader("Content-Security-Policy", policy);
    response.addHeader("X-Content-Type-Options", "nosniff");
    // Not "no-referrer": browsers then send forms with "Origin: null", which formOf() refuses.
    response.addHeader("Referrer-Policy", "same-origin");
    response.addHeader("Cache-Control", "no-store");
    return response;
}

http::Response problemPage(const Error& error, const std::string& backHref, const std::string& backText)
{
    std::string body = "<h1>That did not work</h1>\n<p class=\"problem\">";
    body += escape(http::errorSentence(error.code));
    if (!error.detail.empty())
        body += " <span>(" + escape(error.detail) + ")</span>";
    body += "</p>\n<p><a class=\"button\" href=\"" + escape(backHref) + "\">" + escape(backText) + "</a></p>";
    return page(httpStatus(error.code), "That did not work", body);
}

} // namespace parterre::web

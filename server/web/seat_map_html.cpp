// Addresses and prices as data attributes; the scripts of resources/web do the rest.
#include "server/web/seat_map_html.h"

#include "server/web/html.h"
#include "server/web/locale_text.h"
#include "server/web/static_files.h"
#include "sync/base/currency_text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace parterre::web {
namespace {

using namespace Qt::StringLiterals;

QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

// {"money": {"digits", "symbol"}, "types": […], "areas": [{"name", "prices": [minor units or null, …]}, …]} in the
// order of the plan.
std::string pricesJson(const EventMirror& mirror)
{
    const EventTerms& terms = mirror.state().terms();
    QJsonArray types;
    for (const auto& type : terms.priceTypes)
        types.append(text(type));
    QJsonArray areas;
    for (std::uint16_t a = 0; a < mirror.plan().priceAreas().size(); ++a) {
        QJsonArray prices;
        for (std::uint16_t t = 0; t < terms.priceTypes.size(); ++t) {
            const auto price = priceOf(terms, PriceAreaIndex{a}, PriceTypeIndex{t});
            prices.append(price.ok() ? QJsonValue(static_cast<qint64>(price->minor)) : QJsonValue());
        }
        areas.append(QJsonObject{{u"name"_s, text(mirror.plan().priceAreas()[a].name)}, {u"prices"_s, prices}});
    }
    const QJsonObject money{{u"digits"_s, minorDigits(terms.currency)}, {u"symbol"_s, symbolOf(terms.currency)}};
    const QJsonObject all{{u"money"_s, money}, {u"types"_s, types}, {u"areas"_s, areas}};
    return QJsonDocument(all).toJson(QJsonDocument::Compact).toStdString();
}

} // namespace

std::string seatMapHtml(const EventMirror& mirror, const std::string& lang)
{
    const EventTerms& terms = mirror.state().terms();
    if (!terms.onSale || mirror.plan().seatCount() == 0)
        return {};
    const std::string id = mirror.event().toString();
    const std::string api = "/api/v1/events/" + id;
    const auto data = [](std::string_view name, const std::string& value) {
        return " data-" + std::string(name) + "=\"" + escape(value) + '"';
    };
    return "<link rel=\"stylesheet\" href=\"" + assetHref("seat_map.css") +
           "\">\n<div id=\"seat-map\" class=\"seat-map\" hidden lang=\"" + escape(lang) + '"' + data("event", id) +
           data("plan", api + "/plan") + data("seats", api + "/seats") + data("stream", api + "/seats/stream") +
           data("page", "/events/" + id + "/seats") + data("max", std::to_string(terms.holds.maxUnitsPerFanHold)) +
           data("prices", pricesJson(mirror)) + "></div>\n" + scriptHtml("seat_map.js");
}

} // namespace parterre::web

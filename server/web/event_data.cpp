// Titles come from people: the characters that mean something to HTML are written as JSON escapes.
#include "server/web/event_data.h"

#include "server/web/locale_text.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace parterre::web {
namespace {

using namespace Qt::StringLiterals;

QString schema(const char* name)
{
    return u"https://schema.org/"_s + QLatin1String(name);
}

QString availabilityText(const EventMirror& mirror, PlaceCount house)
{
    switch (saleStateOf(mirror, house)) {
    case SaleState::NotOnSale:
        return schema("PreOrder");
    case SaleState::SoldOut:
        return schema("SoldOut");
    case SaleState::OnSale:
        return schema(supplyOf(house.free, house.all) == Supply::Many ? "InStock" : "LimitedAvailability");
    }
    PARTERRE_REQUIRE(false);
}

} // namespace

std::string eventDataHtml(const EventMirror& mirror, PlaceCount house)
{
    const EventTerms& terms = mirror.state().terms();
    const QString venue = QString::fromStdString(terms.venue);
    QJsonObject event{
        {u"@context"_s, u"https://schema.org"_s},
        {u"@type"_s, u"Event"_s},
        {u"name"_s, QString::fromStdString(terms.title)},
        {u"startDate"_s, isoText(terms.startsAt, terms.timeZone)},
        {u"eventStatus"_s, schema("EventScheduled")},
        {u"eventAttendanceMode"_s, schema("OfflineEventAttendanceMode")},
        {u"location"_s, QJsonObject{{u"@type"_s, u"Place"_s}, {u"name"_s, venue}, {u"address"_s, venue}}}};
    if (const auto range = priceRangeOf(terms)) {
        const std::string_view currency = terms.currency.text();
        event[u"offers"_s] = QJsonObject{
            {u"@type"_s, u"AggregateOffer"_s},
            {u"lowPrice"_s, amountText(range->lowest)},
            {u"highPrice"_s, amountText(range->highest)},
            {u"priceCurrency"_s, QString::fromLatin1(currency.data(), static_cast<qsizetype>(currency.size()))},
            {u"availability"_s, availabilityText(mirror, house)}};
    }
    QByteArray json = QJsonDocument(event).toJson(QJsonDocument::Compact);
    json.replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026");
    return "<script type=\"application/ld+json\">" + json.toStdString() + "</script>";
}

} // namespace parterre::web

// Reads a venue file and the plans it names.
#include "server/daemon/demo_venue.h"

#include "sync/wire/json_fields.h"
#include "sync/wire/pretix_plan.h"
#include "sync/wire/signing.h"
#include "sync/wire/snapshot.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTimeZone>

namespace parterre {
namespace {

using namespace Qt::StringLiterals;

constexpr std::int64_t maxPriceMinor = 1'000'000'000; // of checkTerms()

// The same venue twice has the same events, so making the demo data again changes nothing.
EventId eventIdOf(const EventTerms& terms)
{
    const std::string name =
        terms.venue + '\n' + terms.title + '\n' + terms.plan.toString() + '\n' + std::to_string(terms.startsAt.ms);
    return EventId{blake2b128(name.data(), name.size())};
}

Instant startOf(Instant now, std::int64_t days, const std::string& clockTime, const std::string& zone)
{
    const QTimeZone timeZone(QByteArray::fromStdString(zone));
    const QDate day = QDateTime::fromMSecsSinceEpoch(now.ms, timeZone).date().addDays(days);
    return {
        QDateTime(day, QTime::fromString(QString::fromStdString(clockTime), u"HH:mm"_s), timeZone).toMSecsSinceEpoch()};
}

Result<SeatPlanParts> readPlan(const QString& path)
{
    auto import = importPretixFile(path);
    if (!import.parts)
        return Error{ErrorCode::Malformed, path.toStdString() + '\n' + import.report.text()};
    return std::move(*import.parts);
}

// Either days from today at a time of day, or seconds from now (a show that runs already has negative ones).
Instant readStart(JsonFields& fields, const std::string& zone, Instant now)
{
    constexpr std::int64_t aDay = 86'400;
    if (const auto seconds = fields.optionalInteger("starts_in_seconds", -aDay, 3650 * aDay))
        return now + std::chrono::seconds(*seconds);
    return startOf(now, fields.integer("starts_in_days", 0, 3650), fields.text("starts_at"), zone);
}

HoldRules readHolds(JsonFields& fields)
{
    HoldRules holds;
    if (!fields.has("holds"))
        return holds;
    auto rules = fields.object("holds");
    const auto time = [&rules](const char* name, Milliseconds otherwise) {
        const auto seconds = rules.optionalInteger(name, 0, 86'400);
        return seconds ? std::chrono::seconds(*seconds) : otherwise;
    };
    holds.duration = time("seconds", holds.duration);
    holds.extension = time("extension_seconds", holds.extension);
    return holds;
}

Result<DemoEvent> readEvent(JsonFields& fields, const QDir& folder, const std::string& zone, Currency currency,
                            Instant now)
{
    auto plan = readPlan(folder.filePath(QString::fromStdString(fields.text("plan"))));
    if (!plan.ok())
        return plan.error();
    DemoEvent event{std::move(*plan), {}};
    auto& terms = event.terms;
    terms.plan = planIdOf(event.plan);
    terms.title = fields.text("title");
    terms.venue = fields.text("venue");
    terms.timeZone = zone;
    terms.currency = currency;
    terms.startsAt = readStart(fields, zone, now);
    terms.holds = readHolds(fields);
    terms.priceTypes = fields.texts("price_types", 20);
    terms.onSale = fields.booleanOr("on_sale", true);
    event.returnHours = fields.optionalInteger("returns_until_hours", 0, 10'000);
    auto prices = fields.object("prices");
    for (const auto& area : event.plan.priceAreas) {
        const auto amounts = prices.integers(area.name.c_str(), terms.priceTypes.size(), 0, maxPriceMinor);
        for (std::size_t i = 0; i < terms.priceTypes.size(); ++i)
            terms.prices.push_back(i < amounts.size() ? std::optional(amounts[i]) : std::nullopt);
    }
    terms.event = eventIdOf(terms);
    return event;
}

Result<Bytes> readText(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::NotFound, path.toStdString()};
    return file.readAll();
}

} // namespace

Result<DemoVenue> readDemoVenue(const QString& file, Instant now)
{
    const auto text = readText(file);
    if (!text.ok())
        return text.error();
    JsonBody body(*text);
    auto fields = body.fields();
    const std::string zone = fields.text("time_zone");
    const auto currency = Currency::fromText(fields.text("currency"));
    DemoVenue venue;
    for (auto& event : fields.objects("events", 100)) {
        auto read = readEvent(event, QFileInfo(file).dir(), zone, currency.value_or(Currency()), now);
        if (!read.ok())
            return read.error();
        venue.events.push_back(std::move(*read));
    }
    for (auto& user : fields.objects("staff", 100))
        venue.staff.push_back({user.text("name"), user.text("role"), user.text("password")});
    if (!body.ok())
        return body.error();
    return venue;
}

Result<DemoEvent> demoEventOn(const QString& planFile, Instant now)
{
    auto plan = readPlan(planFile);
    if (!plan.ok())
        return plan.error();
    DemoEvent event{std::move(*plan), {}};
    auto& terms = event.terms;
    terms.plan = planIdOf(event.plan);
    terms.title =
        "An evening at " + (event.plan.name.empty() ? QFileInfo(planFile).baseName().toStdString() : event.plan.name);
    terms.venue = event.plan.name;
    terms.startsAt = startOf(now, 7, "20:00", terms.timeZone);
    terms.priceTypes = {"Normal", "Reduced"};
    std::int64_t price = 6'000;
    for (std::size_t i = 0; i < event.plan.priceAreas.size(); ++i) {
        terms.prices.push_back(price);
        terms.prices.push_back(price * 4 / 5);
        price = std::max<std::int64_t>(1'000, price - 800);
    }
    terms.event = eventIdOf(terms);
    return event;
}

} // namespace parterre

// Strict reading: a list somebody signs for must be the list the centre has.
#include "sync/link/admin_answers.h"

#include "sync/wire/api_json.h"

#include <QJsonArray>

#include <charconv>

namespace parterre {
namespace {

using namespace Qt::StringLiterals;

constexpr std::size_t maxRows = 10'000;

std::optional<Instant> optionalInstant(JsonFields& fields, const char* name)
{
    if (!fields.has(name))
        return std::nullopt;
    const auto instant = instantFromRfc3339(fields.text(name));
    if (!instant)
        fields.fail(name, "RFC 3339 time");
    return instant;
}

Instant instantOf(JsonFields& fields, const char* name)
{
    if (!fields.has(name))
        fields.fail(name, "RFC 3339 time");
    return optionalInstant(fields, name).value_or(Instant{});
}

template <typename Id>
Id idOf(JsonFields& fields, const char* name)
{
    const std::optional<Id> id = Id::fromString(fields.text(name));
    if (!id)
        fields.fail(name, "32 hexadecimal digits");
    return id.value_or(Id{});
}

// 64 bits do not fit a JSON number: they are text.
std::uint64_t numberOf(JsonFields& fields, const char* name)
{
    const std::string text = fields.text(name);
    std::uint64_t number = 0;
    const auto parsed = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || parsed.ec != std::errc() || parsed.ptr != text.data() + text.size())
        fields.fail(name, "whole number as text");
    return number;
}

template <typename Value, std::size_t n>
Value namedValue(JsonFields& fields, const char* name, const std::pair<const char*, Value> (&known)[n])
{
    const std::string text = fields.text(name);
    for (const auto& [spelt, value] : known)
        if (text == spelt)
            return value;
    fields.fail(name, "a word this program knows");
    return known[0].second;
}

CasePhase phaseOf(JsonFields& fields)
{
    static constexpr std::pair<const char*, CasePhase> known[] = {
        {"contest", CasePhase::Contest},      {"open", CasePhase::Open},       {"offered", CasePhase::Offered},
        {"refund_due", CasePhase::RefundDue}, {"at_door", CasePhase::AtDoor},  {"won", CasePhase::Won},
        {"exchanged", CasePhase::Exchanged},  {"granted", CasePhase::Granted}, {"refunded", CasePhase::Refunded},
        {"closed", CasePhase::Closed}};
    return namedValue(fields, "phase", known);
}

Wish wishOf(JsonFields& fields)
{
    static constexpr std::pair<const char*, Wish> known[] = {
        {"ask", Wish::Ask}, {"auto", Wish::Auto}, {"refund", Wish::Refund}};
    return namedValue(fields, "wish", known);
}

AlarmKind alarmKindOf(JsonFields& fields)
{
    static constexpr std::pair<const char*, AlarmKind> known[] = {{"fork", AlarmKind::Fork},
                                                                  {"op_not_understood", AlarmKind::OpNotUnderstood},
                                                                  {"suspect", AlarmKind::Suspect},
                                                                  {"impossible_sale", AlarmKind::ImpossibleSale},
                                                                  {"lost_history", AlarmKind::LostHistory}};
    return namedValue(fields, "kind", known);
}

AdminPlaces placesOf(JsonFields fields)
{
    AdminPlaces places;
    if (fields.has("seats"))
        places.seats = fields.texts("seats", maxNamedSeats);
    if (fields.has("standing"))
        for (JsonFields& area : fields.objects("standing", maxRows))
            places.standing.push_back(
                {area.text("area"), static_cast<std::uint32_t>(area.integer("count", 0, UINT32_MAX))});
    return places;
}

AdminCounter counterOf(JsonFields& fields)
{
    return {idOf<DeviceId>(fields, "device"), fields.optionalText("name").value_or(std::string())};
}

AdminAllotment allotmentOf(JsonFields& fields)
{
    static constexpr std::pair<const char*, AllotmentPhase> phases[] = {{"active", AllotmentPhase::Active},
                                                                        {"limbo", AllotmentPhase::Limbo}};
    AdminAllotment allotment;
    allotment.fence = Fence{numberOf(fields, "fence")};
    allotment.counter = counterOf(fields);
    allotment.phase = namedValue(fields, "phase", phases);
    allotment.reachable = fields.boolean("reachable");
    allotment.grantedAt = instantOf(fields, "granted_at");
    allotment.endsAt = instantOf(fields, "ends_at");
    allotment.writeOffFrom = instantOf(fields, "write_off_from");
    allotment.lastContact = optionalInstant(fields, "last_contact");
    allotment.places = placesOf(fields.object("places"));
    for (JsonFields& area : fields.objects("areas", maxRows))
        allotment.areas.push_back(
            {area.text("area"), static_cast<std::uint32_t>(area.integer("units", 0, UINT32_MAX))});
    return allotment;
}

AdminWriteOff writeOffOf(JsonFields& fields)
{
    AdminWriteOff signedOff;
    signedOff.fence = Fence{numberOf(fields, "fence")};
    signedOff.counter = counterOf(fields);
    signedOff.by = fields.text("by");
    signedOff.reason = fields.text("reason");
    signedOff.at = instantOf(fields, "at");
    signedOff.places = placesOf(fields.object("places"));
    return signedOff;
}

AdminCase caseOf(JsonFields& fields)
{
    AdminCase of;
    of.id = idOf<CaseId>(fields, "case");
    of.code = fields.text("code");
    of.phase = phaseOf(fields);
    of.wish = wishOf(fields);
    of.provisional = fields.boolean("provisional");
    of.lost = placesOf(fields.object("lost"));
    for (JsonFields& offer : fields.objects("offers", Case::maxOffers))
        of.offers.push_back(placesOf(offer));
    of.until = optionalInstant(fields, "until");
    of.refund = moneyFromJson(fields.object("refund"));
    of.by = fields.text("by");
    of.note = fields.text("note");
    JsonFields buyer = fields.object("buyer");
    of.buyer = {buyer.text("name"), buyer.text("email"), buyer.text("phone")};
    return of;
}

AdminAlarm alarmOf(JsonFields& fields)
{
    AdminAlarm alarm;
    alarm.seq = numberOf(fields, "seq");
    alarm.kind = alarmKindOf(fields);
    alarm.counter = counterOf(fields);
    alarm.detail = fields.text("detail");
    alarm.at = instantOf(fields, "at");
    return alarm;
}

} // namespace

Result<AdminOverview> parseOverview(const Result<Bytes>& body)
{
    if (!body)
        return body.error();
    JsonBody json(*body);
    JsonFields fields = json.fields();
    AdminOverview overview;
    overview.frozen = fields.boolean("frozen");
    overview.logGen = static_cast<std::uint32_t>(fields.integer("log_gen", 0, UINT32_MAX));
    for (JsonFields& row : fields.objects("awaited", maxRows))
        overview.awaited.push_back(counterOf(row));
    for (JsonFields& row : fields.objects("allotments", maxRows))
        overview.allotments.push_back(allotmentOf(row));
    for (JsonFields& row : fields.objects("write_offs", maxRows))
        overview.writeOffs.push_back(writeOffOf(row));
    for (JsonFields& row : fields.objects("cases", maxRows))
        overview.cases.push_back(caseOf(row));
    for (JsonFields& row : fields.objects("alarms", maxRows))
        overview.alarms.push_back(alarmOf(row));
    if (!json.ok())
        return Error{ErrorCode::Internal, "the centre's answer: " + json.error().detail};
    return overview;
}

QJsonObject writeOffJson(const AdminWriteOffRequest& request)
{
    QJsonArray seats;
    for (const std::string& label : request.places.seats)
        seats.append(QString::fromStdString(label));
    QJsonArray standing;
    for (const AdminPlaces::Units& area : request.places.standing)
        standing.append(
            QJsonObject{{u"area"_s, QString::fromStdString(area.area)}, {u"count"_s, static_cast<qint64>(area.count)}});
    QJsonObject json{{u"reason"_s, QString::fromStdString(request.reason)},
                     {u"seats"_s, seats},
                     {u"device_lost"_s, request.deviceLost}};
    if (!standing.isEmpty())
        json[u"standing"_s] = standing;
    return json;
}

QJsonObject caseStepJson(const AdminCaseStep& step)
{
    using Kind = AdminCaseStep::Kind;
    switch (step.kind) {
    case Kind::Accept:
        return {{u"choice"_s, static_cast<qint64>(step.choice)}};
    case Kind::Grant:
        return {{u"reason"_s, QString::fromStdString(step.reason)}};
    case Kind::Door:
        return {{u"settled"_s, step.settled}, {u"note"_s, QString::fromStdString(step.note)}};
    case Kind::Offer:
    case Kind::Decline:
    case Kind::Refund:
        return {};
    }
    PARTERRE_REQUIRE(false);
}

QString caseStepName(AdminCaseStep::Kind kind)
{
    using Kind = AdminCaseStep::Kind;
    switch (kind) {
    case Kind::Offer:
        return u"offer"_s;
    case Kind::Accept:
        return u"accept"_s;
    case Kind::Decline:
        return u"decline"_s;
    case Kind::Grant:
        return u"grant"_s;
    case Kind::Refund:
        return u"refund"_s;
    case Kind::Door:
        return u"door"_s;
    }
    PARTERRE_REQUIRE(false);
}

} // namespace parterre

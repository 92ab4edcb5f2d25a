// Strict reading of the few JSON answers a counter gets.
#include "sync/link/http_answers.h"

#include "sync/wire/api_json.h"

#include <QJsonDocument>

namespace parterre {
namespace {

constexpr std::size_t maxEvents = 10'000;

Instant instantOf(JsonFields& fields, const char* name)
{
    const std::optional<Instant> instant = instantFromRfc3339(fields.text(name));
    if (!instant)
        fields.fail(name, "RFC 3339 time");
    return instant.value_or(Instant{});
}

template <typename Value>
Result<Value> checked(const JsonBody& json, Value value)
{
    if (!json.ok())
        return Error{ErrorCode::Internal, "the centre's answer: " + json.error().detail};
    return value;
}

} // namespace

Result<Bytes> bodyOf(const Result<HttpAnswer>& answer)
{
    if (!answer)
        return answer.error();
    if (answer->status >= 200 && answer->status < 300)
        return answer->body;
    Error error = errorFromJson(QJsonDocument::fromJson(answer->body).object());
    if (error.code != ErrorCode::Internal)
        return error;
    const std::string status = "HTTP status " + std::to_string(answer->status);
    if (answer->status >= 502 && answer->status <= 504)
        return Error{ErrorCode::Unavailable, status};
    return Error{answer->status == 401 ? ErrorCode::Unauthenticated : ErrorCode::Internal, status};
}

Result<Session> parseSession(const Result<Bytes>& body)
{
    if (!body)
        return body.error();
    JsonBody json(*body);
    JsonFields fields = json.fields();
    Session session;
    session.token = Bytes::fromStdString(fields.text("token"));
    session.signedIn.role = fields.text("role");
    session.signedIn.expiresAt = instantOf(fields, "expires_at");
    return checked(json, std::move(session));
}

Result<EnrolledDevice> parseEnrolled(const Result<Bytes>& body)
{
    if (!body)
        return body.error();
    JsonBody json(*body);
    JsonFields fields = json.fields();
    EnrolledDevice enrolled;
    const std::optional<DeviceId> device = DeviceId::fromString(fields.text("device"));
    if (!device || device->isNull())
        fields.fail("device", "32 hexadecimal digits");
    enrolled.device = device.value_or(DeviceId{});
    enrolled.installGen = static_cast<std::uint32_t>(fields.integer("install_gen", 1, UINT32_MAX));
    const std::optional<Bytes> key = fromBase64Url(Bytes::fromStdString(fields.text("server_public_key")));
    if (key && key->size() == static_cast<qsizetype>(enrolled.serverKey.size()))
        std::copy(key->begin(), key->end(), enrolled.serverKey.begin());
    else
        fields.fail("server_public_key", "32 bytes in base64url");
    return checked(json, enrolled);
}

Result<std::vector<EventSummary>> parseEvents(const Result<Bytes>& body)
{
    if (!body)
        return body.error();
    JsonBody json(*body);
    std::vector<EventSummary> events;
    JsonFields all = json.fields();
    for (JsonFields& fields : all.objects("events", maxEvents)) {
        EventSummary event;
        const std::optional<EventId> id = EventId::fromString(fields.text("id"));
        if (!id)
            fields.fail("id", "32 hexadecimal digits");
        event.event = id.value_or(EventId{});
        event.title = fields.text("title");
        event.venue = fields.text("venue");
        event.startsAt = instantOf(fields, "starts_at");
        event.timeZone = fields.optionalText("time_zone").value_or("Europe/Berlin");
        events.push_back(std::move(event));
    }
    return checked(json, std::move(events));
}

} // namespace parterre

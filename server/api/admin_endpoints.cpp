// Parse, one command, audit, encode.
#include "server/api/admin_endpoints.h"

#include "server/api/admin_json.h"
#include "server/api/answers.h"
#include "server/api/callers.h"
#include "sync/wire/api_json.h"
#include "sync/wire/json_fields.h"

#include <charconv>

namespace parterre {
namespace {

using http::Request;
using http::Responder;

constexpr std::size_t maxNote = 1'000;

Result<std::uint64_t> numberOf(const Request& request, const char* name)
{
    const std::string_view text = request.param(name);
    std::uint64_t number = 0;
    const auto parsed = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || parsed.ec != std::errc() || parsed.ptr != text.data() + text.size())
        return Error{ErrorCode::NotFound, name};
    return number;
}

// The command behind the last word of /cases/{case}/{step}.
std::optional<Command> caseCommand(std::string_view step, CaseId id, JsonFields& fields, const std::string& by)
{
    if (step == "offer")
        return MakeOffer{id, by};
    if (step == "accept") {
        const auto choice = fields.optionalInteger("choice", 0, static_cast<std::int64_t>(Case::maxOffers) - 1);
        return AnswerOffer{id, static_cast<std::uint32_t>(choice.value_or(0)), by};
    }
    if (step == "decline")
        return AnswerOffer{id, std::nullopt, by};
    if (step == "grant")
        return GrantCase{id, by, fields.text("reason", maxNote)};
    if (step == "refund")
        return RecordRefund{id, by};
    if (step == "door")
        return SettleAtDoor{id, fields.booleanOr("settled", false), by,
                            fields.optionalText("note", maxNote).value_or(std::string())};
    return std::nullopt;
}

} // namespace

void AdminEndpoints::addTo(http::Router& router)
{
    using http::Method;
    const auto to = [this](void (AdminEndpoints::*member)(const Request&, const Responder&)) {
        return
            [this, member](const Request& request, const Responder& responder) { (this->*member)(request, responder); };
    };
    router.add(Method::Get, "/api/v1/admin/events/{event}/overview", to(&AdminEndpoints::overview));
    router.add(Method::Post, "/api/v1/admin/events/{event}/allotments/{fence}/write-off", to(&AdminEndpoints::writeOff));
    router.add(Method::Post, "/api/v1/admin/events/{event}/alarms/{seq}/settle", to(&AdminEndpoints::settleAlarm));
    router.add(Method::Post, "/api/v1/admin/events/{event}/devices/{device}/give-up", to(&AdminEndpoints::giveUp));
    router.add(Method::Post, "/api/v1/admin/events/{event}/cases/{case}/{step}", to(&AdminEndpoints::moveCase));
    router.add(Method::Post, "/api/v1/admin/counters/{device}/revoke", to(&AdminEndpoints::revoke));
}

Result<AdminEndpoints::Asked> AdminEndpoints::asked(const Request& request, Permission needed) const
{
    auto staff = staffOf(m_context, request, needed);
    if (!staff.ok())
        return staff.error();
    const auto mirror = eventOf(m_context, request);
    if (!mirror.ok())
        return mirror.error();
    return Asked{std::move(*staff), *mirror};
}

void AdminEndpoints::overview(const Request& request, const Responder& responder)
{
    const auto who = asked(request, Permission::ViewOrders);
    if (!who.ok())
        return responder.send(http::errorResponse(who.error()));
    const auto devices = m_context.accounts.devices();
    if (!devices.ok())
        return responder.send(http::errorResponse(devices.error()));
    responder.send(jsonAnswer(200, overviewJson(*who->mirror, *devices, m_presence)));
}

void AdminEndpoints::writeOff(const Request& request, const Responder& responder)
{
    const auto who = asked(request, Permission::WriteOff);
    const auto fence = numberOf(request, "fence");
    JsonBody body(request.body);
    auto fields = body.fields();
    const std::string reason = fields.text("reason", maxNote);
    const bool lost = fields.booleanOr("device_lost", false);
    const auto places = who.ok() ? placesFromJson(body, who->mirror->plan()) : Result<Places>(Places{});
    for (const Error* error :
         {who.ok() ? nullptr : &who.error(), fence.ok() ? nullptr : &fence.error(),
          body.ok() ? nullptr : &body.error(), places.ok() ? nullptr : &places.error()})
        if (error)
            return responder.send(http::errorResponse(*error));
    const Allotment* allotment = who->mirror->state().allotment(Fence{*fence});
    if (lost && allotment) {
        const auto device = m_context.accounts.device(allotment->device);
        if (!device.ok() || !*device || !(*device)->revoked)
            return responder.send(
                http::errorResponse({ErrorCode::AllotmentForeign, "revoke the counter's key before you call it lost"}));
    }
    act(*who, WriteOffAllotment{Fence{*fence}, *places, who->staff.name, reason, lost}, "write_off",
        "allotment " + std::to_string(*fence), reason, responder);
}

void AdminEndpoints::settleAlarm(const Request& request, const Responder& responder)
{
    const auto who = asked(request, Permission::WriteOff);
    const auto seq = numberOf(request, "seq");
    JsonBody body(request.body);
    auto fields = body.fields();
    const std::string note = fields.text("note", maxNote);
    for (const Error* error : {who.ok() ? nullptr : &who.error(), seq.ok() ? nullptr : &seq.error(),
                               body.ok() ? nullptr : &body.error()})
        if (error)
            return responder.send(http::errorResponse(*error));
    act(*who, SettleAlarm{*seq, who->staff.name, note}, "settle_alarm", "alarm " + std::to_string(*seq), note,
        responder);
}

void AdminEndpoints::giveUp(const Request& request, const Responder& responder)
{
    const auto who = asked(request, Permission::ManageEvents);
    const auto device = DeviceId::fromString(request.param("device"));
    JsonBody body(request.body);
    auto fields = body.fields();
    const std::string reason = fields.text("reason", maxNote);
    if (!who.ok())
        return responder.send(http::errorResponse(who.error()));
    if (!device)
        return responder.send(http::errorResponse({ErrorCode::NotFound, "device"}));
    if (!body.ok())
        return responder.send(http::errorResponse(body.error()));
    act(*who, GiveUpDevice{*device, who->staff.name, reason}, "give_up_counter", device->toString(), reason, responder);
}

void AdminEndpoints::moveCase(const Request& request, const Responder& responder)
{
    const std::string_view step = request.param("step");
    const auto who = asked(request, step == "grant" ? Permission::WriteOff : Permission::Sell);
    const auto id = CaseId::fromString(request.param("case"));
    if (!who.ok())
        return responder.send(http::errorResponse(who.error()));
    JsonBody body(request.body);
    auto fields = body.fields();
    auto command = id ? caseCommand(step, *id, fields, who->staff.name) : std::nullopt;
    if (!command)
        return responder.send(http::errorResponse({ErrorCode::NotFound, "case"}));
    if (!body.ok())
        return responder.send(http::errorResponse(body.error()));
    const std::string reason = fields.optionalText("reason", maxNote).value_or(std::string());
    act(*who, std::move(*command), "case_" + std::string(step), "case " + id->toString(), reason, responder);
}

// A lost or stolen counter: its key is worth nothing from now on, and nobody sells what it holds until that is settled.
void AdminEndpoints::revoke(const Request& request, const Responder& responder)
{
    const auto staff = staffOf(m_context, request, Permission::ManageDevices);
    if (!staff.ok())
        return responder.send(http::errorResponse(staff.error()));
    const auto id = DeviceId::fromString(request.param("device"));
    auto device = id ? m_context.accounts.device(*id) : Result<std::optional<CounterDevice>>(std::nullopt);
    JsonBody body(request.body);
    auto fields = body.fields();
    const std::string reason = fields.text("reason", maxNote);
    if (!device.ok())
        return responder.send(http::errorResponse(device.error()));
    if (!*device)
        return responder.send(http::errorResponse({ErrorCode::NotFound, "device"}));
    if (!body.ok())
        return responder.send(http::errorResponse(body.error()));
    (*device)->revoked = true;
    auto stored = m_context.accounts.putDevice(**device);
    if (stored.ok())
        stored = m_context.accounts.appendAudit(
            {m_context.clock.now(), staff->name, "revoke_counter", id->toString(), reason, {}, {}});
    if (!stored.ok())
        return responder.send(http::errorResponse(stored.error()));
    for (const EventMirror* mirror : m_context.mirrors.all()) {
        const Allotment* allotment = mirror->state().allotmentOf(*id);
        if (!allotment)
            continue;
        CommandRequest limbo{mirror->event(), MarkLimbo{allotment->fence, "its counter was revoked"},
                             randomId<CauseId>(m_context.random), {}};
        m_context.arbiter.submit(std::move(limbo), m_context.thread, [](Result<CommandDone>) {});
    }
    responder.send(jsonAnswer(200, {}));
}

void AdminEndpoints::act(const Asked& who, Command command, std::string action, std::string subject,
                         std::string reason, const Responder& responder)
{
    CommandRequest request{who.mirror->event(), std::move(command), randomId<CauseId>(m_context.random), {}};
    m_context.arbiter.submit(
        std::move(request), m_context.thread,
        [this, responder, actor = who.staff.name, action = std::move(action), subject = std::move(subject),
         reason = std::move(reason)](Result<CommandDone> done) {
            if (!done.ok())
                return responder.send(http::errorResponse(done.error()));
            const auto audited =
                m_context.accounts.appendAudit({m_context.clock.now(), actor, action, subject, reason, {}, {}});
            responder.send(audited.ok() ? jsonAnswer(200, {}) : http::errorResponse(audited.error()));
        });
}

} // namespace parterre

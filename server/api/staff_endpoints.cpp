// Parse, one call of guard, encode; every success is in the audit log.
#include "server/api/staff_endpoints.h"

#include "server/api/answers.h"
#include "server/api/callers.h"
#include "sync/wire/json_fields.h"

namespace parterre {
namespace {

using namespace Qt::StringLiterals;

QString text(const std::string& value)
{
    return QString::fromStdString(value);
}

std::optional<Bytes32> publicKeyOf(const std::string& encoded)
{
    const auto bytes = fromBase64Url(QByteArray::fromStdString(encoded));
    if (!bytes || bytes->size() != 32)
        return std::nullopt;
    Bytes32 key;
    std::copy_n(reinterpret_cast<const std::uint8_t*>(bytes->constData()), key.size(), key.begin());
    return key;
}

} // namespace

void StaffEndpoints::addTo(http::Router& router)
{
    using http::Method;
    const auto to = [this](void (StaffEndpoints::*member)(const http::Request&, const http::Responder&)) {
        return [this, member](const http::Request& request, const http::Responder& responder) {
            (this->*member)(request, responder);
        };
    };
    router.add(Method::Post, "/api/v1/staff/sessions", to(&StaffEndpoints::signIn));
    router.add(Method::Delete, "/api/v1/staff/sessions", to(&StaffEndpoints::signOut));
    router.add(Method::Post, "/api/v1/counters/enrol", to(&StaffEndpoints::enrol));
}

void StaffEndpoints::signIn(const http::Request& request, const http::Responder& responder)
{
    JsonBody body(request.body);
    auto fields = body.fields();
    const std::string name = fields.text("name", 64);
    std::string password = fields.text("password", 200);
    if (!body.ok())
        return responder.send(http::errorResponse(body.error()));
    const std::string address = request.peer.toString().toStdString();
    m_context.signIn.signIn(name, std::move(password), address, m_context.thread,
                            [this, responder, address](Result<IssuedStaffSession> issued) {
                                if (!issued.ok())
                                    return responder.send(http::errorResponse(issued.error()));
                                const auto audited = m_context.accounts.appendAudit(
                                    {m_context.clock.now(), issued->staff.name, "sign_in", address, {}, {}, {}});
                                if (!audited.ok())
                                    return responder.send(http::errorResponse(audited.error()));
                                responder.send(
                                    jsonAnswer(201, {{u"token"_s, text(issued->token)},
                                                     {u"name"_s, text(issued->staff.name)},
                                                     {u"role"_s, text(std::string(roleName(issued->staff.role)))},
                                                     {u"expires_at"_s, text(toRfc3339(issued->staff.expiresAt))}}));
                            });
}

void StaffEndpoints::signOut(const http::Request& request, const http::Responder& responder)
{
    const auto ended = m_context.staff.end(bearerToken(request));
    responder.send(ended.ok() ? http::Response{204, {}, {}, {}, false} : http::errorResponse(ended.error()));
}

void StaffEndpoints::enrol(const http::Request& request, const http::Responder& responder)
{
    JsonBody body(request.body);
    auto fields = body.fields();
    const std::string code = fields.text("code", 64);
    const std::string name = fields.text("name", 64);
    const std::string encoded = fields.text("public_key", 64);
    const auto key = publicKeyOf(encoded);
    if (body.ok() && !key)
        fields.fail("public_key", "32 bytes in base64url");
    const auto again = fields.optionalText("device", 32);
    const auto device = again ? DeviceId::fromString(*again) : std::nullopt;
    if (body.ok() && again && !device)
        fields.fail("device", "32 hexadecimal digits");
    const auto installGen = fields.optionalInteger("install_gen", 1, Enrolment::maxInstallGen);
    if (!body.ok())
        return responder.send(http::errorResponse(body.error()));
    std::optional<Enrolment::Again> before;
    if (device)
        before = {*device, static_cast<std::uint32_t>(installGen.value_or(1))};
    const auto enrolled = m_context.enrolment.enrol(code, name, *key, request.peer.toString().toStdString(), before);
    if (!enrolled.ok())
        return responder.send(http::errorResponse(enrolled.error()));
    const auto audited = m_context.accounts.appendAudit(
        {m_context.clock.now(), name, "enrol_counter", enrolled->id.toString(), {}, {}, name});
    if (!audited.ok())
        return responder.send(http::errorResponse(audited.error()));
    const auto& serverKey = m_context.serverKey.publicKey();
    responder.send(jsonAnswer(
        201, {{u"device"_s, text(enrolled->id.toString())},
              {u"name"_s, text(enrolled->name)},
              {u"install_gen"_s, static_cast<qint64>(enrolled->installGen)},
              {u"server_public_key"_s, QString::fromLatin1(toBase64Url(serverKey.data(), serverKey.size()))}}));
}

} // namespace parterre

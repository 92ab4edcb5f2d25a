// Addresses of the admin API.
#include "sync/link/http_admin_link.h"

#include "sync/link/admin_answers.h"

namespace parterre {
namespace {

using namespace Qt::StringLiterals;

QString toQt(const std::string& text)
{
    return QString::fromStdString(text);
}

QString eventPath(EventId event, const QString& rest)
{
    return u"/api/v1/admin/events/%1/%2"_s.arg(toQt(event.toString()), rest);
}

} // namespace

void HttpAdminLink::overview(EventId event, Completion<AdminOverview> done)
{
    m_link.adminGet(eventPath(event, u"overview"_s),
                    [done = std::move(done)](Result<Bytes> body) { done(parseOverview(body)); });
}

void HttpAdminLink::writeOff(EventId event, const AdminWriteOffRequest& request, Completion<void> done)
{
    post(eventPath(event, u"allotments/%1/write-off"_s.arg(request.fence.value)), writeOffJson(request),
         std::move(done));
}

void HttpAdminLink::settleAlarm(EventId event, std::uint64_t seq, std::string note, Completion<void> done)
{
    post(eventPath(event, u"alarms/%1/settle"_s.arg(seq)), {{u"note"_s, toQt(note)}}, std::move(done));
}

void HttpAdminLink::giveUp(EventId event, DeviceId device, std::string reason, Completion<void> done)
{
    post(eventPath(event, u"devices/%1/give-up"_s.arg(toQt(device.toString()))), {{u"reason"_s, toQt(reason)}},
         std::move(done));
}

void HttpAdminLink::moveCase(EventId event, CaseId id, const AdminCaseStep& step, Completion<void> done)
{
    post(eventPath(event, u"cases/%1/%2"_s.arg(toQt(id.toString()), caseStepName(step.kind))), caseStepJson(step),
         std::move(done));
}

void HttpAdminLink::revoke(DeviceId device, std::string reason, Completion<void> done)
{
    post(u"/api/v1/admin/counters/%1/revoke"_s.arg(toQt(device.toString())), {{u"reason"_s, toQt(reason)}},
         std::move(done));
}

void HttpAdminLink::post(const QString& path, const QJsonObject& body, Completion<void> done)
{
    m_link.adminPost(path, body, [done = std::move(done)](Result<Bytes> answer) {
        done(answer ? Result<void>() : Result<void>(answer.error()));
    });
}

} // namespace parterre

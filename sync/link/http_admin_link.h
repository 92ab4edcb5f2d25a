// HttpAdminLink: AdminLink over HTTP, with the session of the counter's own link.
#pragma once

#include "sync/counter/admin_link.h"
#include "sync/link/http_link.h"

namespace parterre {

class HttpAdminLink : public AdminLink
{
public:
    explicit HttpAdminLink(HttpLink& link) : m_link(link) {} // outlives this

    void overview(EventId event, Completion<AdminOverview> done) override;
    void writeOff(EventId event, const AdminWriteOffRequest& request, Completion<void> done) override;
    void settleAlarm(EventId event, std::uint64_t seq, std::string note, Completion<void> done) override;
    void giveUp(EventId event, DeviceId device, std::string reason, Completion<void> done) override;
    void moveCase(EventId event, CaseId id, const AdminCaseStep& step, Completion<void> done) override;
    void revoke(DeviceId device, std::string reason, Completion<void> done) override;

private:
    void post(const QString& path, const QJsonObject& body, Completion<void> done);
    HttpLink& m_link;
};

} // namespace parterre

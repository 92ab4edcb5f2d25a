// AdminEndpoints: what supervisors and managers see and decide about counters, cases and alarms (design 02, 04).
#pragma once

#include "server/api/counter_presence.h"
#include "server/http/router.h"

namespace parterre {

class AdminEndpoints
{
public:
    AdminEndpoints(ApiContext& context, const CounterPresence& presence) : m_context(context), m_presence(presence) {}
    void addTo(http::Router& router);

private:
    // Who asks about which event.
    struct Asked
    {
        StaffIdentity staff;
        const EventMirror* mirror = nullptr;
    };
    Result<Asked> asked(const http::Request& request, Permission needed) const;

    void overview(const http::Request& request, const http::Responder& responder);
    void writeOff(const http::Request& request, const http::Responder& responder);
    void settleAlarm(const http::Request& request, const http::Responder& responder);
    void giveUp(const http::Request& request, const http::Responder& responder);
    void moveCase(const http::Request& request, const http::Responder& responder);
    void revoke(const http::Request& request, const http::Responder& responder);

    // Carries the command out, writes the audit log, and answers {}.
    void act(const Asked& who, Command command, std::string action, std::string subject, std::string reason,
             const http::Responder& responder);

    ApiContext& m_context;
    const CounterPresence& m_presence;
};

} // namespace parterre

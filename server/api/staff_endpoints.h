// StaffEndpoints: sign-in and sign-out of staff, enrolment of counters.
#pragma once

#include "server/api/api_context.h"
#include "server/http/router.h"

namespace parterre {

class StaffEndpoints
{
public:
    explicit StaffEndpoints(ApiContext& context) : m_context(context) {}
    void addTo(http::Router& router);

private:
    void signIn(const http::Request& request, const http::Responder& responder);
    void signOut(const http::Request& request, const http::Responder& responder);
    void enrol(const http::Request& request, const http::Responder& responder);
    ApiContext& m_context;
};

} // namespace parterre

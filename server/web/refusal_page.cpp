// Overloaded by language; everything else is rare enough to be written each time.
#include "server/web/refusal_page.h"

#include "server/web/html.h"

namespace parterre::web {

http::Response RefusalPages::of(const Error& error, const http::Request& request)
{
    Visit visit = visitOf(request);
    if (error.code != ErrorCode::Overloaded)
        return problemPage(visit, error);
    const auto [at, fresh] = m_overloaded.try_emplace(visit.words->language());
    if (fresh) {
        visit.here = "/";
        visit.chose = false;
        at->second = problemPage(visit, error);
    }
    return at->second;
}

} // namespace parterre::web

// RefusalPages: what a browser shows when it is sent away before anything was looked at. The page of an overload is made
// once: it must cost less than what it refuses.
#pragma once

#include "server/http/request.h"
#include "server/http/response.h"
#include "server/web/words.h"

#include <map>

namespace parterre::web {

// One thread.
class RefusalPages
{
public:
    http::Response of(const Error& error, const http::Request& request);

private:
    std::map<Language, http::Response> m_overloaded;
};

} // namespace parterre::web

// Duty: what the handles of one request share: whom to answer, and whether that was done. Internal to server/http.
#pragma once

#include "server/http/connection.h"

namespace parterre::http {

struct Responder::Duty
{
    std::weak_ptr<Connection*> connection;
    bool headOnly = false;
    bool answered = false;

    Connection* peer() const
    {
        const auto alive = connection.lock();
        return alive ? *alive : nullptr;
    }
    ~Duty()
    {
        if (Connection* open = answered ? nullptr : peer())
            open->answer(errorResponse({ErrorCode::Internal, {}}), headOnly);
    }
};

} // namespace parterre::http

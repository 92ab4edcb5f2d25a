// Duty: what the handles of one request share: whom to answer, and whether that was done. Internal to server/http.
#pragma once

#include "server/http/connection.h"
#include "server/http/peer_gauge.h"

namespace parterre::http {

// Looked through on the thread of the connection only.
using WeakConnection = std::weak_ptr<Connection*>;

inline Connection* peerBehind(const WeakConnection& connection)
{
    const auto alive = connection.lock();
    return alive ? *alive : nullptr;
}

struct Responder::Duty
{
    WeakConnection connection;
    RelayPtr way;                     // to the connection's thread, for a handler on another; null: it is the same
    std::shared_ptr<PeerGauge> gauge; // with `way`
    bool headOnly = false;
    bool answered = false;

    void answer(const Response& response)
    {
        answered = true;
        const auto deliver = [to = connection, response, only = headOnly] {
            if (Connection* open = peerBehind(to))
                open->answer(response, only);
        };
        way ? way->post(deliver) : deliver();
    }
    ~Duty()
    {
        if (!answered)
            answer(errorResponse({ErrorCode::Internal, {}}));
    }
};

} // namespace parterre::http

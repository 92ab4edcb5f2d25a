// PreparedSeats: the availability of every seat of an event as the whole crowd asks for it, made once for each position
// of the log.
#pragma once

#include "server/api/api_context.h"
#include "server/http/prepared.h"

#include <unordered_map>

namespace parterre {

// {"log_id": …, "seq": … – the beginning of every answer about seats, without the closing brace.
QByteArray seatsHead(const EventMirror& mirror);

// Answering thread only.
class PreparedSeats
{
public:
    // When there is too much to do, an answer may be this old: it carries its position, from which a reader goes on.
    static constexpr Milliseconds staleUnderLoad{100};

    explicit PreparedSeats(ApiContext& context) : m_context(context) {}
    const http::Prepared& of(const EventMirror& mirror);

private:
    struct State
    {
        std::uint64_t seq = 0;
        Milliseconds madeAt{0}; // since boot
        http::Prepared prepared;
    };
    ApiContext& m_context;
    std::unordered_map<EventId, State> m_states;
};

} // namespace parterre

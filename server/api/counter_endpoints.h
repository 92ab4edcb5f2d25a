// CounterEndpoints: what enrolled counters call: push ops, pull the log (long poll), fetch a snapshot.
#pragma once

#include "server/api/counter_presence.h"
#include "server/http/router.h"

#include <list>
#include <set>

namespace parterre {

class CounterEndpoints
{
public:
    CounterEndpoints(ApiContext& context, CounterPresence& presence) : m_context(context), m_presence(presence) {}
    void addTo(http::Router& router);
    void advanced(const EventMirror& mirror); // answers the polls that waited for it
    void answerAllPolls();                    // as they stand; for a graceful stop

private:
    struct Poll
    {
        const EventMirror* mirror;
        std::uint64_t after;
        bool cbor;
        http::Responder responder;
        Scheduler::TimerId deadline;
    };

    void push(const http::Request& request, const http::Responder& responder);
    void pull(const http::Request& request, const http::Responder& responder);
    void snapshot(const http::Request& request, const http::Responder& responder);
    void noteCaller(const http::Request& request, const EventMirror& mirror, LogId logId, std::uint64_t after,
                    bool lostHistory);
    void alarmLostHistory(const EventMirror& mirror, const CounterDevice& device, std::uint64_t after);
    void answerPull(const EventMirror& mirror, std::uint64_t after, bool cbor, const http::Responder& responder);
    Result<Bytes> page(const EventMirror& mirror, std::uint64_t after) const;

    ApiContext& m_context;
    CounterPresence& m_presence;
    std::list<Poll> m_polls;
    std::set<std::pair<EventId, DeviceId>> m_lostHistory; // who has shown it, and was heard; enrolled counters only
};

} // namespace parterre

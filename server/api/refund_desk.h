// RefundDesk: what was paid on the web goes back the way it came, without anybody's doing: for void tickets, for cases
// whose money is due, for cheaper seats.
#pragma once

#include "server/api/log_follower.h"

namespace parterre {

// Money that an entry of the log makes due to somebody who paid on the web.
struct RefundDue
{
    OrderId order;
    std::int64_t minor = 0;     // more than zero
    std::optional<CaseId> from; // a case: to be told that it was done
};
// Nothing: the entry is about no such money. `state` is of that entry or later.
std::optional<RefundDue> refundDue(const EventState& state, const EntryBody& entry);

// Answering thread only.
class RefundDesk
{
public:
    explicit RefundDesk(ApiContext& context);
    Result<void> start() { return m_follower.start(); }
    void committed(const EventMirror& mirror, const CommittedEntries& entries);
    Result<void> savePositions() { return m_follower.savePositions(); }

private:
    void act(const EventMirror& mirror, const LogEntry& entry, Completion<void> done);
    void recordCase(EventId event, CaseId id, Completion<void> done);
    Result<void> leaveToPeople(const RefundDue& due, const Error& why);

    ApiContext& m_context;
    LogFollower m_follower;
};

} // namespace parterre

// RefundDesk: what was paid on the web goes back the way it came when its tickets are voided, without anybody's doing.
// Cases are of no concern here: only a counter's sale can become one, and its money is in a till.
#pragma once

#include "server/api/log_follower.h"

namespace parterre {

// Money that an entry of the log makes due to somebody who paid on the web.
struct RefundDue
{
    OrderId order;
    std::int64_t minor = 0; // more than zero
    std::string name = {};  // of this refund, the same whenever it is asked for
};
// Nothing: the entry is about no such money. `state` is of that entry or later.
std::optional<RefundDue> refundDue(const EventState& state, const EntryBody& entry);

// When the provider will not give money back: the audit log keeps it, and the server's log says it. `minor`: 0 for all
// that was paid. Storage when not even that can be written.
Result<void> leaveRefundToPeople(ApiContext& context, OrderId order, std::int64_t minor, const Error& why);

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

    ApiContext& m_context;
    LogFollower m_follower;
};

} // namespace parterre

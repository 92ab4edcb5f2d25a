// AdminLink: what supervisors and managers do at the centre, by the clerk who is signed in. Implemented by sync/link
// and by the tests.
#pragma once

#include "sync/base/result.h"
#include "sync/counter/admin_types.h"

namespace parterre {

// Answers and errors as those of Link; Forbidden names the permission that is missing.
class AdminLink
{
public:
    virtual ~AdminLink() = default;

    virtual void overview(EventId event, Completion<AdminOverview> done) = 0;
    virtual void writeOff(EventId event, const AdminWriteOffRequest& request, Completion<void> done) = 0;
    virtual void settleAlarm(EventId event, std::uint64_t seq, std::string note, Completion<void> done) = 0;
    virtual void giveUp(EventId event, DeviceId device, std::string reason, Completion<void> done) = 0;
    virtual void moveCase(EventId event, CaseId id, const AdminCaseStep& step, Completion<void> done) = 0;
    // A lost or stolen counter: its key is worth nothing from now on, at every event.
    virtual void revoke(DeviceId device, std::string reason, Completion<void> done) = 0;
};

} // namespace parterre

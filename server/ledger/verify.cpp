// Runs the checks of one event after the other; each check is a small function that adds its findings.
#include "server/ledger/verify.h"
#include "server/ledger/verify_event.h"

namespace parterre {

Result<VerifyReport> verifyLedger(Ledger& ledger, OrderQueries* orders)
{
    VerifyReport report;
    const Result<std::vector<EventRecord>> events = ledger.events();
    if (!events)
        return events.error();
    for (const EventRecord& event : *events) {
        ++report.events;
        VerifyEvent check(ledger, orders, event, report);
        if (Result<void> ran = check.run(); !ran)
            return ran.error();
    }
    return report;
}

} // namespace parterre

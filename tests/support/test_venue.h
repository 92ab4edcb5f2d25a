// writeTestVenue(): a data folder with small events made to measure and two members of staff, ready to be served.
#pragma once

#include "server/arbiter/arbiter.h"
#include "server/guard/password_hash.h"
#include "server/ledger/sql/sql_account_store.h"
#include "server/ledger/sql/sql_ledger.h"
#include "sync/link/qt_clock.h"
#include "sync/wire/signing.h"
#include "sync/wire/snapshot.h"
#include "tests/support/sample_events.h"

#include <QEventLoop>

namespace parterre::testing {

// Staff: anna (seller) and clara (supervisor), both with this password.
inline constexpr auto staffPassword = "a test password";

struct VenueEvent
{
    std::uint64_t number = 1; // its id is idOf<EventId>(number)
    SeatPlanPtr plan = samplePlan();
    std::string title = "A Sample Night";
    HoldRules holds;
    bool onSale = true;

    EventTerms terms() const
    {
        EventTerms terms = sampleTerms(*plan);
        terms.event = idOf<EventId>(number);
        terms.plan = planIdOf(plan->parts());
        terms.title = title;
        terms.holds = holds;
        terms.onSale = onSale;
        return terms;
    }
};

// Precondition: no server runs on the folder, and a QCoreApplication exists.
inline Result<void> writeTestVenue(const QString& data, const std::vector<VenueEvent>& events)
{
    auto accounts = SqlAccountStore::open(data);
    if (!accounts.ok())
        return accounts.error();
    const auto hash = hashPassword(staffPassword);
    if (!hash.ok())
        return hash.error();
    for (const auto& [name, role] : {std::pair{"anna", Role::Seller}, std::pair{"clara", Role::Supervisor},
                                     std::pair{"boss", Role::Admin}})
        if (const auto put = (*accounts)->putStaff({name, role, *hash, false}); !put.ok())
            return put.error();
    auto ledger = SqlLedger::open(data);
    if (!ledger.ok())
        return ledger.error();
    for (const VenueEvent& event : events)
        if (const auto saved = (*ledger)->savePlan(
                {planIdOf(event.plan->parts()), "Sample House", "Drawn", encodePlan(event.plan->parts())});
            !saved.ok())
            return saved.error();
    QtClock clock;
    SystemRandom random;
    Arbiter arbiter(**ledger, clock, random);
    if (const auto loaded = arbiter.load(); !loaded.ok())
        return loaded.error();
    arbiter.start();
    Result<void> result;
    for (const VenueEvent& event : events) {
        QEventLoop loop;
        arbiter.createEvent(event.terms(), &loop, [&](Result<OpenedEvent> opened) {
            if (!opened.ok())
                result = opened.error();
            loop.quit();
        });
        loop.exec();
    }
    return result;
}

} // namespace parterre::testing

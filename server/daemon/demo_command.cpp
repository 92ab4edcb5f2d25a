// demo-data: writes the demo venue into an empty or existing data folder.
#include "server/daemon/commands.h"

#include "server/api/ticket_returns.h"
#include "server/arbiter/arbiter.h"
#include "server/daemon/demo_venue.h"
#include "server/guard/password_hash.h"
#include "server/ledger/sql/sql_account_store.h"
#include "server/ledger/sql/sql_ledger.h"
#include "sync/link/qt_clock.h"
#include "sync/wire/signing.h"
#include "sync/wire/snapshot.h"

#include <QCoreApplication>
#include <QDir>
#include <QEventLoop>

#include <cstdio>

namespace parterre {
namespace {

using namespace Qt::StringLiterals;

Result<void> addStaff(const QString& data, const std::vector<DemoUser>& staff)
{
    auto accounts = SqlAccountStore::open(data);
    if (!accounts.ok())
        return accounts.error();
    for (const auto& user : staff) {
        auto existing = (*accounts)->staff(user.name);
        if (!existing.ok())
            return existing.error();
        if (existing->has_value())
            continue; // whoever is there keeps their password
        auto hash = hashPassword(user.password);
        if (!hash.ok())
            return hash.error();
        if (auto put = (*accounts)->putStaff(
                {user.name, roleFromName(user.role).value_or(Role::Seller), std::move(*hash), false});
            !put.ok())
            return put;
        std::printf("  %s (%s), password %s\n", user.name.c_str(), user.role.c_str(), user.password.c_str());
    }
    return {};
}

Result<void> putReturns(const QString& data, const std::vector<DemoEvent>& events)
{
    auto accounts = SqlAccountStore::open(data);
    if (!accounts.ok())
        return accounts.error();
    for (const DemoEvent& event : events) {
        if (!event.returnHours)
            continue;
        const auto put = (*accounts)->putSetting(returnSetting(event.terms.event), std::to_string(*event.returnHours));
        if (!put.ok())
            return put;
    }
    return {};
}

// Through the arbiter, as every change to a log goes; waits for the commit.
Result<void> addEvent(Arbiter& arbiter, const EventTerms& terms)
{
    QEventLoop loop;
    Result<void> result;
    arbiter.createEvent(terms, &loop, [&](Result<OpenedEvent> opened) {
        if (!opened.ok())
            result = opened.error();
        loop.quit();
    });
    loop.exec();
    return result;
}

} // namespace

int demoData(const QString& data, const QString& venueFile, const QString& plan)
{
    if (!QDir().mkpath(data))
        return failWith(u"The folder %1 cannot be made."_s.arg(data));
    QtClock clock;
    SystemRandom random;
    auto venue = readDemoVenue(venueFile.isEmpty() ? QString::fromLatin1(builtInVenue) : venueFile, clock.now());
    if (!venue.ok())
        return failWith(venue.error());
    if (!plan.isEmpty()) {
        auto event = demoEventOn(plan, clock.now());
        if (!event.ok())
            return failWith(event.error());
        venue->events.insert(venue->events.begin(), std::move(*event));
    }
    auto ledger = SqlLedger::open(data);
    if (!ledger.ok())
        return failWith(ledger.error());
    for (const auto& event : venue->events)
        if (const auto saved =
                (*ledger)->savePlan({event.terms.plan, event.terms.venue, event.plan.name, encodePlan(event.plan)});
            !saved.ok())
            return failWith(saved.error());
    Arbiter arbiter(**ledger, clock, random);
    if (const auto loaded = arbiter.load(); !loaded.ok())
        return failWith(loaded.error());
    arbiter.start();
    std::printf("Events:\n");
    for (const auto& event : venue->events) {
        if (const auto added = addEvent(arbiter, event.terms); !added.ok())
            return failWith(added.error());
        std::printf("  %s, %s, %zu seats\n", event.terms.title.c_str(), toRfc3339(event.terms.startsAt).c_str(),
                    event.plan.seats.size());
    }
    arbiter.stop();
    if (const auto put = putReturns(data, venue->events); !put.ok())
        return failWith(put.error());
    std::printf("Staff (for demonstration only):\n");
    if (const auto staff = addStaff(data, venue->staff); !staff.ok())
        return failWith(staff.error());
    return 0;
}

} // namespace parterre

// The server's workflows whose every crash point is tested. A new one is a line in ledgerWorkflows().
#pragma once

#include "server/arbiter/log_restore.h"
#include "tests/simulation/crash_points/ledger_world.h"

#include <functional>

namespace parterre::testing {

struct LedgerWorkflow
{
    const char* name;
    // What has happened before, on a running server with one event on sale (see onSale()). May be empty.
    std::function<void(LedgerWorld&)> given;
    // The workflow: the power goes at each of its steps. Those who got no answer ask all of it again afterwards.
    std::function<void(LedgerWorld&)> when;
    std::function<bool(const LedgerWorld&)> then; // did a run with good power do what it is for?
    bool running = true;                          // false: `when` starts the program
};

inline void LedgerWorld::begin(const LedgerWorkflow& workflow)
{
    if (workflow.running)
        PARTERRE_REQUIRE(start().ok());
}

inline void LedgerWorld::run(const LedgerWorkflow& workflow)
{
    workflow.when(*this);
}

inline std::vector<std::string> LedgerWorld::done(const LedgerWorkflow& workflow) const
{
    return workflow.then(*this) ? std::vector<std::string>{} : std::vector<std::string>{"did not do what it is for"};
}

inline OpStreamOf counterSeven(const LedgerWorld& world)
{
    return OpStreamOf(world, 7).add(RequestAllotment{idOf<DeviceId>(7), {{PriceAreaIndex{0}, 6}}});
}

// An event on sale with three holds, one of them sold and one due to be swept, and an allotment of counter 7.
inline void onSale(LedgerWorld& world)
{
    PARTERRE_REQUIRE(
        world.ledger->savePlan({world.terms.plan, "House", "Drawn", encodePlan(world.plan->parts())}).ok());
    world.batch({CreateJob{world.terms, {}, {}}});
    world.batch({world.command(2, world.hold(2, {"Stalls/1/3"}))});
    world.time.runFor(std::chrono::minutes(5));
    world.batch({world.command(1, world.hold(1, {"Stalls/1/1", "Stalls/1/2"})),
                 world.command(3, world.hold(3, {"Circle/2/8"})), counterSeven(world).push()});
    world.batch({world.command(4, world.sale(3, {"Circle/2/8"}))});
    world.time.runFor(std::chrono::minutes(5));
    PARTERRE_REQUIRE(world.state().allotmentOf(idOf<DeviceId>(7)) && world.state().orders().size() == 1);
    PARTERRE_REQUIRE(world.state().hold(idOf<HoldId>(2))); // its time is over, nobody has looked
}

// What counter 7 was granted, read from the log: it may be sealed by now.
struct Grant
{
    Fence fence;
    std::vector<std::string> seats;
};

inline Grant grantOfSeven(const LedgerWorld& world)
{
    Grant grant;
    const auto log = world.ledger->entries(world.terms.event, 0, 1000, 1 << 20);
    for (const StoredEntry& stored : log.value())
        if (const EntryBody body = decodeEntry(stored.body).value(); std::holds_alternative<AllotmentGranted>(body)) {
            grant.fence = Fence{stored.seq};
            for (const SeatIndex seat : std::get<AllotmentGranted>(body).places.seats)
                grant.seats.push_back(world.plan->label(seat));
        }
    return grant;
}

// Everything a batch may hold, in one: holds, a refusal, a sale, a block, a void, a repeat, the sweep, a counter's ops.
inline void mixedBatch(LedgerWorld& world)
{
    if (!world.writer)
        return;
    const Grant grant = grantOfSeven(world);
    world.batch({
        world.command(10, world.hold(10, {"Circle/1/1", "Circle/1/2"})),
        world.command(11, world.hold(11, {"Circle/1/2"})), // taken
        world.command(12, world.sale(1, {"Stalls/1/1", "Stalls/1/2"})),
        world.command(13, BlockSeats{{world.plan->seatByLabel("Stalls/3/1").value()}, true, "broken"}),
        world.command(14, VoidTickets{idOf<OrderId>(3), {}, "changed their mind", "clara"}),
        counterSeven(world).sell(grant.fence, grant.seats[0], 70).sell(grant.fence, grant.seats[1], 71).push(2),
        world.command(10, world.hold(10, {"Circle/1/1", "Circle/1/2"})),
        world.command(15, PlaceBestHold{idOf<HoldId>(15), idOf<HolderId>(15), Channel::Fan, 2, {}, {}, {}}),
    });
}

inline bool mixedBatchDone(const LedgerWorld& world)
{
    const EventState& state = world.state();
    return state.orders().size() == 4 && world.told.answers.size() == 10 && !state.hold(idOf<HoldId>(2)) &&
           state.hold(idOf<HoldId>(15)) && world.told.outcomes.size() == 3;
}

inline std::vector<LedgerWorkflow> batchWorkflows()
{
    return {
        {"one batch of mixed commands", onSale, mixedBatch, mixedBatchDone},
        {"the same batch again, its answers were lost",
         [](LedgerWorld& world) {
             onSale(world);
             mixedBatch(world);
             world.told.answers.clear();
             world.told.outcomes.clear();
         },
         [](LedgerWorld& world) {
             mixedBatch(world);
             world.batch({world.command(16, world.hold(16, {"Circle/1/4"}))});
         },
         [](const LedgerWorld& world) { return world.told.answers.size() == 7; }},
        {"a batch that is moved into the database at once", onSale,
         [](LedgerWorld& world) {
             if (world.writer)
                 (void)world.ledger->connection().runScript("PRAGMA wal_autocheckpoint=1");
             mixedBatch(world);
             world.batch({world.command(16, world.hold(16, {"Circle/1/4"}))});
         },
         [](const LedgerWorld& world) { return world.state().hold(idOf<HoldId>(16)) != nullptr; }},
        {"a batch after a larger one was rolled back",
         [](LedgerWorld& world) {
             onSale(world);
             // As makeRoomForCommits() does: pages in the WAL that no commit stands behind.
             PARTERRE_REQUIRE(world.ledger->connection()
                                  .runScript("PRAGMA cache_size=10; BEGIN IMMEDIATE; CREATE TABLE room(filler BLOB);"
                                             "INSERT INTO room VALUES (zeroblob(300000)); ROLLBACK")
                                  .ok());
         },
         mixedBatch, mixedBatchDone},
    };
}

inline std::vector<LedgerWorkflow> streamWorkflows()
{
    return {
        {"a counter's day in one push", onSale,
         [](LedgerWorld& world) {
             if (!world.writer)
                 return;
             const Grant grant = grantOfSeven(world);
             OpStreamOf counter = counterSeven(world);
             counter.sell(grant.fence, grant.seats[0], 70).sell(grant.fence, grant.seats[1], 71);
             counter.add(VoidTickets{idOf<OrderId>(71), {}, "changed their mind", "Ada"});
             counter.sell(Fence{1}, "Circle/2/8", 72); // a dead fence, and somebody else has the seat: a case
             counter.add(SealAllotment{grant.fence, counter.device()});
             world.batch({counter.push(1)});
         },
         [](const LedgerWorld& world) {
             return world.told.outcomes.size() == 6 && world.state().allotments().empty() &&
                    world.state().cases().size() == 1;
         }},
        {"an op that is not understood, and a seal behind it", onSale,
         [](LedgerWorld& world) {
             if (!world.writer)
                 return;
             OpStreamOf counter = counterSeven(world);
             counter.addBytes("not an op").add(SealAllotment{grantOfSeven(world).fence, counter.device()});
             world.batch({counter.push(2)});
         },
         [](const LedgerWorld& world) {
             return world.told.outcomes.size() == 3 && world.state().allotments().size() == 1;
         }},
        {"a fork", onSale,
         [](LedgerWorld& world) {
             world.batch({OpStreamOf(world, 7).add(ReleaseHold{idOf<HoldId>(1), idOf<HolderId>(7)}).push()});
         },
         [](const LedgerWorld& world) {
             return world.ledger->opStream({idOf<DeviceId>(7), 1, world.terms.event}).value().quarantined;
         }},
        {"the first ops of a second counter", onSale,
         [](LedgerWorld& world) {
             OpStreamOf counter(world, 8);
             world.batch({counter.add(RequestAllotment{counter.device(), {{PriceAreaIndex{0}, 4}}}).push()});
         },
         [](const LedgerWorld& world) { return world.state().allotments().size() == 2; }},
    };
}

// As `parterre-server restore` does, unless it has been done; then the server runs on it.
inline void restoreOnce(LedgerWorld& world, const std::vector<DeviceId>& awaited)
{
    world.end();
    Result<std::unique_ptr<SqlLedger>> opened = SqlLedger::open(LedgerWorld::folder(), world.disk());
    if (!opened)
        return;
    const Result<std::uint32_t> gen = greatestLogGen(**opened);
    if (gen && *gen == 0)
        (void)restoreLogs(**opened, world.time, world.random(), awaited, 0);
    opened->reset();
    (void)world.start();
}

inline std::vector<LedgerWorkflow> restoreWorkflows()
{
    return {
        {"a backup is restored",
         [](LedgerWorld& world) {
             onSale(world);
             mixedBatch(world);
         },
         [](LedgerWorld& world) { restoreOnce(world, {}); },
         [](const LedgerWorld& world) { return world.state().logGen() > 0 && !world.state().frozen(); }, false},
        {"the counter that was awaited after a restore tells all it has, and the event thaws",
         [](LedgerWorld& world) {
             onSale(world);
             restoreOnce(world, {idOf<DeviceId>(7)});
             PARTERRE_REQUIRE(world.state().frozen());
         },
         [](LedgerWorld& world) {
             if (!world.writer)
                 return;
             const Grant grant = grantOfSeven(world);
             OpStreamOf counter = counterSeven(world);
             counter.sell(grant.fence, grant.seats[0], 70).sell(grant.fence, grant.seats[1], 71);
             counter.add(SealAllotment{grant.fence, counter.device()});
             counter.add(Hello{counter.device(), world.state().logGen()});
             world.batch({counter.push()});
         },
         [](const LedgerWorld& world) {
             return !world.state().frozen() && world.state().orders().size() == 3 && world.state().allotments().empty();
         }},
    };
}

inline std::vector<LedgerWorkflow> eventWorkflows()
{
    const auto isOpen = [](const LedgerWorld& world) { return world.state(world.terms.event) != nullptr; };
    return {
        {"plan saved and event created", onSale,
         [](LedgerWorld& world) {
             if (!world.writer)
                 return;
             const SeatPlanPtr studio = planFromText({"# Studio", "AAAA", "AAAA"});
             EventTerms terms = sampleTerms(*studio);
             terms.event = idOf<EventId>(2);
             terms.plan = planIdOf(studio->parts());
             if (world.ledger->savePlan({terms.plan, "House", "Studio", encodePlan(studio->parts())}))
                 world.batch({CreateJob{std::move(terms), {}, {}}});
         },
         [](const LedgerWorld& world) { return world.state(idOf<EventId>(2)) != nullptr; }},
        {"first start and first event",
         {},
         [](LedgerWorld& world) {
             if (!world.writer && !world.start())
                 return;
             if (world.ledger->savePlan({world.terms.plan, "House", "Drawn", encodePlan(world.plan->parts())}))
                 world.batch({CreateJob{world.terms, {}, {}}});
         },
         isOpen,
         false},
        {"program ends", onSale, [](LedgerWorld& world) { world.end(); },
         [](const LedgerWorld& world) { return !world.hasLog(); }},
    };
}

} // namespace parterre::testing

// The counter's workflows whose every crash point is tested. A new one is a line in counterWorkflows().
#pragma once

#include "tests/simulation/crash_points/counter_world.h"

#include <functional>

namespace parterre::testing {

struct CounterWorkflow
{
    const char* name;
    // What has happened before, on a counter with an opened event, its reserve, and the line up. May be empty.
    std::function<void(CounterWorld&)> given;
    // The workflow: the power goes at each of its steps. It is called on a counter that has been started, signed in and
    // has opened the event (unless begins is Nothing), and must end whatever fails.
    std::function<void(CounterWorld&)> when;
    // Did a run with good power do what it is for?
    std::function<bool(const CounterWorld&)> then;
    enum class Begins { Opened, Stopped, Nothing } begins = Begins::Opened; // Nothing: an empty disk, not enrolled
};

inline void CounterWorld::begin(const CounterWorkflow& workflow)
{
    if (workflow.begins != CounterWorkflow::Begins::Opened)
        return;
    PARTERRE_REQUIRE(start().ok());
    PARTERRE_REQUIRE(rig.settle());
}

inline void CounterWorld::run(const CounterWorkflow& workflow)
{
    workflow.when(*this);
}

inline std::vector<std::string> CounterWorld::done(const CounterWorkflow& workflow) const
{
    return workflow.then(*this) ? std::vector<std::string>{} : std::vector<std::string>{"did not do what it is for"};
}

// One order of this counter is placed at the centre, told and printed.
inline bool soldOne(const CounterWorld& world)
{
    const ToldByCounter& told = world.rig.told;
    return told.sold.size() == 1 && told.printed.size() == 1 && world.centre.state().order(told.sold.begin()->first);
}

inline std::vector<CounterWorkflow> salesWorkflows()
{
    return {
        {"sale from the reserve, cash",
         {},
         [](CounterWorld& world) {
             world.addReserve(1);
             world.sellAndPrint();
             world.rest();
         },
         soldOne},
        {"sale from the reserve, line down",
         {},
         [](CounterWorld& world) {
             world.cutLine();
             world.addReserve(1);
             world.sellAndPrint();
         },
         [](const CounterWorld& world) { return world.rig.told.printed.size() == 1; }},
        {"group sale from the reserve, line down and up",
         {},
         [](CounterWorld& world) {
             world.cutLine();
             world.addReserve(2, 3);
             world.sellAndPrint();
             world.rig.link.cut = false;
             world.rest();
             world.rest();
         },
         [](const CounterWorld& world) {
             return soldOne(world) && world.rig.told.sold.begin()->second.tickets.size() == 5;
         }},
        {"sale by a hold at the centre",
         {},
         [](CounterWorld& world) {
             (void)world.rig.add({"Stalls/1/1", "Stalls/1/2"});
             world.sellAndPrint();
             world.rest();
         },
         soldOne},
        {"group sale of the best seats at the centre",
         {},
         [](CounterWorld& world) {
             (void)world.rig.addBest(6);
             world.sellAndPrint();
             world.rest();
         },
         [](const CounterWorld& world) {
             return soldOne(world) && world.rig.told.sold.begin()->second.tickets.size() == 6;
         }},
        {"basket of the reserve moves to the centre",
         {},
         [](CounterWorld& world) {
             world.addReserve(1);
             (void)world.rig.add({"Stalls/1/1"});
             world.sellAndPrint();
             world.rest();
         },
         soldOne},
        {"basket is changed and emptied",
         {},
         [](CounterWorld& world) {
             (void)world.rig.add({"Stalls/1/1", "Stalls/1/2"});
             (void)world.rig.remove({"Stalls/1/2"});
             world.rig.counter->setAllPriceTypes(PriceTypeIndex{1});
             (void)world.rig.wait<void>([&](auto done) { world.rig.counter->extendBasket(done); });
             world.rig.counter->clearBasket();
             world.rest();
         },
         [](const CounterWorld& world) {
             return world.rig.told.basket.empty() && world.centre.status("Stalls/1/1") == SeatStatus::Free;
         }},
        {"sale from the reserve by card, line down",
         {},
         [](CounterWorld& world) {
             world.cutLine();
             world.addReserve(1);
             world.print(world.sellByCard());
         },
         [](const CounterWorld& world) { return world.rig.told.printed.size() == 1; }},
        {"sale by a hold at the centre by card",
         {},
         [](CounterWorld& world) {
             (void)world.rig.add({"Stalls/1/1", "Stalls/1/2"});
             world.print(world.sellByCard());
             world.rest();
         },
         soldOne},
        {"paper is printed again",
         [](CounterWorld& world) {
             world.addReserve(2);
             world.sellAndPrint();
             world.rest();
         },
         [](CounterWorld& world) {
             world.print(world.rig.told.sold.begin()->first);
             world.rest();
         },
         [](const CounterWorld& world) { return soldOne(world) && world.rig.told.renewed.size() == 1; }},
        {"reservation",
         {},
         [](CounterWorld& world) {
             (void)world.rig.add({"Stalls/1/1"});
             (void)world.rig.wait<void>([&](auto done) {
                 world.rig.counter->reserve("Ms Moon", world.time.now() + std::chrono::hours(24), done);
             });
             world.rest();
         },
         [](const CounterWorld& world) { return world.centre.status("Stalls/1/1") == SeatStatus::Reserved; }},
        {"void of a confirmed sale",
         [](CounterWorld& world) {
             world.addReserve(1);
             world.sellAndPrint();
             world.rest();
         },
         [](CounterWorld& world) {
             world.voidOrder(world.rig.told.sold.begin()->first);
             world.rest();
         },
         [](const CounterWorld& world) { return world.rig.told.voided.size() == 1; }},
        {"void of an unsent sale, line down and up",
         {},
         [](CounterWorld& world) {
             world.cutLine();
             world.addReserve(1);
             if (const std::optional<OrderId> order = world.sell())
                 world.voidOrder(*order);
             world.rig.link.cut = false;
             world.rest();
             world.rest();
         },
         [](const CounterWorld& world) {
             return world.rig.told.voided.size() == 1 && world.centre.state().orders().size() == 1;
         }},
    };
}

inline std::vector<CounterWorkflow> caseWorkflows()
{
    // Promised with the line down, and a fan bought the seat meanwhile; the customer took none of the other seats.
    const auto declined = [](CounterWorld& world) {
        const CaseId lost{world.losePromise("Stalls/1/1").bytes};
        PARTERRE_REQUIRE(
            world.rig.wait<void>([&](auto done) { world.rig.counter->answerOffer(lost, std::nullopt, done); }).ok());
        world.rest();
    };
    return {
        {"refund of a case", declined,
         [](CounterWorld& world) {
             world.refund(CaseId{world.rig.told.sold.begin()->first.bytes});
             world.rest();
         },
         [](const CounterWorld& world) { return world.rig.told.refunded.size() == 1; }},
        {"refund of a case, its answer is lost", declined,
         [](CounterWorld& world) {
             world.rig.link.loseAnswers = 1;
             world.refund(CaseId{world.rig.told.sold.begin()->first.bytes});
             world.rest();
             world.rest();
         },
         [](const CounterWorld& world) {
             return world.centre.state().cases().begin()->second.phase == CasePhase::Refunded;
         }},
    };
}

inline std::vector<CounterWorkflow> reserveWorkflows()
{
    return {
        {"allotment asked for",
         [](CounterWorld& world) {
             world.rig.counter->closeEvent();
             world.rest();
         },
         [](CounterWorld& world) {
             if (world.start())
                 world.rest();
         },
         [](const CounterWorld& world) { return world.centre.state().allotmentOf(world.rig.device) != nullptr; },
         CounterWorkflow::Begins::Stopped},
        {"reserve given back",
         {},
         [](CounterWorld& world) {
             (void)world.rig.counter->returnReserve();
             world.rest();
         },
         [](const CounterWorld& world) { return !world.centre.state().allotmentOf(world.rig.device); }},
        {"reserve runs out with the line down, and is sealed",
         {},
         [](CounterWorld& world) {
             world.cutLine();
             world.addReserve(1);
             world.sellAndPrint();
             world.time.runFor(std::chrono::hours(25)); // longer than any allotment
             world.rig.link.cut = false;
             world.rest();
             world.rest();
         },
         [](const CounterWorld& world) { return soldOne(world) && world.sealed().size() == 1; }},
        {"reserve is sealed after the centre was restored",
         [](CounterWorld& world) {
             const FakeCentre::Backup yesterday = world.centre.backup();
             world.addReserve(1);
             world.sellAndPrint();
             world.rest();
             world.centre.restore(yesterday, {world.rig.device});
         },
         [](CounterWorld& world) {
             world.rest();
             world.addReserve(1);
             world.sellAndPrint();
             world.rest();
             world.rest();
         },
         [](const CounterWorld& world) {
             return !world.centre.state().frozen() && world.centre.state().orders().size() == 2 &&
                    world.sealed().size() == 1;
         }},
        {"event closed with a basket",
         {},
         [](CounterWorld& world) {
             world.addReserve(1);
             world.rig.counter->closeEvent();
             world.rest();
         },
         [](const CounterWorld& world) { return !world.centre.state().allotmentOf(world.rig.device); }},
    };
}

inline std::vector<CounterWorkflow> fileWorkflows()
{
    using Begins = CounterWorkflow::Begins;
    const auto openAndRest = [](CounterWorld& world) {
        if (world.start())
            world.rest();
    };
    const auto shows = [](const CounterWorld& world) { return world.rig.differences().empty(); };
    const auto fansBuy = [](CounterWorld& world) {
        for (std::uint64_t hold = 900; hold < 905; ++hold)
            (void)world.centre.fanHolds({"Circle/1/" + std::to_string(hold - 898)}, hold);
        world.rest();
    };
    return {
        {"pages of the log are applied",
         {},
         [fansBuy](CounterWorld& world) {
             world.centre.pageEntries = 2;
             fansBuy(world);
         },
         shows},
        {"resync: the snapshot is swapped", fansBuy,
         [](CounterWorld& world) {
             world.centre.logId = idOf<LogId>(78);
             world.rest();
         },
         shows},
        {"program starts", fansBuy, openAndRest, shows, Begins::Stopped},
        {"program starts with sales to send",
         [](CounterWorld& world) {
             world.cutLine();
             world.addReserve(1);
             world.sellAndPrint();
             world.addReserve(1);
             world.sellAndPrint();
             world.addReserve(1);
         },
         openAndRest, [](const CounterWorld& world) { return world.centre.state().orders().size() == 2; },
         Begins::Stopped},
        {"program ends", fansBuy, [](CounterWorld& world) { world.end(); },
         [](const CounterWorld& world) { return !world.rig.disk.contains("journal.db-wal"); }},
        {"program starts without its cache",
         [](CounterWorld& world) {
             world.end();
             world.loseCache();
         },
         openAndRest, shows, Begins::Stopped},
        {"program starts with a broken cache",
         [](CounterWorld& world) {
             world.end();
             world.breakCache();
         },
         openAndRest, [](const CounterWorld& world) { return world.rig.disk.contains("cache.db.broken"); },
         Begins::Stopped},
        {"journal is moved from its log into its database",
         [](CounterWorld& world) {
             world.addReserve(1);
             for (std::uint16_t type = 0; world.rig.disk.file("journal.db-wal").size() < 990 * 4120; type ^= 1)
                 world.rig.counter->setAllPriceTypes(PriceTypeIndex{type});
         },
         [](CounterWorld& world) {
             world.sellAndPrint();
             world.rest();
             world.addReserve(1);
             world.sell();
             world.rest();
         },
         [](const CounterWorld& world) {
             return world.rig.told.sold.size() == 2 && !world.checkpointed().prints.empty();
         }},
        {"enrolment and first start",
         {},
         [](CounterWorld& world) {
             if (world.rig.start())
                 (void)world.enrol();
         },
         [](const CounterWorld& world) { return world.rig.told.enrolled; },
         Begins::Nothing},
        {"first sign-in of a clerk",
         {},
         [](CounterWorld& world) { (void)world.signIn("bea"); },
         [](const CounterWorld& world) { return world.rig.told.clerks.contains("bea"); }},
    };
}

} // namespace parterre::testing

// Power cuts at every step of everything a counter writes: nothing that was told is lost, and it goes on selling.
#include "tests/simulation/crash_points/counter_check.h"
#include "tests/simulation/crash_points/counter_workflows.h"
#include "tests/simulation/crash_points/crash_points.h"

#include <QTest>

using namespace parterre;
using namespace parterre::testing;

namespace {

// A moment together with the disk of that moment.
struct Beginning
{
    std::unique_ptr<CounterScene> scene;
    DiskImage disk;
};

Beginning beginningOf(CounterWorld& world)
{
    return {world.still(), world.disk().image()};
}

Beginning nothing()
{
    return {std::make_unique<CounterScene>(sampleNow), {}};
}

// Enrolled, Ann signed in, the event open with its reserve, the line up.
const Beginning& opened()
{
    static const Beginning beginning = [] {
        CounterWorld world(*nothing().scene, {});
        PARTERRE_REQUIRE(world.rig.addClerk().ok());
        PARTERRE_REQUIRE(world.rig.start().ok());
        PARTERRE_REQUIRE(world.enrol().ok());
        PARTERRE_REQUIRE(world.signInAndOpen().ok());
        PARTERRE_REQUIRE(world.rig.settle());
        PARTERRE_REQUIRE(world.rig.reserve().size() >= 4 && world.rig.told.reserve);
        return beginningOf(world);
    }();
    return beginning;
}

Beginning before(const CounterWorkflow& workflow)
{
    if (workflow.begins == CounterWorkflow::Begins::Nothing)
        return nothing();
    CounterWorld world(*opened().scene, opened().disk);
    PARTERRE_REQUIRE(world.start().ok());
    PARTERRE_REQUIRE(world.rig.settle());
    if (workflow.given)
        workflow.given(world);
    return beginningOf(world);
}

std::vector<std::string> check(const CounterScene& scene, const DiskImage& left)
{
    return CounterCheck(scene, left).run();
}

CrashReport everyCutOf(const CounterWorkflow& workflow)
{
    const Beginning start = before(workflow);
    return everyCut<CounterWorld>(*start.scene, start.disk, workflow, check);
}

} // namespace

class CounterTest : public QObject
{
    Q_OBJECT

private:
    static void rows(const std::vector<CounterWorkflow>& workflows)
    {
        QTest::addColumn<int>("index");
        for (std::size_t i = 0; i < workflows.size(); ++i)
            QTest::newRow(workflows[i].name) << static_cast<int>(i);
    }
    static void run(const std::vector<CounterWorkflow>& workflows)
    {
        QFETCH(int, index);
        const CrashReport report = everyCutOf(workflows[static_cast<std::size_t>(index)]);
        QVERIFY2(report.problems.empty(), report.text().c_str());
    }

private Q_SLOTS:
    void sales_data() { rows(salesWorkflows()); }
    void sales() { run(salesWorkflows()); }
    void reserve_data() { rows(reserveWorkflows()); }
    void reserve() { run(reserveWorkflows()); }
    void cases_data() { rows(caseWorkflows()); }
    void cases() { run(caseWorkflows()); }
    void files_data() { rows(fileWorkflows()); }
    void files() { run(fileWorkflows()); }

    // Is the check any good? A disk whose syncs are lies loses what was told.
    void aDiskThatLiesIsNoticed()
    {
        CounterWorkflow sale = salesWorkflows().at(1);
        sale.name = "sale on a disk that lies";
        sale.when = [honest = sale.when](CounterWorld& world) {
            world.disk().inject({DiskFault::Kind::LyingSync, 1, DiskFault::forEver});
            honest(world);
        };
        const CrashReport report = everyCutOf(sale);
        QVERIFY2(report.names("the journal is not what its commits promised"), report.text().c_str());
    }
};

QTEST_GUILESS_MAIN(CounterTest)
#include "counter_test.moc"

// Power cuts at every step of everything the server writes: what was answered or published is there, and asking again
// is enough.
#include "tests/simulation/crash_points/crash_points.h"
#include "tests/simulation/crash_points/ledger_check.h"

#include <QTest>

using namespace parterre;
using namespace parterre::testing;

class LedgerTest : public QObject
{
    Q_OBJECT

private:
    static void rows(const std::vector<LedgerWorkflow>& workflows)
    {
        QTest::addColumn<int>("index");
        for (std::size_t i = 0; i < workflows.size(); ++i)
            QTest::newRow(workflows[i].name) << static_cast<int>(i);
    }
    static void run(const std::vector<LedgerWorkflow>& workflows)
    {
        QFETCH(int, index);
        const CrashReport report = everyCutOf(workflows[static_cast<std::size_t>(index)]);
        QVERIFY2(report.problems.empty(), report.text().c_str());
    }
    static CrashReport everyCutOf(const LedgerWorkflow& workflow)
    {
        const LedgerScene empty{sampleNow, {}, 0};
        LedgerWorld before(empty, {});
        if (workflow.given) {
            PARTERRE_REQUIRE(before.start().ok());
            workflow.given(before);
        }
        const std::unique_ptr<LedgerScene> scene = before.still();
        const DiskImage disk = before.disk().image();
        const EventStates expected = withGoodPower(*scene, disk, workflow);
        const auto check = [&](const LedgerScene& at, const DiskImage& left) {
            return LedgerCheck(at, left).run(workflow, expected);
        };
        return everyCut<LedgerWorld>(*scene, disk, workflow, check);
    }
    static EventStates withGoodPower(const LedgerScene& scene, const DiskImage& disk, const LedgerWorkflow& workflow)
    {
        LedgerWorld world(scene, disk);
        world.begin(workflow);
        workflow.when(world);
        if (!world.writer)
            PARTERRE_REQUIRE(world.start().ok());
        return statesOf(world);
    }

private Q_SLOTS:
    void batches_data() { rows(batchWorkflows()); }
    void batches() { run(batchWorkflows()); }
    void streams_data() { rows(streamWorkflows()); }
    void streams() { run(streamWorkflows()); }
    void restores_data() { rows(restoreWorkflows()); }
    void restores() { run(restoreWorkflows()); }
    void events_data() { rows(eventWorkflows()); }
    void events() { run(eventWorkflows()); }

    // Is the check any good? A disk whose syncs are lies loses what was answered.
    void aDiskThatLiesIsNoticed()
    {
        LedgerWorkflow batch = batchWorkflows().front();
        batch.name = "a batch on a disk that lies";
        batch.when = [honest = batch.when](LedgerWorld& world) {
            world.disk().inject({DiskFault::Kind::LyingSync, 1, DiskFault::forEver});
            honest(world);
        };
        const CrashReport report = everyCutOf(batch);
        QVERIFY2(report.names("was published and is not in the log"), report.text().c_str());
        QVERIFY2(report.names("an answer that was given is not stored"), report.text().c_str());
    }
};

QTEST_GUILESS_MAIN(LedgerTest)
#include "ledger_test.moc"

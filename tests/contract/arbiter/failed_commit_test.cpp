// A commit that fails: nobody is told ok, memory equals the ledger again, and the work goes on.
#include "tests/support/arbiter_rig.h"

#include <QTest>

using namespace parterre;
using namespace parterre::testing;

class FailedCommitTest : public QObject
{
    Q_OBJECT

private:
    static void ledgers()
    {
        QTest::addColumn<bool>("onDisk");
        QTest::newRow("memory") << false;
        QTest::newRow("sqlite") << true;
    }

private Q_SLOTS:
    void nobodyIsToldOk_data() { ledgers(); }
    void nobodyIsToldOk()
    {
        QFETCH(bool, onDisk);
        ArbiterRig rig(onDisk);
        QVERIFY(rig.ask(rig.hold(1, {"Stalls/1/1"})));
        std::vector<Result<CommandDone>> answers;
        const auto collect = [&](Result<CommandDone> done) { answers.push_back(std::move(done)); };
        const int before = rig.watched().commits;
        rig.watched().hold = true; // so that the next five share a batch
        rig.arbiter().submit(rig.request(rig.hold(2, {"Circle/1/1"})), rig.context(), collect);
        QVERIFY(waitUntil([&] { return rig.watched().commits == before + 1; }));
        for (std::uint64_t i = 3; i <= 6; ++i)
            rig.arbiter().submit(rig.request(rig.hold(i, {"Stalls/1/2"}, i), keyOf(static_cast<std::uint8_t>(i), 1)),
                                 rig.context(), collect);
        rig.arbiter().submit(rig.request(rig.hold(7, {"Stalls/1/1"}, 7)), rig.context(), collect);
        rig.watched().commitsToFail = 2;
        rig.watched().hold = false;
        QVERIFY(waitUntil([&] { return answers.size() == 6; }));
        for (const Result<CommandDone>& answer : answers)
            QVERIFY(!answer && answer.error().code == ErrorCode::Storage);
        QCOMPARE(rig.arbiter().metrics().failedCommits, std::uint64_t(2));
        QCOMPARE(rig.mirror().seq(), std::uint64_t(2));
        QVERIFY(!rig.mirror().state().hold(idOf<HoldId>(2)));

        // The refusals of the failed batch were not stored: the seat is free, and the same key may ask again.
        const Result<CommandDone> later = rig.ask(rig.hold(4, {"Stalls/1/2"}, 4), keyOf(4, 1));
        QVERIFY(later && !later->replayed);
        QVERIFY(rig.arbiter().healthy());
        QCOMPARE(rig.mirror().seq(), std::uint64_t(3));
        const EventState mirrored = rig.mirror().state();
        QVERIFY(rig.stored() == mirrored);
    }

    void unhealthyUntilOneWorks()
    {
        ArbiterRig rig(false);
        rig.watched().commitsToFail = 1;
        rig.watched().probesFail = true;
        QVERIFY(!rig.ask(rig.hold(1, {"Stalls/1/1"})));
        QVERIFY(!rig.arbiter().healthy());
        const int tried = rig.watched().commits;
        const Result<CommandDone> refused = rig.ask(rig.hold(1, {"Stalls/1/1"})); // not even tried
        QVERIFY(!refused && refused.error().code == ErrorCode::Storage);
        QCOMPARE(rig.watched().commits.load(), tried);
        rig.watched().probesFail = false;
        QVERIFY(waitUntil([&] { return rig.arbiter().healthy(); })); // by itself
        QVERIFY(rig.ask(rig.hold(1, {"Stalls/1/1"})));
    }

    void frozenUntilItCanBeRead_data() { ledgers(); }
    void frozenUntilItCanBeRead()
    {
        QFETCH(bool, onDisk);
        ArbiterRig rig(onDisk);
        EventTerms other = rig.terms();
        other.event = idOf<EventId>(2);
        QVERIFY(rig.create(other));
        rig.watched().commitsToFail = 1;
        rig.watched().readsFail = true;
        QVERIFY(!rig.ask(rig.hold(1, {"Stalls/1/1"})));
        const Result<CommandDone> frozen = rig.ask(rig.hold(2, {"Stalls/1/1"}));
        QVERIFY(!frozen && frozen.error().code == ErrorCode::Storage);
        QCOMPARE(rig.arbiter().metrics().frozenEvents, std::uint64_t(1));
        CommandRequest elsewhere = rig.request(rig.hold(3, {"Stalls/1/1"}));
        elsewhere.event = other.event;
        std::optional<bool> worked;
        rig.arbiter().submit(elsewhere, rig.context(), [&](Result<CommandDone> done) { worked = done.ok(); });
        QVERIFY(waitUntil([&] { return worked.has_value(); }));
        QVERIFY(*worked); // other events go on
        QVERIFY(!rig.arbiter().healthy());
        rig.watched().readsFail = false;
        QVERIFY(waitUntil([&] { return rig.arbiter().healthy(); }));
        QCOMPARE(rig.arbiter().metrics().frozenEvents, std::uint64_t(0));
        QVERIFY(rig.ask(rig.hold(4, {"Stalls/1/1"})));
        const EventState mirrored = rig.mirror().state();
        QVERIFY(rig.stored() == mirrored);
    }

    void eventThatCouldNotBeCreatedIsCreatedLater_data() { ledgers(); }
    void eventThatCouldNotBeCreatedIsCreatedLater()
    {
        QFETCH(bool, onDisk);
        ArbiterRig rig(onDisk);
        EventTerms other = rig.terms();
        other.event = idOf<EventId>(2);
        rig.watched().commitsToFail = 1;
        const Result<OpenedEvent> failed = rig.create(other);
        QVERIFY(!failed && failed.error().code == ErrorCode::Storage);
        QVERIFY(!rig.mirrors().find(other.event));
        rig.restart(); // its log is empty in the ledger
        QVERIFY(!rig.mirrors().find(other.event));
        const Result<OpenedEvent> created = rig.create(other);
        QVERIFY(created && created->record.headSeq == 1);
        QCOMPARE(rig.mirrors().find(other.event)->seq(), std::uint64_t(1));
    }
};

QTEST_GUILESS_MAIN(FailedCommitTest)
#include "failed_commit_test.moc"

// One idempotency key has one answer: at once, in the same batch, and after a restart.
#include "tests/support/arbiter_rig.h"

#include <QTest>

using namespace parterre;
using namespace parterre::testing;

class IdempotencyTest : public QObject
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
    void repeatGetsTheFirstAnswer_data() { ledgers(); }
    void repeatGetsTheFirstAnswer()
    {
        QFETCH(bool, onDisk);
        ArbiterRig rig(onDisk);
        const Result<CommandDone> first = rig.ask(rig.hold(1, {"Stalls/1/1", "Stalls/1/2"}), keyOf(1, 1));
        QVERIFY(first && !first->replayed && first->entries.size() == 1);
        // The same key carries another hold id, as a client that restarted would send: the first answer still counts.
        for (int round = 0; round < 2; ++round) {
            const Result<CommandDone> again = rig.ask(rig.hold(2, {"Stalls/1/1", "Stalls/1/2"}), keyOf(1, 1));
            QVERIFY(again && again->replayed);
            QCOMPARE(again->entries, first->entries);
            rig.restart();
        }
        QCOMPARE(rig.stored().seq(), std::uint64_t(2));
    }

    void alteredBodyIsRefused_data() { ledgers(); }
    void alteredBodyIsRefused()
    {
        QFETCH(bool, onDisk);
        ArbiterRig rig(onDisk);
        QVERIFY(rig.ask(rig.hold(1, {"Stalls/1/1"}), keyOf(1, 1)));
        const Result<CommandDone> altered = rig.ask(rig.hold(2, {"Stalls/1/2"}), keyOf(1, 2));
        QVERIFY(!altered && altered.error().code == ErrorCode::IdempotencyMismatch);
        rig.restart();
        const Result<CommandDone> later = rig.ask(rig.hold(2, {"Stalls/1/2"}), keyOf(1, 2));
        QVERIFY(!later && later.error().code == ErrorCode::IdempotencyMismatch);
        QCOMPARE(rig.stored().seq(), std::uint64_t(2));
    }

    void refusalIsTheAnswerForEver_data() { ledgers(); }
    void refusalIsTheAnswerForEver()
    {
        QFETCH(bool, onDisk);
        ArbiterRig rig(onDisk);
        QVERIFY(rig.ask(rig.hold(1, {"Stalls/1/1"})));
        const Result<CommandDone> refused = rig.ask(rig.hold(2, {"Stalls/1/1"}, 2), keyOf(3, 1));
        QVERIFY(!refused && refused.error().code == ErrorCode::SeatTaken);
        QVERIFY(rig.ask(ReleaseHold{idOf<HoldId>(1), idOf<HolderId>(1)}));
        for (int round = 0; round < 2; ++round) { // free by now, but this request has had its answer
            const Result<CommandDone> again = rig.ask(rig.hold(2, {"Stalls/1/1"}, 2), keyOf(3, 1));
            QVERIFY(!again);
            QCOMPARE(again.error(), refused.error());
            rig.restart();
        }
        QVERIFY(rig.ask(rig.hold(2, {"Stalls/1/1"}, 2), keyOf(4, 1)));
    }

    // A frozen event says "later", and means it: the same request is done when a person has looked.
    void frozenIsNoAnswer_data() { ledgers(); }
    void frozenIsNoAnswer()
    {
        QFETCH(bool, onDisk);
        ArbiterRig rig(onDisk);
        const Result<CommandDone> raised = rig.ask(RaiseAlarm{AlarmKind::ImpossibleSale, idOf<DeviceId>(1), "seen"});
        QVERIFY(raised && raised->entries.size() == 1);
        const Result<CommandDone> frozen = rig.ask(rig.hold(1, {"Stalls/1/1"}), keyOf(6, 1));
        QVERIFY(!frozen && frozen.error().code == ErrorCode::Frozen);
        QVERIFY(rig.ask(SettleAlarm{raised->entries.front().seq, "Ms Manager", "looked into"}));
        const Result<CommandDone> again = rig.ask(rig.hold(1, {"Stalls/1/1"}), keyOf(6, 1));
        QVERIFY(again && !again->replayed && again->entries.size() == 1);
    }

    void doneWithoutEntriesIsRemembered_data() { ledgers(); }
    void doneWithoutEntriesIsRemembered()
    {
        QFETCH(bool, onDisk);
        ArbiterRig rig(onDisk);
        QVERIFY(rig.ask(rig.hold(1, {"Stalls/1/1"})));
        const Result<CommandDone> harmless = rig.ask(rig.hold(1, {"Stalls/1/1"}), keyOf(5, 1));
        QVERIFY(harmless && harmless->entries.empty() && !harmless->replayed);
        rig.restart();
        const Result<CommandDone> again = rig.ask(rig.hold(1, {"Stalls/1/1"}), keyOf(5, 1));
        QVERIFY(again && again->entries.empty() && again->replayed);
    }

    // Both are in one batch: the writer is busy with another commit when they arrive.
    void repeatInTheSameBatch_data() { ledgers(); }
    void repeatInTheSameBatch()
    {
        QFETCH(bool, onDisk);
        ArbiterRig rig(onDisk);
        const int before = rig.watched().commits;
        rig.watched().hold = true;
        std::vector<Result<CommandDone>> answers;
        const auto collect = [&](Result<CommandDone> done) { answers.push_back(std::move(done)); };
        rig.arbiter().submit(rig.request(rig.hold(1, {"Circle/1/1"})), rig.context(), collect);
        QVERIFY(waitUntil([&] { return rig.watched().commits == before + 1; }));
        rig.arbiter().submit(rig.request(rig.hold(2, {"Stalls/1/1"}), keyOf(6, 1)), rig.context(), collect);
        rig.arbiter().submit(rig.request(rig.hold(3, {"Stalls/1/1"}), keyOf(6, 1)), rig.context(), collect);
        rig.arbiter().submit(rig.request(rig.hold(4, {"Stalls/1/2"}), keyOf(6, 2)), rig.context(), collect);
        rig.arbiter().submit(rig.request(rig.hold(5, {"Stalls/1/1"}, 2), keyOf(7, 1)), rig.context(), collect);
        rig.arbiter().submit(rig.request(rig.hold(5, {"Stalls/1/1"}, 2), keyOf(7, 1)), rig.context(), collect);
        rig.watched().hold = false;
        QVERIFY(waitUntil([&] { return answers.size() == 6; }));
        QCOMPARE(rig.watched().commits.load(), before + 2);
        QVERIFY(answers[1] && !answers[1]->replayed && answers[1]->entries.size() == 1);
        QVERIFY(answers[2] && answers[2]->replayed);
        QCOMPARE(answers[2]->entries, answers[1]->entries);
        QVERIFY(!answers[3] && answers[3].error().code == ErrorCode::IdempotencyMismatch);
        QVERIFY(!answers[4] && answers[4].error().code == ErrorCode::SeatTaken);
        QVERIFY(!answers[5] && answers[5].error() == answers[4].error());
        QCOMPARE(rig.stored().seq(), std::uint64_t(3));
    }
};

QTEST_GUILESS_MAIN(IdempotencyTest)
#include "idempotency_test.moc"

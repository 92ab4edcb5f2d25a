// Alarms: what only a person can settle, and what stands still until then.
#include "tests/unit/domain/box_office.h"

#include <QTest>

using namespace parterre;
using namespace parterre::testing;

namespace {

struct Watched : BoxOffice
{
    const Fence fence = grant(east, places({"Stalls/2/1", "Stalls/2/2"}));

    std::uint64_t alarmSeq() const { return state().alarms().rbegin()->first; }
    AllotmentPhase phase() const { return state().allotment(fence)->phase; }
};

} // namespace

class AlarmsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Each of them may be a sale: looking into one says nothing about the next.
    void everyOpThatIsNotUnderstoodIsLookedInto()
    {
        Watched box;
        box.must(RaiseAlarm{AlarmKind::OpNotUnderstood, east, "op 5"});
        box.must(RaiseAlarm{AlarmKind::OpNotUnderstood, east, "op 9"});
        QCOMPARE(box.state().alarms().size(), std::size_t(2));
        box.must(SettleAlarm{box.state().alarms().begin()->first, "ada", "a test"});
        QCOMPARE(said(box.run(SealAllotment{box.fence, east})), "quarantined");
        box.must(SettleAlarm{box.alarmSeq(), "ada", "another"});
        QCOMPARE(said(box.run(SealAllotment{box.fence, east})), "1 entry");
    }

    void kinds_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<bool>("limbo");  // may the counter have sold a seat twice?
        QTest::addColumn<bool>("frozen"); // does the whole event stop?
        const auto row = [](const char* name, AlarmKind kind, bool limbo, bool frozen) {
            QTest::newRow(name) << static_cast<int>(kind) << limbo << frozen;
        };
        row("fork", AlarmKind::Fork, true, false);
        row("op not understood", AlarmKind::OpNotUnderstood, false, false);
        row("suspect", AlarmKind::Suspect, true, false);
        row("impossible sale", AlarmKind::ImpossibleSale, true, true);
        row("lost history", AlarmKind::LostHistory, true, true);
    }
    void kinds()
    {
        QFETCH(int, kind);
        QFETCH(bool, limbo);
        QFETCH(bool, frozen);
        Watched box;
        const RaiseAlarm raise{static_cast<AlarmKind>(kind), east, "op 7"};
        QCOMPARE(said(box.run(raise)), limbo ? "2 entries" : "1 entry");
        QCOMPARE(said(box.run(raise)), "0 entries"); // one of a kind is enough
        QCOMPARE(box.phase(), limbo ? AllotmentPhase::Limbo : AllotmentPhase::Active);
        QCOMPARE(box.state().frozen(), frozen);
        QVERIFY(box.state().isTainted(east));
        QVERIFY(!box.state().isTainted(west));
        const Alarm& alarm = box.state().alarms().begin()->second;
        QCOMPARE(alarm, (Alarm{box.alarmSeq(), static_cast<AlarmKind>(kind), east, "op 7", box.now}));

        // What it gives back frees nothing (I4, I19), what it sold is sold, and it gets nothing new.
        QCOMPARE(said(box.run(SealAllotment{box.fence, east})), "quarantined");
        QCOMPARE(said(box.run(ReturnPlaces{box.fence, east, box.places({"Stalls/2/1"})})), "quarantined");
        QCOMPARE(box.statusOf("Stalls/2/1"), SeatStatus::Allotted);
        QCOMPARE(said(box.run(RequestAllotment{east, {}})), frozen ? "frozen" : "quarantined");
        QCOMPARE(said(box.run(RenewAllotment{east, box.fence, {}})), frozen ? "frozen" : "quarantined");
        QCOMPARE(verdictOf(box.run(box.allotted(east, box.fence, box.places({"Stalls/2/1"}), 1))), "confirmed");
        QCOMPARE(said(box.run(RequestAllotment{west, {}})), frozen ? "frozen" : "1 entry");

        QCOMPARE(said(box.run(SettleAlarm{box.alarmSeq(), "ada", "the journal was copied"})), "1 entry");
        QVERIFY(!box.state().isTainted(east));
        QVERIFY(!box.state().frozen());
        QCOMPARE(said(box.run(SealAllotment{box.fence, east})), "1 entry");
        QCOMPARE(box.state().audit(), std::string());
    }

    void settledByAPersonWhoSaysWhatWasFound()
    {
        Watched box;
        box.must(RaiseAlarm{AlarmKind::Fork, east, "x"});
        const std::uint64_t seq = box.alarmSeq();
        for (const std::string& text : {std::string(), std::string(1'001, 'x')}) {
            QCOMPARE(said(box.run(SettleAlarm{seq, text, "looked"})), "malformed");
            QCOMPARE(said(box.run(SettleAlarm{seq, "ada", text})), "malformed");
        }
        QCOMPARE(said(box.run(SettleAlarm{seq + 1, "ada", "looked"})), "0 entries");
        QVERIFY(box.state().isTainted(east));
        QCOMPARE(said(box.run(SettleAlarm{seq, "ada", "looked"})), "1 entry");
        QCOMPARE(said(box.run(SettleAlarm{seq, "ada", "looked"})), "0 entries");
    }

    void eachAlarmIsSettledByItself()
    {
        Watched box;
        box.must(RaiseAlarm{AlarmKind::Fork, east, "x"});
        const std::uint64_t fork = box.alarmSeq();
        box.must(Suspect{east, "the journal is behind"});
        box.must(SettleAlarm{fork, "ada", "looked"});
        QVERIFY(box.state().isTainted(east));
        box.must(SettleAlarm{box.alarmSeq(), "ada", "looked"});
        QVERIFY(!box.state().isTainted(east));
    }

    void aSuspectCounterSaysSoItself()
    {
        Watched box;
        QCOMPARE(said(box.run(Suspect{east, std::string(2'000, 'x')})), "2 entries");
        const Alarm& alarm = box.state().alarms().begin()->second;
        QCOMPARE(alarm.kind, AlarmKind::Suspect);
        QCOMPARE(alarm.detail.size(), std::size_t{1'000}); // bounded
        QCOMPARE(said(box.run(Suspect{east, "again"})), "0 entries");
        QCOMPARE(said(box.run(SealAllotment{box.fence, east})), "quarantined");
    }

    void aTaintedCounterIsWrittenOffAtOnce()
    {
        Watched box;
        box.must(RaiseAlarm{AlarmKind::Fork, east, "x"});
        const Places list = box.state().allotment(box.fence)->places;
        QCOMPARE(said(box.run(WriteOffAllotment{box.fence, list, "ada", "cloned", false})), "1 entry");
    }

    // Sold under a live fence, of seats that the allotment does not hold: the rules exclude it.
    void anImpossibleSaleStopsEverything()
    {
        Watched box;
        const auto sold = box.ask(box.allotted(east, box.fence, box.places({"Stalls/2/1", "Stalls/1/1"}), 1));
        QCOMPARE(verdictOf(sold), "confirmed late, impossible"); // cash was taken: it is a fact all the same
        QCOMPARE(box.phase(), AllotmentPhase::Limbo);
        QVERIFY(box.state().frozen());
        QCOMPARE(said(box.run(PlaceHold{idOf<HoldId>(1), bob, Channel::Fan, box.places({"Circle/1/1"}), {}})),
                 "frozen");
        // Once is enough: the next one changes nothing about that.
        QCOMPARE(verdictOf(box.ask(box.allotted(east, box.fence, box.places({"Stalls/1/2"}), 2))), "confirmed late");
        QCOMPARE(box.state().alarms().size(), std::size_t{1});
        box.must(SettleAlarm{box.alarmSeq(), "ada", "looked"});
        QCOMPARE(said(box.run(PlaceHold{idOf<HoldId>(1), bob, Channel::Fan, box.places({"Circle/1/1"}), {}})),
                 "1 entry");
        QCOMPARE(box.state().audit(), std::string());
    }

    // Its counters are sound: what they give back is given back, and nothing of theirs is in limbo.
    void aCentreThatHasLostDataStopsTheEventAlone()
    {
        Watched box;
        QCOMPARE(said(box.run(RaiseAlarm{AlarmKind::LostHistory, {}, "East has seen 40, the log ends at 30"})),
                 "1 entry");
        QCOMPARE(said(box.run(RaiseAlarm{AlarmKind::LostHistory, {}, "West as well"})), "0 entries");
        QVERIFY(box.state().frozen());
        QCOMPARE(said(box.run(PlaceHold{idOf<HoldId>(1), bob, Channel::Fan, box.places({"Circle/1/1"}), {}})),
                 "frozen");
        QVERIFY(!box.state().isTainted(east));
        QCOMPARE(box.phase(), AllotmentPhase::Active);
        QCOMPARE(said(box.run(SealAllotment{box.fence, east})), "1 entry");
        box.must(SettleAlarm{box.alarmSeq(), "ada", "restored"});
        QVERIFY(!box.state().frozen());
    }

    void deadFencesAndProvisionalSalesAreNotImpossible()
    {
        Watched box;
        QCOMPARE(verdictOf(box.ask(box.allotted(east, Fence{1}, box.places({"Stalls/1/1"}), 1))), "confirmed late");
        QCOMPARE(verdictOf(box.ask(box.provisional(east, box.places({"Stalls/1/2"}), 2))), "confirmed");
        QVERIFY(box.state().alarms().empty());
    }
};

QTEST_GUILESS_MAIN(AlarmsTest)
#include "alarms_test.moc"

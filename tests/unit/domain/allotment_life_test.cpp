// The life of an allotment: renewed, asked back, in limbo, written off. Time stops a counter and frees nothing.
#include "sync/domain/allotment_rule.h"
#include "tests/unit/domain/box_office.h"

#include <QTest>

using namespace parterre;
using namespace parterre::testing;

namespace {

// East has four seats of area A and five units; the grant is entry 2.
struct Reserve : BoxOffice
{
    const Places all = places({"Stalls/2/1", "Stalls/2/2", "Stalls/2/3", "Stalls/2/4"}, {{StandingIndex{0}, 5}});
    const Fence first = grant(east, all);

    const Allotment* own() const { return state().allotmentOf(east); }
    Fence renew(std::vector<AreaWish> wishes = {{PriceAreaIndex{0}, 4}})
    {
        must(RenewAllotment{east, own()->fence, std::move(wishes)});
        return own()->fence;
    }
    std::string sell(Fence fence, std::string_view label, std::uint64_t number)
    {
        return verdictOf(ask(allotted(east, fence, places({label}), number)));
    }
    WriteOffAllotment writeOff() const { return {own()->fence, own()->places, "ada", "no answer", false}; }
};

} // namespace

class AllotmentLifeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // ---- Renewal
    void aRenewalKeepsOldFencesValid()
    {
        Reserve box;
        box.now = box.now + std::chrono::hours(2);
        const Fence second = box.renew({{PriceAreaIndex{0}, 6}});
        QCOMPARE(second.value, box.state().seq());
        QVERIFY(second > box.first);
        QCOMPARE(box.own()->grantedAt, box.now);
        QCOMPARE(box.own()->places.seats.size(), std::size_t{6});
        QCOMPARE(box.own()->places.standing, box.all.standing);
        QVERIFY(!box.state().allotment(box.first));
        const Fence third = box.renew();
        // The counter has not heard of it: its sales are under the fence it knows.
        QCOMPARE(box.sell(box.first, "Stalls/2/1", 1), "confirmed");
        QCOMPARE(box.sell(second, "Stalls/2/2", 2), "confirmed");
        QCOMPARE(box.sell(third, "Stalls/2/3", 3), "confirmed");
        QCOMPARE(said(box.run(ReturnPlaces{box.first, east, box.places({"Stalls/2/4"})})), "1 entry");
        QCOMPARE(said(box.run(SealAllotment{second, east})), "1 entry");
        QVERIFY(!box.own());
        QCOMPARE(box.state().audit(), std::string());
    }

    void fencesOutsideTheRangeAreDead()
    {
        Reserve box;
        const Fence second = box.renew();
        for (const Fence dead : {Fence{1}, Fence{second.value + 1}}) {
            QCOMPARE(said(box.run(ReturnPlaces{dead, east, box.places({"Stalls/2/4"})})), "0 entries");
            QCOMPARE(said(box.run(SealAllotment{dead, east})), "0 entries");
        }
        QCOMPARE(box.sell(Fence{second.value + 1}, "Stalls/2/1", 1), "confirmed late"); // of its own seats all the same
        box.must(SealAllotment{second, east});
        const Fence fresh = box.grant(east, box.places({"Stalls/2/2"}));
        QCOMPARE(said(box.run(SealAllotment{second, east})), "0 entries"); // an old seal does not close a new grant
        QCOMPARE(said(box.run(SealAllotment{box.first, east})), "0 entries");
        QVERIFY(box.state().allotment(fresh));
    }

    // Fences of all counters are numbers of one log: those of another lie between those of a renewed allotment.
    void anothersFenceIsForeign()
    {
        Reserve box;
        const Fence other = box.grant(west, box.places({"Stalls/3/1"}));
        const Fence second = box.renew();
        QVERIFY(box.first < other && other < second);
        QCOMPARE(said(box.run(SealAllotment{other, east})), "allotment_foreign");
        QCOMPARE(said(box.run(ReturnPlaces{other, east, box.places({"Stalls/2/1"})})), "allotment_foreign");
        QVERIFY(box.own());
    }

    void aRepeatedRenewalAnswersWhatIsLive()
    {
        Reserve box;
        const RenewAllotment renewal{east, box.first, {{PriceAreaIndex{0}, 6}}};
        QCOMPARE(said(box.run(renewal)), "1 entry");
        const Fence live = box.own()->fence;
        QCOMPARE(said(box.run(renewal)), "0 entries");
        QCOMPARE(box.own()->fence, live);
    }

    void whatIsNotRenewed()
    {
        Reserve box;
        QCOMPARE(said(box.run(RenewAllotment{west, box.first, {}})), "allotment_gone");
        QCOMPARE(said(box.run(RenewAllotment{east, Fence{1}, {}})), "allotment_foreign");
        QCOMPARE(said(box.run(RenewAllotment{east, box.first, std::vector<AreaWish>(1'001)})), "malformed");
        QCOMPARE(said(box.run(RequestAllotment{west, std::vector<AreaWish>(1'001)})), "malformed");
        box.must(MarkLimbo{box.first, "test"});
        QCOMPARE(said(box.run(RenewAllotment{east, box.first, {}})), "allotment_gone");
        QCOMPARE(said(box.run(RequestAllotment{east, {}})), "allotment_gone"); // seal first
        box.must(SealAllotment{box.first, east});
        box.now = box.terms().startsAt + std::chrono::hours(1);
        QCOMPARE(said(box.run(RenewAllotment{east, box.first, {}})), "not_on_sale");
    }

    void theReserveIsSizedByWhatWasSold_data()
    {
        QTest::addColumn<uint>("soldLastHour");
        QTest::addColumn<qint64>("outage"); // minutes
        QTest::addColumn<uint>("wished");
        QTest::newRow("nothing sold") << 0U << qint64{240} << 0U;
        QTest::newRow("a few") << 1U << qint64{60} << 4U;
        QTest::newRow("exactly") << 20U << qint64{60} << 30U;
        QTest::newRow("rounded up") << 7U << qint64{30} << 6U;
        QTest::newRow("a long outage") << 20U << qint64{8 * 60} << 240U;
        QTest::newRow("bounded") << 0xFFFFFFFFU << qint64{24 * 60} << 2'000U;
    }
    void theReserveIsSizedByWhatWasSold()
    {
        QFETCH(uint, soldLastHour);
        QFETCH(qint64, outage);
        QFETCH(uint, wished);
        const auto wishes = reserveWishes({{PriceAreaIndex{1}, soldLastHour}}, std::chrono::minutes(outage));
        QCOMPARE(wishes.size(), wished == 0 ? std::size_t{0} : std::size_t{1});
        if (wished > 0)
            QCOMPARE(wishes[0], (AreaWish{PriceAreaIndex{1}, wished}));
    }

    // ---- Recall
    void askedBack()
    {
        Reserve box;
        const Places wanted = box.places({"Stalls/1/1", "Stalls/2/1", "Stalls/2/2"}); // one is free anyway
        const auto recalled = box.run(RecallPlaces{wanted});
        QCOMPARE(said(recalled), "1 entry");
        QCOMPARE(std::get<AllotmentRecalled>(recalled->at(0)).places, box.places({"Stalls/2/1", "Stalls/2/2"}));
        QCOMPARE(said(box.run(RecallPlaces{wanted})), "0 entries"); // asked already
        QCOMPARE(box.statusOf("Stalls/2/1"), SeatStatus::Allotted); // asking frees nothing
        QCOMPARE(said(box.run(PlaceHold{idOf<HoldId>(1), bob, Channel::Fan, wanted, {}})), "seat_taken");

        const KeepPlaces keep{box.first, east, box.places({"Stalls/2/1"})};
        QCOMPARE(said(box.run(keep)), "1 entry");
        QCOMPARE(said(box.run(keep)), "0 entries");
        QCOMPARE(box.own()->recalled, box.places({"Stalls/2/2"}));
        QCOMPARE(said(box.run(ReturnPlaces{box.first, east, box.places({"Stalls/2/2"})})), "1 entry");
        QVERIFY(box.own()->recalled.empty());
        QCOMPARE(box.statusOf("Stalls/2/2"), SeatStatus::Free);
        QCOMPARE(said(box.run(RecallPlaces{wanted})), "1 entry");    // and again, some other time
        QCOMPARE(box.sell(box.first, "Stalls/2/1", 1), "confirmed"); // sold before it heard
        QVERIFY(box.own()->recalled.empty());
        QCOMPARE(box.state().audit(), std::string());
    }

    void unitsAreAskedForAsFarAsTheyHaveNotBeen()
    {
        Reserve box;
        const auto recall = [&](std::uint32_t count) {
            return said(box.run(RecallPlaces{{{}, {{StandingIndex{0}, count}}}}));
        };
        const auto recalled = [&] { return box.own()->recalled.units(); };
        QCOMPARE(recall(1), "1 entry");
        QCOMPARE(recall(1), "0 entries");
        QCOMPARE(recall(3), "1 entry"); // two more
        QCOMPARE(recalled(), std::uint64_t{3});
        QCOMPARE(recall(9), "1 entry"); // all five
        QCOMPARE(recalled(), std::uint64_t{5});
        QCOMPARE(said(box.run(KeepPlaces{box.first, east, {{}, {{StandingIndex{0}, 4}}}})), "1 entry");
        QCOMPARE(recalled(), std::uint64_t{1});
        QCOMPARE(box.state().audit(), std::string());
    }

    void whoCannotBeAsked_data()
    {
        QTest::addColumn<QString>("who");
        QTest::newRow("silent") << "silent";
        QTest::newRow("in limbo") << "in limbo";
    }
    void whoCannotBeAsked()
    {
        QFETCH(QString, who);
        Reserve box;
        if (who == QStringLiteral("silent")) {
            QCOMPARE(said(box.run(NoteContact{box.first, false})), "1 entry");
            QCOMPARE(said(box.run(NoteContact{box.first, false})), "0 entries");
            QVERIFY(!box.own()->reachable);
        } else {
            box.must(MarkLimbo{box.first, "test"});
        }
        QCOMPARE(said(box.run(RecallPlaces{box.places({"Stalls/2/1"})})), "seat_taken");
        const Places units{{}, {{StandingIndex{0}, 3}}};
        QCOMPARE(said(box.run(RecallPlaces{units})), "seat_taken");
        box.grant(west, units); // units have no names: West is asked
        const auto recalled = box.run(RecallPlaces{units});
        QCOMPARE(said(recalled), "1 entry");
        QCOMPARE(std::get<AllotmentRecalled>(recalled->at(0)).fence, box.state().allotmentOf(west)->fence);
        if (who == QStringLiteral("silent")) {
            box.must(NoteContact{box.first, true});
            QCOMPARE(said(box.run(RecallPlaces{box.places({"Stalls/2/1"})})), "1 entry");
        }
    }

    void aRenewalRemembersWhatWasAsked()
    {
        Reserve box;
        box.must(RecallPlaces{box.places({"Stalls/2/1"})});
        box.renew();
        QCOMPARE(box.own()->recalled, box.places({"Stalls/2/1"}));
        box.must(MarkLimbo{box.own()->fence, "test"}); // nobody answers from there
        QVERIFY(box.own()->recalled.empty());
        QCOMPARE(said(box.run(KeepPlaces{box.first, east, box.places({"Stalls/2/1"})})), "0 entries");
    }

    // ---- Limbo
    void timeOnlyStops()
    {
        Reserve box;
        const Instant over = box.now + std::chrono::hours(24);
        QCOMPARE(box.state().nextDeadline().value(), over);
        box.now = over - Milliseconds(1);
        QCOMPARE(said(box.ask(SweepExpired{})), "0 entries");
        box.now = over;
        QCOMPARE(said(box.ask(SweepExpired{})), "1 entry");
        QCOMPARE(box.own()->phase, AllotmentPhase::Limbo);
        QCOMPARE(said(box.ask(SweepExpired{})), "0 entries");
        QVERIFY(!box.state().nextDeadline());
        QCOMPARE(box.own()->places, box.all);
        QCOMPARE(said(box.run(PlaceHold{idOf<HoldId>(1), bob, Channel::Fan, box.places({"Stalls/2/1"}), {}})),
                 "seat_taken");
        // The counter itself may not take places for a basket, but what it has sold is sold.
        QCOMPARE(said(box.run(PlaceHold{
                     idOf<HoldId>(1), HolderId{east.bytes}, Channel::Counter, box.places({"Stalls/2/1"}), {}})),
                 "seat_taken");
        QCOMPARE(box.sell(box.first, "Stalls/2/1", 1), "confirmed");
        QCOMPARE(said(box.run(SealAllotment{box.first, east})), "1 entry");
        QCOMPARE(box.state().freeSeats(), 45U);
        QCOMPARE(said(box.run(RequestAllotment{east, {}})), "1 entry");
    }

    // ---- Write-off
    void notBeforeItsTime()
    {
        Reserve box;
        QCOMPARE(writeOffFrom(*box.own()), box.now + std::chrono::minutes(24 * 60 + 15) -
                                               std::chrono::seconds(36) + // 1.01
                                               std::chrono::minutes(5));
        box.now = writeOffFrom(*box.own()) + std::chrono::hours(1);
        QCOMPARE(said(box.run(box.writeOff())), "allotment_foreign"); // the sweep has not been: it is Active
        box.must(SweepExpired{});
        box.now = writeOffFrom(*box.own()) - Milliseconds(1);
        QCOMPARE(said(box.run(box.writeOff())), "limit_exceeded");
        box.now = box.now + Milliseconds(1);
        const WriteOffAllotment signedOff = box.writeOff();
        QCOMPARE(said(box.run(signedOff)), "1 entry");
        QVERIFY(!box.own());
        QCOMPARE(box.state().freeSeats(), 46U);
        QCOMPARE(box.state().standing(StandingIndex{0}).free(), 50U);
        const WriteOff& record = box.state().writeOffs().at(box.first);
        QCOMPARE(record, (WriteOff{box.first, east, box.all, "ada", "no answer", box.now}));
        QCOMPARE(said(box.run(signedOff)), "0 entries");
        QCOMPARE(box.state().audit(), std::string());
    }

    void onlyWithTheVeryList()
    {
        Reserve box;
        box.must(MarkLimbo{box.first, "stolen"});
        WriteOffAllotment stolen = box.writeOff();
        stolen.deviceLost = true;
        QCOMPARE(box.sell(box.first, "Stalls/2/1", 1), "confirmed"); // a sale came in since the list was read
        QCOMPARE(said(box.run(stolen)), "amount_mismatch");
        stolen.places = box.own()->places;
        --stolen.places.standing[0].count;
        QCOMPARE(said(box.run(stolen)), "amount_mismatch");
        stolen.places = box.own()->places;
        std::reverse(stolen.places.seats.begin(), stolen.places.seats.end()); // the order of the list is no matter
        for (std::string* missing : {&stolen.by, &stolen.reason}) {
            const std::string text = std::exchange(*missing, "");
            QCOMPARE(said(box.run(stolen)), "malformed");
            *missing = std::string(1'001, 'x');
            QCOMPARE(said(box.run(stolen)), "malformed");
            *missing = text;
        }
        QCOMPARE(said(box.run(stolen)), "1 entry"); // at once: its key has been revoked
        QVERIFY(box.isSoldTo("Stalls/2/1", 1));
        QCOMPARE(box.state().freeSeats(), 45U);
    }

    void whoHasGivenItBackIsNotWrittenOff()
    {
        Reserve box;
        const WriteOffAllotment late = box.writeOff();
        box.must(SealAllotment{box.first, east});
        QCOMPARE(said(box.run(late)), "allotment_gone");
    }

    // The risk that was signed: what the counter had sold meets whoever has the seat by then.
    void lateSalesAfterAWriteOff_data()
    {
        QTest::addColumn<QString>("seat");
        QTest::addColumn<QString>("verdict");
        QTest::newRow("free") << "free"
                              << "confirmed late";
        QTest::newRow("sold again") << "sold again"
                                    << "open case";
        QTest::newRow("held") << "held"
                              << "hold taken, confirmed late";
        QTest::newRow("being paid") << "being paid"
                                    << "contest";
        QTest::newRow("allotted to another") << "allotted to another"
                                             << "open case";
        QTest::newRow("allotted to it again") << "allotted to it again"
                                              << "confirmed late";
    }
    void lateSalesAfterAWriteOff()
    {
        QFETCH(QString, seat);
        QFETCH(QString, verdict);
        Reserve box;
        box.must(MarkLimbo{box.first, "stolen"});
        WriteOffAllotment signedOff = box.writeOff();
        signedOff.deviceLost = true;
        box.must(signedOff);
        const Places place = box.places({"Stalls/2/1"});
        if (seat == QStringLiteral("sold again"))
            box.sellAway(place, 7);
        else if (seat == QStringLiteral("held"))
            box.must(PlaceHold{idOf<HoldId>(7), bob, Channel::Fan, place, {}});
        else if (seat == QStringLiteral("being paid"))
            box.startPaying(bob, place, 7);
        else if (seat == QStringLiteral("allotted to another"))
            box.grant(west, place);
        else if (seat == QStringLiteral("allotted to it again"))
            box.grant(east, place);
        QCOMPARE(QString::fromStdString(box.sell(box.first, "Stalls/2/1", 1)), verdict);
        QCOMPARE(said(box.run(SealAllotment{box.first, east})), "0 entries"); // its seal comes too late to matter
        QCOMPARE(box.state().audit(), std::string());
    }
};

QTEST_GUILESS_MAIN(AllotmentLifeTest)
#include "allotment_life_test.moc"

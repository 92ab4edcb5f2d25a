// A log restored from a backup: nothing new until every counter has reported, and then nobody loses what they were
// told.
#include "tests/support/sample_events.h"

#include <QTest>

using namespace parterre;
using namespace parterre::testing;

namespace {

const DeviceId east = idOf<DeviceId>(1);
const DeviceId west = idOf<DeviceId>(2);

SellProvisional saleIn(const SampleEvent& event, DeviceId device, std::uint64_t number, const Places& places)
{
    SellProvisional sale{device, event.orderOf(places, number), Wish::Refund, true};
    sale.order.device = device;
    sale.order.buyer.phone = "040 1234";
    return sale;
}

struct Restored : SampleEvent
{
    explicit Restored(bool westHasAReserve = false)
    {
        if (westHasAReserve)
            must(RequestAllotment{west, {}});
        restore();
    }
    explicit Restored(const std::vector<Command>& ofTheBackup)
    {
        for (const Command& command : ofTheBackup)
            take(command);
        restore();
    }
    void restore() { must(RestoreLog{1, {east, west}}); }
    // The label of a seat in the reserve of west.
    std::string reserved() const { return plan().label(state().allotmentOf(west)->places.seats.front()); }

    SellProvisional sale(DeviceId device, std::uint64_t number, std::string_view seat) const
    {
        return saleIn(*this, device, number, places({seat}));
    }
    // As the arbiter takes it in: the command, then what the rules do by themselves.
    void take(const Command& command, std::optional<Told> told = {})
    {
        const auto decision = told ? decideRepeated(state(), command, now, *told) : decide(state(), command, now);
        QVERIFY(decision.ok());
        for (const EntryBody& body : *decision)
            append(body);
        for (;;) {
            const auto steps = run(SettleCases{});
            QVERIFY(steps.ok());
            if (steps->empty())
                return;
        }
    }
    CasePhase phase(std::uint64_t number) const { return state().caseOf(idOf<CaseId>(number))->phase; }
};

} // namespace

class RestoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void newClaimsWait()
    {
        Restored event;
        const PlaceHold hold{idOf<HoldId>(3), idOf<HolderId>(3), Channel::Fan, event.places({"Circle/2/1"}), {}};
        QCOMPARE(said(event.run(hold)), "frozen");
        QCOMPARE(said(event.run(RequestAllotment{east, {}})), "frozen");
        event.must(Hello{east, 1, 12});
        QCOMPARE(said(event.run(hold)), "frozen");
        QCOMPARE(said(event.run(Hello{west, 7, 12})), "0 entries"); // of another restore
        event.must(GiveUpDevice{west, "ada", "stolen"});
        QCOMPARE(said(event.run(hold)), "1 entry");
    }

    void fencesGrowOverARestore()
    {
        Restored event;
        event.must(Hello{east, 1, 1});
        event.must(Hello{west, 1, 1});
        event.must(RequestAllotment{east, {}});
        QVERIFY(event.state().allotmentOf(east)->fence.value > (std::uint64_t{1} << 40));
        QCOMPARE(said(event.run(RestoreLog{0, {}})), "malformed");
    }

    // West was told "confirmed" before; east, who reports first, was told nothing. The order of reports decides
    // nothing.
    void whatWasToldGoesFirst()
    {
        Restored event;
        event.take(event.sale(east, 11, "Stalls/1/1"));
        QCOMPARE(event.phase(11), CasePhase::Contest);
        QVERIFY(!event.state().order(idOf<OrderId>(11)));
        event.take(event.sale(west, 12, "Stalls/1/1"), Told::Done);
        QVERIFY(event.state().order(idOf<OrderId>(12)));
        event.take(Hello{east, 1, 1});
        QCOMPARE(event.phase(11), CasePhase::Contest);
        event.take(Hello{west, 1, 1});
        QCOMPARE(event.phase(11), CasePhase::RefundDue);
        QCOMPARE(event.state().audit(), std::string());
    }

    // A sale under a fence goes before a provisional one that was reported earlier.
    void aFenceGoesBeforeHope()
    {
        Restored event;
        event.take(event.sale(east, 11, "Stalls/1/1"));
        SellAllotted fenced{Fence{90}, west,
                            orderFor(event.plan(), event.terms(), event.places({"Stalls/1/1"}), idOf<OrderId>(12))};
        fenced.order.device = west;
        event.take(fenced);
        event.take(Hello{east, 1, 1});
        event.take(Hello{west, 1, 1});
        QCOMPARE(event.phase(12), CasePhase::Won);
        QCOMPARE(event.phase(11), CasePhase::RefundDue);
        QCOMPARE(event.state().audit(), std::string());
    }

    // West gave the seat back and east sold it, and the backup has forgotten both.
    void whatWasToldWaitsForWhoeverTheBackupGivesItsSeatTo()
    {
        Restored event(true);
        event.take(event.sale(east, 11, event.reserved()), Told::Done);
        QCOMPARE(event.phase(11), CasePhase::Contest);
        QCOMPARE(event.state().audit(), std::string());
        event.take(Hello{east, 1, 1});
        QCOMPARE(event.phase(11), CasePhase::Contest);
        event.take(SealAllotment{event.state().allotmentOf(west)->fence, west});
        event.take(Hello{west, 1, 1});
        QCOMPARE(event.phase(11), CasePhase::Won);
        QCOMPARE(event.state().audit(), std::string());
    }

    // In the backup the seat is a customer's whose order west has voided since; then east sold it.
    void whatWasToldWaitsForWhoeverMayHaveVoided()
    {
        Restored event;
        event.take(event.sale(west, 12, "Stalls/1/1"), Told::Done);
        event.take(event.sale(east, 11, "Stalls/1/1"), Told::Done);
        QCOMPARE(event.phase(11), CasePhase::Contest);
        event.take(Hello{east, 1, 1});
        QCOMPARE(event.phase(11), CasePhase::Contest);
        event.take(VoidTickets{idOf<OrderId>(12), {}, "changed their mind", "ada"});
        event.take(Hello{west, 1, 1});
        QCOMPARE(event.phase(11), CasePhase::Won);
        QCOMPARE(event.state().audit(), std::string());
    }

    // In the backup other seats are offered to a customer, who has said no since, at the centre; then west sold one.
    void whatWasToldTakesWhatIsOffered()
    {
        const SampleEvent empty;
        const Places taken = empty.places({"Stalls/1/1"});
        SellProvisional lost = saleIn(empty, east, 11, taken);
        lost.wish = Wish::Ask;
        Restored event({saleIn(empty, west, 10, taken), lost});
        QCOMPARE(event.phase(11), CasePhase::Offered);
        const std::string offered = event.plan().label(event.state().caseOf(idOf<CaseId>(11))->offers[0].seats[0]);
        event.take(event.sale(west, 12, offered), Told::Done);
        QCOMPARE(event.phase(12), CasePhase::Contest);
        event.take(Hello{east, 1, 1});
        event.take(Hello{west, 1, 1});
        QCOMPARE(event.phase(12), CasePhase::Won);
        QCOMPARE(event.phase(11), CasePhase::Open); // a person looks
        QCOMPARE(event.state().caseOf(idOf<CaseId>(11))->lost, taken);
        QCOMPARE(event.state().audit(), std::string());
    }

    // In the backup a party waits for a fan's payment, and the rest of its places is kept for it: all of the floor.
    void whatWasToldTakesWhatIsKeptForAContest()
    {
        const SampleEvent empty;
        const Places waits = empty.places({"Stalls/1/1"});
        const StandingUnits floor{StandingIndex{0}, empty.plan().standing()[0].capacity};
        const HolderId fan = idOf<HolderId>(3);
        Restored event({PlaceHold{idOf<HoldId>(3), fan, Channel::Fan, waits, {}},
                        StartPayment{idOf<HoldId>(3), fan, idOf<OrderId>(3)},
                        saleIn(empty, east, 11, empty.places({"Stalls/1/1"}, {floor}))});
        QCOMPARE(event.phase(11), CasePhase::Contest);
        event.take(saleIn(empty, west, 12, empty.places({}, {{StandingIndex{0}, 1}})), Told::Done);
        event.take(Hello{east, 1, 1});
        event.take(Hello{west, 1, 1});
        QCOMPARE(event.phase(12), CasePhase::Won);
        QCOMPARE(event.phase(11), CasePhase::RefundDue);
        QCOMPARE(event.state().standing(StandingIndex{0}).kept, 0U);
        QCOMPARE(event.state().audit(), std::string());
    }

    // In the backup the house keeps the seat back, or cannot use it, or a customer has reserved it; all that had ended
    // when west sold it.
    void whatWasToldTakesWhatWasSetAside_data()
    {
        QTest::addColumn<int>("by");
        QTest::newRow("house hold") << 0;
        QTest::newRow("kill") << 1;
        QTest::newRow("reservation") << 2;
        QTest::newRow("reservation of a standing place") << 3;
    }
    void whatWasToldTakesWhatWasSetAside()
    {
        QFETCH(int, by);
        const SampleEvent empty;
        const StandingUnits floor{StandingIndex{0}, empty.plan().standing()[0].capacity};
        const Places all = by == 3 ? empty.places({}, {floor}) : empty.places({"Stalls/1/1"});
        const Places sold = by == 3 ? empty.places({}, {{StandingIndex{0}, 1}}) : all;
        const HolderId holder{west.bytes};
        std::vector<Command> before{BlockSeats{all.seats, by == 1, "sight lines"}};
        if (by > 1)
            before = {ReservePlaces{idOf<ReservationId>(3), holder, {}, all, "Ms Moon",
                                    empty.now + std::chrono::hours(24)}};
        Restored event(before);
        event.take(saleIn(empty, west, 12, sold), Told::Done);
        QCOMPARE(event.phase(12), CasePhase::Contest); // nothing is pushed aside while the event waits
        event.take(Hello{east, 1, 1});
        event.take(Hello{west, 1, 1});
        QCOMPARE(event.phase(12), CasePhase::Won);
        QVERIFY(event.state().order(idOf<OrderId>(12)));
        QVERIFY(!event.state().reservation(idOf<ReservationId>(3)));
        QCOMPARE(event.state().audit(), std::string());
    }

    // The order waits as a case until the thaw; its paper had been printed anew before the restore.
    void newPaperOfAWaitingOrderIsKept()
    {
        Restored event(true);
        const SellProvisional sale = event.sale(east, 11, event.reserved());
        event.take(sale, Told::Done);
        QCOMPARE(event.phase(11), CasePhase::Contest);
        const TicketSerial serial = sale.order.tickets.front().serial;
        event.take(ReissueTickets{sale.order.id, {serial}, "jammed", "ann"}, Told::Done);
        event.take(sale, Told::Done); // and again, after another restore perhaps
        event.take(Hello{east, 1, 1});
        event.take(SealAllotment{event.state().allotmentOf(west)->fence, west});
        event.take(Hello{west, 1, 1});
        QCOMPARE(event.phase(11), CasePhase::Won);
        QCOMPARE(event.state().order(sale.order.id)->tickets.front().serial, reissuedSerial(serial));
        QCOMPARE(event.state().audit(), std::string());
    }

    // Who was given up reports after all; a fan pays for the seat, and paper that was told nothing came first.
    void whatWasToldGoesFirstAfterTheThawToo()
    {
        Restored event;
        event.take(Hello{east, 1, 1});
        event.take(GiveUpDevice{west, "ada", "stolen"});
        const HolderId fan = idOf<HolderId>(3);
        event.must(PlaceHold{idOf<HoldId>(3), fan, Channel::Fan, event.places({"Stalls/1/1"}), {}});
        event.must(StartPayment{idOf<HoldId>(3), fan, idOf<OrderId>(3)});
        event.take(event.sale(east, 11, "Stalls/1/1"));
        event.take(event.sale(west, 12, "Stalls/1/1"), Told::Done);
        QCOMPARE(event.phase(11), CasePhase::Contest);
        QCOMPARE(event.phase(12), CasePhase::Contest);
        event.take(FailPayment{idOf<HoldId>(3), idOf<OrderId>(3)});
        QCOMPARE(event.phase(12), CasePhase::Won);
        QCOMPARE(event.phase(11), CasePhase::RefundDue);
    }

    void whatWasToldGoesBeforeAFence()
    {
        Restored event(true);
        SellAllotted fenced{Fence{90}, west,
                            orderFor(event.plan(), event.terms(), event.places({event.reserved()}), idOf<OrderId>(12))};
        event.take(event.sale(east, 11, event.reserved()), Told::Done);
        fenced.device = fenced.order.device.emplace(idOf<DeviceId>(3));
        event.take(fenced);
        event.take(Hello{east, 1, 1});
        event.take(SealAllotment{event.state().allotmentOf(west)->fence, west});
        event.take(Hello{west, 1, 1});
        QCOMPARE(event.phase(11), CasePhase::Won);
        QVERIFY(!event.state().order(idOf<OrderId>(12)));
    }

    void moneyThatWentBackIsBack()
    {
        Restored event;
        SellProvisional lost = event.sale(east, 11, "Stalls/1/1");
        lost.wish = Wish::Ask;
        event.take(lost, Told::Lost);
        QCOMPARE(event.phase(11), CasePhase::Open); // other seats are offered when everybody has reported
        event.take(RecordRefund{idOf<CaseId>(11), "ada"}, Told::Done);
        QCOMPARE(event.phase(11), CasePhase::Refunded);
        event.take(RecordRefund{idOf<CaseId>(11), "bea"}, Told::Done); // of before this was refused
        QCOMPARE(event.phase(11), CasePhase::Refunded);
        QCOMPARE(event.state().audit(), std::string());
    }

    void whatWasLostStaysLost()
    {
        Restored event;
        event.take(event.sale(east, 11, "Stalls/1/1"), Told::Lost); // the seat is free, but its buyer has been paid
        QCOMPARE(event.phase(11), CasePhase::RefundDue);
        QCOMPARE(event.seat("Stalls/1/1").status, SeatStatus::Free);
    }
};

QTEST_GUILESS_MAIN(RestoreTest)
#include "restore_test.moc"

// The arbitration table of the sync design, cell by cell: what has the seat × who claims it. Each row of this test is
// named after its cell.
#include "tests/unit/domain/box_office.h"

#include <QTest>

#include <functional>

using namespace parterre;
using namespace parterre::testing;

namespace {

// East has a live allotment (without the seat in question), West's has been sealed. The claim is order 1; what is in
// its way has the number 7 or 8.
struct Table : BoxOffice
{
    const Places place = places({"Stalls/2/1"});
    Fence live;
    Fence dead;

    Table()
    {
        live = grant(east, places({"Stalls/1/1", "Stalls/1/2"}));
        dead = grant(west, places({"Stalls/2/1", "Stalls/2/2"}));
        must(SealAllotment{dead, west});
    }
    // East's allotment anew, with the seat.
    void give(DeviceId device)
    {
        if (const Allotment* own = state().allotmentOf(device))
            must(SealAllotment{own->fence, device});
        (device == east ? live : dead) = grant(device, place);
    }
    void holdByAnn() { must(PlaceHold{idOf<HoldId>(7), ann, Channel::Fan, place, {}}); }
};

struct Row
{
    const char* name;
    std::function<void(Table&)> prepare;
    // What becomes of: a sale under a live fence, under a dead one, a provisional sale, a fan's hold (after "/": the
    // recall that the server tries then), the late capture of another fan's payment.
    const char* live;
    const char* dead;
    const char* provisional;
    const char* hold;
    const char* captured;
};

const std::vector<Row>& rows()
{
    static const std::vector<Row> all{
        {"Free", [](Table&) {}, //
         "impossible, confirmed late", "confirmed late", "confirmed", "held", "confirmed late"},
        {"Allotted, this fence", [](Table& t) { t.give(east); }, //
         "confirmed", "confirmed late", "confirmed", "seat_taken/recalled", "seat_taken"},
        {"Limbo, this fence",
         [](Table& t) {
             t.give(east);
             t.must(MarkLimbo{t.live, "test"});
         },
         "confirmed", "confirmed late", "confirmed", "seat_taken/seat_taken", "seat_taken"},
        {"Allotted, other", [](Table& t) { t.grant(idOf<DeviceId>(3), t.place); }, //
         "impossible, open case", "open case", "open case", "seat_taken/recalled", "seat_taken"},
        {"Limbo, other",
         [](Table& t) {
             t.must(MarkLimbo{t.grant(idOf<DeviceId>(3), t.place), "test"});
         }, //
         "impossible, open case", "open case", "open case", "seat_taken/seat_taken", "seat_taken"},
        {"Held (unpaid)", [](Table& t) { t.holdByAnn(); }, //
         "impossible, hold taken, confirmed late", "hold taken, confirmed late", "hold taken, confirmed",
         "seat_taken/nothing", "seat_taken"},
        {"Paying", [](Table& t) { t.startPaying(ann, t.place, 7); }, //
         "impossible, contest", "contest", "contest", "seat_taken/nothing", "seat_taken"},
        {"Contest",
         [](Table& t) {
             t.startPaying(ann, t.place, 7);
             t.must(t.provisional(west, t.place, 8));
         },
         "impossible, contest", "contest", "contest", "seat_taken/nothing", "seat_taken"},
        {"Contest, kept",
         [](Table& t) { // the other contest waits for another seat, and has this one
             t.startPaying(ann, t.places({"Stalls/2/2"}), 7);
             t.must(t.provisional(west, t.places({"Stalls/2/1", "Stalls/2/2"}), 8));
         },
         "impossible, contest", "contest", "contest", "seat_taken/nothing", "seat_taken"},
        {"Reserved, before deadline",
         [](Table& t) {
             t.must(ReservePlaces{idOf<ReservationId>(7), ann, {}, t.place, "Ann", t.now + Milliseconds(1)});
         },
         "impossible, open case", "open case", "open case", "seat_taken/nothing", "seat_taken"},
        {"Sold", [](Table& t) { t.sellAway(t.place, 7); }, //
         "impossible, open case", "open case", "open case", "seat_taken/nothing", "seat_taken"},
        {"Accepted provisional", [](Table& t) { t.must(t.provisional(west, t.place, 7)); }, //
         "impossible, open case", "open case", "open case", "seat_taken/nothing", "seat_taken"},
        {"Admitted",
         [](Table& t) {
             t.sellAway(t.place, 7);
             t.must(AdmitTicket{idOf<OrderId>(7), t.orderNo(7)->tickets[0].serial});
         },
         "impossible, case at door", "case at door", "case at door", "seat_taken/nothing", "seat_taken"},
        {"House hold",
         [](Table& t) {
             t.must(BlockSeats{t.place.seats, false, "press"});
         }, //
         "impossible, open case", "open case", "open case", "seat_taken/nothing", "seat_taken"},
        {"Kill",
         [](Table& t) {
             t.must(BlockSeats{t.place.seats, true, "pillar"});
         }, //
         "impossible, open case", "open case", "open case", "seat_taken/nothing", "seat_taken"},
        {"Kept for an offer",
         [](Table& t) {
             t.sellAway(t.places({"Stalls/2/2"}), 7);
             t.must(t.provisional(west, t.places({"Stalls/2/2"}), 8));
             t.append(CaseOffered{idOf<CaseId>(8), {t.place}, t.now + Milliseconds(1'000), {}});
         },
         "impossible, open case", "open case", "open case", "seat_taken/nothing", "seat_taken"},
    };
    return all;
}

std::string claimOf(Table& table, const char* column)
{
    const std::string claim = column;
    if (claim == "Sell, live fence")
        return verdictOf(table.run(table.allotted(east, table.live, table.place, 1)));
    if (claim == "Sell, dead fence") { // the counter that has the seat names an old fence, or West does
        const bool own = table.place == table.state().allotmentOf(east)->places;
        return verdictOf(table.run(table.allotted(own ? east : west, own ? Fence{1} : table.dead, table.place, 1)));
    }
    if (claim == "SellProvisional")
        return verdictOf(table.run(
            table.provisional(table.place == table.state().allotmentOf(east)->places ? east : west, table.place, 1)));
    if (claim == "online hold") {
        const std::string held = verdictOf(table.run(PlaceHold{idOf<HoldId>(1), bob, Channel::Fan, table.place, {}}));
        return held == "held" ? held : held + "/" + verdictOf(table.run(RecallPlaces{table.place}));
    }
    return verdictOf(table.run(SellHold{idOf<HoldId>(1), bob, table.orderOf(table.place, 1)}));
}

} // namespace

class ArbitrationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cell_data()
    {
        QTest::addColumn<int>("row");
        QTest::addColumn<QByteArray>("column");
        QTest::addColumn<QByteArray>("verdict");
        for (std::size_t i = 0; i < rows().size(); ++i) {
            const Row& row = rows()[i];
            const auto cell = [&](const char* column, const char* verdict) {
                QTest::addRow("%s | %s", row.name, column)
                    << static_cast<int>(i) << QByteArray(column) << QByteArray(verdict);
            };
            cell("Sell, live fence", row.live);
            cell("Sell, dead fence", row.dead);
            cell("SellProvisional", row.provisional);
            cell("online hold", row.hold);
            cell("online payment captured", row.captured);
        }
    }
    void cell()
    {
        QFETCH(int, row);
        QFETCH(QByteArray, column);
        QFETCH(QByteArray, verdict);
        Table table;
        rows()[static_cast<std::size_t>(row)].prepare(table);
        const SeatSlot before = table.seat("Stalls/2/1");
        QCOMPARE(QByteArray::fromStdString(claimOf(table, column.constData())), verdict);
        QCOMPARE(table.state().audit(), std::string());
        // What is not accepted changes nothing about the seat.
        const bool accepted = verdict.contains("confirmed") || verdict == "held";
        if (!accepted)
            QCOMPARE(table.seat("Stalls/2/1"), before);
        else if (verdict != "held")
            QVERIFY(table.isSoldTo("Stalls/2/1", 1));
        // An impossible sale stops everything until a person has looked.
        QCOMPARE(table.state().frozen(), verdict.startsWith("impossible"));
    }

    // The column "online payment captured", of the fan whose payment it is.
    void ownPaymentCaptured_data()
    {
        QTest::addColumn<QByteArray>("row");
        QTest::addColumn<QByteArray>("verdict");
        const auto cell = [](const char* row, const char* verdict) {
            QTest::addRow("%s | own payment captured", row) << QByteArray(row) << QByteArray(verdict);
        };
        cell("Free", "confirmed late");
        cell("Held (unpaid)", "confirmed");
        cell("Paying", "confirmed");
        cell("Contest", "confirmed");
        cell("Reserved", "confirmed");
        cell("Sold, own repeat", "nothing");
        cell("Sold to the paper", "seat_taken");
    }
    void ownPaymentCaptured()
    {
        QFETCH(QByteArray, row);
        QFETCH(QByteArray, verdict);
        Table table;
        Command claim = SellHold{idOf<HoldId>(7), ann, table.orderOf(table.place, 7)};
        if (row == "Held (unpaid)")
            table.holdByAnn();
        if (row == "Paying" || row == "Contest" || row == "Sold, own repeat" || row == "Sold to the paper")
            table.startPaying(ann, table.place, 7);
        if (row == "Contest" || row == "Sold to the paper")
            QCOMPARE(verdictOf(table.ask(table.provisional(west, table.place, 1, Wish::Refund))), "contest");
        if (row == "Sold to the paper")
            table.decline(7);
        if (row == "Sold, own repeat")
            table.must(claim);
        if (row == "Reserved") {
            table.must(
                ReservePlaces{idOf<ReservationId>(7), ann, {}, table.place, "Ann", table.now + std::chrono::hours(1)});
            claim = SellReservation{idOf<ReservationId>(7), table.orderOf(table.place, 7)};
        }
        QCOMPARE(QByteArray::fromStdString(verdictOf(table.ask(claim))), verdict);
        QVERIFY(table.isSoldTo("Stalls/2/1", row == "Sold to the paper" ? 1 : 7));
        if (row == "Contest") // the queue loses
            QCOMPARE(table.phaseNo(1), CasePhase::RefundDue);
        QCOMPARE(table.state().audit(), std::string());
    }
};

QTEST_GUILESS_MAIN(ArbitrationTest)
#include "arbitration_test.moc"

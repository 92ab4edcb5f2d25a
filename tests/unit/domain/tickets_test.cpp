// Tickets that have an owner: new paper for old, and letting people in.
#include "tests/unit/domain/box_office.h"

#include <QTest>

#include <set>

using namespace parterre;
using namespace parterre::testing;

namespace {

// Order 1: two seats, sold by East under its fence.
struct Sold : BoxOffice
{
    const Fence fence = grant(east, places({"Stalls/2/1", "Stalls/2/2", "Stalls/2/3"}));
    const SellAllotted sale = allotted(east, fence, places({"Stalls/2/1", "Stalls/2/2"}), 1);
    const TicketSerial a = sale.order.tickets[0].serial;
    const TicketSerial b = sale.order.tickets[1].serial;
    const OrderId id = sale.order.id;

    Sold() { must(sale); }
    ReissueTickets reissue(std::vector<TicketSerial> serials) const { return {id, std::move(serials), "wet", "ada"}; }
    const Ticket& ticket(std::size_t index) const { return state().order(id)->tickets[index]; }
};

} // namespace

class TicketsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void newPaperForOld()
    {
        Sold box;
        QCOMPARE(said(box.run(box.reissue({box.b, box.a}))), "1 entry");
        QCOMPARE(box.ticket(0).serial, reissuedSerial(box.a));
        QCOMPARE(box.ticket(1).serial, reissuedSerial(box.b));
        QCOMPARE(said(box.run(box.reissue({box.a}))), "0 entries"); // a repeat
        // The old paper is worth nothing (I15).
        QCOMPARE(said(box.run(AdmitTicket{box.id, box.a})), "not_found");
        QCOMPARE(said(box.run(VoidTickets{box.id, {box.a}, "ill", "ada"})), "malformed");
        QCOMPARE(said(box.run(AdmitTicket{box.id, reissuedSerial(box.a)})), "1 entry");
        QCOMPARE(said(box.run(box.reissue({reissuedSerial(box.b)}))), "1 entry"); // and once more
        QCOMPARE(box.ticket(1).serial, reissuedSerial(reissuedSerial(box.b)));
        QVERIFY(box.isSoldTo("Stalls/2/1", 1));
        QCOMPARE(box.state().audit(), std::string());
    }

    void serialsNeverMeet()
    {
        std::set<TicketSerial> serials;
        TicketSerial one = idOf<TicketSerial>(1);
        TicketSerial two = idOf<TicketSerial>(2);
        for (int i = 0; i < 1'000; ++i, one = reissuedSerial(one), two = reissuedSerial(two)) {
            QVERIFY(serials.insert(one).second && serials.insert(two).second);
            QVERIFY(!one.isNull());
        }
        QVERIFY(!reissuedSerial(TicketSerial{}).isNull());
    }

    void whatIsNotIssuedAnew()
    {
        Sold box;
        QCOMPARE(said(box.run(box.reissue({}))), "malformed");
        QCOMPARE(said(box.run(box.reissue({box.a, box.a}))), "malformed");
        QCOMPARE(said(box.run(box.reissue({idOf<TicketSerial>(99)}))), "malformed");
        QCOMPARE(said(box.run(ReissueTickets{idOf<OrderId>(9), {box.a}, "wet", "ada"})), "order_gone");
        QCOMPARE(said(box.run(ReissueTickets{box.id, {box.a}, "", "ada"})), "malformed");
        QCOMPARE(said(box.run(ReissueTickets{box.id, {box.a}, std::string(1'001, 'x'), "ada"})), "malformed");
        box.must(VoidTickets{box.id, {box.a}, "ill", "ada"});
        QCOMPARE(said(box.run(box.reissue({box.a}))), "malformed");
        QCOMPARE(box.ticket(0).serial, box.a);
    }

    void letIn()
    {
        Sold box;
        QCOMPARE(said(box.run(AdmitTicket{box.id, box.a})), "1 entry");
        QCOMPARE(said(box.run(AdmitTicket{box.id, box.a})), "0 entries");
        QVERIFY(box.ticket(0).admitted);
        QVERIFY(!box.ticket(1).admitted);
        QCOMPARE(said(box.run(AdmitTicket{idOf<OrderId>(9), box.a})), "order_gone");
        QCOMPARE(said(box.run(AdmitTicket{box.id, idOf<TicketSerial>(99)})), "not_found");
        box.must(VoidTickets{box.id, {box.b}, "ill", "ada"});
        QCOMPARE(said(box.run(AdmitTicket{box.id, box.b})), "order_gone");
    }

    // A sale told again is the same sale, whatever has become of its tickets since.
    void aSaleToldAgain_data()
    {
        QTest::addColumn<QString>("since");
        for (const char* since : {"nothing", "let in", "issued anew", "issued anew three times", "void"})
            QTest::newRow(since) << QString::fromLatin1(since);
    }
    void aSaleToldAgain()
    {
        QFETCH(QString, since);
        Sold box;
        if (since == QStringLiteral("let in"))
            box.must(AdmitTicket{box.id, box.a});
        if (since.startsWith(QStringLiteral("issued")))
            for (int i = 0; i < (since.endsWith(QStringLiteral("times")) ? 3 : 1); ++i)
                box.must(box.reissue({box.ticket(0).serial}));
        if (since == QStringLiteral("void"))
            box.must(VoidTickets{box.id, {}, "ill", "ada"});
        QCOMPARE(said(box.run(box.sale)), "0 entries");
        SellAllotted other = box.sale;
        other.order.tickets[0].serial = idOf<TicketSerial>(99);
        QCOMPARE(said(box.run(other)), "malformed");
        other = box.sale;
        other.order.tickets[0].seat = box.plan().seatByLabel("Stalls/2/3");
        QCOMPARE(said(box.run(other)), "malformed");
    }

    void ticketsAreNotUsedBeforeTheyAreSold()
    {
        Sold box;
        SellAllotted sale = box.allotted(east, box.fence, box.places({"Stalls/2/3"}), 2);
        sale.order.tickets[0].admitted = true;
        QCOMPARE(said(box.run(sale)), "malformed");
        sale.order.tickets[0].admitted = false;
        sale.order.tickets[0].voided = true;
        QCOMPARE(said(box.run(sale)), "malformed");
    }

    // Somebody sits there: the case is settled at the door, whatever the customer wished for.
    void anAdmittedSeatIsACaseAtTheDoor_data()
    {
        QTest::addColumn<int>("wish");
        for (int wish = 0; wish < 3; ++wish)
            QTest::addRow("%d", wish) << wish;
    }
    void anAdmittedSeatIsACaseAtTheDoor()
    {
        QFETCH(int, wish);
        Sold box;
        box.must(AdmitTicket{box.id, box.a});
        const auto sell = [&](std::initializer_list<std::string_view> seats, std::uint64_t number) {
            return verdictOf(box.ask(box.provisional(west, box.places(seats), number, static_cast<Wish>(wish))));
        };
        QCOMPARE(sell({"Stalls/2/1"}, 2), "case at door");
        QCOMPARE(box.phaseNo(2), CasePhase::AtDoor);
        QCOMPARE(sell({"Stalls/2/2"}, 3), "open case"); // nobody sits on that one yet
        QCOMPARE(sell({"Stalls/2/1", "Stalls/1/1"}, 4), "case at door");
        box.must(VoidTickets{box.id, {box.a}, "thrown out", "ada"});
        QCOMPARE(sell({"Stalls/2/1"}, 5), "confirmed");
    }

    void aContestLostToSomebodyWhoSitsThere()
    {
        BoxOffice box;
        const Places seat = box.places({"Stalls/2/1"});
        box.startPaying(ann, seat, 7);
        box.carryOut(box.provisional(east, seat, 1, Wish::Refund));
        box.must(SellHold{idOf<HoldId>(7), ann, box.orderOf(seat, 7)}); // captured and scanned in one batch
        box.must(AdmitTicket{idOf<OrderId>(7), box.orderNo(7)->tickets[0].serial});
        box.settle();
        QCOMPARE(box.phaseNo(1), CasePhase::AtDoor);
        QCOMPARE(box.state().audit(), std::string());
    }
};

QTEST_GUILESS_MAIN(TicketsTest)
#include "tickets_test.moc"

// Offers: which other seats a party that lost its own is offered, and what they cost.
#include "sync/domain/case_offer.h"
#include "tests/unit/domain/box_office.h"

#include <QTest>

#include <set>

using namespace parterre;
using namespace parterre::testing;

namespace {

using Labels = std::vector<std::string>;

// A house of these rows; the seats of `party` are sold to somebody else, and paper 1 is for them.
struct House : BoxOffice
{
    explicit House(const std::vector<std::string>& rows) : BoxOffice(planFromText(rows)) {}

    std::vector<Labels> offered(const Places& party, bool downgrade = false, PriceTypeIndex type = {})
    {
        const Case lost = lostCase(party, type);
        std::vector<Labels> offers;
        for (const Places& offer : caseOffers(state(), lost, downgrade))
            offers.push_back(labels(offer));
        return offers;
    }
    Case lostCase(const Places& party, PriceTypeIndex type = {})
    {
        sellAway(party, 7);
        append(CaseOpened{[&] {
            Case of;
            of.id = idOf<CaseId>(1);
            of.order = orderOf(party, 1, type);
            of.lost = party;
            return of;
        }()});
        return caseNo(1);
    }
    void block(std::initializer_list<std::string_view> seats) { must(BlockSeats{places(seats).seats, true, "test"}); }
};

} // namespace

class OffersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nearestFirstAndDisjoint()
    {
        House house({"AAAAAAAAAA", "AAAAAAAAAA"});
        const auto offers = house.offered(house.places({"Main/1/5", "Main/1/6"}));
        QCOMPARE(offers.size(), std::size_t{3});
        QCOMPARE(offers[0], (Labels{"Main/2/5", "Main/2/6"})); // a metre behind, nearer than beside
        std::set<std::string> all;
        for (const Labels& offer : offers)
            all.insert(offer.begin(), offer.end());
        QCOMPARE(all.size(), std::size_t{6});
    }

    void neverASeatThatSomebodyHas_data()
    {
        QTest::addColumn<QString>("how");
        for (const char* how : {"held", "reserved", "sold", "allotted", "house hold", "kill", "kept"})
            QTest::newRow(how) << QString::fromLatin1(how);
    }
    void neverASeatThatSomebodyHas()
    {
        QFETCH(QString, how);
        House house({"AAA"});
        const Places free = house.places({"Main/1/2"});
        const Places other = house.places({"Main/1/3"});
        if (how == QStringLiteral("held"))
            house.must(PlaceHold{idOf<HoldId>(3), bob, Channel::Fan, free, {}});
        else if (how == QStringLiteral("reserved"))
            house.must(ReservePlaces{idOf<ReservationId>(3), bob, {}, free, "Bob", house.now + Milliseconds(9)});
        else if (how == QStringLiteral("sold"))
            house.sellAway(free, 3);
        else if (how == QStringLiteral("allotted"))
            house.grant(east, free);
        else if (how == QStringLiteral("kept")) {
            house.startPaying(bob, other, 3);
            house.must(house.provisional(east, house.places({"Main/1/2", "Main/1/3"}), 9));
        } else
            house.must(BlockSeats{free.seats, how == QStringLiteral("kill"), "test"});
        if (how != QStringLiteral("kept"))
            house.block({"Main/1/3"});
        QVERIFY(house.offered(house.places({"Main/1/1"})).empty());
    }

    void contiguous_data()
    {
        QTest::addColumn<QString>("row");
        QTest::addColumn<QString>("taken");
        QTest::addColumn<bool>("offered");
        QTest::newRow("three in a row") << "AAA"
                                        << "" << true;
        QTest::newRow("an aisle between") << "AA__A"
                                          << "" << false;
        QTest::newRow("a taken seat between") << "AAAA"
                                              << "Main/2/2" << false;
        QTest::newRow("a wheelchair place between") << "AAaA"
                                                    << "" << false;
        QTest::newRow("another area between") << "AABA"
                                              << "" << false;
    }
    void contiguous()
    {
        QFETCH(QString, row);
        QFETCH(QString, taken);
        QFETCH(bool, offered);
        House house({"AAA", row.toStdString()});
        if (!taken.isEmpty())
            house.block({std::string_view(taken.toStdString())});
        const auto offers = house.offered(house.places({"Main/1/1", "Main/1/2", "Main/1/3"}));
        QCOMPARE(offers.size(), offered ? std::size_t{1} : std::size_t{0});
        if (offered)
            QCOMPARE(offers[0], (Labels{"Main/2/1", "Main/2/2", "Main/2/3"}));
    }

    // Area A costs 50, B 40, C 30.
    void sameOrBetterArea_data()
    {
        QTest::addColumn<QString>("rest");
        QTest::addColumn<QString>("offer");
        QTest::addColumn<QString>("downgrade");
        QTest::newRow("same") << "BB"
                              << "Main/2/2"
                              << "Main/2/2";
        QTest::newRow("same, though farther") << "A_______________B"
                                              << "Main/2/2"
                                              << "Main/2/2";
        QTest::newRow("better") << "A"
                                << "Main/2/1"
                                << "Main/2/1";
        QTest::newRow("worse only when asked") << "C"
                                               << ""
                                               << "Main/2/1";
        QTest::newRow("better before worse") << "CA"
                                             << "Main/2/2"
                                             << "Main/2/2";
    }
    void sameOrBetterArea()
    {
        QFETCH(QString, rest);
        QFETCH(QString, offer);
        QFETCH(QString, downgrade);
        House house({"ABC", rest.toStdString()});
        house.block({"Main/1/1", "Main/1/3"});
        const Case lost = house.lostCase(house.places({"Main/1/2"}));
        const auto first = [&](bool cheaper) {
            const std::vector<Places> offers = caseOffers(house.state(), lost, cheaper);
            return offers.empty() ? QString() : QString::fromStdString(house.labels(offers.front()).front());
        };
        QCOMPARE(first(false), offer);
        QCOMPARE(first(true), downgrade);
    }

    void whatCountsIsThePriceOfTheTicketsType()
    {
        House house({"AB", "B"});
        EventTerms terms = house.terms();
        terms.prices = {5'000, 2'000, 4'000, 2'500}; // reduced: B is dearer than A
        SampleEvent other(house.state().planPtr(), terms);
        for (const auto& [from, type, offered] :
             {std::tuple("Main/1/1", 0, false), {"Main/1/1", 1, true}, {"Main/2/1", 1, false}}) {
            Case lost;
            lost.order = other.orderOf(other.places({from}), 1, PriceTypeIndex{static_cast<std::uint16_t>(type)});
            SampleEvent now = other;
            for (const char* taken : {"Main/1/1", "Main/1/2", "Main/2/1"}) // one seat of the other area is left
                if (std::string(taken) == from || (std::string(from) == "Main/2/1" && std::string(taken) == "Main/1/2"))
                    now.must(BlockSeats{now.places({taken}).seats, true, "test"});
            QCOMPARE(!caseOffers(now.state(), lost, false).empty(), offered);
        }
    }

    void accessIsTheSame_data()
    {
        QTest::addColumn<QString>("party"); // seats of the first row
        QTest::addColumn<QString>("row");   // the second row
        QTest::addColumn<QString>("offer"); // first seat of the offer in it
        QTest::newRow("ordinary, not a wheelchair place") << "A"
                                                          << "aA"
                                                          << "Main/2/2";
        QTest::newRow("ordinary, not a companion's") << "A"
                                                     << "a>A"
                                                     << "Main/2/3";
        QTest::newRow("wheelchair, not an ordinary") << "a"
                                                     << "AAa"
                                                     << "Main/2/3";
        QTest::newRow("wheelchair and companion") << "a>"
                                                  << "AAa>A"
                                                  << "Main/2/3";
        QTest::newRow("wheelchair and companion, not two wheelchairs") << "a>"
                                                                       << "aa"
                                                                       << "";
        QTest::newRow("wheelchair and companion, not two ordinary") << "a>"
                                                                    << "AA"
                                                                    << "";
        QTest::newRow("wheelchair and friend") << "aA"
                                               << "a>AAa"
                                               << "Main/2/4";
    }
    void accessIsTheSame()
    {
        QFETCH(QString, party);
        QFETCH(QString, row);
        QFETCH(QString, offer);
        House house({party.toStdString(), row.toStdString()});
        Places lost;
        for (std::uint32_t i = 0; i < static_cast<std::uint32_t>(party.size()); ++i)
            lost.seats.push_back(SeatIndex{i});
        const auto offers = house.offered(lost);
        QCOMPARE(offers.empty() ? QString() : QString::fromStdString(offers[0].front()), offer);
        QCOMPARE(needsPerson(house.state(), house.caseNo(1).order), party != QStringLiteral("A"));
    }

    void noRestrictedViewForOneWhoSaw_data()
    {
        QTest::addColumn<bool>("before");
        QTest::newRow("saw all") << false;
        QTest::newRow("saw little") << true;
    }
    void noRestrictedViewForOneWhoSaw()
    {
        QFETCH(bool, before);
        SeatPlanParts parts = planFromText({"AA"})->parts();
        parts.seats[0].attributes = before ? RestrictedView : 0;
        parts.seats[1].attributes = RestrictedView;
        BoxOffice box(SeatPlan::create(parts).value());
        Case lost;
        lost.order = box.orderOf(box.places({"Main/1/1"}), 1);
        box.sellAway(box.places({"Main/1/1"}), 7);
        QCOMPARE(caseOffers(box.state(), lost, false).size(), before ? std::size_t{1} : std::size_t{0});
    }

    // At the same distance the seat that leaves no single seat behind.
    void noSingleSeatLeftWhereItCanBeHelped()
    {
        House house({"AAAAAA"});
        QCOMPARE(house.offered(house.places({"Main/1/3"})).front(), (Labels{"Main/1/4"}));
    }

    void standingTicketsKeepTheirArea()
    {
        BoxOffice box;
        const auto mixed = [&](std::uint32_t units) {
            Case lost;
            lost.order = box.orderOf(box.places({"Stalls/1/1"}, {{StandingIndex{0}, units}}), 1);
            return caseOffers(box.state(), lost, false);
        };
        box.sellAway(box.places({"Stalls/1/1"}, {{StandingIndex{0}, 40}}), 7);
        QCOMPARE(mixed(3).size(), std::size_t{3}); // 10 left: three offers of three
        QCOMPARE(mixed(3)[1].standing, (std::vector<StandingUnits>{{StandingIndex{0}, 3}}));
        QCOMPARE(mixed(4).size(), std::size_t{2});
        QCOMPARE(mixed(11).size(), std::size_t{0});
        Case standing;
        standing.order = box.orderOf(box.places({}, {{StandingIndex{0}, 2}}), 1);
        QCOMPARE(caseOffers(box.state(), standing, false).size(), std::size_t{1}); // units have no names
    }

    void neverDearer_data()
    {
        QTest::addColumn<QString>("to");
        QTest::addColumn<qint64>("refund");
        QTest::newRow("same area") << "Main/2/2" << qint64{0};
        QTest::newRow("dearer") << "Main/2/1" << qint64{0};
        QTest::newRow("cheaper") << "Main/2/3" << qint64{1'000};
    }
    void neverDearer()
    {
        QFETCH(QString, to);
        QFETCH(qint64, refund);
        House house({"ABC", "ABC"});
        const Order order = house.orderOf(house.places({"Main/1/2"}), 1);
        std::int64_t back = -1;
        const std::string label = to.toStdString();
        const Order moved = reseated(house.state(), order, house.places({std::string_view(label)}), back);
        QCOMPARE(back, refund);
        QCOMPARE(moved.id, order.id);
        QCOMPARE(moved.tender.paidMinor, order.tender.paidMinor - refund);
        QCOMPARE(moved.totalMinor(), moved.tender.paidMinor);
        QCOMPARE(moved.tickets[0].serial, reissuedSerial(order.tickets[0].serial));
        QCOMPARE(house.plan().label(*moved.tickets[0].seat), label);
    }

    void theWheelchairGoesToTheWheelchairPlace()
    {
        House house({"aA", "Aa"});
        const Order order = house.orderOf(house.places({"Main/1/1", "Main/1/2"}), 1);
        std::int64_t back = 0;
        const Order moved = reseated(house.state(), order, house.places({"Main/2/1", "Main/2/2"}), back);
        QCOMPARE(house.plan().label(*moved.tickets[0].seat), std::string("Main/2/2"));
        QCOMPARE(house.plan().label(*moved.tickets[1].seat), std::string("Main/2/1"));
    }
};

QTEST_GUILESS_MAIN(OffersTest)
#include "offers_test.moc"

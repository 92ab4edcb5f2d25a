// The books find what a broken server would do, and say nothing of a good one.
#include "server/rehearse/fairness.h"
#include "tests/unit/rehearse/stage.h"

#include <QTest>

using namespace parterre::rehearsal;
using namespace parterre::rehearsal::testing;

class SalesBookTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aGoodSaleHasNoFindings();
    void aSeatInTwoOrdersIsFound();
    void aSeatTwiceInOneOrderIsFound();
    void aSeatSoldAtACounterAndToAFanIsFound();
    void moreStandingPlacesThanThereWereIsFound();
    void aSoldSeatThatIsFreeIsFound();
    void wrongMoneyIsFound_data();
    void wrongMoneyIsFound();
    void whatNobodyOpenedIsNamed();
    void fairnessSeesTheOrder();
};

void SalesBookTest::aGoodSaleHasNoFindings()
{
    Stage stage;
    stage.sales.confirmed({"a", "k", 4000});
    stage.sales.opened("a", orderJson({"S/1/1", "S/1/2"}, 4000));
    stage.sales.opened("a", orderJson({"S/1/1", "S/1/2"}, 4000)); // a second look
    stage.sales.soldAtCounter("b", {5}, 2000);
    const SalesFindings found = stage.sales.check("ffffff", "xxfxfx");
    QVERIFY(found.everySeatOnce() && found.moneyAgrees() && found.unopened.empty());
    QCOMPARE(found.orders, 2U);
    QCOMPARE(found.places, 3U);
    QCOMPARE(found.moneyMinor, 6000);
    QCOMPARE(found.takenByOthers, 1U);
}

void SalesBookTest::aSeatInTwoOrdersIsFound()
{
    Stage stage;
    for (const char* order : {"a", "b"}) {
        stage.sales.confirmed({order, "k", 2000});
        stage.sales.opened(order, orderJson({"S/1/1"}, 2000));
    }
    const SalesFindings found = stage.sales.check("ffffff", "xfffff");
    QCOMPARE(found.soldTwice, std::vector<std::string>{"S/1/1: a b"});
    QVERIFY(!found.everySeatOnce());
}

void SalesBookTest::aSeatTwiceInOneOrderIsFound()
{
    Stage stage;
    stage.sales.confirmed({"a", "k", 4000});
    stage.sales.opened("a", orderJson({"S/1/1", "S/1/1"}, 4000));
    QVERIFY(!stage.sales.check("ffffff", "xfffff").everySeatOnce());
}

void SalesBookTest::aSeatSoldAtACounterAndToAFanIsFound()
{
    Stage stage;
    stage.sales.confirmed({"a", "k", 2000});
    stage.sales.opened("a", orderJson({"S/2/3"}, 2000));
    stage.sales.soldAtCounter("b", {5}, 2000);
    QCOMPARE(stage.sales.check("ffffff", "fffffx").soldTwice.size(), 1U);
}

void SalesBookTest::moreStandingPlacesThanThereWereIsFound()
{
    Stage stage;
    stage.sales.confirmed({"a", "k", 4000});
    stage.sales.opened("a", orderJson({"Floor", "Floor"}, 4000));
    QVERIFY(stage.sales.check("ffffff", "ffffff").everySeatOnce());
    stage.sales.confirmed({"b", "k", 2000});
    stage.sales.opened("b", orderJson({"Floor"}, 2000));
    QVERIFY(!stage.sales.check("ffffff", "ffffff").everySeatOnce());
}

void SalesBookTest::aSoldSeatThatIsFreeIsFound()
{
    Stage stage;
    stage.sales.confirmed({"a", "k", 2000});
    stage.sales.opened("a", orderJson({"S/1/3"}, 2000));
    QCOMPARE(stage.sales.check("ffffff", "ffffff").notTaken, std::vector<std::string>{"S/1/3"});
}

void SalesBookTest::wrongMoneyIsFound_data()
{
    QTest::addColumn<qint64>("promised");
    QTest::addColumn<qint64>("total");
    QTest::newRow("not the sum of the tickets") << qint64(4000) << qint64(4001);
    QTest::newRow("not what the basket said") << qint64(3999) << qint64(4000);
}

void SalesBookTest::wrongMoneyIsFound()
{
    QFETCH(qint64, promised);
    QFETCH(qint64, total);
    Stage stage;
    stage.sales.confirmed({"a", "k", promised});
    stage.sales.opened("a", orderJson({"S/1/1", "S/1/2"}, total));
    QVERIFY(!stage.sales.check("ffffff", "xxffff").moneyAgrees());
}

void SalesBookTest::whatNobodyOpenedIsNamed()
{
    Stage stage;
    stage.sales.confirmed({"a", "k", 2000});
    stage.sales.opened("a", R"({"order":"a","state":"payment_pending"})");
    stage.sales.opened("never confirmed", orderJson({"S/1/1"}, 2000));
    QCOMPARE(stage.sales.check("ffffff", "ffffff").unopened, std::vector<std::string>{"a"});
    QCOMPARE(stage.sales.nextUnopened()->order, std::string("a"));
    QVERIFY(!stage.sales.nextUnopened()); // asked for once each
}

void SalesBookTest::fairnessSeesTheOrder()
{
    QCOMPARE(spearman({1, 2, 3, 4}, {10, 20, 30, 40}), 1.0);
    QCOMPARE(spearman({1, 2, 3, 4}, {4, 3, 2, 1}), -1.0);
    QCOMPARE(spearman({1, 2, 3}, {5, 5, 5}), 0.0);
    QCOMPARE(spearman({1, 2, 3, 4}, {1, 2, 2, 3}), 4.5 / std::sqrt(5 * 4.5)); // ties share their ranks
    People people(20);
    for (std::size_t i = 0; i < people.size(); ++i) {
        people[i].arrivedAt = Microseconds(1'000 * i);
        people[i].ending = i < 10 ? Ending::Bought : Ending::SoldOut;
        people[i].heldAt = i < 10 ? Microseconds(100'000 + i) : Person::never;
    }
    people.push_back({});
    people.back().role = Role::Bot;
    const Fairness fair = fairnessOf(people);
    QCOMPARE(fair.people, 20U);
    QVERIFY(fair.rankCorrelation > 0.8);
    QCOMPARE(fair.tenths.front().bought, 2U);
    QCOMPARE(fair.tenths.back().bought, 0U);
    QCOMPARE(fair.tenths.back().people, 2U);
}

QTEST_GUILESS_MAIN(SalesBookTest)
#include "sales_book_test.moc"

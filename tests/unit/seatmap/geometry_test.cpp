// Geometry and navigation, checked against slow and simple answers.
#include "tests/support/generated_plans.h"
#include "ui/seatmap/seat_navigation.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace parterre;

namespace {

double distance(QPointF a, QPointF b)
{
    return std::hypot(a.x() - b.x(), a.y() - b.y());
}

SeatIndex byLabel(const SeatPlan& plan, const char* label)
{
    return plan.seatByLabel(label).value();
}

std::string labelBeside(const SeatGeometry& geometry, const char* from, Direction direction)
{
    const auto seat = seatBeside(geometry, byLabel(geometry.plan(), from), direction);
    return seat ? geometry.plan().label(*seat) : "none";
}

} // namespace

class GeometryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTheNearestSeatLikeALinearSearch()
    {
        const SeatGeometry geometry(test::theatre());
        const double radius = 0.4;
        for (double x = -1; x < 38; x += 0.37)
            for (double y = -6; y < 25; y += 0.41) {
                const QPointF at(x, y);
                std::optional<SeatIndex> expected;
                for (std::uint32_t i = 0; i < geometry.plan().seatCount(); ++i) {
                    const double gap = distance(at, geometry.positions()[i]);
                    if (gap <= radius && (!expected || gap < distance(at, geometry.position(*expected))))
                        expected = SeatIndex{i};
                }
                QVERIFY(geometry.seatAt(at, radius) == expected);
            }
    }

    void findsSeatsInARectangleLikeALinearSearch()
    {
        const SeatGeometry geometry(test::arena(3'000));
        const QRectF rects[] = {{60, 50, 30, 9}, {0, 0, 300, 300}, {-50, -50, 10, 10}, {90, 60, -20, -30}};
        for (const QRectF& rect : rects) {
            std::vector<SeatIndex> expected;
            const QRectF r = rect.normalized();
            for (std::uint32_t i = 0; i < geometry.plan().seatCount(); ++i) {
                const QPointF at = geometry.positions()[i];
                if (at.x() >= r.left() && at.x() <= r.right() && at.y() >= r.top() && at.y() <= r.bottom())
                    expected.push_back(SeatIndex{i});
            }
            QVERIFY(geometry.seatsIn(rect) == expected);
            QCOMPARE(geometry.anySeatIn(rect), !expected.empty());
        }
        QCOMPARE(geometry.seatsIn({0, 0, 300, 300}).size(), std::size_t{geometry.plan().seatCount()});
    }

    void measuresPitchAndBounds()
    {
        const SeatGeometry block(test::block(2'000, 1.6));
        QVERIFY(qAbs(block.seatPitch() - 0.5) < 1e-9);
        const SeatGeometry theatre(test::theatre());
        QVERIFY(qAbs(theatre.seatPitch() - 0.58) < 0.01);
        for (const QPointF& at : theatre.positions())
            QVERIFY(theatre.bounds().contains(at));
        QVERIFY(theatre.bounds().contains(QPointF(18, -4)));         // the stage
        QVERIFY(theatre.sectionBounds(SectionIndex{1}).width() > 5); // Stalls
    }

    void survivesOddPlans()
    {
        SeatPlanParts empty;
        empty.name = "Empty";
        const SeatGeometry nothing(SeatPlan::create(empty).value());
        QVERIFY(nothing.bounds().width() > 0 && nothing.bounds().height() > 0);
        QVERIFY(!nothing.seatAt({0, 0}, 1000));
        QVERIFY(!firstSeatToFocus(nothing));

        SeatPlanParts far = empty;
        far.name = "Far";
        far.priceAreas = {{"A", {}}};
        far.sections = {{"S", RowIndex{0}, 1}};
        far.rows = {{"1", SectionIndex{0}, SeatIndex{0}, 4}};
        far.seats = {{"1", {-90'000, 0}, RowIndex{0}, PriceAreaIndex{0}, 0, {}},
                     {"2", {0, 0}, RowIndex{0}, PriceAreaIndex{0}, 0, {}},
                     {"3", {0, 0}, RowIndex{0}, PriceAreaIndex{0}, 0, {}}, // on top of seat 2
                     {"4", {90'000, 1}, RowIndex{0}, PriceAreaIndex{0}, 0, {}}};
        const SeatGeometry scattered(SeatPlan::create(far).value());
        QCOMPARE(scattered.seatsIn({-1e5, -1e5, 2e5, 2e5}).size(), std::size_t{4});
        QVERIFY(scattered.seatAt({0, 0}, 1) == SeatIndex{1}); // the first of the two, always
    }

    void arrowsFollowTheRow()
    {
        const SeatGeometry geometry(test::theatre());
        QCOMPARE(labelBeside(geometry, "Stalls/C/5", Direction::Right), "Stalls/C/6");
        QCOMPARE(labelBeside(geometry, "Stalls/C/5", Direction::Left), "Stalls/C/4");
    }

    void arrowsGoToTheNearestSeatOfTheNextRow()
    {
        const SeatGeometry geometry(test::theatre());
        const SeatPlan& plan = geometry.plan();
        const SeatIndex from = byLabel(plan, "Stalls/C/8");
        const SeatIndex to = seatBeside(geometry, from, Direction::Down).value();
        QCOMPARE(plan.rowOf(to).name, "D");
        for (std::uint32_t i = 0; i < plan.rowOf(to).count; ++i)
            QVERIFY(distance(geometry.position(from), geometry.position(to)) <=
                    distance(geometry.position(from), geometry.position({plan.rowOf(to).first.value + i})) + 1e-9);
        QCOMPARE(plan.rowOf(seatBeside(geometry, to, Direction::Up).value()).name, "C");
    }

    void arrowsCrossTheAisle()
    {
        const SeatGeometry geometry(test::theatre());
        const PlanRow& row = geometry.plan().rowOf(byLabel(geometry.plan(), "Stalls/F/1"));
        const SeatIndex last{row.first.value + row.count - 1};
        const auto beyond = seatBeside(geometry, last, Direction::Right);
        QVERIFY(beyond);
        QCOMPARE(geometry.plan().sectionOf(*beyond).name, "Stalls right");
        QCOMPARE(labelBeside(geometry, "Circle/E/1", Direction::Down), "none");
    }

    void rowsDownTheScreenAreFollowedUpAndDown()
    {
        const SeatGeometry geometry(test::theatre()); // the rows of a box run from front to back
        QCOMPARE(labelBeside(geometry, "Box 1/A/1", Direction::Down), "Box 1/A/2");
        QCOMPARE(labelBeside(geometry, "Box 1/A/2", Direction::Left), "Box 1/B/2");
    }

    void homeAndEndAndSections()
    {
        const SeatGeometry geometry(test::theatre());
        const SeatPlan& plan = geometry.plan();
        const SeatIndex seat = byLabel(plan, "Stalls/C/5");
        QCOMPARE(plan.label(rowStart(geometry, seat)), "Stalls/C/1");
        QCOMPARE(rowEnd(geometry, seat).value, plan.rowOf(seat).first.value + plan.rowOf(seat).count - 1);
        QCOMPARE(plan.sectionOf(seatInNextSection(geometry, seat)).name, "Stalls right");
        QCOMPARE(plan.sectionOf(seatInPreviousSection(geometry, seat)).name, "Stalls left");
        SeatIndex round = seat;
        for (std::size_t i = 0; i < plan.sections().size(); ++i)
            round = seatInNextSection(geometry, round);
        QCOMPARE(plan.sectionOf(round).name, "Stalls");
    }

    void everySeatCanBeReachedByArrows()
    {
        const SeatGeometry geometry(test::theatre());
        std::vector<bool> reached(geometry.plan().seatCount());
        std::vector<SeatIndex> open{firstSeatToFocus(geometry).value()};
        reached[open.front().value] = true;
        while (!open.empty()) {
            const SeatIndex seat = open.back();
            open.pop_back();
            for (const Direction direction : {Direction::Left, Direction::Right, Direction::Up, Direction::Down}) {
                const auto next = seatBeside(geometry, seat, direction);
                if (!next || reached[next->value])
                    continue;
                reached[next->value] = true;
                open.push_back(*next);
            }
        }
        QCOMPARE(std::count(reached.begin(), reached.end(), false), 0);
    }
};

QTEST_GUILESS_MAIN(GeometryTest)
#include "geometry_test.moc"

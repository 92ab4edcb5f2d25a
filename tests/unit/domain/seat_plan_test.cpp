// SeatPlan: what create() refuses and names, labels, the focal point, aisles.
#include "tests/support/plan_from_text.h"

#include "sync/domain/seat_geometry.h"

#include <QTest>

#include <functional>
#include <limits>

using namespace parterre;
using namespace parterre::testing;

namespace {

using Change = std::function<void(SeatPlanParts&)>;

SeatPlanParts goodParts()
{
    return planFromText({"# Stalls", "AAA", "AAA", "# Circle", "BB", "@ Floor C 20"})->parts();
}

Decoration words(const char* text, std::vector<Point> points, Outline::Kind kind = Outline::Kind::Rectangle)
{
    return {{kind, std::move(points)}, text, std::nullopt};
}

} // namespace

Q_DECLARE_METATYPE(Change)

class SeatPlanTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesAndNames_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("named");
        const auto row = [](const char* name, Change change, const char* named) {
            QTest::newRow(name) << std::move(change) << QString::fromUtf8(named);
        };
        const double nan = std::numeric_limits<double>::quiet_NaN();
        const double infinity = std::numeric_limits<double>::infinity();
        row(
            "plan without name", [](auto& p) { p.name.clear(); }, "the plan");
        row(
            "width NaN", [=](auto& p) { p.width = nan; }, "width");
        row(
            "height negative", [](auto& p) { p.height = -1; }, "height");
        row(
            "focal infinite",
            [=](auto& p) {
                p.focal = Point{infinity, 0};
            },
            "focal");
        row(
            "seat NaN", [=](auto& p) { p.seats[4].at.x = nan; }, "Stalls/2/2");
        row(
            "seat too far", [](auto& p) { p.seats[4].at.y = 100'001; }, "Stalls/2/2");
        row(
            "seat twice", [](auto& p) { p.seats[1].number = "1"; }, "Stalls/1/1");
        row(
            "seat without number", [](auto& p) { p.seats[1].number.clear(); }, "Stalls/1/");
        row(
            "seat with slash", [](auto& p) { p.seats[1].number = "1/2"; }, "Stalls/1/1/2");
        row(
            "seat with newline", [](auto& p) { p.seats[1].number = "1\n"; }, "control character");
        row(
            "seat in unknown area", [](auto& p) { p.seats[7].priceArea.value = 3; }, "Circle/1/2");
        row(
            "seat of another row", [](auto& p) { p.seats[2].row.value = 1; }, "Stalls/1");
        row(
            "seat of no row", [](auto& p) { p.rows.back().count = 1; }, "seat 2");
        row(
            "seat with unknown bits", [](auto& p) { p.seats[0].attributes = 8; }, "Stalls/1/1");
        row(
            "alias too long", [](auto& p) { p.seats[0].alias.assign(121, 'x'); }, "Stalls/1/1");
        row(
            "row twice", [](auto& p) { p.rows[1].name = "1"; }, "Stalls");
        row(
            "row without name", [](auto& p) { p.rows[1].name.clear(); }, "Stalls");
        row(
            "row not a run", [](auto& p) { p.rows[1].first.value = 4; }, "Stalls/2");
        row(
            "row beyond the seats", [](auto& p) { p.rows[2].count = 0xFFFFFFFF; }, "Circle/1");
        row(
            "row of another section", [](auto& p) { p.rows[1].section.value = 1; }, "row 2");
        row(
            "row of no section", [](auto& p) { p.sections[1].count = 0; }, "row 1");
        row(
            "section twice", [](auto& p) { p.sections[1].name = "Stalls"; }, "Stalls");
        row(
            "section with slash", [](auto& p) { p.sections[1].name = "a/b"; }, "a/b");
        row(
            "section name of 121 bytes", [](auto& p) { p.sections[1].name.assign(121, 'x'); }, "section 1");
        row(
            "section beyond the rows", [](auto& p) { p.sections[1].count = 0xFFFFFFFF; }, "Circle");
        row(
            "standing named as a section", [](auto& p) { p.standing[0].name = "Circle"; }, "Circle");
        row(
            "standing in unknown area", [](auto& p) { p.standing[0].priceArea.value = 9; }, "Floor");
        row(
            "standing without outline", [](auto& p) { p.standing[0].outline.points.clear(); }, "Floor");
        row(
            "standing too large", [](auto& p) { p.standing[0].capacity = 250'001; }, "Floor");
        row(
            "price area twice", [](auto& p) { p.priceAreas[1].name = "A"; }, "A");
        row(
            "price area without name", [](auto& p) { p.priceAreas[1].name.clear(); }, "price area");
        row(
            "decoration of two points",
            [](auto& p) {
                p.decorations.push_back(words("x", {{0, 0}, {1, 1}}));
            },
            "decoration 0");
        row(
            "too many areas", [](auto& p) { p.priceAreas.resize(1'001); }, "1000 price areas");
        row(
            "too many seats", [](auto& p) { p.seats.resize(250'001); }, "250000");
    }
    void refusesAndNames()
    {
        QFETCH(Change, change);
        QFETCH(QString, named);
        SeatPlanParts parts = goodParts();
        change(parts);
        const Result<SeatPlanPtr> plan = SeatPlan::create(std::move(parts));
        QVERIFY(!plan);
        QVERIFY(plan.error().code == ErrorCode::Malformed || plan.error().code == ErrorCode::TooLarge);
        const QString detail = QString::fromStdString(plan.error().detail);
        QVERIFY2(detail.contains(named), qPrintable(detail));
    }

    void takesWhatIsAllowed()
    {
        SeatPlanParts parts = goodParts();
        parts.priceAreas[0].name = "Adults / best"; // not part of a label
        parts.rows.push_back({"empty", SectionIndex{1}, SeatIndex{8}, 0});
        ++parts.sections[1].count;
        parts.sections[1].name.assign(120, 'x');
        parts.seats[0].at = {-100'000, 100'000};
        QVERIFY(SeatPlan::create(std::move(parts)).ok());
        SeatPlanParts nothing;
        nothing.name = "Nothing yet";
        QVERIFY(SeatPlan::create(std::move(nothing)).ok());
    }

    void labelsLeadBackToSeats()
    {
        const SeatPlanPtr plan = planFromText({"# Stalls", "AAA", "AAA", "# Circle", "BB", "@ Floor C 20"});
        QCOMPARE(plan->seatCount(), 8U);
        for (std::uint32_t i = 0; i < plan->seatCount(); ++i)
            QCOMPARE(plan->seatByLabel(plan->label(SeatIndex{i})).value().value, i);
        QCOMPARE(plan->label(SeatIndex{4}), std::string("Stalls/2/2"));
        QCOMPARE(plan->sectionOf(SeatIndex{7}).name, std::string("Circle"));
        for (const char* unknown : {"", "Stalls/2/4", "Stalls/2", "stalls/2/2", "Stalls/2/2/", "Circle/2/1"})
            QVERIFY2(!plan->seatByLabel(unknown), unknown);
        QCOMPARE(plan->standingByName("Floor").value().value, 0);
        QVERIFY(!plan->standingByName("Circle"));
        QCOMPARE(plan->priceAreaByName("B").value().value, 1);
    }

    void focalPoint_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("found");
        QTest::newRow("english") << QStringLiteral("Main STAGE") << true;
        QTest::newRow("german") << QStringLiteral("Bühne") << true;
        QTest::newRow("german capitals") << QStringLiteral("BÜHNE 1") << true;
        QTest::newRow("bar") << QStringLiteral("Bar") << false;
        QTest::newRow("empty") << QString() << false;
    }
    void focalPoint()
    {
        QFETCH(QString, text);
        QFETCH(bool, found);
        SeatPlanParts parts = goodParts();
        parts.decorations.push_back(words("wall", {{0, 0}, {1, 0}, {1, 1}}, Outline::Kind::Polygon));
        parts.decorations.push_back(words(text.toUtf8().constData(), {{2, 6}, {4, 6}, {4, 8}, {2, 8}}));
        const SeatPlanPtr guessed = SeatPlan::create(parts).value();
        QCOMPARE(guessed->focal(), found ? (Point{3, 7}) : (Point{parts.width / 2, 0}));
        parts.focal = Point{1, 2};
        QCOMPARE(SeatPlan::create(parts).value()->focal(), (Point{1, 2}));
    }

    void ellipseStage()
    {
        SeatPlanParts parts = goodParts();
        parts.decorations.push_back(words("stage", {{5, 6}, {2, 1}}, Outline::Kind::Ellipse));
        QCOMPARE(SeatPlan::create(parts).value()->focal(), (Point{5, 6}));
    }

    void aisles_data()
    {
        QTest::addColumn<QList<double>>("xs");
        QTest::addColumn<QString>("beside"); // one character a seat: '-' beside the one before, '|' not
        QTest::newRow("even") << QList<double>{0, 1, 2, 3} << "|---";
        QTest::newRow("aisle") << QList<double>{0, 1, 3, 4} << "|-|-";
        QTest::newRow("one pitch and a gap") << QList<double>{0, 1, 3} << "|-|";
        QTest::newRow("two seats") << QList<double>{0, 7} << "|-";
        QTest::newRow("exactly 1.8") << QList<double>{0, 1, 2.8, 3.8} << "|---";
        QTest::newRow("just over 1.8") << QList<double>{0, 1, 2.801, 3.801} << "|-|-";
        QTest::newRow("right to left") << QList<double>{4, 3, 2, 0} << "|--|";
        QTest::newRow("all at one point") << QList<double>{1, 1, 1} << "|--";
        QTest::newRow("one") << QList<double>{1} << "|";
    }
    void aisles()
    {
        QFETCH(QList<double>, xs);
        QFETCH(QString, beside);
        SeatPlanParts parts = planFromText({std::string(static_cast<std::size_t>(xs.size()), 'A')})->parts();
        for (qsizetype i = 0; i < xs.size(); ++i)
            parts.seats[static_cast<std::size_t>(i)].at = {xs[i], 3};
        const SeatPlanPtr plan = SeatPlan::create(std::move(parts)).value();
        QString found;
        for (std::uint32_t i = 0; i < plan->seatCount(); ++i)
            found += QLatin1Char(plan->isBesidePrevious(SeatIndex{i}) ? '-' : '|');
        QCOMPARE(found, beside);
    }

    void distancesAreExact()
    {
        QCOMPARE(distanceMm({0, 0}, {3, 4}), 5'000U);
        QCOMPARE(distanceMm({1, 1}, {1, 1}), 0U);
        QCOMPARE(distanceMm({0, 0}, {0.001, 0.001}), 1U); // √2 mm, rounded down
        QCOMPARE(distanceMm({-100'000, -100'000}, {100'000, 100'000}), 282'842'712U);
    }
};

QTEST_GUILESS_MAIN(SeatPlanTest)
#include "seat_plan_test.moc"

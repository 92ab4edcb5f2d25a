// The model: counts, one signal a burst, texts, filter, focus; and the tree made of it.
#include "tests/support/generated_plans.h"
#include "ui/seatmap/seat_map_model.h"
#include "ui/seatmap/seat_tree_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace parterre;
using namespace Qt::StringLiterals;

namespace {

SeatIndex byLabel(const SeatMapModel& model, const char* label)
{
    return model.plan().seatByLabel(label).value();
}

} // namespace

class ModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBurstIsOneSignal()
    {
        SeatMapModel model(test::theatre());
        QSignalSpy changed(&model, &SeatMapModel::seatsChanged);
        model.setView({7}, {SeatMark::Sold, false, false});
        model.setView({3}, {SeatMark::Held, false, false});
        model.setView({7}, {SeatMark::Blocked, false, false});
        QCOMPARE(model.view({7}).mark, SeatMark::Blocked); // at once
        QCOMPARE(changed.count(), 0);
        QTRY_COMPARE_WITH_TIMEOUT(changed.count(), 1, 5000);
        const auto seats = changed.at(0).at(0).value<std::vector<SeatIndex>>();
        QVERIFY((seats == std::vector<SeatIndex>{{3}, {7}}));
        model.setView({7}, {SeatMark::Blocked, false, false}); // nothing new
        model.flush();
        QCOMPARE(changed.count(), 1);
    }

    void countsFreeSeatsOfSections()
    {
        SeatMapModel model(test::theatre());
        const SectionIndex stalls{1};
        const std::uint32_t all = model.freeInSection(stalls);
        QVERIFY(all > 100);
        const SeatIndex seat = byLabel(model, "Stalls/C/5");
        model.setView(seat, {SeatMark::Sold, false, false});
        QCOMPARE(model.freeInSection(stalls), all - 1);
        model.setView(seat, {SeatMark::Held, false, false});
        QCOMPARE(model.freeInSection(stalls), all - 1);
        std::vector<SeatView> views(model.plan().seatCount());
        model.setViews(views);
        QCOMPARE(model.freeInSection(stalls), all);
    }

    void saysASeatInWords()
    {
        SeatMapModel model(test::theatre());
        model.setPriceText([](PriceAreaIndex) { return u"€45.00"_s; });
        const SeatIndex seat = byLabel(model, "Stalls/C/5");
        model.setView(seat, {SeatMark::Free, false, true});
        QCOMPARE(model.seatText(seat), u"Stalls, row C, seat 5, €45.00, free"_s);
        const SeatIndex box = byLabel(model, "Box 2/B/1");
        model.setView(box, {SeatMark::Free, true, true});
        QCOMPARE(model.seatText(box),
                 u"Box 2, row B, seat 1, €45.00, free, in this counter's reserve, restricted view"_s);
    }

    void everyStateHasItsOwnWords()
    {
        QSet<QString> words;
        for (int mark = 0; mark < seatMarkCount; ++mark)
            words.insert(SeatMapModel::stateText({static_cast<SeatMark>(mark), false, false}));
        words.insert(SeatMapModel::stateText({SeatMark::Free, false, true}));
        words.insert(SeatMapModel::stateText({SeatMark::Free, true, true}));
        QCOMPARE(words.size(), seatMarkCount + 2);
    }

    void filterDimsOtherAreas()
    {
        SeatMapModel model(test::theatre());
        QSignalSpy changed(&model, &SeatMapModel::priceFilterChanged);
        QVERIFY(!model.isDimmed({0}));
        model.setPriceFilter({{1}, {2}});
        QVERIFY(model.isDimmed({0}) && !model.isDimmed({1}) && !model.isDimmed({2}) && model.isDimmed({3}));
        model.setPriceFilter({{2}, {1}});
        QCOMPARE(changed.count(), 1);
        model.setPriceFilter({});
        QVERIFY(!model.isDimmed({0}));
    }

    void standingAreasCountPlaces()
    {
        SeatMapModel model(test::arena(2'000));
        QSignalSpy changed(&model, &SeatMapModel::standingChanged);
        model.setStandingFree({0}, 120);
        QTRY_COMPARE_WITH_TIMEOUT(changed.count(), 1, 5000);
        QCOMPARE(model.standingText({0}), u"Floor standing, 120 of 2500 free"_s);
    }

    void theTreeIsAProperModel()
    {
        SeatMapModel model(test::arena(1'500));
        SeatTreeModel tree(model);
        QAbstractItemModelTester tester(&tree, QAbstractItemModelTester::FailureReportingMode::Fatal);
        for (std::uint32_t i = 0; i < model.plan().seatCount(); i += 37) {
            const QModelIndex index = tree.indexOf({i});
            QVERIFY(tree.seatAt(index) == SeatIndex{i});
            QVERIFY(tree.index(index.row(), 0, index.parent()) == index);
            QVERIFY(tree.parent(index.parent()).isValid());
        }
        const QModelIndex standing = tree.index(tree.rowCount() - 1, 0);
        QVERIFY(tree.standingAt(standing) == StandingIndex{0});
        QCOMPARE(tree.rowCount(standing), 0);
    }

    void theTreeFollowsTheModel()
    {
        SeatMapModel model(test::theatre());
        SeatTreeModel tree(model);
        QSignalSpy changed(&tree, &SeatTreeModel::dataChanged);
        const SeatIndex seat = byLabel(model, "Stalls/C/5");
        model.setView(seat, {SeatMark::Sold, false, false});
        model.flush();
        QCOMPARE(changed.count(), 2); // the seat, and its section's count
        QCOMPARE(tree.indexOf(seat, SeatTreeModel::State).data().toString(), u"sold"_s);
        QCOMPARE(tree.indexOf(seat).data(Qt::AccessibleTextRole).toString(), model.seatText(seat));
    }
};

QTEST_GUILESS_MAIN(ModelTest)
#include "model_test.moc"

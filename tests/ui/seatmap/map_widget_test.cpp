// The map and the list as a person uses them: mouse, keyboard, screen reader; and that partial repaints equal full
// ones.
#include "tests/support/generated_plans.h"
#include "ui/seatmap/map_canvas.h"
#include "ui/seatmap/seat_list_view.h"
#include "ui/seatmap/seat_map_widget.h"

#include <QAccessible>
#include <QApplication>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include <algorithm>
#include <cstdlib>

using namespace parterre;
using namespace Qt::StringLiterals;

namespace {

SeatIndex seatIn(const QSignalSpy& spy, int call)
{
    return spy.at(call).at(0).value<SeatIndex>();
}

// Of any channel of any pixel. A sprite's place in the atlas sways its antialiasing by one step, no more.
int largestDifference(const QImage& a, const QImage& b)
{
    int most = a.size() == b.size() ? 0 : 255;
    for (int y = 0; y < a.height() && most < 255; ++y)
        for (int x = 0; x < a.width(); ++x) {
            const QRgb p = a.pixel(x, y);
            const QRgb q = b.pixel(x, y);
            most = std::max(
                {most, std::abs(qRed(p) - qRed(q)), std::abs(qGreen(p) - qGreen(q)), std::abs(qBlue(p) - qBlue(q))});
        }
    return most;
}

} // namespace

class MapWidgetTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<SeatMapModel> m_model;
    std::unique_ptr<SeatMapWidget> m_map;

    SeatIndex seat(const char* label) const { return m_model->plan().seatByLabel(label).value(); }
    std::string focusLabel() const
    {
        return m_model->focusSeat() ? m_model->plan().label(*m_model->focusSeat()) : std::string();
    }
    QPoint pixelOf(SeatIndex seat) const
    {
        return m_map->viewport().toPixels(m_model->geometry().position(seat)).toPoint();
    }
    void show(const SeatPlanPtr& plan)
    {
        m_map.reset();
        m_model = std::make_unique<SeatMapModel>(plan);
        m_model->setViews(std::vector<SeatView>(plan->seatCount(), {SeatMark::Free, false, true}));
        m_model->setPriceText([](PriceAreaIndex) { return u"€45.00"_s; });
        m_model->flush();
        m_map = std::make_unique<SeatMapWidget>();
        m_map->resize(1000, 700);
        m_map->setModel(m_model.get());
        m_map->show();
        m_map->activateWindow();
        m_map->setFocus();
        QVERIFY(QTest::qWaitForWindowExposed(m_map.get()));
        QTRY_VERIFY_WITH_TIMEOUT(m_map->hasFocus(), 5000);
    }

private Q_SLOTS:
    void init() { show(test::theatre()); }
    void cleanup()
    {
        m_map.reset();
        m_model.reset();
    }

    void aSeatThatWasBroughtIntoViewCanBeClicked()
    {
        for (std::uint32_t i = 0; i < m_model->plan().seatCount(); ++i) {
            QSignalSpy clicked(m_map.get(), &SeatMapWidget::seatClicked);
            m_map->showSeat(SeatIndex{i});
            QTest::mouseClick(m_map.get(), Qt::LeftButton, {}, pixelOf(SeatIndex{i}));
            QVERIFY2(clicked.count() == 1, m_model->plan().label(SeatIndex{i}).c_str()); // not hidden by the small map
            QVERIFY(seatIn(clicked, 0) == SeatIndex{i});
        }
    }

    void aClickNamesTheSeatAndChangesNothing()
    {
        QSignalSpy clicked(m_map.get(), &SeatMapWidget::seatClicked);
        const SeatIndex target = seat("Stalls/F/7");
        QTest::mouseClick(m_map.get(), Qt::LeftButton, {}, pixelOf(target));
        QCOMPARE(clicked.count(), 1);
        QVERIFY(seatIn(clicked, 0) == target);
        QVERIFY(m_model->focusSeat() == target);
        QVERIFY((m_model->view(target) == SeatView{SeatMark::Free, false, true}));
        QTest::mouseClick(m_map.get(), Qt::LeftButton, {}, QPoint(5, 5)); // nothing there
        QCOMPARE(clicked.count(), 1);
    }

    void aDragIsAMarquee()
    {
        QSignalSpy marqueed(m_map.get(), &SeatMapWidget::seatsMarqueed);
        QSignalSpy clicked(m_map.get(), &SeatMapWidget::seatClicked);
        const SeatIndex from = seat("Stalls/F/5");
        const SeatIndex to = seat("Stalls/F/8");
        const QPoint a = pixelOf(from) - QPoint(7, 12);
        const QPoint b = pixelOf(to) + QPoint(7, 12);
        for (const Qt::KeyboardModifiers shift : {Qt::KeyboardModifiers(), Qt::KeyboardModifiers(Qt::ShiftModifier)}) {
            QTest::mousePress(m_map.get(), Qt::LeftButton, shift, a);
            QTest::mouseMove(m_map.get(), (a + b) / 2);
            QTest::mouseRelease(m_map.get(), Qt::LeftButton, shift, b);
        }
        QCOMPARE(clicked.count(), 0);
        QCOMPARE(marqueed.count(), 2);
        const QRectF metres = m_map->viewport().toMetres(QRectF(QPointF(a), QPointF(b)));
        QVERIFY(marqueed.at(0).at(0).value<std::vector<SeatIndex>>() == m_model->geometry().seatsIn(metres));
        QVERIFY(m_model->geometry().seatsIn(metres).size() >= 4);
        QCOMPARE(marqueed.at(0).at(1).toBool(), false);
        QCOMPARE(marqueed.at(1).at(1).toBool(), true);
    }

    void theKeyboardGoesEverywhere()
    {
        QSignalSpy clicked(m_map.get(), &SeatMapWidget::seatClicked);
        QSignalSpy list(m_map.get(), &SeatMapWidget::listRequested);
        m_model->setFocusSeat(seat("Stalls/C/5"));
        const std::pair<Qt::Key, const char*> script[] = {
            {Qt::Key_Right, "Stalls/C/6"}, {Qt::Key_Left, "Stalls/C/5"},          {Qt::Key_Home, "Stalls/C/1"},
            {Qt::Key_Right, "Stalls/C/2"}, {Qt::Key_PageDown, "Stalls right/A/"}, {Qt::Key_PageUp, "Stalls/A/"},
        };
        for (const auto& [key, label] : script) {
            QTest::keyClick(m_map.get(), key);
            QVERIFY2(focusLabel().starts_with(label), focusLabel().c_str());
        }
        QTest::keyClick(m_map.get(), Qt::Key_Down);
        QVERIFY2(focusLabel().starts_with("Stalls/B/"), focusLabel().c_str());
        QTest::keyClick(m_map.get(), Qt::Key_Return);
        QTest::keyClick(m_map.get(), Qt::Key_Space);
        QCOMPARE(clicked.count(), 2);
        QVERIFY(seatIn(clicked, 0) == m_model->focusSeat() && seatIn(clicked, 1) == m_model->focusSeat());
        QTest::keyClick(m_map.get(), Qt::Key_L);
        QCOMPARE(list.count(), 1);
        QTest::keyClick(m_map.get(), Qt::Key_L, Qt::ControlModifier); // the window's, not ours
        QCOMPARE(list.count(), 1);
    }

    void theFocusSeatStaysInView()
    {
        for (int i = 0; i < 8; ++i)
            QTest::keyClick(m_map.get(), Qt::Key_Plus);
        QVERIFY(!m_map->viewport().showsEverything());
        for (int i = 0; i < 30; ++i) {
            QTest::keyClick(m_map.get(), Qt::Key_Down);
            QVERIFY(m_map->rect().contains(pixelOf(*m_model->focusSeat())));
        }
        QTest::keyClick(m_map.get(), Qt::Key_F);
        QVERIFY(m_map->viewport().showsEverything());
    }

    void aSpaceDragPansAndDoesNotToggle()
    {
        QSignalSpy clicked(m_map.get(), &SeatMapWidget::seatClicked);
        for (int i = 0; i < 4; ++i)
            m_map->zoomIn();
        const QPointF before = m_map->viewport().visible().center();
        QTest::keyPress(m_map.get(), Qt::Key_Space);
        QTest::mousePress(m_map.get(), Qt::LeftButton, {}, QPoint(500, 300));
        QTest::mouseMove(m_map.get(), QPoint(460, 280));
        QTest::mouseRelease(m_map.get(), Qt::LeftButton, {}, QPoint(460, 280));
        QTest::keyRelease(m_map.get(), Qt::Key_Space);
        QCOMPARE(clicked.count(), 0);
        QVERIFY(m_map->viewport().visible().center().x() > before.x());
    }

    void theWheelZoomsToTheCursor()
    {
        const QPointF cursor(320, 410);
        const QPointF metre = m_map->viewport().toMetres(cursor);
        QWheelEvent wheel(cursor, m_map->mapToGlobal(cursor), {}, {0, 360}, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(m_map.get(), &wheel);
        QVERIFY((m_map->viewport().toMetres(cursor) - metre).manhattanLength() < 1e-6);
    }

    void fromAfarAClickGoesToTheSection()
    {
        show(test::block(60'000, 1.4));
        QSignalSpy clicked(m_map.get(), &SeatMapWidget::seatClicked);
        const double before = m_map->viewport().scale();
        QTest::mouseClick(m_map.get(), Qt::LeftButton, {}, pixelOf(SeatIndex{500}));
        QCOMPARE(clicked.count(), 0);
        QVERIFY(m_map->viewport().scale() > before * 2);
        QVERIFY(m_map->rect().contains(pixelOf(SeatIndex{500})));
        QTest::mouseClick(m_map.get(), Qt::LeftButton, {}, pixelOf(SeatIndex{500}));
        QCOMPARE(clicked.count(), 1);
    }

    void aStandingAreaIsClicked()
    {
        show(test::arena(2'000));
        QSignalSpy standing(m_map.get(), &SeatMapWidget::standingClicked);
        QTest::mouseClick(m_map.get(), Qt::LeftButton, {}, m_map->viewport().toPixels(QPointF(66, 58)).toPoint());
        QCOMPARE(standing.count(), 1);
    }

    // The off-screen platform has no assistive technology, so the name is asked for as a screen reader would on the
    // event.
    void aScreenReaderHearsTheFocusSeat()
    {
        QAccessibleInterface* map = QAccessible::queryAccessibleInterface(m_map.get());
        QVERIFY(map);
        QVERIFY(map->state().focusable && map->state().focused);
        m_model->setFocusSeat(seat("Stalls/C/5"));
        QCOMPARE(map->text(QAccessible::Name), u"Stalls, row C, seat 5, €45.00, free"_s);
        QTest::keyClick(m_map.get(), Qt::Key_Right);
        QCOMPARE(map->text(QAccessible::Name), u"Stalls, row C, seat 6, €45.00, free"_s);
        m_model->setView(seat("Stalls/C/6"), {SeatMark::Sold, false, false});
        QCOMPARE(map->text(QAccessible::Value), u"Stalls, row C, seat 6, €45.00, sold"_s);
        QVERIFY(!map->text(QAccessible::Description).isEmpty());
        QSignalSpy clicked(m_map.get(), &SeatMapWidget::seatClicked);
        map->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(clicked.count(), 1);
    }

    void aScreenReaderHearsTheList()
    {
        SeatListView list;
        list.setSeatModel(m_model.get());
        m_model->setFocusSeat(seat("Stalls/C/5"));
        QCOMPARE(list.currentIndex().data(Qt::AccessibleTextRole).toString(), u"Stalls, row C, seat 5, €45.00, free"_s);
        QVERIFY(QAccessible::queryAccessibleInterface(&list));
    }

    void theListEmitsTheSame()
    {
        SeatListView list;
        list.setSeatModel(m_model.get());
        list.resize(400, 500);
        list.show();
        QSignalSpy fromMap(m_map.get(), &SeatMapWidget::seatClicked);
        QSignalSpy fromList(&list, &SeatListView::seatClicked);
        QSignalSpy marqueed(&list, &SeatListView::seatsMarqueed);
        m_model->setFocusSeat(seat("Circle/B/4"));
        QTest::keyClick(m_map.get(), Qt::Key_Return);
        QTest::keyClick(&list, Qt::Key_Return); // follows the map's focus seat
        QCOMPARE(fromMap.count(), 1);
        QCOMPARE(fromList.count(), 1);
        QVERIFY(seatIn(fromMap, 0) == seatIn(fromList, 0));
        QTest::keyClick(&list, Qt::Key_Down); // and leads it
        QCOMPARE(focusLabel(), "Circle/B/5");
        QTest::keyClick(&list, Qt::Key_Down, Qt::ShiftModifier);
        QTest::keyClick(&list, Qt::Key_Space);
        QCOMPARE(marqueed.count(), 1);
        QCOMPARE(marqueed.at(0).at(0).value<std::vector<SeatIndex>>().size(), std::size_t{2});
    }

    void typingFindsARow()
    {
        SeatListView list;
        list.setSeatModel(m_model.get());
        m_model->setFocusSeat(seat("Stalls/C/1"));
        list.keyboardSearch(u"14"_s);
        QCOMPARE(focusLabel(), "Stalls/C/14");
    }

    void aPartialRepaintEqualsAFullOne()
    {
        for (const double zoom : {1.0, 2.5}) {
            MapCanvas partial(*m_model);
            partial.setLook(m_map->palette(), m_map->font());
            Viewport view = m_map->viewport();
            view.zoomAt({500, 300}, zoom);
            partial.setView(view, 1.5);
            partial.image();
            std::vector<SeatIndex> changed;
            for (std::uint32_t i = 0; i < m_model->plan().seatCount(); i += 13) {
                m_model->setView({i}, {static_cast<SeatMark>(i % seatMarkCount), false, false});
                changed.push_back({i});
            }
            m_model->flush();
            QVERIFY(!partial.invalidateSeats(changed).isEmpty());
            MapCanvas full(*m_model);
            full.setLook(m_map->palette(), m_map->font());
            full.setView(view, 1.5);
            QVERIFY(largestDifference(partial.image(), full.image()) <= 2);
        }
    }

    void aDyingModelLeavesAnEmptyMap()
    {
        m_model.reset();
        QVERIFY(!m_map->model());
        m_map->grab();
        QTest::keyClick(m_map.get(), Qt::Key_Right);
        QTest::mouseClick(m_map.get(), Qt::LeftButton, {}, QPoint(300, 300));
    }
};

QTEST_MAIN(MapWidgetTest)
#include "map_widget_test.moc"

// Metres and pixels, the fixed point of a zoom, and the limits.
#include "ui/seatmap/map_pointer.h"
#include "ui/seatmap/viewport.h"

#include <QTest>

using namespace parterre;

namespace {

Viewport sample()
{
    Viewport view(QRectF(0, 0, 100, 50), 0.5);
    view.resize({1000, 800});
    return view;
}

bool near(QPointF a, QPointF b)
{
    return (a - b).manhattanLength() < 1e-6;
}

} // namespace

class ViewportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void startsFitted()
    {
        const Viewport view = sample();
        QVERIFY(view.showsEverything());
        QVERIFY(QRectF(0, 0, 1000, 800).contains(view.toPixels(QRectF(0, 0, 100, 50))));
        QVERIFY(near(view.toPixels(QPointF(50, 25)), {500, 400}));
    }

    void pixelsAndMetresAreInverse()
    {
        Viewport view = sample();
        view.zoomAt({123, 456}, 3.7);
        for (const QPointF& at : {QPointF(0, 0), QPointF(999, 1), QPointF(-20, 900)})
            QVERIFY(near(view.toPixels(view.toMetres(at)), at));
    }

    void theMetreUnderTheCursorStays()
    {
        Viewport view = sample();
        const QPointF cursor(300, 420);
        const QPointF metre = view.toMetres(cursor);
        view.zoomAt(cursor, 2.5);
        QVERIFY(near(view.toMetres(cursor), metre));
        QVERIFY(!view.showsEverything());
    }

    void zoomAndPanKeepTheirLimits()
    {
        Viewport view = sample();
        view.zoomAt({500, 400}, 1e9);
        QCOMPARE(view.scale(), view.maxScale());
        QCOMPARE(view.maxScale() * 0.5, 64.0);
        view.panBy({1e9, -1e9});
        QVERIFY(QRectF(0, 0, 100, 50).adjusted(-1e-9, -1e-9, 1e-9, 1e-9).contains(view.visible().center()));
        view.zoomAt({500, 400}, 1e-9);
        QCOMPARE(view.scale(), view.fitScale() / 2);
        view.fit();
        QCOMPARE(view.scale(), view.fitScale());
    }

    void aResizeKeepsTheFit()
    {
        Viewport view = sample();
        view.resize({400, 300});
        QCOMPARE(view.scale(), view.fitScale());
        view.zoomAt({200, 150}, 4);
        const QPointF centre = view.visible().center();
        view.resize({500, 500});
        QVERIFY(near(view.visible().center(), centre));
    }

    void bringsAPointIntoViewByTheSmallestPan()
    {
        Viewport view = sample();
        view.zoomAt({500, 400}, 8);
        const Viewport before = view;
        view.ensureVisible(view.toMetres(QPointF(500, 400)), 50);
        QVERIFY(view == before);
        const QPointF outside = view.toMetres(QPointF(1100, 400));
        view.ensureVisible(outside, 50);
        QVERIFY(near(view.toPixels(outside), {950, 400}));
    }

    void finerPixelsShowTheSame()
    {
        Viewport view = sample();
        view.zoomAt({100, 100}, 3);
        const Viewport finer = view.scaledBy(2);
        QVERIFY(near(finer.toPixels(QPointF(20, 20)), view.toPixels(QPointF(20, 20)) * 2));
        QVERIFY(near(finer.visible().center(), view.visible().center()));
    }

    void aShortPressIsAClickALongOneAMarquee()
    {
        MapPointer pointer(10);
        pointer.press({100, 100}, Qt::LeftButton, false);
        pointer.move({104, 103});
        const auto click = pointer.release({104, 103}, Qt::LeftButton, Qt::NoModifier);
        QVERIFY(click.act == MapPointer::Act::Click && click.at == QPointF(100, 100));

        pointer.press({100, 100}, Qt::LeftButton, false);
        QVERIFY(pointer.move({150, 60}).act == MapPointer::Act::Stretch);
        const auto marquee = pointer.release({150, 60}, Qt::LeftButton, Qt::ShiftModifier);
        QVERIFY(marquee.act == MapPointer::Act::Marquee && marquee.add);
        QCOMPARE(marquee.rect, QRectF(100, 60, 50, 40));
        QVERIFY(pointer.marquee().isEmpty());
    }

    void middleAndSpaceDragPan()
    {
        for (const bool isSpaceHeld : {false, true}) {
            MapPointer pointer(10);
            const auto button = isSpaceHeld ? Qt::LeftButton : Qt::MiddleButton;
            pointer.press({100, 100}, button, isSpaceHeld);
            QVERIFY(pointer.isPanning());
            const auto pan = pointer.move({103, 98});
            QVERIFY(pan.act == MapPointer::Act::Pan && pan.delta == QPointF(3, -2));
            QVERIFY(pointer.move({104, 98}).delta == QPointF(1, 0));
            QVERIFY(pointer.release({104, 98}, button, Qt::NoModifier).act == MapPointer::Act::None);
        }
    }
};

QTEST_GUILESS_MAIN(ViewportTest)
#include "viewport_test.moc"

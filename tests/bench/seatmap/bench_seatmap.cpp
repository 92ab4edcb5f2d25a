// P6: 100,000 seats at 1600×1000 in software: full frame, one-seat update and first paint; QGraphicsView for
// comparison.
#include "tests/support/generated_plans.h"
#include "ui/seatmap/seat_map_widget.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QGraphicsEllipseItem>
#include <QGraphicsScene>
#include <QGraphicsView>
#include <QImage>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <vector>

using namespace parterre;

namespace {

constexpr std::uint32_t seatCount = 100'000;
constexpr QSize screen(1600, 1000);
constexpr int ourFrames = 240;
constexpr int theirFrames = 24;

double percentile(std::vector<double> values, double share)
{
    std::sort(values.begin(), values.end());
    const auto index = static_cast<std::size_t>(share * static_cast<double>(values.size() - 1) + 0.5);
    return values[index];
}

double milliseconds(const QElapsedTimer& timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

std::vector<SeatView> mixedViews()
{
    std::vector<SeatView> views(seatCount);
    for (std::uint32_t i = 0; i < seatCount; ++i) {
        views[i].mark = static_cast<SeatMark>((i * 7 + i / 50) % seatMarkCount);
        views[i].sellable = views[i].mark == SeatMark::Free && i % 3 != 0;
        views[i].reserve = views[i].sellable && i % 5 == 0;
    }
    return views;
}

// Frames of a pan and a slow zoom around a zoom level, everything repainted each time.
std::vector<double> ourFullFrames(SeatMapWidget& map, QImage& target, double zoom)
{
    std::vector<double> times;
    map.fit();
    for (int i = 0; i < ourFrames; ++i) {
        QElapsedTimer timer;
        timer.start();
        // A pan of a pixel and back; every fourth frame also zooms a little.
        QWheelEvent wheel(QPointF(800, 500), QPointF(800, 500), {}, {0, i % 8 < 4 ? 1 : -1}, Qt::NoButton,
                          Qt::NoModifier, Qt::NoScrollPhase, false);
        if (i == 0 && zoom != 1) {
            QWheelEvent far(QPointF(800, 500), QPointF(800, 500), {},
                            {0, static_cast<int>(std::log(zoom) / std::log(1.0018))}, Qt::NoButton, Qt::NoModifier,
                            Qt::NoScrollPhase, false);
            QApplication::sendEvent(&map, &far);
        }
        QApplication::sendEvent(&map, &wheel);
        map.render(&target);
        if (i >= 8)
            times.push_back(milliseconds(timer));
    }
    return times;
}

std::vector<double> ourUpdates(SeatMapWidget& map, SeatMapModel& model, QImage& target)
{
    std::vector<double> times;
    map.fit();
    map.render(&target);
    for (std::uint32_t i = 0; i < 500; ++i) {
        const SeatIndex seat{(i * 7919) % seatCount};
        SeatView view = model.view(seat);
        view.mark = view.mark == SeatMark::Sold ? SeatMark::Held : SeatMark::Sold;
        const QPointF at = map.viewport().toPixels(model.geometry().position(seat));
        const QRect region = QRectF(at.x() - 4, at.y() - 4, 8, 8).toAlignedRect() & map.rect();
        QElapsedTimer timer;
        timer.start();
        model.setView(seat, view);
        model.flush();
        map.render(&target, region.topLeft(), region);
        times.push_back(milliseconds(timer));
    }
    return times;
}

double ourFirstPaint(const SeatPlanPtr& plan, const std::vector<SeatView>& views, QImage& target)
{
    QElapsedTimer timer;
    timer.start();
    SeatMapModel model(plan);
    model.setViews(views);
    model.flush();
    SeatMapWidget map;
    map.resize(screen);
    map.setModel(&model);
    map.render(&target);
    return milliseconds(timer);
}

// One item a seat, the same colours in number, no antialiasing and no outline: the cheapest form of theirs.
std::vector<double> theirFullFrames(const SeatGeometry& geometry, const std::vector<SeatView>& views, QImage& target)
{
    QGraphicsScene scene;
    const double radius = geometry.seatRadius();
    const Qt::GlobalColor colours[] = {Qt::green, Qt::black, Qt::blue, Qt::red, Qt::gray, Qt::yellow, Qt::cyan};
    for (std::uint32_t i = 0; i < seatCount; ++i) {
        auto* item = scene.addEllipse(-radius, -radius, 2 * radius, 2 * radius, QPen(Qt::NoPen),
                                      QBrush(colours[static_cast<int>(views[i].mark)]));
        item->setPos(geometry.positions()[i]);
    }
    QGraphicsView view(&scene);
    view.setFrameShape(QFrame::NoFrame);
    view.setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    view.setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    view.resize(screen);
    view.setViewportUpdateMode(QGraphicsView::FullViewportUpdate);
    view.fitInView(geometry.bounds(), Qt::KeepAspectRatio);
    std::vector<double> times;
    for (int i = 0; i < theirFrames; ++i) {
        QElapsedTimer timer;
        timer.start();
        view.translate(i % 2 == 0 ? 0.1 : -0.1, 0);
        view.viewport()->render(&target);
        if (i >= 4)
            times.push_back(milliseconds(timer));
    }
    return times;
}

} // namespace

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    const SeatPlanPtr plan = test::block(seatCount, 1.6);
    const std::vector<SeatView> views = mixedViews();
    QImage target(screen, QImage::Format_RGB32);

    const double firstPaint = ourFirstPaint(plan, views, target);
    SeatMapModel model(plan);
    model.setViews(views);
    model.flush();
    SeatMapWidget map;
    map.resize(screen);
    map.setModel(&model);
    const std::vector<double> fitted = ourFullFrames(map, target, 1);
    const std::vector<double> middle = ourFullFrames(map, target, 3);
    const std::vector<double> updates = ourUpdates(map, model, target);
    const std::vector<double> theirs = theirFullFrames(model.geometry(), views, target);

    const double ours = percentile(fitted, 0.5);
    std::printf("P6 ratio=%.1f ours=%.2f theirs=%.1f p95_ms=%.2f p99_ms=%.2f mid_p95_ms=%.2f update_ms=%.3f "
                "first_paint_ms=%.0f\n",
                percentile(theirs, 0.5) / ours, ours, percentile(theirs, 0.5), percentile(fitted, 0.95),
                percentile(fitted, 0.99), percentile(middle, 0.95), percentile(updates, 0.99), firstPaint);
    return 0;
}

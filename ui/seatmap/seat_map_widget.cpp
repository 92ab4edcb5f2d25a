// Wires model, viewport, canvas, pointer and keys together.
#include "ui/seatmap/seat_map_widget.h"

#include "ui/seatmap/map_canvas.h"
#include "ui/seatmap/map_overlay.h"
#include "ui/seatmap/mini_map.h"
#include "ui/seatmap/seat_map_accessible.h"

#include <QGuiApplication>
#include <QStyleHints>

#include <algorithm>

namespace parterre {
namespace {

constexpr double zoomStep = 1.25;
constexpr double keyboardMargin = 56; // pixels kept around the focus seat
constexpr double hitPixels = 11;      // a seat drawn smaller than a fingertip is still hit by its surroundings
constexpr double readableRadius = 7;  // pixels; what showSeat() zooms to

Viewport emptyViewport()
{
    return {QRectF(0, 0, 1, 1), 1};
}

} // namespace

SeatMapWidget::SeatMapWidget(QWidget* parent)
    : QWidget(parent), m_viewport(emptyViewport()), m_pointer(QGuiApplication::styleHints()->startDragDistance())
{
    installSeatMapAccessibility();
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAttribute(Qt::WA_AcceptTouchEvents);
    grabGesture(Qt::PinchGesture);
}

SeatMapWidget::~SeatMapWidget() = default;

void SeatMapWidget::setModel(SeatMapModel* model)
{
    if (m_model)
        m_model->disconnect(this);
    m_pointer.cancel();
    m_model = model;
    m_canvas = model ? std::make_unique<MapCanvas>(*model) : nullptr;
    m_miniMap = model ? std::make_unique<MiniMap>(*model) : nullptr;
    m_viewport = model ? Viewport(model->geometry().bounds(), model->geometry().seatPitch()) : emptyViewport();
    m_viewport.resize(size());
    m_viewport.fit();
    if (model) {
        connect(model, &SeatMapModel::seatsChanged, this, &SeatMapWidget::seatsChanged);
        connect(model, &SeatMapModel::standingChanged, this, &SeatMapWidget::everythingChanged);
        connect(model, &SeatMapModel::priceFilterChanged, this, &SeatMapWidget::everythingChanged);
        connect(model, &SeatMapModel::proposalChanged, this, qOverload<>(&QWidget::update));
        connect(model, &SeatMapModel::focusSeatChanged, this, &SeatMapWidget::focusSeatMoved);
        connect(model, &QObject::destroyed, this, [this] { setModel(nullptr); });
    }
    lookChanged();
}

void SeatMapWidget::fit()
{
    m_viewport.fit();
    viewChanged();
}

void SeatMapWidget::zoomIn()
{
    zoomAt(QRectF(rect()).center(), zoomStep);
}

void SeatMapWidget::zoomOut()
{
    zoomAt(QRectF(rect()).center(), 1 / zoomStep);
}

void SeatMapWidget::showSection(SectionIndex section)
{
    if (!m_model)
        return;
    const double margin = 2 * m_model->geometry().seatPitch();
    m_viewport.showRect(m_model->geometry().sectionBounds(section).adjusted(-margin, -margin, margin, margin));
    viewChanged();
}

void SeatMapWidget::showSeat(SeatIndex seat)
{
    if (!m_model)
        return;
    const QPointF at = m_model->geometry().position(seat);
    const double radius = m_model->geometry().seatRadius() * m_viewport.scale();
    if (radius < readableRadius) {
        m_viewport.zoomAt(m_viewport.toPixels(at), readableRadius / radius);
        m_viewport.centreOn(at);
    }
    bringIntoView(at);
    viewChanged();
}

// Under the small map a seat can neither be seen nor clicked.
void SeatMapWidget::bringIntoView(const QPointF& metres)
{
    m_viewport.ensureVisible(metres, keyboardMargin);
    if (m_miniMap->metresAt(m_viewport, m_viewport.toPixels(metres)))
        m_viewport.centreOn(metres);
}

void SeatMapWidget::showSeats(const std::vector<SeatIndex>& seats)
{
    if (!m_model || seats.empty())
        return;
    QRectF around;
    for (const SeatIndex seat : seats)
        around |= QRectF(m_model->geometry().position(seat), QSizeF(1e-6, 1e-6));
    const double margin = 3 * m_model->geometry().seatPitch();
    m_viewport.showRect(around.adjusted(-margin, -margin, margin, margin));
    // Few seats side by side would fill the screen; what lies around them tells where they are.
    const double most = 2 * readableRadius / m_model->geometry().seatRadius();
    if (m_viewport.scale() > most)
        m_viewport.zoomAt(QRectF(rect()).center(), most / m_viewport.scale());
    viewChanged();
}

void SeatMapWidget::activateFocusSeat()
{
    if (m_model && m_model->focusSeat())
        Q_EMIT seatClicked(*m_model->focusSeat());
}

void SeatMapWidget::zoomAt(const QPointF& at, double factor)
{
    m_viewport.zoomAt(at, factor);
    viewChanged();
}

void SeatMapWidget::viewChanged()
{
    if (m_canvas)
        m_canvas->setView(m_viewport, devicePixelRatioF());
    update();
}

void SeatMapWidget::lookChanged()
{
    if (m_canvas) {
        m_canvas->setLook(palette(), font());
        m_miniMap->setLook(palette());
    }
    viewChanged();
}

void SeatMapWidget::seatsChanged(const std::vector<SeatIndex>& seats)
{
    const QRect changed = m_canvas->invalidateSeats(seats);
    if (!changed.isEmpty())
        update(changed);
    if (const auto focus = m_model->focusSeat(); focus && std::binary_search(seats.begin(), seats.end(), *focus))
        announceFocusSeat(*this);
}

void SeatMapWidget::everythingChanged()
{
    m_canvas->invalidate();
    m_miniMap->invalidate();
    update();
}

void SeatMapWidget::focusSeatMoved()
{
    update(m_focusBox);
    if (const auto seat = m_model->focusSeat())
        update(focusRingBox(*m_model, m_viewport, *seat));
    announceFocusSeat(*this);
}

bool SeatMapWidget::showsSeats() const
{
    return m_model && 2 * m_model->geometry().seatRadius() * m_viewport.scale() >= smallestSeatPixels;
}

std::optional<SeatIndex> SeatMapWidget::seatUnder(const QPointF& at) const
{
    if (!m_model)
        return std::nullopt;
    const SeatGeometry& geometry = m_model->geometry();
    const double around = std::min(geometry.seatPitch() * 0.75, hitPixels / m_viewport.scale());
    return geometry.seatAt(m_viewport.toMetres(at), std::max(geometry.seatRadius(), around));
}

void SeatMapWidget::click(const QPointF& at)
{
    if (!m_model)
        return;
    if (const auto metres = m_miniMap->metresAt(m_viewport, at)) {
        m_viewport.centreOn(*metres);
        return viewChanged();
    }
    if (const auto seat = seatUnder(at)) {
        if (!showsSeats())
            return showSection(m_model->plan().rowOf(*seat).section);
        m_model->setFocusSeat(seat);
        Q_EMIT seatClicked(*seat);
        return;
    }
    if (const auto area = m_model->geometry().standingAt(m_viewport.toMetres(at)))
        Q_EMIT standingClicked(*area);
}

void SeatMapWidget::act(const MapPointer::Meaning& meaning)
{
    switch (meaning.act) {
    case MapPointer::Act::None:
        return;
    case MapPointer::Act::Pan:
        m_viewport.panBy(meaning.delta);
        m_spaceTogglesOnRelease = false;
        return viewChanged();
    case MapPointer::Act::Stretch:
        return update();
    case MapPointer::Act::Click:
        return click(meaning.at);
    case MapPointer::Act::Marquee:
        update();
        if (!m_model)
            return;
        if (const auto seats = m_model->geometry().seatsIn(m_viewport.toMetres(meaning.rect)); !seats.empty())
            Q_EMIT seatsMarqueed(seats, meaning.add);
        return;
    }
}

} // namespace parterre

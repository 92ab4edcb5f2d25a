// SeatMapWidget: the live seat map. Shows a SeatMapModel and says what the person did; changes no seat itself.
#pragma once

#include "ui/seatmap/map_pointer.h"
#include "ui/seatmap/seat_map_model.h"
#include "ui/seatmap/viewport.h"

#include <QPointer>
#include <QWidget>

#include <memory>
#include <optional>
#include <vector>

namespace parterre {

class MapCanvas;
class MiniMap;

// Mouse: wheel zooms to the cursor, pinch too; middle or space-drag pans; drag draws a marquee (Shift adds); click
// toggles. Keyboard: arrows, Home, End, PgUp, PgDown move the focus seat; Enter or Space toggles; F fits; + and - zoom;
// L asks for the list. From afar a click on a section zooms in on it.
class SeatMapWidget : public QWidget
{
    Q_OBJECT

public:
    explicit SeatMapWidget(QWidget* parent = nullptr);
    ~SeatMapWidget() override;

    // Not owned; may die first. nullptr shows an empty ground. Starts fitted.
    void setModel(SeatMapModel* model);
    SeatMapModel* model() const { return m_model; }

    const Viewport& viewport() const { return m_viewport; }
    void fit();
    void zoomIn();
    void zoomOut();
    void showSection(SectionIndex section);              // fills the view with it
    void showSeat(SeatIndex seat);                       // brings it into view, large enough to be seen
    void showSeats(const std::vector<SeatIndex>& seats); // all of them in view
    // What Enter does: seatClicked() for the focus seat, if there is one.
    void activateFocusSeat();

    QSize sizeHint() const override { return {960, 640}; }
    QSize minimumSizeHint() const override { return {240, 180}; }

Q_SIGNALS:
    void seatClicked(parterre::SeatIndex seat);
    // Plan order; never empty. `add`: Shift was held, so keep what is picked already.
    void seatsMarqueed(const std::vector<parterre::SeatIndex>& seats, bool add);
    void standingClicked(parterre::StandingIndex area);
    void listRequested();

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void zoomAt(const QPointF& at, double factor);
    void bringIntoView(const QPointF& metres);
    void viewChanged();
    void lookChanged();
    void seatsChanged(const std::vector<SeatIndex>& seats);
    void everythingChanged();
    void focusSeatMoved();
    void act(const MapPointer::Meaning& meaning);
    void click(const QPointF& at);
    void showToolTip(const QPoint& at, const QPoint& global);
    bool pinch(QEvent* event);
    bool showsSeats() const;
    void updateCursor(const QPointF& at);
    std::optional<SeatIndex> seatUnder(const QPointF& at) const;

    QPointer<SeatMapModel> m_model;
    std::unique_ptr<MapCanvas> m_canvas; // null without a model
    std::unique_ptr<MiniMap> m_miniMap;
    Viewport m_viewport;
    MapPointer m_pointer;
    QRect m_focusBox; // where the ring was painted last
    bool m_isSpaceHeld = false;
    bool m_spaceTogglesOnRelease = false;
};

} // namespace parterre

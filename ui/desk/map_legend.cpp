// A glyph and a word for each state of a seat.
#include "ui/desk/map_legend.h"

#include "ui/common/flow_layout.h"
#include "ui/common/theme.h"
#include "ui/seatmap/seat_glyphs.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

#include <algorithm>

namespace parterre {
namespace {

constexpr int glyphSide = 20; // logical pixels

QPixmap glyph(const SeatLook& look, const QPalette& palette, double pixelRatio)
{
    QPixmap pixmap(QSize(glyphSide, glyphSide) * pixelRatio);
    pixmap.setDevicePixelRatio(pixelRatio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    drawSeat(painter, QPointF(glyphSide, glyphSide) / 2, glyphSide * 0.4, look, mapColoursFor(palette));
    return pixmap;
}

} // namespace

MapLegend::MapLegend(QWidget* parent) : QFrame(parent), m_marks(new FlowLayout(tokens::space12))
{
    setRole(this, Role::Bar);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(tokens::space16, tokens::space4, tokens::space16, tokens::space4);
    layout->addLayout(m_marks, 1);
}

void MapLegend::setPlan(const SeatPlan& plan)
{
    while (QLayoutItem* item = m_marks->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    addMark({}, tr("Free"));
    addMark({.reserve = true}, tr("In your reserve"));
    addMark({.mark = SeatMark::Selected}, tr("In the basket"));
    addMark({.mark = SeatMark::Held}, tr("Held"));
    addMark({.mark = SeatMark::Reserved}, tr("Reserved"));
    addMark({.mark = SeatMark::Sold}, tr("Sold"));
    addMark({.mark = SeatMark::Elsewhere}, tr("Other counter"));
    addMark({.mark = SeatMark::Blocked}, tr("Blocked"));
    const auto& seats = plan.seats();
    if (std::any_of(seats.begin(), seats.end(), [](const PlanSeat& seat) { return seat.attributes & Wheelchair; }))
        addMark({.attributes = Wheelchair}, tr("Wheelchair"));
}

void MapLegend::addMark(const SeatLook& look, const QString& words)
{
    auto* mark = new QWidget(this);
    auto* layout = new QHBoxLayout(mark);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(tokens::space4);
    auto* picture = new QLabel(mark);
    picture->setPixmap(glyph(look, palette(), devicePixelRatioF()));
    auto* text = new QLabel(words, mark);
    text->setFont(themeFont(tokens::typeCaption));
    setRole(text, Role::Muted);
    layout->addWidget(picture);
    layout->addWidget(text);
    m_marks->addWidget(mark);
}

} // namespace parterre

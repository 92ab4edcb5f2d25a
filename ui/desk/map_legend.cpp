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
    const auto& seats = plan.seats();
    m_hasWheelchairs =
        std::any_of(seats.begin(), seats.end(), [](const PlanSeat& seat) { return seat.attributes & Wheelchair; });
    fill();
}

void MapLegend::setLine(bool provisional, const QString& asOf)
{
    const bool sameMarks = provisional == m_provisional && asOf.isEmpty() == m_asOf.isEmpty();
    m_provisional = provisional;
    m_asOf = asOf;
    if (!sameMarks)
        fill();
    else if (m_age)
        m_age->setText(ageText()); // once a minute: no need to lay out anew
}

QString MapLegend::ageText() const
{
    return tr("Pale: %1").arg(m_asOf);
}

void MapLegend::fill()
{
    m_age = nullptr;
    while (QLayoutItem* item = m_marks->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const bool stale = !m_asOf.isEmpty();
    if (!stale)
        addMark({}, tr("Free"));
    addMark({.offer = SeatOffer::Reserve}, tr("In your reserve"));
    if (m_provisional)
        addMark({.offer = SeatOffer::Provisional}, tr("Only provisionally"));
    else if (stale)
        addMark({.offer = SeatOffer::None}, tr("Not now"));
    addMark({.mark = SeatMark::Selected}, tr("In the basket"));
    addMark({.mark = SeatMark::Held, .stale = stale}, tr("Held"));
    addMark({.mark = SeatMark::Reserved, .stale = stale}, tr("Reserved"));
    addMark({.mark = SeatMark::Sold, .stale = stale}, tr("Sold"));
    addMark({.mark = SeatMark::Elsewhere}, tr("Other counter"));
    addMark({.mark = SeatMark::Blocked, .stale = stale}, tr("Blocked"));
    if (m_hasWheelchairs)
        addMark({.attributes = Wheelchair}, tr("Wheelchair"));
    if (stale)
        m_age = addMark({.mark = SeatMark::Sold, .stale = true}, ageText());
}

QLabel* MapLegend::addMark(const SeatLook& look, const QString& words)
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
    mark->show(); // also when the legend is on the screen already
    return text;
}

} // namespace parterre

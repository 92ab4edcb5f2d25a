// Stripes as on a barrier, at both ends and thin below, in the colours of the scheme.
#include "ui/desk/drill_banner.h"

#include "ui/common/key_hint.h"
#include "ui/common/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace parterre {
namespace {

// Large text gets the room of the stripes and says less, so that the map keeps its place.
constexpr double largeText = 1.5;

int stripedWidth() // at each end
{
    return currentTextScale() < largeText ? 64 : 24;
}

constexpr int stripe = 12;

void paintStripes(QPainter& painter, const QRect& area, const QColor& ground, const QColor& ink)
{
    painter.save();
    painter.setClipRect(area);
    painter.fillRect(area, ground);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    const int slant = area.height();
    for (int x = area.left() - slant; x < area.right() + slant; x += 2 * stripe)
        painter.drawPolygon(QPolygon({{x, area.bottom() + 1},
                                      {x + stripe, area.bottom() + 1},
                                      {x + stripe + slant, area.top()},
                                      {x + slant, area.top()}}));
    painter.restore();
}

} // namespace

using namespace Qt::StringLiterals;

DrillBanner::DrillBanner(QWidget* parent) : QFrame(parent)
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(stripedWidth() + tokens::space16, tokens::space8, stripedWidth() + tokens::space16,
                               tokens::space8);
    layout->setSpacing(tokens::space16);
    auto* name = new QLabel(tr("DRILL"), this);
    QFont large = themeFont(tokens::typeTitle);
    large.setWeight(QFont::Bold);
    name->setFont(large);
    name->setObjectName(u"drillName"_s);
    layout->addWidget(name);
    auto* words =
        new QLabel(currentTextScale() < largeText
                       ? tr("The line is up; this counter only pretends that it is down. What you sell is really sold.")
                       : tr("The line is up. Sales are real."),
                   this);
    words->setWordWrap(true);
    words->setObjectName(u"drillText"_s);
    layout->addWidget(words, 1);
    auto* end = new QPushButton(withKey(tr("End the drill"), u"Ctrl+Shift+D"_s), this);
    end->setObjectName(u"drillEnd"_s);
    end->setFocusPolicy(Qt::TabFocus);
    connect(end, &QPushButton::clicked, this, &DrillBanner::endRequested);
    layout->addWidget(end);
    const auto& c = currentColours();
    for (QLabel* label : {name, words})
        label->setStyleSheet(u"color:%1"_s.arg(c.cautionText.name()));
    setAccessibleName(tr("Drill: the line is only pretended to be down"));
}

void DrillBanner::paintEvent(QPaintEvent*)
{
    const auto& c = currentColours();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), c.caution);
    const QColor dark = c.text.lightness() < c.caution.lightness() ? c.text : c.sunken;
    paintStripes(painter, QRect(0, 0, stripedWidth(), height()), c.caution, dark);
    paintStripes(painter, QRect(width() - stripedWidth(), 0, stripedWidth(), height()), c.caution, dark);
}

} // namespace parterre

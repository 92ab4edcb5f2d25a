// Words for the state of the line.
#include "ui/desk/line_badge.h"

#include "ui/common/theme.h"
#include "ui/desk/reserve_gauge.h"
#include "ui/desk/reserve_words.h"

#include <QLabel>
#include <QVBoxLayout>

namespace parterre {
namespace {

using namespace Qt::StringLiterals;

Level lineLevel(LineState state)
{
    switch (state) {
    case LineState::Up:
        return Level::Good;
    case LineState::Syncing:
        return Level::Caution;
    case LineState::Down:
        return Level::Danger;
    }
    PARTERRE_REQUIRE(false);
}

QString stateText(const LineReport& report)
{
    switch (report.state) {
    case LineState::Up:
        return report.unsentOps == 0
                   ? LineBadge::tr("● On line")
                   : LineBadge::tr("● On line · sending %n", nullptr, static_cast<int>(report.unsentOps));
    case LineState::Syncing:
        return LineBadge::tr("◐ Catching up: %1 of %2 sent")
            .arg(report.drainedOps)
            .arg(report.drainedOps + report.unsentOps);
    case LineState::Down:
        return report.unsentOps == 0
                   ? LineBadge::tr("✕ Line down")
                   : LineBadge::tr("✕ Line down · %n to send", nullptr, static_cast<int>(report.unsentOps));
    }
    PARTERRE_REQUIRE(false);
}

} // namespace

LineBadge::LineBadge(QWidget* parent) : QFrame(parent), m_state(new QLabel(this)), m_reserve(new ReserveGauge(this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addStretch(1);
    layout->addWidget(m_state, 0, Qt::AlignRight);
    layout->addWidget(m_reserve);
    layout->addStretch(1);
    setRole(m_state, Role::Pill);
    m_state->setObjectName(u"lineState"_s);
    connect(m_reserve, &ReserveGauge::clicked, this, &LineBadge::reserveRequested);
    setReport({}, {});
}

void LineBadge::setReport(const LineReport& report, const std::vector<PriceArea>& areas)
{
    m_state->setText(stateText(report));
    const auto [ground, ink] = coloursOf(lineLevel(report.state));
    m_state->setStyleSheet(u"background:%1;color:%2"_s.arg(ground.name(), ink.name()));
    m_reserve->setReserve(reserveLevel(report), reserveSentence(report), reserveShort(report));
    QStringList lines;
    for (const auto& line : report.reserve)
        if (line.area.value < areas.size())
            lines << tr("%1: %2").arg(QString::fromStdString(areas[line.area.value].name)).arg(line.places);
    if (lines.isEmpty())
        lines << tr("What this counter may sell while the line is down");
    lines << tr("Details   Ctrl+R");
    m_reserve->setToolTip(lines.join(u'\n'));
    setAccessibleName(text());
}

void LineBadge::setShown(bool line, bool reserve)
{
    m_state->setVisible(line);
    m_reserve->setVisible(reserve);
}

QString LineBadge::text() const
{
    return m_state->text() + u". "_s + m_reserve->text();
}

} // namespace parterre

// Words for the state of the line, and the level of the reserve by the minutes left (design 02: > 60, ≤ 60, ≤ 10).
#include "ui/desk/line_badge.h"

#include "ui/common/theme.h"

#include <QLabel>
#include <QVBoxLayout>

namespace parterre {
namespace {

using namespace Qt::StringLiterals;

enum class Level { Good, Caution, Danger };

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

Level reserveLevel(const LineReport& report)
{
    const auto minutes = report.reserveLeft.count() / 60'000;
    // Nothing in reserve hurts only once the line is down; while it is up one may just have been asked for.
    if (report.reserveSeats == 0)
        return report.state == LineState::Down ? Level::Danger : Level::Caution;
    if (minutes <= 10)
        return Level::Danger;
    return minutes <= 60 ? Level::Caution : Level::Good;
}

// Ground and ink of a level.
std::pair<QColor, QColor> coloursOf(Level level)
{
    const auto& c = currentColours();
    switch (level) {
    case Level::Good:
        return {c.positive, c.positiveText};
    case Level::Caution:
        return {c.caution, c.cautionText};
    case Level::Danger:
        return {c.danger, c.dangerText};
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

QString leftText(Milliseconds left)
{
    const auto minutes = left.count() / 60'000;
    return minutes >= 120 ? LineBadge::tr("%1 h left").arg(minutes / 60) : LineBadge::tr("%1 min left").arg(minutes);
}

QString reserveText(const LineReport& report)
{
    if (report.reserveSeats == 0)
        return LineBadge::tr("No offline reserve");
    return LineBadge::tr("Offline reserve %1").arg(report.reserveSeats) + u" · "_s + leftText(report.reserveLeft);
}

} // namespace

LineBadge::LineBadge(QWidget* parent) : QFrame(parent), m_state(new QLabel(this)), m_reserve(new QLabel(this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addStretch(1);
    layout->addWidget(m_state, 0, Qt::AlignRight);
    layout->addWidget(m_reserve, 0, Qt::AlignRight);
    layout->addStretch(1);
    setRole(m_state, Role::Pill);
    m_reserve->setFont(themeFont(tokens::typeCaption));
    m_state->setObjectName(u"lineState"_s);
    m_reserve->setObjectName(u"reserveGauge"_s);
    setReport({}, {});
}

void LineBadge::setReport(const LineReport& report, const std::vector<PriceArea>& areas)
{
    m_state->setText(stateText(report));
    const auto [ground, ink] = coloursOf(lineLevel(report.state));
    m_state->setStyleSheet(u"background:%1;color:%2"_s.arg(ground.name(), ink.name()));
    m_reserve->setText(reserveText(report));
    m_reserve->setStyleSheet(u"color:%1"_s.arg(coloursOf(reserveLevel(report)).first.name()));
    QStringList breakdown;
    for (const auto& line : report.reserve)
        if (line.area.value < areas.size())
            breakdown << tr("%1: %2").arg(QString::fromStdString(areas[line.area.value].name)).arg(line.places);
    setToolTip(breakdown.isEmpty() ? tr("What this counter may sell while the line is down") : breakdown.join(u'\n'));
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

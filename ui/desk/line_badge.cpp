// Words for the state of the line.
#include "ui/desk/line_badge.h"

#include "ui/common/key_hint.h"
#include "ui/common/theme.h"
#include "ui/desk/reserve_gauge.h"
#include "ui/desk/reserve_words.h"

#include <QHBoxLayout>
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

// The same in a word or two, for large text on a small screen.
QString stateShort(const LineReport& report)
{
    switch (report.state) {
    case LineState::Up:
        return LineBadge::tr("● On line");
    case LineState::Syncing:
        return LineBadge::tr("◐ %1 of %2", "catching up: sent of all")
            .arg(report.drainedOps)
            .arg(report.drainedOps + report.unsentOps);
    case LineState::Down:
        return report.unsentOps == 0 ? LineBadge::tr("✕ Line down")
                                     : LineBadge::tr("✕ Down · %1", "line down, steps to send").arg(report.unsentOps);
    }
    PARTERRE_REQUIRE(false);
}

} // namespace

LineBadge::LineBadge(QWidget* parent) : QFrame(parent), m_state(new BriefLabel(this)), m_reserve(new ReserveGauge(this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addStretch(1);
    auto* toTheRight = new QHBoxLayout; // an alignment would take the width of the whole words
    toTheRight->addStretch(1);
    toTheRight->addWidget(m_state);
    layout->addLayout(toTheRight);
    layout->addWidget(m_reserve);
    layout->addStretch(1);
    setRole(m_state, Role::Pill);
    m_state->setObjectName(u"lineState"_s);
    connect(m_reserve, &ReserveGauge::clicked, this, &LineBadge::reserveRequested);
    setReport({}, {});
}

void LineBadge::setReport(const LineReport& report, const std::vector<PriceArea>& areas)
{
    m_state->setWords(stateText(report), stateShort(report));
    const auto [ground, ink] = coloursOf(lineLevel(report.state));
    m_state->setStyleSheet(u"background:%1;color:%2"_s.arg(ground.name(), ink.name()));
    m_reserve->setReserve(reserveLevel(report), reserveSentence(report, areas), reserveShort(report));
    QStringList lines;
    for (const auto& line : report.reserve)
        if (line.area.value < areas.size())
            lines << tr("%1: %2").arg(QString::fromStdString(areas[line.area.value].name)).arg(line.places);
    if (lines.isEmpty())
        lines << tr("What this counter may sell while the line is down");
    lines << withKey(tr("Details"), u"Ctrl+R"_s);
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
    return m_state->whole() + u". "_s + m_reserve->text();
}

} // namespace parterre

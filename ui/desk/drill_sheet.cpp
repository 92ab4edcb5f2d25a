// A verdict in a sentence, then the figures it rests on, then what to do.
#include "ui/desk/drill_sheet.h"

#include "ui/common/level.h"
#include "ui/common/when_text.h"

#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

namespace parterre {
namespace {

using namespace Qt::StringLiterals;

constexpr Milliseconds goodFor{60 * 60'000};
constexpr Milliseconds leastToJudge{5 * 60'000};

// A pace of a few moments says nothing about an evening.
bool isTooShort(const DrillReport& report)
{
    return report.lasted < leastToJudge;
}

Level verdictLevel(const DrillReport& report)
{
    if (report.refused > 0 || report.reserveLeft == 0)
        return Level::Danger;
    return !isTooShort(report) && report.wouldLast && *report.wouldLast <= goodFor ? Level::Caution : Level::Good;
}

QString verdictText(const DrillReport& report)
{
    if (report.sales == 0 && report.refused == 0)
        return DrillSheet::tr("Nothing was sold in this drill, so it has not shown how long the reserve lasts.");
    if (report.reserveLeft == 0)
        return DrillSheet::tr("The reserve ran out during the drill.");
    if (report.refused > 0)
        return DrillSheet::tr("%n times a customer wanted what could not be sold.", nullptr,
                              static_cast<int>(report.refused));
    if (isTooShort(report))
        return DrillSheet::tr("The reserve carried this drill; it was too short to show how long the reserve lasts.");
    if (!report.wouldLast)
        return DrillSheet::tr("The reserve carried this drill.");
    return DrillSheet::tr("At this pace the rest of the reserve would have lasted another %1.")
        .arg(spanText(*report.wouldLast));
}

QString adviceText(const DrillReport& report)
{
    switch (verdictLevel(report)) {
    case Level::Good:
        return DrillSheet::tr("This counter is ready for an outage of that length.");
    case Level::Caution:
        return DrillSheet::tr(
                   "Renew the reserve before the next rush (%1): it is sized by what was sold in the last hour.")
            .arg(keyName(u"Ctrl+R"_s));
    case Level::Danger:
        return DrillSheet::tr("Renew the reserve now (%1), and allow provisional sales for this event if customers "
                              "should not be turned away.")
            .arg(keyName(u"Ctrl+R"_s));
    }
    PARTERRE_REQUIRE(false);
}

} // namespace

DrillSheet::DrillSheet(QWidget* parent)
    : Sheet(tr("The drill is over"), parent), m_verdict(addText()), m_advice(nullptr), m_figures(new QGridLayout)
{
    m_verdict->setFont(themeFont(tokens::typeEmphasis));
    m_verdict->setObjectName(u"drillVerdict"_s);
    body()->addSpacing(tokens::space8);
    m_figures->setHorizontalSpacing(tokens::space16);
    m_figures->setVerticalSpacing(tokens::space8);
    m_figures->setColumnStretch(0, 1);
    body()->addLayout(m_figures);
    body()->addSpacing(tokens::space8);
    m_advice = addText();
    m_advice->setObjectName(u"drillAdvice"_s);
    addText(tr("What was sold is really sold and goes to the centre now."), true);
    body()->addStretch(1);
    addButton(tr("Back to selling"), "drillDone", {Qt::Key_Return, Qt::Key_Escape}, Role::PrimaryButton,
              [this] { Q_EMIT closed(); });
}

void DrillSheet::open(const DrillReport& report)
{
    const Level level = verdictLevel(report);
    m_verdict->setText(u"%1  %2"_s.arg(signOf(level), verdictText(report)));
    m_verdict->setStyleSheet(u"color:%1"_s.arg(coloursOf(level).ground.name()));
    m_advice->setText(adviceText(report));
    while (QLayoutItem* item = m_figures->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const QLocale locale;
    addFigure(tr("Lasted"), spanText(report.lasted));
    addFigure(tr("Orders sold"), locale.toString(report.sales));
    addFigure(tr("Places from the reserve"), locale.toString(report.reservePlaces));
    addFigure(tr("Places sold provisionally"), locale.toString(report.provisionalPlaces));
    addFigure(tr("Wanted and refused"), locale.toString(report.refused));
    addFigure(tr("Reserve left"), locale.toString(report.reserveLeft));
}

void DrillSheet::addFigure(const QString& caption, const QString& figure)
{
    const int row = m_figures->rowCount();
    auto* name = new QLabel(caption, this);
    setRole(name, Role::Muted);
    auto* value = figuresLabel(tokens::typeEmphasis, "drillFigure", this);
    value->setText(figure);
    value->setAccessibleName(u"%1: %2"_s.arg(caption, figure));
    m_figures->addWidget(name, row, 0);
    m_figures->addWidget(value, row, 1, Qt::AlignRight);
}

} // namespace parterre

// A row a price area; what each button does stands in a sentence above it.
#include "ui/desk/reserve_sheet.h"

#include "ui/common/when_text.h"
#include "ui/desk/reserve_words.h"

#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace parterre {

using namespace Qt::StringLiterals;

ReserveSheet::ReserveSheet(QWidget* parent)
    : Sheet(tr("Offline reserve"), parent),
      m_headline(addText()),
      m_sentence(addText({}, true)),
      m_areas(new QTreeWidget(this)),
      m_note(nullptr)
{
    m_headline->setFont(themeFont(tokens::typeEmphasis));
    m_headline->setObjectName(u"reserveHeadline"_s);
    m_areas->setColumnCount(3);
    m_areas->setHeaderLabels({tr("Price area"), tr("Seats"), tr("Carries")});
    m_areas->setRootIsDecorated(false);
    m_areas->setUniformRowHeights(true);
    m_areas->setAccessibleName(tr("Reserve by price area"));
    m_areas->setObjectName(u"reserveAreas"_s);
    m_areas->header()->setStretchLastSection(false);
    m_areas->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_areas->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_areas->setMinimumHeight(qRound(96 * currentTextScale()));
    body()->addWidget(m_areas, 1);
    m_note = addText({}, true);
    m_note->setObjectName(u"reserveNote"_s);
    m_renew =
        addButton(tr("Renew"), "reserveRenew", {Qt::Key_N}, Role::PrimaryButton, [this] { Q_EMIT renewRequested(); });
    m_return = addButton(tr("Give all of it back"), "reserveReturn", {Qt::Key_G}, [this] { Q_EMIT returnRequested(); });
    addBackButton();
    setFirstFocus(m_areas);
}

void ReserveSheet::setReport(const LineReport& report, const std::vector<PriceArea>& areas)
{
    const Level level = reserveLevel(report);
    m_headline->setText(signOf(level) + u"  "_s + reserveSentence(report, areas));
    m_headline->setStyleSheet(u"color:%1"_s.arg(coloursOf(level).ground.name()));
    m_sentence->setText(
        report.reserveSeats == 0
            ? tr("Nothing can be sold from here while the line is down.")
            : tr("These seats are promised to this counter alone. They can be sold with the line down, for another %1. "
                 "Then selling from them stops and they wait for the line.")
                  .arg(spanText(report.reserveLeft)));
    showAreas(report, areas);
    const bool up = report.state != LineState::Down;
    m_renew->setEnabled(up);
    m_return->setEnabled(up && report.reserveSeats > 0);
    m_return->setVisible(report.reserveSeats > 0);
    setWords(m_return, tr("Give %n seats back", nullptr, static_cast<int>(report.reserveSeats)));
    m_note->setText(up ? tr("“Renew” asks the centre for a full span of time and for as many seats as this counter is "
                            "likely to need. “Give back” leaves this counter nothing to sell while the line is down.")
                       : tr("The line is down: the reserve can be renewed or given back when it is back."));
    Q_EMIT keysChanged();
}

// In place: the reserve moves every second, and whoever reads the list must not lose their row.
void ReserveSheet::showAreas(const LineReport& report, const std::vector<PriceArea>& areas)
{
    int row = 0;
    for (const auto& line : report.reserve) {
        if (line.area.value >= areas.size())
            continue;
        auto* item = row < m_areas->topLevelItemCount() ? m_areas->topLevelItem(row) : new QTreeWidgetItem(m_areas);
        ++row;
        const auto lasts = areaLasts(line);
        item->setText(0, QString::fromStdString(areas[line.area.value].name));
        item->setText(1, QString::number(line.places));
        item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
        item->setText(2, lasts ? spanText(std::min(*lasts, report.reserveLeft)) : tr("not sold lately"));
        item->setToolTip(2, tr("At the pace of the last hour: %n sold", nullptr, static_cast<int>(line.soldLastHour)));
    }
    while (m_areas->topLevelItemCount() > row)
        delete m_areas->topLevelItem(row);
    if (!m_areas->currentItem() && row > 0)
        m_areas->setCurrentItem(m_areas->topLevelItem(0));
}

} // namespace parterre

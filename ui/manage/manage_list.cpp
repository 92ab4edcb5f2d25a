// Rows by group, those that stop the sale first. Group headings cannot be chosen.
#include "ui/manage/manage_list.h"

#include "ui/common/case_words.h"
#include "ui/common/when_text.h"

#include <QHeaderView>
#include <QScrollBar>

#include <algorithm>
#include <utility>

namespace parterre {
namespace {

using namespace Qt::StringLiterals;

constexpr int kindRole = Qt::UserRole;
constexpr int indexRole = Qt::UserRole + 1;
constexpr int nameRole = Qt::UserRole + 2;

void showState(QTreeWidgetItem* item, Level level, const QString& words)
{
    item->setText(1, u"%1 %2"_s.arg(signOf(level), words));
    item->setForeground(1, coloursOf(level).ground);
}

} // namespace

ManageList::ManageList(QWidget* parent) : QTreeWidget(parent)
{
    setObjectName(u"manageList"_s);
    setAccessibleName(tr("What may need you"));
    setColumnCount(4);
    setHeaderLabels({tr("What"), tr("State"), tr("Seats"), tr("Last contact")});
    setRootIsDecorated(false);
    setItemsExpandable(false);
    setIndentation(tokens::space16);
    setUniformRowHeights(true);
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    header()->setSectionResizeMode(0, QHeaderView::Stretch);
    connect(this, &QTreeWidget::currentItemChanged, this, &ManageList::chosen);
    connect(this, &QTreeWidget::itemActivated, this, &ManageList::entered);
}

QTreeWidgetItem* ManageList::addGroup(const QString& title, qsizetype count)
{
    auto* group = new QTreeWidgetItem(this);
    group->setText(0, u"%1 · %2"_s.arg(title).arg(count));
    group->setFlags(Qt::ItemIsEnabled);
    group->setFirstColumnSpanned(true);
    QFont bold = themeFont(tokens::typeBody);
    bold.setWeight(QFont::DemiBold);
    group->setFont(0, bold);
    group->setForeground(0, currentColours().textMuted);
    return group;
}

QTreeWidgetItem* ManageList::addRow(QTreeWidgetItem* group, Kind kind, std::size_t index, const QString& name)
{
    auto* item = new QTreeWidgetItem(group);
    item->setData(0, kindRole, static_cast<int>(kind));
    item->setData(0, indexRole, static_cast<qulonglong>(index));
    item->setData(0, nameRole, name);
    item->setSizeHint(0, {0, qRound(tokens::space32 * currentTextScale())});
    item->setTextAlignment(2, Qt::AlignRight | Qt::AlignVCenter);
    return item;
}

void ManageList::addTroubles(const AdminOverview& overview, const ManageNow& now)
{
    if (!overview.awaited.empty()) {
        auto* group = addGroup(tr("Awaited since the restore"), static_cast<qsizetype>(overview.awaited.size()));
        for (std::size_t i = 0; i < overview.awaited.size(); ++i) {
            const auto& counter = overview.awaited[i];
            auto* item =
                addRow(group, Kind::Awaited, i, u"awaited "_s + QString::fromStdString(counter.device.toString()));
            item->setText(0, counterName(counter));
            showState(item, Level::Danger, tr("has not reported"));
        }
    }
    if (!overview.alarms.empty()) {
        auto* group = addGroup(tr("Alarms"), static_cast<qsizetype>(overview.alarms.size()));
        for (std::size_t i = 0; i < overview.alarms.size(); ++i) {
            const auto& alarm = overview.alarms[i];
            auto* item = addRow(group, Kind::Alarm, i, u"alarm %1"_s.arg(alarm.seq));
            item->setText(0, u"%1: %2"_s.arg(counterName(alarm.counter), alarmTitle(alarm.kind)));
            showState(item, alarm.kind == AlarmKind::OpNotUnderstood ? Level::Caution : Level::Danger,
                      tr("not settled"));
            item->setText(3, timeText(alarm.at, now.timeZone));
        }
    }
    const auto open = std::count_if(overview.cases.begin(), overview.cases.end(),
                                    [](const AdminCase& of) { return isToBeDone(of.phase, of.refund.minor); });
    if (open > 0) {
        auto* group = addGroup(tr("Open conflicts"), static_cast<qsizetype>(open));
        for (std::size_t i = 0; i < overview.cases.size(); ++i) {
            const auto& of = overview.cases[i];
            if (!isToBeDone(of.phase, of.refund.minor))
                continue;
            const QString code = QString::fromStdString(of.code);
            auto* item = addRow(group, Kind::Case, i, u"case "_s + QString::fromStdString(of.id.toString()));
            item->setText(0,
                          of.buyer.name.empty() ? code : u"%1 · %2"_s.arg(code, QString::fromStdString(of.buyer.name)));
            const auto phase = phaseWords(of.phase, of.refund.minor);
            showState(item, phase.level, phase.words);
            item->setText(2, QString::number(of.lost.units()));
        }
    }
}

void ManageList::addCounters(const AdminOverview& overview, const ManageNow& now)
{
    auto* group = addGroup(tr("Counters with a reserve"), static_cast<qsizetype>(overview.allotments.size()));
    for (std::size_t i = 0; i < overview.allotments.size(); ++i) {
        const auto& allotment = overview.allotments[i];
        auto* item = addRow(group, Kind::Allotment, i, u"allotment %1"_s.arg(allotment.fence.value));
        item->setText(0, counterName(allotment.counter));
        const auto state = stateOf(allotment);
        showState(item, state.level, state.words);
        item->setText(2, QString::number(allotment.places.units()));
        item->setToolTip(2, areasText(allotment));
        item->setText(3, allotment.lastContact ? agoText(now.at - *allotment.lastContact) : tr("unknown"));
    }
    if (overview.writeOffs.empty())
        return;
    group = addGroup(tr("Written off"), static_cast<qsizetype>(overview.writeOffs.size()));
    for (std::size_t i = 0; i < overview.writeOffs.size(); ++i) {
        const auto& signedOff = overview.writeOffs[i];
        auto* item = addRow(group, Kind::WrittenOff, i, u"written off %1"_s.arg(signedOff.fence.value));
        item->setText(0, counterName(signedOff.counter));
        showState(item, Level::Caution, tr("by %1").arg(QString::fromStdString(signedOff.by)));
        item->setText(2, QString::number(signedOff.places.units()));
        item->setText(3, timeText(signedOff.at, now.timeZone));
    }
}

void ManageList::begin()
{
    const QSignalBlocker quiet(this);
    clear();
    m_choosesFirst = true;
}

void ManageList::setOverview(const AdminOverview& overview, const ManageNow& now)
{
    const QString before = choice().name;
    const int scrolled = verticalScrollBar()->value();
    {
        const QSignalBlocker quiet(this);
        clear();
        addTroubles(overview, now);
        addCounters(overview, now);
        expandAll();
        QTreeWidgetItem* first = nullptr;
        QTreeWidgetItem* same = nullptr;
        for (int g = 0; g < topLevelItemCount(); ++g)
            for (int i = 0; i < topLevelItem(g)->childCount(); ++i) {
                auto* item = topLevelItem(g)->child(i);
                first = first ? first : item;
                if (item->data(0, nameRole).toString() == before)
                    same = item;
            }
        if (first && std::exchange(m_choosesFirst, false) && !same)
            same = first;
        if (same)
            setCurrentItem(same);
        if (!before.isEmpty())
            verticalScrollBar()->setValue(scrolled); // whoever reads further down is not taken away from there
    }
    if (!before.isEmpty() && choice().name != before)
        Q_EMIT gone();
    else
        Q_EMIT chosen();
}

ManageList::Choice ManageList::choice() const
{
    const auto* item = currentItem();
    if (!item || !item->parent())
        return {};
    return {static_cast<Kind>(item->data(0, kindRole).toInt()),
            static_cast<std::size_t>(item->data(0, indexRole).toULongLong()), item->data(0, nameRole).toString()};
}

} // namespace parterre

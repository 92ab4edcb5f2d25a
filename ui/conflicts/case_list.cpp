// Sorted by what is to be done; the same item keeps its place in the list while it is read.
#include "ui/conflicts/case_list.h"

#include "ui/common/place_text.h"
#include "ui/common/theme.h"
#include "ui/conflicts/case_text.h"

#include <QHeaderView>

#include <algorithm>

namespace parterre {
namespace {

using namespace Qt::StringLiterals;

constexpr int idRole = Qt::UserRole;

QByteArray bytesOf(CaseId id)
{
    return {reinterpret_cast<const char*>(id.bytes.data()), static_cast<qsizetype>(id.bytes.size())};
}

// Those a person must act on, then those that wait, then those that are over.
int urgency(const Case& of)
{
    if (!isToBeDone(of))
        return 2;
    return of.phase == CasePhase::Contest ? 1 : 0;
}

} // namespace

int openCases(const std::vector<CaseReport>& cases)
{
    return static_cast<int>(
        std::count_if(cases.begin(), cases.end(), [](const CaseReport& c) { return isToBeDone(c.what); }));
}

CaseList::CaseList(QWidget* parent) : QTreeWidget(parent)
{
    setObjectName(u"caseList"_s);
    setAccessibleName(tr("Conflicts"));
    setColumnCount(1);
    setHeaderHidden(true);
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTextElideMode(Qt::ElideRight);
    connect(this, &QTreeWidget::currentItemChanged, this, &CaseList::caseChosen);
}

void CaseList::setCases(const std::vector<CaseReport>& cases, const SeatPlan& plan)
{
    const auto before = currentCase();
    std::vector<const CaseReport*> sorted;
    for (const CaseReport& report : cases)
        sorted.push_back(&report);
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const CaseReport* a, const CaseReport* b) { return urgency(a->what) < urgency(b->what); });
    {
        const QSignalBlocker quiet(this);
        clear();
        for (const CaseReport* report : sorted) {
            const Case& of = report->what;
            const PhaseWords phase = phaseWords(of);
            const QString code = QString::fromStdString(orderCode(of.order.id));
            const QString name = QString::fromStdString(of.order.buyer.name);
            auto* item = new QTreeWidgetItem(this);
            const QString now = seatedText(*report, plan);
            const QString places = now.isEmpty() ? placesText(plan, of.order.tickets) : u"→ "_s + now;
            item->setText(0, u"%1  %2   %3\n%4"_s.arg(phase.sign, code, phase.words,
                                                      (name.isEmpty() ? QString() : name + u" · "_s) + places));
            item->setData(0, Qt::AccessibleTextRole, u"%1, %2, %3"_s.arg(code, phase.words, name));
            item->setData(0, idRole, bytesOf(of.id));
            item->setSizeHint(0, {0, qRound(tokens::touchTarget * currentTextScale())});
            if (before && of.id == *before)
                setCurrentItem(item);
        }
        if (!currentItem() && topLevelItemCount() > 0)
            setCurrentItem(topLevelItem(0));
    }
    updateGeometry();
    Q_EMIT caseChosen();
}

QSize CaseList::sizeHint() const
{
    const int rows = std::clamp(topLevelItemCount(), 1, 2);
    return {QTreeWidget::sizeHint().width(),
            rows * qRound(tokens::touchTarget * currentTextScale()) + 2 * frameWidth()};
}

std::optional<CaseId> CaseList::currentCase() const
{
    const auto* item = currentItem();
    if (!item)
        return std::nullopt;
    const QByteArray bytes = item->data(0, idRole).toByteArray();
    CaseId id;
    std::copy(bytes.begin(), bytes.end(), id.bytes.begin());
    return id;
}

void CaseList::setCurrentCase(CaseId id)
{
    for (int i = 0; i < topLevelItemCount(); ++i)
        if (topLevelItem(i)->data(0, idRole).toByteArray() == bytesOf(id))
            return setCurrentItem(topLevelItem(i));
}

} // namespace parterre

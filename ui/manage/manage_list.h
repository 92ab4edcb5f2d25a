// ManageList: everything of one event that may need a manager, in groups: alarms, counters awaited, cases, counters.
#pragma once

#include "sync/counter/admin_types.h"
#include "ui/manage/manage_content.h"

#include <QTreeWidget>

namespace parterre {

class ManageList : public QTreeWidget
{
    Q_OBJECT
public:
    enum class Kind { None, Alarm, Awaited, Case, Allotment, WrittenOff };
    // Which thing is chosen: its kind and its place in the overview's list of that kind.
    struct Choice
    {
        Kind kind = Kind::None;
        std::size_t index = 0;
        QString name; // the same while it is the same thing, whatever was read meanwhile
    };

    explicit ManageList(QWidget* parent = nullptr);
    void begin(); // another event: nothing is chosen yet
    // The same thing stays chosen, and the list where it was scrolled to, while it is still there. When it has gone
    // nothing is chosen: a key that was meant for it must not act on its neighbour.
    void setOverview(const AdminOverview& overview, const ManageNow& now);
    Choice choice() const;
    // Letters are the keys of what can be done; they do not look for a row.
    void keyboardSearch(const QString&) override {}

Q_SIGNALS:
    void chosen();  // another thing, or the same read anew
    void gone();    // what was chosen is not there any more
    void entered(); // Enter

private:
    QTreeWidgetItem* addGroup(const QString& title, qsizetype count);
    QTreeWidgetItem* addRow(QTreeWidgetItem* group, Kind kind, std::size_t index, const QString& name);
    void addTroubles(const AdminOverview& overview, const ManageNow& now);
    void addCounters(const AdminOverview& overview, const ManageNow& now);

    bool m_choosesFirst = true; // nobody has chosen anything yet, so the first row is as good as any
};

} // namespace parterre

// EventsPage: what is on; Enter opens the seat map of the chosen event.
#pragma once

#include "sync/counter/counter_types.h"

#include <QFrame>

class QLabel;
class QPushButton;
class QTreeWidget;

namespace parterre {

class EventsPage : public QFrame
{
    Q_OBJECT
public:
    explicit EventsPage(QWidget* parent = nullptr);
    // `awaited`: the centre has been asked and has not answered yet.
    void setEvents(const std::vector<EventSummary>& events, LineState line, bool awaited);
    void setBusy(bool busy);
    std::optional<EventSummary> current() const;

Q_SIGNALS:
    void eventChosen(parterre::EventId event);
    void refreshRequested();
    void manageRequested(); // of the current event

private:
    void openCurrent();
    QTreeWidget* m_list;
    QLabel* m_empty;
    QPushButton* m_open;
    QPushButton* m_manage;
    std::vector<EventSummary> m_events;
    bool m_busy = false;
};

} // namespace parterre

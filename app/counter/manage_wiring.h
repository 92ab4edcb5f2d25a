// ManageWiring: the managers' page of one event over the AdminLink: read, act, read again; and again by itself
// while it is looked at.
#pragma once

#include "app/counter/desk_parts.h"
#include "sync/counter/admin_link.h"

#include <QTimer>

namespace parterre {

class ManagePage;

class ManageWiring : public QObject
{
    Q_OBJECT
public:
    ManageWiring(const DeskParts& parts, AdminLink& link); // outlives the wiring
    void open(const EventSummary& event);
    void close(); // back to where it was opened
    bool isOpen() const;

private:
    void connectSteps();
    void read();
    void readQuietly(); // by itself: nobody waits for it, and nothing is disabled meanwhile
    Completion<AdminOverview> reading(const std::function<void(const Result<AdminOverview>&)>& show);
    Completion<void> acted(const QString& goodNews);
    void writeOff(const AdminWriteOffRequest& request, DeviceId device);

    DeskParts m_parts;
    AdminLink& m_link;
    ManagePage* m_page; // owned by the window
    EventId m_event;
    std::uint64_t m_visit = 0;   // counts open(): an older answer is not shown
    std::uint64_t m_reading = 0; // counts readings and steps: a reading of before the last one is not shown
    bool m_asking = false;       // an answer is on its way
    QTimer m_rhythm;
    DeskWindow::Page m_from = DeskWindow::Page::Events;
};

} // namespace parterre

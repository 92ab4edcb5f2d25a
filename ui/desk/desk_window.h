// DeskWindow: the one window of the counter: top bar, notice, a page (set-up, sign-in, events, sale), shortcuts.
#pragma once

#include <QMainWindow>

class QStackedWidget;

namespace parterre {

class EnrolPage;
class EventsPage;
class NoticeBar;
class SalePage;
class ShortcutBar;
class SignInPage;
class TopBar;

class DeskWindow : public QMainWindow
{
    Q_OBJECT
public:
    explicit DeskWindow(const QString& server, QWidget* parent = nullptr);

    enum class Page { Enrol, SignIn, Events, Sale };
    void showPage(Page page);
    Page page() const;

    TopBar& topBar() { return *m_top; }
    NoticeBar& notice() { return *m_notice; }
    EnrolPage& enrolPage() { return *m_enrol; }
    SignInPage& signInPage() { return *m_signIn; }
    EventsPage& eventsPage() { return *m_events; }
    SalePage& salePage() { return *m_sale; }

private:
    TopBar* m_top;
    NoticeBar* m_notice;
    QStackedWidget* m_pages;
    EnrolPage* m_enrol;
    SignInPage* m_signIn;
    EventsPage* m_events;
    SalePage* m_sale;
    ShortcutBar* m_keys;
};

} // namespace parterre

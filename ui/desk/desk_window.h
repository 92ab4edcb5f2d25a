// DeskWindow: the one window of the counter: top bar, strips, notice, a page (set-up, sign-in, events, sale …),
// shortcuts.
#pragma once

#include "ui/common/key_hint.h"

#include <QMainWindow>

class QStackedWidget;

namespace parterre {

class EnrolPage;
class EventsPage;
class LineStrips;
class NoticeBar;
class QuestionPage;
class SalePage;
class ShortcutBar;
class SignInPage;
class SuspectPage;
class TopBar;

class DeskWindow : public QMainWindow
{
    Q_OBJECT
public:
    explicit DeskWindow(const QString& server, QWidget* parent = nullptr);

    enum class Page { Enrol, SignIn, Suspect, Questions, Events, Sale, Other };
    void showPage(Page page); // not Other
    // A page of another part of the program; taken over. `keys` are its shortcuts.
    void addPage(QWidget* page);
    void showPage(QWidget* page, const KeyHints& keys);
    bool shows(const QWidget* page) const;
    void showKeys(const KeyHints& keys); // those of such a page have changed
    Page page() const;

    TopBar& topBar() { return *m_top; }
    LineStrips& strips() { return *m_strips; }
    NoticeBar& notice() { return *m_notice; }
    EnrolPage& enrolPage() { return *m_enrol; }
    SignInPage& signInPage() { return *m_signIn; }
    SuspectPage& suspectPage() { return *m_suspect; }
    QuestionPage& questionPage() { return *m_questions; }
    EventsPage& eventsPage() { return *m_events; }
    SalePage& salePage() { return *m_sale; }

private:
    TopBar* m_top;
    LineStrips* m_strips;
    NoticeBar* m_notice;
    QStackedWidget* m_pages;
    EnrolPage* m_enrol;
    SignInPage* m_signIn;
    SuspectPage* m_suspect;
    QuestionPage* m_questions;
    EventsPage* m_events;
    SalePage* m_sale;
    ShortcutBar* m_keys;
};

} // namespace parterre

// ManagePage: a supervisor's or manager's view of one event: what needs somebody, every counter's reserve, and what can
// be done. Reads and changes nothing itself.
#pragma once

#include "ui/manage/manage_list.h"

#include <optional>

class QLabel;
class QPushButton;

namespace parterre {

class ManagePage : public QFrame
{
    Q_OBJECT
public:
    explicit ManagePage(QWidget* parent = nullptr);

    void setEvent(const QString& title, const std::string& timeZone); // empty until the first overview
    void setOverview(const AdminOverview& overview, Instant now);
    // The centre was asked again and did not answer: what is shown is what it said last.
    void setStale(const QString& why);
    void setBusy(bool busy);
    void showProblem(const QString& sentence); // what was asked for last did not happen; empty: it did
    KeyHints keys() const;
    // Somebody is about to sign for a list: it must stay the one they read.
    bool isSigning() const { return m_writingOff; }

Q_SIGNALS:
    void refreshRequested();
    void closed();
    void writeOffRequested(const parterre::AdminWriteOffRequest& request, parterre::DeviceId device);
    void alarmSettled(quint64 seq, const QString& note);
    void goOnRequested(parterre::DeviceId device, const QString& reason);
    void caseMoved(parterre::CaseId id, const parterre::AdminCaseStep& step);
    void keysChanged(const parterre::KeyHints& keys);

private:
    void showState(Level level, const QString& words);
    void showChoice();
    void showGone();
    void act(ManageAction action, const QString& text, bool checked);
    void actOnCase(ManageAction action, const QString& text);
    void openWriteOff();

    AdminOverview m_overview;
    ManageNow m_now;
    std::optional<Instant> m_readAt; // none: this event's overview has not come yet
    QString m_shown;                 // name of what the sheet shows
    bool m_writingOff = false;
    bool m_gone = false; // what was chosen has gone, and nothing else was chosen since
    bool m_done = false; // what was asked for last happened
    QLabel* m_title;
    QLabel* m_state;
    QLabel* m_empty;
    ManageList* m_list;
    ActionSheet* m_sheet;
};

} // namespace parterre

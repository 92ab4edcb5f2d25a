// TopBar: venue · event · start, the search field, the state of the line, the clerk.
#pragma once

#include "sync/counter/counter_types.h"
#include "ui/common/brief.h"

#include <QFrame>

class QAction;
class QHBoxLayout;
class QLineEdit;

namespace parterre {

class ElidedLabel;
class LineBadge;

class TopBar : public QFrame
{
    Q_OBJECT
public:
    explicit TopBar(QWidget* parent = nullptr);

    void setEvent(const EventTerms* terms); // null: none open
    void setClerk(const QString& clerk, const QString& counter);
    void setLine(const LineReport& report, const std::vector<PriceArea>& areas);
    void setSetUp(bool isSetUp); // a counter that is not enrolled has no line to show
    void setDrill(bool on);      // as the machine has it
    // Beside the state of the line; taken over. Who adds it shows and hides it.
    void addBadge(QWidget* badge);
    void focusSearch();

protected:
    bool event(QEvent* event) override;

Q_SIGNALS:
    void searched(const QString& text);
    void eventsRequested();
    void ordersRequested();
    void signOutRequested();
    void drillToggled(bool on);
    void reserveRequested(); // its sheet
    void reserveReturnRequested();
    void conflictsRequested();
    void questionsRequested(); // open payments and prints
    void manageRequested();

private:
    void buildMenu();
    void showLine();
    void share();
    QHBoxLayout* m_layout;
    ElidedLabel* m_title;
    ElidedLabel* m_subtitle;
    QLineEdit* m_search;
    LineBadge* m_line;
    BriefButton* m_clerk;
    QHBoxLayout* m_right;
    QAction* m_drill = nullptr;
    bool m_isSetUp = true;
    bool m_hasClerk = false;
    bool m_hasEvent = false;
};

} // namespace parterre

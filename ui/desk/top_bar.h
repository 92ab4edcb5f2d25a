// TopBar: venue · event · start, the search field, the state of the line, the clerk.
#pragma once

#include "sync/counter/counter_types.h"

#include <QFrame>

class QLineEdit;
class QToolButton;

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
    void focusSearch();

Q_SIGNALS:
    void searched(const QString& text);
    void eventsRequested();
    void ordersRequested();
    void signOutRequested();
    void drillToggled(bool on);
    void reserveReturnRequested();

private:
    void buildMenu();
    void showLine();
    ElidedLabel* m_title;
    ElidedLabel* m_subtitle;
    QLineEdit* m_search;
    LineBadge* m_line;
    QToolButton* m_clerk;
    bool m_isSetUp = true;
    bool m_hasClerk = false;
    bool m_hasEvent = false;
};

} // namespace parterre

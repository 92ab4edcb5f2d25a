// One row an event; with the line down, those that are not on this disk say so.
#include "ui/desk/events_page.h"

#include "ui/common/key_hint.h"
#include "ui/common/theme.h"
#include "ui/common/when_text.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace parterre {

using namespace Qt::StringLiterals;

EventsPage::EventsPage(QWidget* parent)
    : QFrame(parent),
      m_list(new QTreeWidget(this)),
      m_empty(new QLabel(this)),
      m_open(new QPushButton(tr("Open   Enter"), this)),
      m_manage(new QPushButton(withKey(tr("Counters and conflicts"), u"Ctrl+M"_s), this))
{
    auto* outer = new QHBoxLayout(this);
    auto* column = new QVBoxLayout;
    outer->addStretch(1);
    outer->addLayout(column, 6);
    outer->addStretch(1);
    column->setContentsMargins(0, tokens::space32, 0, tokens::space32);
    column->setSpacing(tokens::space12);
    auto* title = new QLabel(tr("What is on"), this);
    title->setFont(themeFont(tokens::typeHeadline));
    column->addWidget(title);
    m_list->setColumnCount(4);
    m_list->setHeaderLabels({tr("Event"), tr("Venue"), tr("Starts"), QString()});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setFont(themeFont(tokens::typeEmphasis));
    m_list->setAccessibleName(tr("Events"));
    m_list->setObjectName(u"eventList"_s);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    column->addWidget(m_list, 1);
    m_empty->setObjectName(u"eventsEmpty"_s);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    setRole(m_empty, Role::Muted);
    column->addWidget(m_empty, 1);
    auto* buttons = new QHBoxLayout;
    auto* refresh = new QPushButton(tr("Ask again   F5"), this);
    refresh->setShortcut(Qt::Key_F5);
    setRole(m_open, Role::PrimaryButton);
    m_open->setMinimumHeight(tokens::touchTarget);
    m_open->setAutoDefault(true); // Enter, when it has the focus
    m_manage->setToolTip(tr("For supervisors and managers: every counter's reserve, alarms, conflicts of all"));
    m_manage->setObjectName(u"manageButton"_s);
    connect(m_manage, &QPushButton::clicked, this, &EventsPage::manageRequested);
    buttons->addWidget(refresh);
    buttons->addWidget(m_manage);
    buttons->addStretch(1);
    buttons->addWidget(m_open);
    column->addLayout(buttons);
    connect(refresh, &QPushButton::clicked, this, &EventsPage::refreshRequested);
    connect(m_open, &QPushButton::clicked, this, &EventsPage::openCurrent);
    connect(m_list, &QTreeWidget::itemActivated, this, &EventsPage::openCurrent);
    setFocusProxy(m_list);
}

void EventsPage::setEvents(const std::vector<EventSummary>& events, LineState line, bool awaited)
{
    const int before = m_list->indexOfTopLevelItem(m_list->currentItem());
    m_events = events;
    m_list->clear();
    for (const auto& event : events) {
        auto* item = new QTreeWidgetItem(m_list);
        item->setText(0, QString::fromStdString(event.title));
        item->setText(1, QString::fromStdString(event.venue));
        item->setText(2, whenText(event.startsAt, event.timeZone));
        const bool openable = event.cached || line != LineState::Down;
        item->setText(3, openable ? QString() : tr("needs the line"));
        item->setDisabled(!openable);
        item->setSizeHint(0, {0, tokens::touchTarget});
    }
    const bool hadNone = m_list->isHidden();
    m_list->setVisible(!events.empty());
    if (hadNone && !events.empty() && isVisible())
        m_list->setFocus(); // the page was shown before there was a list to take the keyboard
    m_empty->setVisible(events.empty());
    m_empty->setText(
        awaited ? tr("Asking the centre what is on …")
        : line == LineState::Down
            ? tr("The line is down and no event has been opened here yet. The list appears when the centre answers.")
            : tr("No event yet. A manager plans one at the centre; “parterre-server demo-data” makes a ready venue."));
    m_open->setEnabled(!events.empty() && !m_busy);
    m_manage->setEnabled(!events.empty() && line != LineState::Down);
    if (!events.empty())
        m_list->setCurrentItem(m_list->topLevelItem(before >= 0 && before < m_list->topLevelItemCount() ? before : 0));
}

void EventsPage::setBusy(bool busy)
{
    m_busy = busy;
    m_open->setEnabled(!busy && !m_events.empty());
    m_open->setText(busy ? tr("Fetching the plan and the seats …") : tr("Open   Enter"));
}

std::optional<EventSummary> EventsPage::current() const
{
    const int row = m_list->indexOfTopLevelItem(m_list->currentItem());
    return row < 0 ? std::nullopt : std::optional(m_events[static_cast<std::size_t>(row)]);
}

void EventsPage::openCurrent()
{
    if (const auto event = current(); event && !m_busy && !m_list->currentItem()->isDisabled())
        Q_EMIT eventChosen(event->event);
}

} // namespace parterre

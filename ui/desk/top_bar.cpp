// The bar's layout and its small clerk menu.
#include "ui/desk/top_bar.h"

#include "ui/common/elided_label.h"
#include "ui/common/key_hint.h"
#include "ui/common/theme.h"
#include "ui/common/when_text.h"
#include "ui/desk/line_badge.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QShortcut>
#include <QVBoxLayout>

namespace parterre {

using namespace Qt::StringLiterals;

namespace {
constexpr int sideStretch = 3;
constexpr int searchStretch = 2;
} // namespace

TopBar::TopBar(QWidget* parent)
    : QFrame(parent),
      m_title(new ElidedLabel(10, this)),
      m_subtitle(new ElidedLabel(10, this)),
      m_search(new QLineEdit(this)),
      m_line(new LineBadge(this)),
      m_clerk(new BriefButton(this)),
      m_right(new QHBoxLayout)
{
    setRole(this, Role::TopBar);
    m_layout = new QHBoxLayout(this);
    m_layout->setContentsMargins(tokens::space16, tokens::space8, tokens::space16, tokens::space8);
    m_layout->setSpacing(tokens::space24);
    auto* names = new QVBoxLayout;
    names->setSpacing(0);
    QFont bold = themeFont(tokens::typeEmphasis);
    bold.setWeight(QFont::DemiBold);
    m_title->setFont(bold);
    setRole(m_subtitle, Role::Muted);
    names->addWidget(m_title);
    names->addWidget(m_subtitle);
    m_layout->addLayout(names, sideStretch);
    m_search->setPlaceholderText(withKey(tr("Seat (C 12), order or name"), u"Ctrl+F"_s));
    m_search->setAccessibleName(tr("Search seats and orders"));
    m_search->setClearButtonEnabled(true);
    m_search->setMinimumWidth(100); // beside two badges in large text
    m_search->setMaximumWidth(420);
    m_search->setObjectName(u"search"_s);
    connect(m_search, &QLineEdit::returnPressed, this, [this] { Q_EMIT searched(m_search->text().trimmed()); });
    m_layout->addWidget(m_search, searchStretch);
    // The line and the clerk weigh as much as the names, so the search stays in the middle.
    m_right->setSpacing(tokens::space16);
    m_right->addStretch(1);
    m_right->addWidget(m_line);
    m_right->addWidget(m_clerk);
    m_layout->addLayout(m_right, sideStretch);
    connect(m_line, &LineBadge::reserveRequested, this, &TopBar::reserveRequested);
    buildMenu();
}

bool TopBar::event(QEvent* event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest)
        share();
    return QFrame::event(event);
}

// Where there is room for all words of the right side they are not cut short for the sake of the middle.
void TopBar::share()
{
    const int all = width() - 2 * (m_layout->spacing() + tokens::space16);
    const bool roomy = m_layout->sizeHint().width() <= width();
    const bool wantsMore = m_right->sizeHint().width() > all * sideStretch / (2 * sideStretch + searchStretch);
    const int stretch = roomy && wantsMore ? 0 : sideStretch;
    if (m_layout->stretch(m_layout->count() - 1) == stretch)
        return;
    m_layout->setStretch(m_layout->count() - 1, stretch);
    m_layout->activate(); // at once: the words would be short for a moment
}

void TopBar::buildMenu()
{
    auto* menu = new QMenu(m_clerk);
    menu->addAction(tr("Events"), QKeySequence(u"Ctrl+E"_s), this, &TopBar::eventsRequested);
    menu->addAction(tr("Orders"), QKeySequence(u"Ctrl+O"_s), this, &TopBar::ordersRequested);
    menu->addAction(tr("Conflicts"), QKeySequence(u"Ctrl+K"_s), this, &TopBar::conflictsRequested);
    menu->addAction(tr("Open questions about payments and prints"), QKeySequence(u"Ctrl+J"_s), this,
                    &TopBar::questionsRequested);
    menu->addAction(tr("Counters, conflicts and alarms of all"), QKeySequence(u"Ctrl+M"_s), this,
                    &TopBar::manageRequested);
    menu->addSeparator();
    m_drill = menu->addAction(tr("Drill: pretend the line is down"));
    m_drill->setShortcut(QKeySequence(u"Ctrl+Shift+D"_s));
    m_drill->setCheckable(true);
    m_drill->setObjectName(u"drillAction"_s);
    connect(m_drill, &QAction::toggled, this, &TopBar::drillToggled);
    menu->addAction(tr("Offline reserve"), QKeySequence(u"Ctrl+R"_s), this, &TopBar::reserveRequested);
    menu->addAction(tr("Give the offline reserve back"), QKeySequence(u"Ctrl+Shift+R"_s), this,
                    &TopBar::reserveReturnRequested);
    menu->addSeparator();
    menu->addAction(tr("Sign out"), QKeySequence(u"Ctrl+Shift+Q"_s), this, &TopBar::signOutRequested);
    // The window must know the actions, or their keys work only while the menu is open.
    addActions(menu->actions());
    m_clerk->setMenu(menu);
    setRole(m_clerk, Role::QuietButton);
    m_clerk->setFocusPolicy(Qt::TabFocus);
    auto* key = new QShortcut(Qt::Key_F10, this);
    connect(key, &QShortcut::activated, m_clerk, &QPushButton::showMenu);
}

void TopBar::setEvent(const EventTerms* terms)
{
    m_hasEvent = terms != nullptr;
    m_search->setVisible(m_hasEvent);
    showLine();
    if (!terms) {
        m_title->setText(tr("Parterre"));
        m_subtitle->setText(tr("No event open"));
        return;
    }
    m_title->setText(QString::fromStdString(terms->title));
    m_subtitle->setText(
        u"%1 · %2"_s.arg(QString::fromStdString(terms->venue), whenText(terms->startsAt, terms->timeZone)));
}

void TopBar::setClerk(const QString& clerk, const QString& counter)
{
    const QString who = clerk.isEmpty() ? counter : u"%1 · %2"_s.arg(clerk, counter);
    m_clerk->setWords(who + u" ▾"_s, (clerk.isEmpty() ? counter : clerk) + u" ▾"_s);
    m_clerk->setAccessibleName(tr("Menu of %1").arg(who));
    m_clerk->setToolTip(tr("Events, orders, drill, sign out   F10"));
    m_clerk->setVisible(!who.isEmpty());
    m_hasClerk = !clerk.isEmpty();
    showLine();
}

// Before a clerk signs in nobody talks to the centre, so nothing is known of the line.
void TopBar::showLine()
{
    m_line->setShown(m_isSetUp && m_hasClerk, m_hasEvent);
}

void TopBar::setLine(const LineReport& report, const std::vector<PriceArea>& areas)
{
    m_line->setReport(report, areas);
}

void TopBar::setSetUp(bool isSetUp)
{
    m_isSetUp = isSetUp;
    showLine();
}

void TopBar::setDrill(bool on)
{
    const QSignalBlocker quiet(m_drill);
    m_drill->setChecked(on);
}

void TopBar::addBadge(QWidget* badge)
{
    m_right->insertWidget(1, badge);
}

void TopBar::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

} // namespace parterre

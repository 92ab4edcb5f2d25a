// The list at the left, what is chosen at the right.
#include "ui/manage/manage_page.h"

#include "ui/common/flow_layout.h"
#include "ui/common/when_text.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace parterre {
namespace {

using namespace Qt::StringLiterals;

constexpr int sheetWidth = 440; // at 100 % text

} // namespace

ManagePage::ManagePage(QWidget* parent)
    : QFrame(parent),
      m_title(new QLabel(this)),
      m_state(new QLabel(this)),
      m_empty(new QLabel(this)),
      m_list(new ManageList(this)),
      m_sheet(new ActionSheet(this))
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto* left = new QVBoxLayout;
    left->setContentsMargins(tokens::space24, tokens::space16, tokens::space24, tokens::space16);
    left->setSpacing(tokens::space8);
    m_title->setFont(themeFont(tokens::typeTitle));
    m_title->setWordWrap(true);
    m_state->setWordWrap(true);
    m_state->setObjectName(u"manageState"_s);
    setRole(m_empty, Role::Muted);
    m_empty->setWordWrap(true);
    m_empty->setText(
        tr("No counter has a reserve of this event and nothing needs you. As soon as a counter opens the event "
           "it appears here."));
    auto* buttons = new FlowLayout(tokens::space8);
    auto* refresh = new QPushButton(tr("Ask again   F5"), this);
    refresh->setShortcut(Qt::Key_F5);
    refresh->setObjectName(u"manageRefresh"_s);
    auto* back = new QPushButton(withKey(tr("Back"), u"Ctrl+M"_s), this);
    back->setObjectName(u"manageBack"_s);
    for (auto* button : {refresh, back}) {
        button->setFocusPolicy(Qt::TabFocus);
        buttons->addWidget(button);
    }
    for (QWidget* part : std::initializer_list<QWidget*>{m_title, m_state})
        left->addWidget(part);
    left->addWidget(m_list, 1);
    left->addWidget(m_empty, 1, Qt::AlignTop);
    left->addLayout(buttons);
    layout->addLayout(left, 1);
    auto* panel = new QFrame(this);
    setRole(panel, Role::SidePanel);
    panel->setMaximumWidth(qRound(sheetWidth * (1 + (currentTextScale() - 1) * 0.4)));
    auto* inside = new QVBoxLayout(panel);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->addWidget(m_sheet);
    layout->addWidget(panel, 1); // up to its greatest width; what is left is the list's
    setFocusProxy(m_list);
    connect(refresh, &QPushButton::clicked, this, &ManagePage::refreshRequested);
    connect(back, &QPushButton::clicked, this, &ManagePage::closed);
    connect(m_list, &ManageList::chosen, this, &ManagePage::showChoice);
    connect(m_list, &ManageList::gone, this, &ManagePage::showGone);
    connect(m_list, &ManageList::entered, m_sheet, &ActionSheet::focusField);
    connect(m_sheet, &ActionSheet::keysChanged, this, [this] { Q_EMIT keysChanged(keys()); });
    connect(m_sheet, &ActionSheet::acted, this,
            [this](int id, const QString& text, bool checked) { act(static_cast<ManageAction>(id), text, checked); });
}

void ManagePage::setEvent(const QString& title, const std::string& timeZone)
{
    m_title->setText(tr("Counters, conflicts and alarms · %1").arg(title));
    m_now.timeZone = timeZone;
    m_overview = {};
    m_readAt.reset();
    m_state->setText(tr("Asking the centre …"));
    m_state->setStyleSheet({});
    m_list->begin();
    m_gone = m_writingOff = false;
    showChoice();
    m_list->hide();
    m_empty->hide();
}

void ManagePage::setOverview(const AdminOverview& overview, Instant now)
{
    m_overview = overview;
    m_now.at = now;
    m_readAt = now;
    showState(overview.frozen ? Level::Danger : Level::Good,
              !overview.frozen           ? tr("The event is being sold.")
              : overview.awaited.empty() ? tr("Sales are stopped until the alarm about an impossible sale is settled.")
                                         : tr("Sales are stopped since the centre was restored from a backup: %n "
                                              "counters have not reported.",
                                              nullptr, static_cast<int>(overview.awaited.size())));
    const bool none = overview.awaited.empty() && overview.alarms.empty() && overview.allotments.empty() &&
                      overview.writeOffs.empty() && overview.cases.empty();
    m_list->setVisible(!none);
    m_empty->setVisible(none);
    m_list->setOverview(overview, m_now);
}

void ManagePage::setStale(const QString& why)
{
    showState(Level::Caution, m_readAt ? tr("As of %1. %2").arg(timeText(*m_readAt, m_now.timeZone), why) : why);
}

void ManagePage::showState(Level level, const QString& words)
{
    m_state->setText(signOf(level) + u"  "_s + words);
    m_state->setStyleSheet(u"color:%1;font-weight:600"_s.arg(coloursOf(level).ground.name()));
}

void ManagePage::setBusy(bool busy)
{
    m_sheet->setBusy(busy);
}

void ManagePage::showProblem(const QString& sentence)
{
    m_done = sentence.isEmpty();
    m_sheet->showProblem(sentence);
}

KeyHints ManagePage::keys() const
{
    return KeyHints{{u"↑↓"_s, tr("choose")},
                    {keyName(Qt::Key_Return), tr("what to do")},
                    {u"F5"_s, tr("ask again")},
                    {keyName(u"Ctrl+M"_s), tr("back")}} +
           m_sheet->keys();
}

void ManagePage::showChoice()
{
    const auto choice = m_list->choice();
    const bool same = choice.name == m_shown && !choice.name.isEmpty();
    if (same && m_writingOff)
        return openWriteOff(); // read anew, but what was typed stays
    if (m_gone && choice.kind == ManageList::Kind::None)
        return; // whoever looks up must still be able to read why
    m_writingOff = m_gone = false;
    m_done = m_done && same;
    m_shown = choice.name;
    using Kind = ManageList::Kind;
    ActionContent content;
    switch (choice.kind) {
    case Kind::None:
        content.title = tr("Nothing chosen");
        break;
    case Kind::Alarm:
        content = alarmContent(m_overview.alarms[choice.index], m_now);
        break;
    case Kind::Awaited:
        content = awaitedContent(m_overview.awaited[choice.index]);
        break;
    case Kind::Case:
        content = caseContent(m_overview.cases[choice.index], m_now);
        break;
    case Kind::Allotment:
        content = allotmentContent(m_overview.allotments[choice.index], m_now);
        break;
    case Kind::WrittenOff:
        content = writtenOffContent(m_overview.writeOffs[choice.index], m_now);
        break;
    }
    m_sheet->show(content, same);
}

// Somebody else was quicker, or it was done from here. What was typed for it is shown, and can be used again.
void ManagePage::showGone()
{
    const QString typed = m_done ? QString() : m_sheet->typed();
    const bool hadKeyboard = m_sheet->isAncestorOf(QApplication::focusWidget());
    ActionContent content;
    content.title = m_done ? tr("Done") : tr("Settled meanwhile");
    content.level = m_done ? Level::Good : Level::Caution;
    content.state = m_done
                        ? tr("It is not in the list any more. Choose what comes next.")
                        : tr("It is not in the list any more: it has been settled meanwhile. Choose what comes next.");
    content.parts = {{tr("It was"), m_sheet->title()}};
    if (!typed.isEmpty())
        content.parts.push_back({tr("What you had typed"), typed});
    m_gone = true;
    m_writingOff = m_done = false;
    m_shown.clear();
    if (hadKeyboard)
        m_list->setFocus(); // its buttons go; whatever they would leave the keyboard to was not chosen
    m_sheet->show(content, false);
}

void ManagePage::openWriteOff()
{
    m_sheet->show(writeOffContent(m_overview.allotments[m_list->choice().index], m_now), m_writingOff);
    if (!std::exchange(m_writingOff, true))
        m_sheet->focusField();
}

void ManagePage::act(ManageAction action, const QString& text, bool checked)
{
    const auto choice = m_list->choice();
    m_done = false;
    switch (action) {
    case ManageAction::OpenWriteOff:
        return openWriteOff();
    case ManageAction::Back:
        m_writingOff = false;
        m_shown.clear();
        showChoice();
        return m_list->setFocus();
    case ManageAction::WriteOff: {
        const auto& allotment = m_overview.allotments[choice.index];
        Q_EMIT writeOffRequested({allotment.fence, allotment.places, text.toStdString(), checked},
                                 allotment.counter.device);
        return;
    }
    case ManageAction::SettleAlarm:
        Q_EMIT alarmSettled(m_overview.alarms[choice.index].seq, text);
        return;
    case ManageAction::GoOnWithout:
        Q_EMIT goOnRequested(m_overview.awaited[choice.index].device, text);
        return;
    default:
        actOnCase(action, text);
    }
}

void ManagePage::actOnCase(ManageAction action, const QString& text)
{
    using Kind = AdminCaseStep::Kind;
    AdminCaseStep step;
    step.note = text.toStdString();
    switch (action) {
    case ManageAction::CaseAcceptFirst:
    case ManageAction::CaseAcceptSecond:
    case ManageAction::CaseAcceptThird:
        step.kind = Kind::Accept;
        step.choice = static_cast<std::uint32_t>(action) - static_cast<std::uint32_t>(ManageAction::CaseAcceptFirst);
        break;
    case ManageAction::CaseDecline:
        step.kind = Kind::Decline;
        break;
    case ManageAction::CaseGrant:
        step.kind = Kind::Grant;
        step.reason = text.toStdString();
        break;
    case ManageAction::CaseRefund:
        step.kind = Kind::Refund;
        break;
    case ManageAction::CaseDoor:
    case ManageAction::CaseSettled:
        step.kind = Kind::Door;
        step.settled = action == ManageAction::CaseSettled;
        break;
    default:
        step.kind = Kind::Offer;
    }
    Q_EMIT caseMoved(m_overview.cases[m_list->choice().index].id, step);
}

} // namespace parterre

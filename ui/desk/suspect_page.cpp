// Three numbered steps on a card, the last of them a field.
#include "ui/desk/suspect_page.h"

#include "ui/common/theme.h"
#include "ui/desk/form_card.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace parterre {

using namespace Qt::StringLiterals;

SuspectPage::SuspectPage(QWidget* parent) : QFrame(parent)
{
    auto* card = formCard(this, tr("This counter must be checked"), QString());
    m_reason = new QLabel(this);
    m_reason->setWordWrap(true);
    m_reason->setObjectName(u"suspectReason"_s);
    card->addWidget(m_reason);
    const auto say = [&](const QString& caption, const QString& words) {
        auto* heading = new QLabel(caption, this);
        heading->setFont(themeFont(tokens::typeEmphasis));
        auto* text = new QLabel(words, this);
        text->setWordWrap(true);
        card->addSpacing(tokens::space8);
        card->addWidget(heading);
        card->addWidget(text);
    };
    say(tr("What was kept"),
        tr("Everything this counter still remembers is kept and will be sent. Nobody else can sell the seats of its "
           "reserve, unless they have been written off."));
    say(tr("What to do"),
        tr("1. Collect the printed tickets, receipts and the cash of today and compare them with the list of orders.\n"
           "2. Tell the manager what is missing.\n"
           "3. The manager makes a new code for this counter. Type it here."));
    m_code = addField(card, tr("New enrolment code"), u"suspectCode"_s);
    m_code->setMaxLength(200);
    m_problem = addProblemLine(card);
    m_go = new QPushButton(this);
    m_go->setObjectName(u"suspectButton"_s);
    setRole(m_go, Role::PrimaryButton);
    m_go->setMinimumHeight(tokens::touchTarget);
    card->addWidget(m_go);
    auto* later = new QPushButton(tr("Later: sell with the line up only   Esc"), this);
    later->setObjectName(u"suspectLater"_s);
    card->addSpacing(tokens::space4);
    card->addWidget(later);
    auto* escape = new QShortcut(Qt::Key_Escape, this);
    escape->setContext(Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, &SuspectPage::laterRequested);
    connect(later, &QPushButton::clicked, this, &SuspectPage::laterRequested);
    connect(m_go, &QPushButton::clicked, this, &SuspectPage::submit);
    connect(m_code, &QLineEdit::returnPressed, this, &SuspectPage::submit);
    setFocusProxy(m_code);
    setBusy(false);
}

void SuspectPage::setReason(const QString& sentence)
{
    m_reason->setText(sentence.left(1).toUpper() + sentence.mid(1)); // it is the rest of a sentence elsewhere
}

void SuspectPage::setBusy(bool busy)
{
    m_go->setEnabled(!busy);
    m_go->setText(busy ? tr("Asking the centre …") : tr("Set up anew   Enter"));
    if (busy)
        m_problem->clear();
}

void SuspectPage::showProblem(const QString& sentence)
{
    setBusy(false);
    m_problem->setText(sentence);
    m_code->setFocus();
}

void SuspectPage::submit()
{
    if (!m_go->isEnabled())
        return;
    if (m_code->text().trimmed().isEmpty())
        return showProblem(tr("The code is missing. Compare the paper first; the manager has the code."));
    Q_EMIT reenrolRequested(m_code->text().trimmed());
}

} // namespace parterre

// Name and password; the button says what it waits for.
#include "ui/desk/sign_in_page.h"

#include "ui/common/theme.h"
#include "ui/desk/form_card.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

namespace parterre {

using namespace Qt::StringLiterals;

namespace {
constexpr int slowAfter = 2; // seconds
}

SignInPage::SignInPage(QWidget* parent) : QFrame(parent)
{
    auto* card =
        formCard(this, tr("Sign in"),
                 tr("With the line down, anybody who has signed in at this counter before can go on working."));
    m_counter = new QLabel(this);
    m_counter->setFont(themeFont(tokens::typeEmphasis));
    card->addWidget(m_counter);
    m_name = addField(card, tr("Name"), u"signInName"_s);
    m_password = addField(card, tr("Password"), u"signInPassword"_s);
    m_password->setEchoMode(QLineEdit::Password);
    m_problem = addProblemLine(card);
    m_wait = new QLabel(this);
    m_wait->setWordWrap(true);
    m_wait->setObjectName(u"signInWait"_s);
    m_wait->hide();
    card->addWidget(m_wait);
    m_second = new QTimer(this);
    m_second->setInterval(1000);
    connect(m_second, &QTimer::timeout, this, &SignInPage::tellWait);
    m_go = new QPushButton(tr("Sign in   Enter"), this);
    m_go->setObjectName(u"signInButton"_s);
    setRole(m_go, Role::PrimaryButton);
    m_go->setMinimumHeight(tokens::touchTarget);
    card->addWidget(m_go);
    for (auto* field : {m_name, m_password}) {
        field->setMaxLength(200);
        connect(field, &QLineEdit::returnPressed, this, &SignInPage::submit);
    }
    connect(m_go, &QPushButton::clicked, this, &SignInPage::submit);
    setFocusProxy(m_name);
}

void SignInPage::setCounterName(const QString& name)
{
    m_counter->setText(name);
}

void SignInPage::setBusy(bool busy)
{
    m_go->setEnabled(!busy);
    m_go->setText(busy ? tr("Signing in …") : tr("Sign in   Enter"));
    m_waited = 0;
    m_wait->hide();
    busy ? m_second->start() : m_second->stop();
    if (busy)
        m_problem->clear();
}

// Slow is not down: the clerk hears that somebody is still being asked.
void SignInPage::tellWait()
{
    if (++m_waited < slowAfter)
        return;
    m_wait->setText(tr("The centre answers slowly. Waiting for %1 s …").arg(m_waited));
    m_wait->show();
}

void SignInPage::showProblem(const QString& sentence)
{
    setBusy(false);
    m_problem->setText(sentence);
    m_password->selectAll();
    m_password->setFocus();
}

void SignInPage::clearPassword()
{
    m_password->clear();
    m_problem->clear();
}

void SignInPage::submit()
{
    if (!m_go->isEnabled())
        return;
    if (m_name->text().trimmed().isEmpty() || m_password->text().isEmpty()) {
        showProblem(tr("Type your name and your password."));
        return;
    }
    Q_EMIT signInRequested(m_name->text().trimmed(), m_password->text());
}

} // namespace parterre

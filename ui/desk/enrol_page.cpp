// The three things a counter must know once, with a sentence that says where the code comes from.
#include "ui/desk/enrol_page.h"

#include "ui/common/theme.h"
#include "ui/desk/form_card.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace parterre {

using namespace Qt::StringLiterals;

EnrolPage::EnrolPage(const QString& server, QWidget* parent) : QFrame(parent)
{
    auto* card = formCard(this, tr("Set up this counter"),
                          tr("Once per computer. Your manager gets the code with “parterre-server counter enrol”; it "
                             "works one time and for a day."));
    m_server = addField(card, tr("Centre"), u"enrolServer"_s);
    m_server->setText(server);
    m_code = addField(card, tr("Enrolment code"), u"enrolCode"_s);
    m_name = addField(card, tr("Name of this counter"), u"enrolName"_s);
    m_name->setPlaceholderText(tr("Box office 1"));
    m_problem = addProblemLine(card);
    m_go = new QPushButton(tr("Set up   Enter"), this);
    m_go->setObjectName(u"enrolButton"_s);
    setRole(m_go, Role::PrimaryButton);
    m_go->setMinimumHeight(tokens::touchTarget);
    card->addWidget(m_go);
    connect(m_go, &QPushButton::clicked, this, &EnrolPage::submit);
    for (auto* field : {m_server, m_code, m_name}) {
        field->setMaxLength(200);
        connect(field, &QLineEdit::returnPressed, this, &EnrolPage::submit);
    }
    setFocusProxy(m_code);
}

void EnrolPage::setBusy(bool busy)
{
    m_go->setEnabled(!busy);
    m_go->setText(busy ? tr("Asking the centre …") : tr("Set up   Enter"));
    if (busy)
        m_problem->clear();
}

void EnrolPage::showProblem(const QString& sentence)
{
    setBusy(false);
    m_problem->setText(sentence);
}

void EnrolPage::submit()
{
    for (auto* field : {m_server, m_code, m_name}) {
        if (field->text().trimmed().isEmpty()) {
            showProblem(tr("%1 is missing.").arg(field->accessibleName()));
            field->setFocus();
            return;
        }
    }
    Q_EMIT enrolRequested(m_server->text().trimmed(), m_code->text().trimmed(), m_name->text().trimmed());
}

} // namespace parterre

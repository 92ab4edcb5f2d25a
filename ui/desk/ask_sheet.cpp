// One field; Enter answers, Esc leaves everything as it was.
#include "ui/desk/ask_sheet.h"

#include "ui/common/theme.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

namespace parterre {

using namespace Qt::StringLiterals;

AskSheet::AskSheet(QWidget* parent)
    : QFrame(parent),
      m_title(new QLabel(this)),
      m_sentence(new QLabel(this)),
      m_caption(new QLabel(this)),
      m_field(new QLineEdit(this)),
      m_go(new QPushButton(this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(tokens::space16, tokens::space12, tokens::space16, tokens::space16);
    layout->setSpacing(tokens::space8);
    setRole(m_title, Role::Title);
    layout->addWidget(m_title);
    m_sentence->setWordWrap(true);
    m_sentence->setObjectName(u"askSentence"_s);
    layout->addWidget(m_sentence);
    layout->addSpacing(tokens::space12);
    setRole(m_caption, Role::Muted);
    m_caption->setBuddy(m_field);
    layout->addWidget(m_caption);
    m_field->setMaxLength(200);
    m_field->setObjectName(u"askField"_s);
    layout->addWidget(m_field);
    layout->addStretch(1);
    m_go->setMinimumHeight(tokens::touchTarget);
    m_go->setObjectName(u"askButton"_s);
    layout->addWidget(m_go);
    auto* cancel = new QPushButton(tr("Back   Esc"), this);
    layout->addWidget(cancel);
    connect(cancel, &QPushButton::clicked, this, &AskSheet::closed);
    connect(m_go, &QPushButton::clicked, this, &AskSheet::submit);
    connect(m_field, &QLineEdit::returnPressed, this, &AskSheet::submit);
    connect(m_field, &QLineEdit::textChanged, this,
            [this](const QString& text) { m_go->setEnabled(!text.trimmed().isEmpty()); });
}

void AskSheet::open(Question question)
{
    m_question = std::move(question);
    m_title->setText(m_question.title);
    m_sentence->setText(m_question.sentence);
    m_caption->setText(m_question.caption);
    m_field->setAccessibleName(m_question.caption);
    m_go->setText(m_question.button);
    setRole(m_go, m_question.danger ? Role::DangerButton : Role::PrimaryButton);
    m_go->style()->unpolish(m_go);
    m_go->style()->polish(m_go);
    m_go->setEnabled(false);
    m_field->clear();
    m_field->setFocus();
}

void AskSheet::submit()
{
    const QString text = m_field->text().trimmed();
    if (text.isEmpty() || !m_question.answered)
        return;
    const auto answered = std::exchange(m_question.answered, nullptr);
    Q_EMIT closed();
    answered(text);
}

void AskSheet::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT closed();
        return;
    }
    QFrame::keyPressEvent(event);
}

} // namespace parterre

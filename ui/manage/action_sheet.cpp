// Builds the sheet anew from its content; what was typed stays while it is the same thing.
#include "ui/manage/action_sheet.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>

namespace parterre {

using namespace Qt::StringLiterals;

namespace {
constexpr int mostRows = 6; // more of them scroll: the reason and the button below must not
}

ActionSheet::ActionSheet(QWidget* parent)
    : Sheet(QString(), parent),
      m_parts(new QVBoxLayout),
      m_rows(new QListWidget(this)),
      m_check(new QCheckBox(this)),
      m_field(new QLineEdit(this))
{
    setKeyScope(parent);
    m_state = addText();
    m_state->setObjectName(u"actionState"_s);
    body()->addLayout(m_parts);
    m_parts->setSpacing(2);
    m_rowsCaption = addText({}, true);
    m_rows->setObjectName(u"actionRows"_s);
    m_rows->setSelectionMode(QAbstractItemView::NoSelection);
    body()->addWidget(m_rows);
    m_check->setObjectName(u"actionCheck"_s);
    body()->addWidget(m_check);
    auto* tick = new QShortcut(Qt::Key_F2, this);
    tick->setContext(Qt::WidgetWithChildrenShortcut);
    connect(tick, &QShortcut::activated, m_check, &QCheckBox::toggle);
    m_fieldCaption = addText({}, true);
    m_field->setMaxLength(500);
    m_field->setObjectName(u"actionField"_s);
    m_fieldCaption->setBuddy(m_field);
    body()->addWidget(m_field);
    m_problem = addText();
    m_problem->setObjectName(u"actionProblem"_s);
    m_problem->setStyleSheet(u"color:%1"_s.arg(currentColours().danger.name()));
    m_asking = addText(tr("Asking the centre …"), true);
    m_asking->setObjectName(u"asking"_s);
    m_asking->hide();
    body()->addStretch(1);
    connect(m_field, &QLineEdit::textChanged, this, &ActionSheet::showButtons);
    connect(m_check, &QCheckBox::toggled, this, &ActionSheet::showButtons);
    show({}, false);
}

void ActionSheet::show(const ActionContent& content, bool keep)
{
    // The buttons of the same thing stay: one of them may have the keyboard.
    const bool newButtons = !keep || content.actions != m_content.actions;
    if (newButtons) {
        clearButtons(); // first: emptying the field below looks at the buttons of the content
        m_buttons.clear();
    }
    m_content = content;
    setTitle(content.title);
    m_state->setVisible(!content.state.isEmpty());
    m_state->setText(u"%1  %2"_s.arg(signOf(content.level), content.state));
    m_state->setStyleSheet(u"color:%1;font-weight:600"_s.arg(coloursOf(content.level).ground.name()));
    clearParts();
    for (const auto& part : content.parts) {
        auto* caption = new QLabel(part.caption, this);
        caption->setFont(themeFont(tokens::typeCaption));
        setRole(caption, Role::Muted);
        auto* words = new QLabel(part.words, this);
        words->setWordWrap(true);
        words->setTextFormat(Qt::PlainText);
        caption->setBuddy(words);
        m_parts->addWidget(caption);
        m_parts->addWidget(words);
        m_parts->addSpacing(tokens::space4);
    }
    m_rowsCaption->setText(content.rowsCaption);
    m_rowsCaption->setVisible(!content.rows.isEmpty());
    m_rows->setAccessibleName(content.rowsCaption);
    m_rows->setVisible(!content.rows.isEmpty());
    if (rowsShown() != content.rows) {
        m_rows->clear();
        m_rows->addItems(content.rows);
        const int lines = std::clamp(static_cast<int>(content.rows.size()), 2, mostRows);
        m_rows->setFixedHeight(lines * m_rows->sizeHintForRow(0) + 2 * tokens::space4);
    }
    m_check->setText(content.check.isEmpty() ? QString() : u"%1   F2"_s.arg(content.check));
    m_check->setAccessibleName(content.check);
    m_check->setVisible(!content.check.isEmpty());
    m_fieldCaption->setText(content.field);
    m_fieldCaption->setVisible(!content.field.isEmpty());
    m_field->setAccessibleName(content.field);
    m_field->setVisible(!content.field.isEmpty());
    if (!keep) {
        m_field->clear();
        m_check->setChecked(false);
        m_problem->clear();
    }
    if (newButtons)
        for (const auto& action : content.actions)
            addAction(action);
    showButtons();
}

QStringList ActionSheet::rowsShown() const
{
    QStringList rows;
    for (int i = 0; i < m_rows->count(); ++i)
        rows << m_rows->item(i)->text();
    return rows;
}

void ActionSheet::clearParts()
{
    while (QLayoutItem* item = m_parts->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
}

void ActionSheet::addAction(const ActionContent::Action& action)
{
    const QByteArray name = "action" + QByteArray::number(action.id);
    const auto act = [this, id = action.id] { Q_EMIT acted(id, m_field->text().trimmed(), m_check->isChecked()); };
    m_buttons << (action.role == Role::QuietButton
                      ? addButton(action.words, name.constData(), {action.key}, act)
                      : addButton(action.words, name.constData(), {action.key}, action.role, act));
    m_buttons.back()->show();
}

void ActionSheet::showButtons()
{
    const bool hasText = !m_field->text().trimmed().isEmpty();
    for (qsizetype i = 0; i < m_buttons.size(); ++i) {
        const auto& action = m_content.actions[i];
        m_buttons[i]->setEnabled(!m_busy && action.enabled && (!action.needsText || hasText) &&
                                 (!action.needsCheck || m_check->isChecked()));
    }
    Q_EMIT keysChanged();
}

void ActionSheet::setBusy(bool busy)
{
    m_busy = busy;
    m_asking->setVisible(busy);
    if (busy)
        m_problem->clear();
    showButtons();
}

void ActionSheet::showProblem(const QString& sentence)
{
    m_problem->setText(sentence);
}

QString ActionSheet::typed() const
{
    return m_content.field.isEmpty() ? QString() : m_field->text().trimmed();
}

void ActionSheet::focusField()
{
    if (m_field->isVisibleTo(this))
        m_field->setFocus();
    else if (!m_buttons.isEmpty())
        m_buttons.front()->setFocus();
}

} // namespace parterre

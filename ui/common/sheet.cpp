// The sheet's measures, and keys that reach their buttons.
#include "ui/common/sheet.h"

#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>

namespace parterre {

using namespace Qt::StringLiterals;

Sheet::Sheet(const QString& title, QWidget* parent)
    : QFrame(parent), m_title(new QLabel(title, this)), m_body(new QVBoxLayout), m_buttons(new QVBoxLayout)
{
    setFocusPolicy(Qt::NoFocus);
    setAccessibleName(title);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(tokens::space16, tokens::space12, tokens::space16, tokens::space16);
    layout->setSpacing(tokens::space8);
    setRole(m_title, Role::Title);
    m_title->setWordWrap(true);
    m_title->setObjectName(u"sheetTitle"_s);
    layout->addWidget(m_title);
    // Large text on a small screen scrolls; title and buttons stay.
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* ground = new QWidget(scroll);
    ground->setLayout(m_body);
    m_body->setContentsMargins(0, 0, 0, 0);
    m_body->setSpacing(tokens::space8);
    scroll->setWidget(ground);
    layout->addWidget(scroll, 1);
    m_buttons->setSpacing(tokens::space8);
    layout->addLayout(m_buttons);
}

void Sheet::setTitle(const QString& title)
{
    m_title->setText(title);
    setAccessibleName(title);
}

QLabel* Sheet::addText(const QString& words, bool muted)
{
    auto* label = new QLabel(words, this);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    if (muted)
        setRole(label, Role::Muted);
    m_body->addWidget(label);
    return label;
}

QPushButton* Sheet::addButton(const QString& words, const char* name, QList<int> keys, std::function<void()> action)
{
    auto* button = new QPushButton(this);
    button->setObjectName(QLatin1String(name));
    button->setFocusPolicy(Qt::TabFocus);
    connect(button, &QPushButton::clicked, this, std::move(action));
    m_bound.push_back({button, words, keyName(QKeySequence(keys.front())), {}});
    setWords(button, words);
    if (keys.contains(Qt::Key_Return))
        keys.push_back(Qt::Key_Enter);
    for (const int key : keys) {
        const bool common = key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Escape;
        auto* shortcut = new QShortcut(key, m_scope && !common ? m_scope : this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, [this, button, key] { press(button, key); });
        m_bound.back().shortcuts.push_back(shortcut);
    }
    m_buttons->addWidget(button);
    return button;
}

QPushButton* Sheet::addButton(const QString& words, const char* name, QList<int> keys, Role role,
                              std::function<void()> action)
{
    auto* button = addButton(words, name, std::move(keys), std::move(action));
    setRole(button, role);
    button->setMinimumHeight(tokens::touchTarget);
    return button;
}

QPushButton* Sheet::addBackButton()
{
    return addButton(tr("Back"), "sheetBack", {Qt::Key_Escape}, [this] { Q_EMIT closed(); });
}

void Sheet::clearButtons()
{
    for (const Bound& bound : m_bound) {
        qDeleteAll(bound.shortcuts);
        bound.button->hide();
        bound.button->deleteLater(); // perhaps it is what was just pressed
    }
    m_bound.clear();
}

void Sheet::setWords(QPushButton* button, const QString& words)
{
    const auto bound = std::find_if(m_bound.begin(), m_bound.end(), [&](const Bound& b) { return b.button == button; });
    bound->words = words;
    button->setText(u"%1   %2"_s.arg(QString(words).replace(u'&', u"&&"_s), bound->key));
    button->setAccessibleName(words);
}

void Sheet::hint(const QString& key, const QString& what)
{
    m_hints.push_back({key, what});
}

int Sheet::wholeHeight(int width) const
{
    const QMargins margins = layout()->contentsMargins();
    const int inside = width - margins.left() - margins.right();
    // Once there is a bar it takes from the width, and would not go if that made a line more.
    const int beside = inside - style()->pixelMetric(QStyle::PM_ScrollBarExtent);
    return margins.top() + m_title->heightForWidth(inside) + m_body->totalHeightForWidth(beside) +
           m_buttons->totalSizeHint().height() + 2 * layout()->spacing() + margins.bottom();
}

KeyHints Sheet::keys() const
{
    KeyHints hints = m_hints;
    for (const Bound& bound : m_bound)
        if (bound.button->isEnabled() && !bound.button->isHidden())
            hints.push_back({bound.key, bound.words});
    return hints;
}

// Enter on a button that has the keyboard means that button, whatever Enter means elsewhere on the sheet.
void Sheet::press(QPushButton* button, int key)
{
    auto* focused = qobject_cast<QPushButton*>(QApplication::focusWidget());
    if ((key == Qt::Key_Return || key == Qt::Key_Enter) && focused && isAncestorOf(focused))
        button = focused;
    if (button->isVisible() && button->isEnabled())
        button->click();
}

void Sheet::showEvent(QShowEvent* event)
{
    QFrame::showEvent(event);
    if (m_first && m_first->isEnabled() && m_first->isVisibleTo(this))
        return m_first->setFocus();
    for (const Bound& bound : m_bound)
        if (bound.button->isEnabled() && !bound.button->isHidden())
            return bound.button->setFocus();
}

QLabel* figuresLabel(int typeSize, const char* name, QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setFont(figuresFont(typeSize));
    label->setObjectName(QLatin1String(name));
    return label;
}

} // namespace parterre

// Counts in words beside the bar: the bar alone says nothing to a screen reader.
#include "ui/desk/drain_bar.h"

#include "ui/common/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>

namespace parterre {

using namespace Qt::StringLiterals;

DrainBar::DrainBar(QWidget* parent) : QFrame(parent), m_words(new QLabel(this)), m_bar(new QProgressBar(this))
{
    setRole(this, Role::TopBar);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(tokens::space16, tokens::space4, tokens::space16, tokens::space4);
    layout->setSpacing(tokens::space16);
    m_words->setFont(figuresFont(tokens::typeBody));
    m_words->setObjectName(u"drainText"_s);
    m_words->setWordWrap(true); // large text
    layout->addWidget(m_words, 1);
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(tokens::space12);
    m_bar->setObjectName(u"drainBar"_s);
    layout->addWidget(m_bar, 1);
}

void DrainBar::setProgress(int sent, int all)
{
    const QLocale locale;
    m_words->setText(
        tr("The line is back. Sending to the centre: %1 of %2").arg(locale.toString(sent), locale.toString(all)));
    m_bar->setRange(0, all);
    m_bar->setValue(sent);
    m_bar->setAccessibleName(m_words->text());
}

} // namespace parterre

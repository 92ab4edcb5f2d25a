// The form is chosen by the width it got.
#include "ui/common/brief_button.h"

#include <algorithm>

namespace parterre {

BriefButton::BriefButton(QWidget* parent) : QPushButton(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed); // a push button's own would not give way
}

void BriefButton::setWords(const QString& whole, const QString& brief)
{
    if (whole == m_whole && brief == m_brief)
        return;
    m_whole = whole;
    m_brief = brief;
    choose();
    updateGeometry();
}

void BriefButton::resizeEvent(QResizeEvent* event)
{
    QPushButton::resizeEvent(event);
    choose();
}

// Both forms have the same frame, so one's size follows from the other's.
QSize BriefButton::sizeFor(const QString& words) const
{
    const QSize shown = QPushButton::sizeHint();
    const int frame = shown.width() - fontMetrics().size(Qt::TextShowMnemonic, text()).width();
    return {frame + fontMetrics().size(Qt::TextShowMnemonic, words).width(), shown.height()};
}

void BriefButton::choose()
{
    setText(width() >= sizeHint().width() ? m_whole : m_brief);
}

} // namespace parterre

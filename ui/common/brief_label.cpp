// The form is chosen by the width it got.
#include "ui/common/brief_label.h"

namespace parterre {

void BriefLabel::setWords(const QString& whole, const QString& brief)
{
    if (whole == m_whole && brief == m_brief)
        return;
    m_whole = whole;
    m_brief = brief;
    setAccessibleName(whole);
    choose();
    updateGeometry();
}

void BriefLabel::resizeEvent(QResizeEvent* event)
{
    QLabel::resizeEvent(event);
    choose();
}

// Both forms have the same frame, so one's size follows from the other's.
QSize BriefLabel::sizeFor(const QString& words) const
{
    const QSize shown = QLabel::sizeHint();
    const int frame = shown.width() - fontMetrics().horizontalAdvance(text());
    return {frame + fontMetrics().horizontalAdvance(words), shown.height()};
}

void BriefLabel::choose()
{
    setText(width() >= sizeHint().width() ? m_whole : m_brief);
}

} // namespace parterre

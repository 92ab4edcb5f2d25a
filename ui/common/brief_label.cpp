// The form is chosen by the width it got.
#include "ui/common/brief_label.h"

#include <QEvent>

#include <utility>

namespace parterre {

void BriefLabel::setWords(const QString& whole, const QString& brief)
{
    if (whole == m_whole && brief == m_brief)
        return;
    m_whole = whole;
    m_brief = brief;
    setAccessibleName(whole);
    measure();
}

void BriefLabel::resizeEvent(QResizeEvent* event)
{
    QLabel::resizeEvent(event);
    chooseLater();
}

void BriefLabel::showEvent(QShowEvent* event)
{
    QLabel::showEvent(event);
    chooseLater(); // the same width as before would not be told
}

void BriefLabel::changeEvent(QEvent* event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        measure();
}

void BriefLabel::measure()
{
    if (std::exchange(m_measuring, true))
        return; // measuring may put the style on for the first time
    ensurePolished();
    setText(m_brief);
    m_briefSize = QLabel::sizeHint();
    setText(m_whole);
    m_wholeSize = QLabel::sizeHint();
    m_measuring = false;
    updateGeometry();
    chooseLater();
}

// When the layout has been heard: the width of this moment may be of other words, or nobody's.
void BriefLabel::chooseLater()
{
    QMetaObject::invokeMethod(this, &BriefLabel::choose, Qt::QueuedConnection);
}

void BriefLabel::choose()
{
    const QString& form = width() >= m_wholeSize.width() ? m_whole : m_brief;
    if (text() != form)
        setText(form);
}

} // namespace parterre

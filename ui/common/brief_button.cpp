// The form is chosen by the width it got.
#include "ui/common/brief_button.h"

#include <QEvent>

#include <utility>

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
    measure();
}

void BriefButton::resizeEvent(QResizeEvent* event)
{
    QPushButton::resizeEvent(event);
    chooseLater();
}

void BriefButton::showEvent(QShowEvent* event)
{
    QPushButton::showEvent(event);
    chooseLater(); // the same width as before would not be told
}

void BriefButton::changeEvent(QEvent* event)
{
    QPushButton::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        measure();
}

void BriefButton::measure()
{
    if (std::exchange(m_measuring, true))
        return; // measuring may put the style on for the first time
    ensurePolished();
    setText(m_brief);
    m_briefSize = QPushButton::sizeHint();
    setText(m_whole);
    m_wholeSize = QPushButton::sizeHint();
    m_measuring = false;
    updateGeometry();
    chooseLater();
}

// When the layout has been heard: the width of this moment may be of other words, or nobody's.
void BriefButton::chooseLater()
{
    QMetaObject::invokeMethod(this, &BriefButton::choose, Qt::QueuedConnection);
}

void BriefButton::choose()
{
    const QString& form = width() >= m_wholeSize.width() ? m_whole : m_brief;
    if (text() != form)
        setText(form);
}

} // namespace parterre

// Brief: a widget with two forms of its words: the whole ones, and short ones for where there is no room.
#pragma once

#include <QEvent>
#include <QLabel>
#include <QPushButton>

#include <utility>

namespace parterre {

// `Widget` shows text(). The form is chosen by the width it got.
template <typename Widget>
class Brief : public Widget
{
public:
    explicit Brief(QWidget* parent = nullptr) : Widget(parent)
    {
        Widget::setSizePolicy(QSizePolicy::Preferred, Widget::sizePolicy().verticalPolicy()); // it can give way
    }

    // The whole words are what is spoken; who has more to say sets the accessible name afterwards.
    void setWords(const QString& whole, const QString& brief)
    {
        if (whole == m_whole && brief == m_brief)
            return;
        m_whole = whole;
        m_brief = brief;
        Widget::setAccessibleName(whole);
        measure();
    }
    QString whole() const { return m_whole; }

    QSize sizeHint() const override { return m_wholeSize; }
    QSize minimumSizeHint() const override { return m_briefSize; }

protected:
    void resizeEvent(QResizeEvent* event) override
    {
        Widget::resizeEvent(event);
        chooseLater();
    }
    void showEvent(QShowEvent* event) override
    {
        Widget::showEvent(event);
        chooseLater(); // the same width as before would not be told
    }
    void changeEvent(QEvent* event) override
    {
        Widget::changeEvent(event);
        if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
            measure();
    }

private:
    void measure()
    {
        if (std::exchange(m_measuring, true))
            return; // measuring may put the style on for the first time
        Widget::ensurePolished();
        Widget::setText(m_brief);
        m_briefSize = Widget::sizeHint();
        Widget::setText(m_whole);
        m_wholeSize = Widget::sizeHint();
        m_measuring = false;
        Widget::updateGeometry();
        chooseLater();
    }
    // When the layout has been heard: the width of this moment may be of other words, or nobody's.
    void chooseLater()
    {
        QMetaObject::invokeMethod(
            this, [this] { choose(); }, Qt::QueuedConnection);
    }
    void choose()
    {
        const QString& form = Widget::width() >= m_wholeSize.width() ? m_whole : m_brief;
        if (Widget::text() != form)
            Widget::setText(form);
    }

    QString m_whole;
    QString m_brief;
    QSize m_wholeSize; // measured once: a hint that moved with the form would have no rest
    QSize m_briefSize;
    bool m_measuring = false;
};

using BriefButton = Brief<QPushButton>;
using BriefLabel = Brief<QLabel>;

} // namespace parterre

// BriefButton: a button with two forms of its words: the whole ones, and short ones for where there is no room.
#pragma once

#include <QPushButton>

namespace parterre {

class BriefButton : public QPushButton
{
    Q_OBJECT
public:
    explicit BriefButton(QWidget* parent = nullptr);

    // The whole words are what is spoken, unless an accessible name says more.
    void setWords(const QString& whole, const QString& brief);
    bool isBrief() const { return text() != m_whole; }

    QSize sizeHint() const override { return sizeFor(m_whole); }
    QSize minimumSizeHint() const override { return sizeFor(m_brief); }

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QSize sizeFor(const QString& words) const;
    void choose();

    QString m_whole;
    QString m_brief;
};

} // namespace parterre

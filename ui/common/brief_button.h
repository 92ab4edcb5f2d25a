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

    QSize sizeHint() const override { return m_wholeSize; }
    QSize minimumSizeHint() const override { return m_briefSize; }

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void measure();
    void choose();
    void chooseLater();

    QString m_whole;
    QString m_brief;
    QSize m_wholeSize; // measured once: a hint that moved with the form would have no rest
    QSize m_briefSize;
    bool m_measuring = false;
};

} // namespace parterre

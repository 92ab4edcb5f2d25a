// ElidedLabel: one line of text that gives way when room is short: cut with "…", whole in its tool tip.
#pragma once

#include <QLabel>

namespace parterre {

class ElidedLabel : public QLabel
{
    Q_OBJECT
public:
    // `leastCharacters` are always left to be seen.
    explicit ElidedLabel(int leastCharacters, QWidget* parent = nullptr);

    // Plain text. Hides QLabel's: this label is never rich and never wraps.
    void setText(const QString& text);
    QSize minimumSizeHint() const override;
    bool isElided() const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int m_leastCharacters;
};

} // namespace parterre

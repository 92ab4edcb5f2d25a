// DrainBar: how much of what was sold with the line down the centre has acknowledged.
#pragma once

#include <QFrame>

class QLabel;
class QProgressBar;

namespace parterre {

class DrainBar : public QFrame
{
    Q_OBJECT
public:
    explicit DrainBar(QWidget* parent = nullptr);
    void setProgress(int sent, int all); // 0 ≤ sent ≤ all, all > 0

private:
    QLabel* m_words;
    QProgressBar* m_bar;
};

} // namespace parterre

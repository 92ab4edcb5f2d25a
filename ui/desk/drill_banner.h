// DrillBanner: while the line is only said to be down: striped edges and a sentence nobody takes for the real thing.
#pragma once

#include <QFrame>

namespace parterre {

class DrillBanner : public QFrame
{
    Q_OBJECT
public:
    explicit DrillBanner(QWidget* parent = nullptr);

Q_SIGNALS:
    void endRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace parterre

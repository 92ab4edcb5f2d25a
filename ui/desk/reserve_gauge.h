// ReserveGauge: the offline reserve in the top bar: a cell that is full, low or empty, and a sentence. Opens the sheet.
#pragma once

#include "ui/common/level.h"

#include <QAbstractButton>

namespace parterre {

class ReserveGauge : public QAbstractButton
{
    Q_OBJECT
public:
    explicit ReserveGauge(QWidget* parent = nullptr);

    // `brief` is shown where the sentence has no room; the sentence is what is spoken in either case.
    void setReserve(Level level, const QString& sentence, const QString& brief);
    Level level() const { return m_level; }
    bool showsWhole() const; // the sentence, not the brief form

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QSize sizeFor(const QString& words) const;

    Level m_level = Level::Good;
    QString m_brief;
};

} // namespace parterre

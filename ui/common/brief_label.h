// BriefLabel: a label with two forms of its words: the whole ones, and short ones for where there is no room.
#pragma once

#include <QLabel>

namespace parterre {

class BriefLabel : public QLabel
{
    Q_OBJECT
public:
    using QLabel::QLabel;

    void setWords(const QString& whole, const QString& brief);
    QString whole() const { return m_whole; }

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

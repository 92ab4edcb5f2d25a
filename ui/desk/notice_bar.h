// NoticeBar: one sentence under the top bar: what happened, what was kept, what to do. Stays until answered or
// replaced.
#pragma once

#include <QFrame>

class QLabel;
class QTimer;

namespace parterre {

class NoticeBar : public QFrame
{
    Q_OBJECT
public:
    enum class Kind { Good, Caution, Danger };
    explicit NoticeBar(QWidget* parent = nullptr);

    void showNotice(Kind kind, const QString& sentence);
    // Something that nobody asked for: it takes the place of other news only, never of an answer to the clerk.
    void showNews(Kind kind, const QString& sentence);
    void dismiss();
    void dismissNews(); // leaves an answer where it is
    QString sentence() const;

private:
    QLabel* m_sign;
    QLabel* m_text;
    bool m_isNews = false;
    QTimer* m_fade; // good news leaves by itself; trouble waits for the clerk
};

} // namespace parterre

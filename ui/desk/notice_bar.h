// NoticeBar: one sentence under the top bar: what happened, what was kept, what to do. Stays until answered or
// replaced.
#pragma once

#include <QFrame>

#include <optional>
#include <utility>

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
    // News that is nowhere else: it waits while an answer stands, and comes when that has been read.
    void showNewsLater(Kind kind, const QString& sentence);
    void dismiss();
    void dismissNews(); // leaves an answer where it is; what waits is not news any more either
    QString sentence() const;

private:
    QLabel* m_sign;
    QLabel* m_text;
    std::optional<std::pair<Kind, QString>> m_waiting;
    bool m_isNews = false;
    QTimer* m_fade; // good news leaves by itself; trouble waits for the clerk
};

} // namespace parterre

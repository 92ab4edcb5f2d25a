// ShortcutBar: the one line at the bottom that names the keys of the moment.
#pragma once

#include <QFrame>

class QLabel;

namespace parterre {

class ShortcutBar : public QFrame
{
    Q_OBJECT
public:
    enum class Context { Map, List, Basket, Lines, Cash, Ask, Sold, Orders };
    explicit ShortcutBar(QWidget* parent = nullptr);
    void setContext(Context context);

private:
    QLabel* m_text;
};

} // namespace parterre

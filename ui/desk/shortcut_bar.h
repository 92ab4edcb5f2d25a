// ShortcutBar: the one line at the bottom that names the keys of the moment.
#pragma once

#include "ui/common/key_hint.h"

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
    void setKeys(const KeyHints& keys); // of a sheet that knows its own

private:
    QLabel* m_text;
};

} // namespace parterre

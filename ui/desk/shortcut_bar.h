// ShortcutBar: the line at the bottom that names the keys of the moment; two lines where one has no room.
#pragma once

#include "ui/common/key_hint.h"

#include <QFrame>

class QLabel;

namespace parterre {

class FlowLayout;

class ShortcutBar : public QFrame
{
    Q_OBJECT
public:
    enum class Context { Map, List, Basket, Lines, Cash, Ask, Sold, Orders };
    explicit ShortcutBar(QWidget* parent = nullptr);
    void setContext(Context context);
    void setKeys(const KeyHints& keys); // of a sheet that knows its own

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void showWhatFits();
    FlowLayout* m_flow;
    QList<QLabel*> m_hints; // in order of importance
    KeyHints m_keys;
};

} // namespace parterre

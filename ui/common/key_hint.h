// KeyHint: a key and what it does, for the line of shortcuts.
#pragma once

#include <QList>
#include <QString>

namespace parterre {

struct KeyHint
{
    QString key;  // as on the keycap
    QString what; // in one to three words
    friend bool operator==(const KeyHint&, const KeyHint&) = default;
};
using KeyHints = QList<KeyHint>;

// "Enter", "Esc", "Del", "A", "Ctrl+K".
QString keyName(int key);

} // namespace parterre

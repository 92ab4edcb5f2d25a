// KeyHint: a key and what it does, for the line of shortcuts; and the one place that names keys.
#pragma once

#include <QKeySequence>
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

// As keycaps of the language's keyboards have it: "Enter", "Esc", "Del", "Ctrl+K"; in German "Entf", "Strg+K". Menus
// say the same.
QString keyName(const QKeySequence& keys);

// What a button says: "Back   Ctrl+M".
QString withKey(const QString& words, const QKeySequence& keys);

} // namespace parterre

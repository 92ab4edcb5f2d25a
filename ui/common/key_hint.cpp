// Names of keys as they stand on keyboards.
#include "ui/common/key_hint.h"

namespace parterre {

using namespace Qt::StringLiterals;

namespace {

// Qt itself looks these up, for menus too. They are among our words because not every system has Qt's.
[[maybe_unused]] constexpr const char* capsOfQt[] = {
    QT_TRANSLATE_NOOP("QShortcut", "Ctrl"), QT_TRANSLATE_NOOP("QShortcut", "Shift"),
    QT_TRANSLATE_NOOP("QShortcut", "Alt"),  QT_TRANSLATE_NOOP("QShortcut", "Del"),
    QT_TRANSLATE_NOOP("QShortcut", "Esc"),
};

} // namespace

QString keyName(const QKeySequence& keys)
{
    const QKeySequence enter(Qt::Key_Return);
    return keys == enter ? u"Enter"_s : keys.toString(QKeySequence::NativeText); // "Return" is on few keyboards
}

QString withKey(const QString& words, const QKeySequence& keys)
{
    return u"%1   %2"_s.arg(words, keyName(keys));
}

} // namespace parterre

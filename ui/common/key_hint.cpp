// Names of keys as they stand on keyboards.
#include "ui/common/key_hint.h"

#include <QKeySequence>

namespace parterre {

using namespace Qt::StringLiterals;

QString keyName(int key)
{
    switch (key) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return u"Enter"_s;
    case Qt::Key_Escape:
        return u"Esc"_s;
    case Qt::Key_Delete:
        return u"Del"_s;
    default:
        return QKeySequence(key).toString(QKeySequence::PortableText);
    }
}

} // namespace parterre

// Its words.
#include "ui/conflicts/conflict_badge.h"

#include "ui/common/key_hint.h"

namespace parterre {

using namespace Qt::StringLiterals;

ConflictBadge::ConflictBadge(QWidget* parent) : CountBadge("conflictBadge", u'!', parent)
{
    setToolTip(withKey(tr("What to do about them"), u"Ctrl+K"_s));
    setCount(0);
}

QString ConflictBadge::wordsOf(int open) const
{
    return tr("%n conflicts", nullptr, open);
}

QString ConflictBadge::spokenOf(int open) const
{
    return tr("%n open conflicts", nullptr, open);
}

} // namespace parterre

// Word, count and a sign, on the colour of danger.
#include "ui/conflicts/conflict_badge.h"

#include "ui/common/theme.h"

namespace parterre {

using namespace Qt::StringLiterals;

ConflictBadge::ConflictBadge(QWidget* parent) : BriefButton(parent)
{
    setObjectName(u"conflictBadge"_s);
    setRole(this, Role::DangerButton);
    setFocusPolicy(Qt::TabFocus);
    setToolTip(tr("What to do about them   Ctrl+K"));
    setCount(0);
}

void ConflictBadge::setCount(int open)
{
    setWords(tr("! %n conflicts", nullptr, open), u"! %1"_s.arg(open));
    setAccessibleName(tr("%n open conflicts", nullptr, open));
    setVisible(open > 0);
}

} // namespace parterre

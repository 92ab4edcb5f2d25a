// Word, count and a sign; money may be at stake, so it is as loud as a conflict.
#include "ui/desk/question_badge.h"

#include "ui/common/theme.h"

namespace parterre {

using namespace Qt::StringLiterals;

QuestionBadge::QuestionBadge(QWidget* parent) : BriefButton(parent)
{
    setObjectName(u"questionBadge"_s);
    setRole(this, Role::DangerButton);
    setFocusPolicy(Qt::TabFocus);
    setToolTip(tr("About card payments and prints: answer them   Ctrl+J"));
    setCount(0);
}

void QuestionBadge::setCount(int open)
{
    setWords(tr("? %n questions", nullptr, open), u"? %1"_s.arg(open));
    setAccessibleName(tr("%n open questions", nullptr, open));
    setVisible(open > 0);
}

} // namespace parterre

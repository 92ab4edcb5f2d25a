// Its words.
#include "ui/desk/question_badge.h"

#include "ui/common/key_hint.h"

namespace parterre {

using namespace Qt::StringLiterals;

QuestionBadge::QuestionBadge(QWidget* parent) : CountBadge("questionBadge", u'?', parent)
{
    setToolTip(withKey(tr("About card payments and prints: answer them"), u"Ctrl+J"_s));
    setCount(0);
}

QString QuestionBadge::wordsOf(int open) const
{
    return tr("%n questions", nullptr, open);
}

QString QuestionBadge::spokenOf(int open) const
{
    return tr("%n open questions", nullptr, open);
}

} // namespace parterre

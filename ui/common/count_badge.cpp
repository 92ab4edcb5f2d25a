// Sign, count and word, on the colour of danger: money or a customer's seat is at stake.
#include "ui/common/count_badge.h"

#include "ui/common/theme.h"

namespace parterre {

using namespace Qt::StringLiterals;

CountBadge::CountBadge(const char* name, QChar sign, QWidget* parent) : BriefButton(parent), m_sign(sign)
{
    setObjectName(QLatin1String(name));
    setRole(this, Role::DangerButton);
    setFocusPolicy(Qt::TabFocus);
}

void CountBadge::setCount(int open)
{
    setWords(m_sign + u' ' + wordsOf(open), u"%1 %2"_s.arg(m_sign).arg(open));
    setAccessibleName(spokenOf(open));
    setVisible(open > 0);
}

} // namespace parterre

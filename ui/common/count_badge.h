// CountBadge: how many things in the top bar need somebody; not there when there are none.
#pragma once

#include "ui/common/brief.h"

namespace parterre {

// Who derives from it has the words, and calls setCount(0) when it is built. Its tool tip names what it counts, and the
// key that opens them.
class CountBadge : public BriefButton
{
    Q_OBJECT
public:
    CountBadge(const char* name, QChar sign, QWidget* parent);
    void setCount(int open);

protected:
    virtual QString wordsOf(int open) const = 0;  // "2 conflicts"
    virtual QString spokenOf(int open) const = 0; // "2 open conflicts"

private:
    QChar m_sign; // shown before the words, and before the number alone
};

} // namespace parterre

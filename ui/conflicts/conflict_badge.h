// ConflictBadge: how many conflicts are open, in the top bar.
#pragma once

#include "ui/common/count_badge.h"

namespace parterre {

class ConflictBadge : public CountBadge
{
    Q_OBJECT
public:
    explicit ConflictBadge(QWidget* parent = nullptr);

protected:
    QString wordsOf(int open) const override;
    QString spokenOf(int open) const override;
};

} // namespace parterre

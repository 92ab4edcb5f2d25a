// ConflictBadge: how many conflicts are open, in the top bar; not there when there are none.
#pragma once

#include "ui/common/brief.h"

namespace parterre {

class ConflictBadge : public BriefButton
{
    Q_OBJECT
public:
    explicit ConflictBadge(QWidget* parent = nullptr);
    void setCount(int open);
};

} // namespace parterre

// QuestionBadge: how many questions about payments and prints are open, in the top bar; not there when there are none.
#pragma once

#include "ui/common/brief.h"

namespace parterre {

class QuestionBadge : public BriefButton
{
    Q_OBJECT
public:
    explicit QuestionBadge(QWidget* parent = nullptr);
    void setCount(int open);
};

} // namespace parterre

// QuestionBadge: how many questions about payments and prints are open, in the top bar.
#pragma once

#include "ui/common/count_badge.h"

namespace parterre {

class QuestionBadge : public CountBadge
{
    Q_OBJECT
public:
    explicit QuestionBadge(QWidget* parent = nullptr);

protected:
    QString wordsOf(int open) const override;
    QString spokenOf(int open) const override;
};

} // namespace parterre

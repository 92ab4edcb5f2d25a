// ManageWords: the translation context of the managers' page, for words outside its widgets.
#pragma once

#include <QCoreApplication>

namespace parterre {

struct ManageWords
{
    Q_DECLARE_TR_FUNCTIONS(ManageWords)
};

} // namespace parterre

// What a fan reads when something was refused: what happened, what was kept, what to do. Never a word of the machine's.
#pragma once

#include "server/web/words.h"
#include "sync/base/error.h"

namespace parterre::web {

QString problemText(const Words& words, const Error& error);

} // namespace parterre::web

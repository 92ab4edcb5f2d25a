// The sentence a person reads for each ErrorCode: what happened and what to do. Never raw SQL or HTTP.
#pragma once

#include "sync/base/error.h"

#include <QString>

namespace parterre {

// A full sentence or two in the language of the interface. The code's detail is not part of it.
QString errorText(ErrorCode code);

// The sentence, followed by the detail in parentheses when there is one (it names the seat, field or file), in
// the language of the interface.
QString errorText(const Error& error);

} // namespace parterre

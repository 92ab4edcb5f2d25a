// Trace: what happened in a run, a line each, for a person who follows a failing seed (--trace).
#pragma once

#include "sync/domain/entries.h"

#include <string>

namespace parterre::testing {

std::string traceOf(const LogEntry& entry);

} // namespace parterre::testing

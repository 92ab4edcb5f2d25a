// Cases as a clerk reads them: who has the seats, and which claim decided. Pure: a function of the base.
#pragma once

#include "sync/counter/counter_types.h"
#include "sync/domain/event_state.h"

namespace parterre {

// Own cases, closed ones too, and all open ones; newest first.
std::vector<CaseReport> caseReports(const EventState& base, DeviceId own);

// What an entry of the log means for a case of this counter, as a sentence; nothing: it is not about one.
std::optional<std::string> caseNews(const EventState& base, const EntryBody& body, DeviceId own);

} // namespace parterre

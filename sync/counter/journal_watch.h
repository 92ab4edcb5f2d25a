// Is this the journal that was last written here? Pure comparison of the ops with the guard's marks.
#pragma once

#include "sync/counter/journal_guard.h"
#include "sync/counter/op_book.h"

namespace parterre {

// The sentence that says in what the journal is behind its guard, or another than it; nothing: it is the one.
std::optional<std::string> journalDoubt(const std::vector<GuardMark>& marks, const DeviceIdentity& identity,
                                        const OpBook& book);

// The marks once these ops are in the journal. Marks of earlier installations are dropped.
std::vector<GuardMark> marksAfter(std::vector<GuardMark> marks, const DeviceIdentity& identity,
                                  const std::vector<JournalledOp>& ops);

} // namespace parterre

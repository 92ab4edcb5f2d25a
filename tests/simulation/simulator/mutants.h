// Mutant: a known wrong way to build the system, put in at a port; one at a time, to see whether the simulator notices.
#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace parterre::testing {

enum class Mutant : unsigned char {
    ReclaimOnTimer,         // the centre frees an allotment when its time is over
    PrintBeforeFsync,       // paper leaves the printer before the sale is on disk
    StoredGrantReplayed,    // a repeated request for an allotment is answered with the grant of then
    SuspectSeals,           // a rolled-back counter goes on as if nothing were wrong
    DuplicateNotRecognised, // an op that arrives twice is carried out twice
    RefusedBlocksQueue,     // a refused op is sent again instead of the next
    LostOutbox,             // what was not acknowledged is forgotten at a crash
    CursorBeforeEntries,    // the cache's position moves although its entries were lost
    ClockDecides,           // of two sales of a seat the one with the earlier clock wins
    HoldDoubleCounted,      // a seat in a basket that is being paid is taken by a second one
    RefundTwice,            // a refund that may have been made is made again
    RestoreKeepsLogId,      // a restored log goes on under its old name
};
inline constexpr std::size_t mutantCount = 12;

inline constexpr std::array<std::string_view, mutantCount> mutantNames = {
    "reclaim-on-timer",     "print-before-fsync",  "stored-grant-replayed", "suspect-seals", "duplicate-not-recognised",
    "refused-blocks-queue", "lost-outbox",         "cursor-before-entries", "clock-decides", "hold-double-counted",
    "refund-twice",         "restore-keeps-log-id"};

inline std::optional<Mutant> mutantByName(std::string_view name)
{
    for (std::size_t i = 0; i < mutantCount; ++i)
        if (mutantNames[i] == name)
            return static_cast<Mutant>(i);
    return std::nullopt;
}

} // namespace parterre::testing

// KnownHolds: the holds placed here, remembered past their end: their owner hears "gone" and not "never heard of it",
// and does not get the same seats again and again.
#pragma once

#include "sync/domain/event_state.h"

#include <deque>
#include <functional>
#include <optional>
#include <unordered_map>
#include <vector>

namespace parterre {

struct KnownHold
{
    HolderId holder;
    EventId event;
    std::vector<SeatIndex> seats; // ascending
    Instant endsBy;               // when it ends if nothing is done with it
    std::optional<OrderId> order; // what it was sold as
    int payments = 0;             // started for it or about to be, declined ones too
    bool givenBack = false;       // by its owner; it may still stand for a moment
    Bytes16 key{};                // what the asker names the request by; zero: nothing
};

// Bounded: forgets the oldest. One thread.
class KnownHolds
{
public:
    static constexpr Milliseconds barredFor{10 * 60'000}; // after the end of a hold nobody paid for
    static constexpr int changesOfMind = 2; // so often the same seat may be given back and taken again meanwhile

    KnownHolds();

    void remember(HoldId hold, KnownHold known);
    KnownHold* find(HoldId hold);
    const KnownHold* of(HolderId holder, HoldId hold) const; // null: never was, or is somebody else's

    // Does that hold stand in the event's state?
    using Stands = std::function<bool(HoldId)>;
    // A hold with one of these seats (ascending) that its owner gave back and that still stands: to be replaced by the
    // next one, so that no time is gained. One of other seats runs out as it was to: nobody chooses the moment.
    std::optional<HoldId> givenBackAndStanding(HolderId holder, EventId event, const std::vector<SeatIndex>& seats,
                                               const Stands& stands) const;
    // Has the holder placed one by this key already?
    bool isRepeat(HolderId holder, const Bytes16& key) const;

    struct Barred
    {
        std::vector<SeatIndex> seats; // ascending: others first
        Instant until;                // of the last of them
    };
    Barred barred(HolderId holder, EventId event, Instant now, const Stands& stands) const;

private:
    std::unordered_map<HoldId, KnownHold> m_holds;
    std::unordered_map<HolderId, std::vector<HoldId>> m_ofHolder;
    std::deque<HoldId> m_order; // oldest first
};

} // namespace parterre

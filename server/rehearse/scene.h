// Scene: what all scripts share: the hall, the manners asked for, and the books they write what happened into.
#pragma once

#include "server/rehearse/hall.h"
#include "server/rehearse/people.h"
#include "server/rehearse/recorder.h"
#include "server/rehearse/sales_book.h"
#include "sync/base/instant.h"

namespace parterre::rehearsal {

struct Manners
{
    double pace = 1;                            // how many times as fast as people are
    bool straight = false;                      // no looking around: the seats, the hold, the payment, at once
    std::vector<std::uint32_t> buy{1, 2, 2, 4}; // how many seats somebody wants, each equally often
    std::uint64_t seed = 1;
    std::uint64_t runKey = 0; // of what must never be the same in two runs
    std::string run;          // in every idempotency key: the same seed again is the same crowd with new wishes
    Microseconds botPause{20'000};
};

struct Scene
{
    const Hall& hall;
    Manners manners;
    People& people;
    SalesBook& sales;
    Recorder& recorder;
    Instant startedAt;
    std::string clerk;        // name of who sells at the counters
    std::size_t fansGone = 0; // who came and has left again
    bool closing = false;     // the time is over: finish what is in hand, begin nothing

    Microseconds humanly(Microseconds time) const
    {
        return closing ? Microseconds(0)
                       : Microseconds(static_cast<std::int64_t>(static_cast<double>(time.count()) / manners.pace));
    }
};

} // namespace parterre::rehearsal

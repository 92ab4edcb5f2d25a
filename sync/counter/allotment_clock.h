// How long a counter may still sell from its allotment: design 02 "Life of an allotment". Time only ever stops it.
#pragma once

#include "sync/counter/journal.h"
#include "sync/domain/claims.h"

namespace parterre {

struct BootTime
{
    std::string bootId;
    Milliseconds sinceBoot{};
    Instant wall;
};

// Time since the request was first sent; after a reboot by the wall clock plus 120 s. Nothing: the clocks make no
// sense (back in time, or more than 30 days), which counts as expired.
std::optional<Milliseconds> elapsedSince(const GrantRecord& grant, const BootTime& now);

// The record that tells when this allotment was asked for: of its own fence, else the oldest of the grants that were
// renewed into it (the answer to a renewal may be on its way). Null: nobody here remembers asking for it.
const GrantRecord* grantOf(const Allotment& allotment, EventId event, const std::vector<GrantRecord>& grants);

// Duration − allotmentMargin(duration) − elapsed; zero when it must stop.
Milliseconds reserveLeft(const Allotment& allotment, const GrantRecord& grant, const BootTime& now);

} // namespace parterre

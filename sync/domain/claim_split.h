// splitClaim(): the arbitration table of design 02, place by place: what a fact gets, waits for, and has lost.
#pragma once

#include "sync/domain/clearance.h"

namespace parterre::rules {

struct ClaimSplit
{
    Places have;  // free, or held by somebody who has not begun to pay: `clearance` has noted what must end
    Places waits; // a payment in flight, or a contest that comes first, decides
    Places lost;  // reserved, sold, promised to another counter, blocked, offered to another customer
    bool admittedElse = false; // somebody sits on a lost seat already
};

// `wanted`: canonical. `clearance` says which contests come first. A function of the state (I22).
ClaimSplit splitClaim(const EventState& state, Clearance& clearance, const Places& wanted);

} // namespace parterre::rules

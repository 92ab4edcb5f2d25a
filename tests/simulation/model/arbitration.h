// Who gets the seat: the table "Arbitration" of design 02 for one seat, contests, and the settlement after a restore.
#pragma once

#include "tests/simulation/model/world.h"

namespace parterre::model {

// Decides a counter's sale that has just been applied. While the event is frozen every sale waits for the unfreeze.
void decideSale(World& world, unsigned counter, Op sale, bool evenFrozen);

// The payment of the web buyer has been captured and the server hears of it.
void settleCapture(World& world, bool alwaysWins);

// The payment has failed, or reached its cap: the seat is free, or goes to the first who waited.
void endPayment(World& world);

// Everybody has reported to the restored server: the seat goes to the best of the claims that waited.
void settleFrozen(World& world, bool forgettingCaptures);

} // namespace parterre::model

// All steps together, and the order in which a healed world works off what is open.
#include "tests/simulation/model/rules.h"

namespace parterre::model {

void movesFrom(const World& world, const Setup& setup, std::vector<Move>& moves)
{
    for (unsigned c = 0; c < counters; ++c)
        counterMoves(world, setup, c, moves);
    streamMoves(world, setup, moves);
    centreMoves(world, setup, moves);
}

unsigned healingPlace(const World& world, Step step)
{
    switch (step.act) {
    case Act::Fsync:
        return 1;
    case Act::WriteHello:
        return world.counter[step.who].suspect ? 0 : 3;
    case Act::Deliver:
        return 4;
    case Act::TakeGrant:
    case Act::TakeOutcome:
        return 5;
    case Act::Notice:
        return 6;
    case Act::WriteSuspect:
        return 7;
    case Act::SettleCapture:
        return 8;
    case Act::PaymentEnds:
        return 9;
    case Act::HoldEnds:
        return 11;
    case Act::Unfreeze:
        return 12;
    case Act::WriteOff:
        return world.server.frozen && world.counter[step.who].suspect ? 13 : 0;
    default:
        return 0;
    }
}

} // namespace parterre::model

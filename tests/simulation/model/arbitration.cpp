// The arbitration of the one seat, and the order of claims after a restore.
#include "tests/simulation/model/arbitration.h"

namespace parterre::model {
namespace {

void sellTo(World& world, unsigned owner)
{
    world.server.set(Seat::Sold, owner);
    if (owner == web)
        world.outside.ticket = 1;
    else
        world.server.setOutcome(owner, Outcome::Confirmed);
}

void waitingSalesLose(World& world)
{
    for (unsigned c = 0; c < counters; ++c)
        if (world.server.outcome(c) == Outcome::Pending)
            world.server.setOutcome(c, Outcome::Conflict);
}

void joinContest(World& world, unsigned counter)
{
    if (world.server.seat == Seat::Paying)
        world.server.set(Seat::Contest, counter);
    world.server.setOutcome(counter, Outcome::Pending);
}

// A claim that waited for the unfreeze: the lower the place the better. What the old log had confirmed and the counter
// has told its customer stays so; then authority goes before money, and money before a provisional sale.
unsigned placeOfSale(const World& world, unsigned counter)
{
    const Bits stream = world.stream(counter);
    const unsigned applied = world.server.applied(counter);
    const unsigned number = saleIn(stream, applied);
    const Op sale = opAt(stream, number);
    const bool reported = find(stream, applied, OpKind::Hello); // Hello carries what the counter has told
    const Told told = reported ? world.toldOfStream(counter, number) : Told::Nothing;
    if (told == Told::Confirmed)
        return 0;
    return sale.kind == OpKind::Sell ? 10 - sale.fence : 20; // of two fences the newer
}
constexpr unsigned placeOfCapture = 15;

} // namespace

void decideSale(World& world, unsigned counter, Op sale, bool evenFrozen)
{
    Server& server = world.server;
    if (server.frozen && !evenFrozen) {
        server.setOutcome(counter, Outcome::Pending);
        return;
    }
    const bool own = server.allottedTo(counter);
    switch (server.seat) {
    case Seat::Active:
    case Seat::Limbo:
        if (own && (sale.kind == OpKind::SellProvisional || sale.fence == server.fence))
            sellTo(world, counter);
        else
            server.setOutcome(counter, Outcome::Conflict);
        break;
    case Seat::Free:
    case Seat::Held: // the shopper has not paid and is told
        sellTo(world, counter);
        break;
    case Seat::Paying:
    case Seat::Contest:
        joinContest(world, counter);
        break;
    case Seat::Sold:
        server.setOutcome(counter, Outcome::Conflict);
        break;
    }
}

void settleCapture(World& world, bool alwaysWins)
{
    if (alwaysWins) {
        sellTo(world, web);
        return;
    }
    switch (world.server.seat) {
    case Seat::Free: // late capture
    case Seat::Held:
    case Seat::Paying:
    case Seat::Contest:
        sellTo(world, web);
        waitingSalesLose(world);
        break;
    case Seat::Active:
    case Seat::Limbo:
    case Seat::Sold:
        world.outside.payment = Payment::Refunded;
        break;
    }
}

void endPayment(World& world)
{
    if (world.server.seat == Seat::Contest) {
        sellTo(world, world.server.owner);
        waitingSalesLose(world);
    } else {
        world.server.set(Seat::Free);
    }
}

void settleFrozen(World& world, bool forgettingCaptures)
{
    world.server.frozen = 0;
    constexpr unsigned nobody = 99;
    unsigned best = nobody;
    unsigned winner = nobody;
    const bool captured = world.outside.payment == Payment::Captured && !forgettingCaptures;
    if (captured) {
        best = placeOfCapture;
        winner = web;
    }
    for (unsigned c = 0; c < counters; ++c)
        if (world.server.outcome(c) == Outcome::Pending && placeOfSale(world, c) < best) {
            best = placeOfSale(world, c);
            winner = c;
        }
    if (world.server.seat == Seat::Free && winner != nobody)
        sellTo(world, winner);
    waitingSalesLose(world);
}

} // namespace parterre::model

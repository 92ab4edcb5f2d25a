// The properties, written from the design and not from the rules: they look at disks, paper and answers.
#include "tests/simulation/model/properties.h"

namespace parterre::model {
namespace {

bool isFinal(Outcome outcome)
{
    return outcome != Outcome::None && outcome != Outcome::Pending;
}
bool isAllotted(Seat seat)
{
    return seat == Seat::Active || seat == Seat::Limbo;
}

// Has a supervisor signed that paper of this sale may be out there?
bool signedAway(const Counter& counter, Op sale)
{
    const Fence fence = sale.kind == OpKind::Sell ? sale.fence : fenceOf(sale.fence, grantsPerLog) + 1;
    return fence <= counter.writtenOff;
}

// Paper that lets somebody in: under a fence from the moment it is printed; a provisional one says that it is
// provisional and becomes good when its customer is told so.
bool isGood(Op sale, Told told)
{
    return sale.kind == OpKind::Sell || told == Told::Confirmed;
}

// From a rolled-back journal that nobody has noticed. No protocol prevents it; BecomesQuiet demands that it is found
// out.
bool isUnnoticed(const World& world, unsigned c)
{
    return c == 0 && world.outside.rolledBack == RolledBack::Unnoticed && world.counter[0].sale() > world.outside.kept;
}

unsigned owners(const World& world)
{
    const Server& server = world.server;
    return (server.outcomeA == Outcome::Confirmed) + (server.outcomeB == Outcome::Confirmed) +
           (server.seat == Seat::Sold && server.owner == web);
}

Op opOf(const World& world, const Step& step)
{
    const Bits ops = step.act == Act::DeliverLost ? Bits(world.outside.lostOps) : Bits(world.counter[step.who].ops);
    return opAt(ops, step.what);
}
bool isDelivery(const Step& step)
{
    return step.act == Act::Deliver || step.act == Act::DeliverLost;
}

bool leavesItsHolder(const World& before, const World& after)
{
    const Server& now = before.server;
    const Server& next = after.server;
    return isAllotted(now.seat) && !(isAllotted(next.seat) && next.owner == now.owner && next.fence == now.fence);
}

// May an allotted seat leave its holder by this step?
bool mayLeave(const World& before, const Step& step, const World& after)
{
    const unsigned holder = before.server.owner;
    if (step.act == Act::WriteOff)
        return step.who == holder && after.counter[holder].writtenOff >= before.server.fence;
    if (step.act == Act::Restore)
        return before.outside.log != after.outside.log;
    if (!isDelivery(step) || step.who != holder || before.server.quarantined >> holder & 1)
        return false;
    const Op op = opOf(before, step);
    const bool doubted = find(before.stream(holder), before.server.applied(holder), OpKind::Suspect);
    switch (op.kind) {
    case OpKind::Sell:
    case OpKind::SellProvisional:
        return after.server.seat == Seat::Sold && after.server.owner == holder;
    case OpKind::Seal:
    case OpKind::Hello:
        return !doubted && after.server.seat == Seat::Free;
    default:
        return false;
    }
}

bool fenceReused(const World& before, const World& after)
{
    if (after.server.seat != Seat::Active || before.server.seat == Seat::Active)
        return false;
    return after.server.fence <= before.outside.highestFence;
}

// Is the delivered op another one than that which the server has applied, or has built upon, at its number?
bool isFork(const World& before, const Step& step)
{
    if (!isDelivery(step) || step.who != 0 || before.server.quarantined & 1 ||
        before.outside.rolledBack == RolledBack::No)
        return false;
    const Outside& outside = before.outside;
    const bool newBranch = step.act == Act::Deliver;
    return step.what > outside.kept && before.server.appliedA > outside.kept && before.server.branch != newBranch;
}

bool forkHasEffect(const World& before, const World& after)
{
    Server expected = before.server;
    expected.quarantined = expected.quarantined | 1;
    if (expected.seat == Seat::Active && expected.owner == 0)
        expected.seat = Seat::Limbo;
    return !(after.server == expected);
}

bool quarantinedHasEffect(const World& before, const Step& step, const World& after)
{
    return isDelivery(step) && before.server.quarantined >> step.who & 1 && !(before.server == after.server);
}

bool outcomeChanged(const World& before, const World& after, unsigned c)
{
    const Outcome was = before.server.outcome(c);
    return before.outside.log == after.outside.log && isFinal(was) && was != after.server.outcome(c);
}

bool acknowledgedLost(const World& after, unsigned c)
{
    const Counter& counter = after.counter[c];
    return after.outside.log == 0 && counter.told != Told::Nothing && !isFinal(after.server.outcome(c));
}

bool wasRolledBack(const World& world, unsigned c)
{
    return c == 0 && world.outside.rolledBack != RolledBack::No;
}

bool promiseBroken(const World& before, const World& after, unsigned c)
{
    const Counter& counter = after.counter[c];
    if (before.counter[c].told != Told::Confirmed || counter.told != Told::Conflict)
        return false;
    return !signedAway(counter, opAt(counter.ops, counter.sale()));
}

} // namespace

unsigned goodPapers(const World& world, NotCounted without)
{
    unsigned papers = world.outside.ticket;
    const auto count = [&](unsigned c, Op sale, Told told) {
        papers += isGood(sale, told) && !(without.signedAway && signedAway(world.counter[c], sale));
    };
    for (unsigned c = 0; c < counters; ++c) {
        const Counter& counter = world.counter[c];
        papers += counter.orphan;
        if (const unsigned number = counter.sale(); number && counter.printed)
            if (!(without.unnoticed && isUnnoticed(world, c)))
                count(c, opAt(counter.ops, number), counter.told);
    }
    const Outside& outside = world.outside;
    if (const unsigned number = saleIn(outside.lostOps, outside.lostCount); number > outside.kept)
        count(0, opAt(outside.lostOps, number), outside.lostTold);
    return papers;
}

Properties brokenBy(const World& before, const Step& step, const World& after)
{
    Properties broken = 0;
    const auto require = [&broken](Property property, bool holds) { broken |= holds ? 0 : bit(property); };
    require(Property::OneGoodPaper, goodPapers(after) <= 1);
    require(Property::OneOwner, owners(after) <= 1);
    require(Property::FencesGrow, !fenceReused(before, after));
    require(Property::AuthorityStays, !leavesItsHolder(before, after) || mayLeave(before, step, after));
    const bool fork = isFork(before, step);
    require(Property::ForkQuarantines,
            !(fork && forkHasEffect(before, after)) && !quarantinedHasEffect(before, step, after));
    const unsigned newlyQuarantined = after.server.quarantined & ~before.server.quarantined;
    require(Property::OnlyForksDo, !newlyQuarantined || fork);
    const bool seals = step.act == Act::WriteSeal || step.act == Act::WriteHello;
    require(Property::SuspectNeverSeals, !(seals && before.counter[step.who].suspect));
    for (unsigned c = 0; c < counters; ++c) {
        const Counter& counter = after.counter[c];
        require(Property::OutcomeStays, !outcomeChanged(before, after, c));
        require(Property::PrintedIsOnDisk, !counter.orphan && !(counter.printed && counter.sale() > counter.onDisk()));
        require(Property::SentIsOnDisk, after.server.applied(c) <= counter.onDisk() || wasRolledBack(after, c));
        require(Property::AcknowledgedStays, !acknowledgedLost(after, c));
        require(Property::ToldStays, !promiseBroken(before, after, c));
    }
    return broken;
}

bool isQuiet(const World& world)
{
    const Server& server = world.server;
    const Outside& outside = world.outside;
    if (server.frozen || server.seat == Seat::Held || server.seat == Seat::Paying || server.seat == Seat::Contest)
        return false;
    if (outside.payment == Payment::Captured && !outside.ticket)
        return false;
    for (unsigned c = 0; c < counters; ++c) {
        const Counter& counter = world.counter[c];
        if (counter.unsynced || server.outcome(c) == Outcome::Pending)
            return false;
        const bool quarantined = server.quarantined >> c & 1;
        const bool recorded = server.applied(c) >= counter.count && !world.followsLost(c);
        if (counter.suspect && (quarantined || recorded))
            continue; // what is left is for people: reconcile its paper, enrol it again
        if (counter.suspect || quarantined || server.applied(c) != counter.count || counter.log() != outside.log)
            return false;
        if (server.allottedTo(c) && counter.live != server.fence)
            return false;
        if (counter.sale() && (server.outcome(c) == Outcome::Confirmed) != (counter.told == Told::Confirmed))
            return false;
    }
    return outside.rolledBack == RolledBack::No || world.counter[0].suspect;
}

} // namespace parterre::model

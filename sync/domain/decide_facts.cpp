// SellAllotted and SellProvisional: sales that have happened. Confirmed, confirmed late, a contest or a case; never
// refused for what others did.
#include "sync/domain/claim_split.h"
#include "sync/domain/order_check.h"

namespace parterre::rules {
namespace {

// What happened at the counter, whichever way.
struct Fact
{
    const Order& order;
    DeviceId device;
    std::optional<Fence> fence;
    bool provisional = false;
    Wish wish = Wish::Ask;
    std::optional<Told> told; // before a restore
};

Fact factOf(const SellAllotted& command, std::optional<Told> told = {})
{
    return {command.order, command.device, command.fence, false, Wish::Ask, told};
}

Fact factOf(const SellProvisional& command, std::optional<Told> told = {})
{
    return {command.order, command.device, std::nullopt, command.provisional, command.wish, told};
}

Case caseOf(const Fact& fact)
{
    Case opened;
    opened.id = CaseId{fact.order.id.bytes};
    opened.order = fact.order;
    opened.fence = fact.fence;
    opened.provisional = fact.provisional;
    opened.wish = fact.wish;
    return opened;
}

// One claim set: if any place is lost, the whole order is one case and nothing is applied (I21).
Entries lose(const Fact& fact, ClaimSplit split)
{
    Case opened = caseOf(fact);
    opened.phase = split.admittedElse ? CasePhase::AtDoor : CasePhase::Open;
    opened.lost = std::move(split.lost);
    Entries entries;
    entries.push_back(CaseOpened{std::move(opened)});
    return entries;
}

// A payment in flight decides. What is certain is kept for the order meanwhile.
Entries contest(const Fact& fact, const Allotment* own, Places inside, ClaimSplit split, const Clearance& clearance,
                bool awaitsThaw)
{
    Entries entries = clearance.entries(2);
    if (!inside.empty())
        entries.push_back(AllotmentReturned{own->fence, inside});
    Case opened = caseOf(fact);
    opened.phase = CasePhase::Contest;
    opened.awaitsThaw = awaitsThaw || fact.told == Told::Done;
    if (fact.told == Told::Done) { // comes before all that were not told, see isToldContest()
        opened.fence.reset();
        opened.provisional = false;
    }
    opened.lost = std::move(split.waits);
    opened.kept = unionOf(inside, split.have);
    entries.push_back(CaseOpened{std::move(opened)});
    return entries;
}

// A counter sells under a live fence only what is in it; this one did not, so nothing it says is certain.
void distrust(const Fact& fact, const Allotment& own, Entries& entries)
{
    entries.push_back(AlarmRaised{AlarmKind::ImpossibleSale, fact.device,
                                  "order " + orderCode(fact.order.id) +
                                      " was sold under an allotment that does not hold its places"});
    if (own.phase == AllotmentPhase::Active)
        entries.push_back(AllotmentLimbo{own.fence, "alarm"});
}

// Authority belongs to the counter: whatever fence it names, what is in its own allotment is its own.
Decision decideFact(const EventState& state, const Fact& fact, Instant now)
{
    const Result<Places> places = checkOrder(state.plan(), state.terms(), fact.order);
    if (!places)
        return places.error();
    const Case* of = state.caseOf(CaseId{fact.order.id.bytes});
    if (const Order* known = of ? &of->order : state.order(fact.order.id)) // as it was sold, other seats or not
        return sameTickets(*known, fact.order) ? Decision(Entries{}) : malformed("the order id is taken");

    const Allotment* own = state.allotmentOf(fact.device);
    const Places inside = own ? intersection(*places, own->places) : Places{};
    const Places outside = difference(*places, inside);
    const bool underLiveFence = own && fact.fence && own->isUnder(*fact.fence);
    // What somebody was told is done goes before everything nobody was told, whoever reports first after a restore.
    const bool done = fact.told == Told::Done;
    const bool lastWord = done && state.awaited().empty();
    Clearance clearance(state, now, lastWord ? Clearance::Power::Told : Clearance::Power::Unpaid,
                        done ? 0 : Clearance::endOfQueue);
    ClaimSplit split;
    bool awaitsThaw = !fact.told && !state.awaited().empty() && !outside.empty();
    if (fact.told == Told::Lost)
        split.lost = *places;
    else if (!awaitsThaw)
        split = splitClaim(state, clearance, outside);
    if (done && !split.lost.empty() && !state.awaited().empty())
        awaitsThaw = true; // who has yet to report may have given the places back, or voided, since the backup
    if (awaitsThaw)
        split = {{}, outside, {}, false};

    Entries entries;
    if (!split.lost.empty()) {
        entries = lose(fact, std::move(split));
    } else if (!split.waits.empty()) {
        const Clearance nothing(state, now, Clearance::Power::Unpaid); // until the thaw nobody is pushed aside
        entries = contest(fact, own, inside, std::move(split), awaitsThaw ? nothing : clearance, awaitsThaw);
    } else {
        entries = clearance.entries(2);
        OrderPlaced placed;
        placed.order = fact.order;
        if (!inside.empty())
            placed.fence = own->fence;
        placed.late = !fact.provisional && (!outside.empty() || !underLiveFence);
        placed.provisional = fact.provisional;
        entries.push_back(std::move(placed));
    }
    if (underLiveFence && !outside.empty() && !fact.told && !state.frozen() && !state.isTainted(fact.device))
        distrust(fact, *own, entries);
    return entries;
}

} // namespace

Decision decideOn(const EventState& state, const SellAllotted& command, Instant now)
{
    return decideFact(state, factOf(command), now);
}

Decision decideOn(const EventState& state, const SellProvisional& command, Instant now)
{
    if (command.provisional && !command.order.buyer.canBeReached())
        return malformed("a provisional sale needs a way to reach the customer");
    return decideFact(state, factOf(command), now);
}

Decision decideTold(const EventState& state, const SellAllotted& command, Instant now, Told told)
{
    return decideFact(state, factOf(command, told), now);
}

Decision decideTold(const EventState& state, const SellProvisional& command, Instant now, Told told)
{
    return decideFact(state, factOf(command, told), now);
}

} // namespace parterre::rules

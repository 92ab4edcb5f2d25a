// Rules of cases: contests end, other seats are offered, taken or declined, money goes back.
#include "sync/domain/case_offer.h"
#include "sync/domain/claim_split.h"
#include "sync/domain/decide_rules.h"

#include <algorithm>
#include <tuple>

namespace parterre::rules {
namespace {

constexpr Milliseconds offerLife = std::chrono::hours(24);
constexpr Milliseconds beforeStart = std::chrono::minutes(30);
constexpr Milliseconds leastOffer = std::chrono::minutes(15);

// An offer stands for a day, but is settled half an hour before the show; a quarter of an hour at least.
Instant offerUntil(const EventTerms& terms, Instant now)
{
    return std::max(std::min(now + offerLife, terms.startsAt - beforeStart), now + leastOffer);
}

Result<const Case*> openCase(const EventState& state, CaseId id)
{
    const Case* found = state.caseOf(id);
    if (!found)
        return Error{ErrorCode::NotFound, "case " + id.toString()};
    return found;
}

Result<void> signedBy(const std::string& by)
{
    if (by.empty() || by.size() > maxReasonBytes)
        return malformed("a person's step in a case names the person");
    return {};
}

CaseMoved moved(const Case& of, CasePhase phase, std::string by = {}, std::string note = {})
{
    CaseMoved entry;
    entry.id = of.id;
    entry.phase = phase;
    entry.refundMinor = phase == CasePhase::RefundDue ? of.order.tender.paidMinor : 0;
    entry.by = std::move(by);
    entry.note = std::move(note);
    return entry;
}

CaseSold sold(const Case& of, CasePhase phase, Order order, std::string by = {})
{
    CaseSold entry;
    entry.id = of.id;
    entry.phase = phase;
    entry.order = std::move(order);
    entry.by = std::move(by);
    return entry;
}

// One step of a contest: lost as soon as one place is, won when nothing is left to wait for.
Entries contestStep(const EventState& state, const Case& of, Instant now)
{
    const Clearance::Power power = isToldContest(of) ? Clearance::Power::Told : Clearance::Power::Unpaid;
    Clearance clearance(state, now, power, of.awaitsThaw ? 0 : of.openedSeq);
    ClaimSplit split = splitClaim(state, clearance, of.lost);
    if (!split.lost.empty()) {
        CaseMoved entry = moved(of, split.admittedElse ? CasePhase::AtDoor : CasePhase::Open);
        entry.lost = std::move(split.lost);
        return {std::move(entry)};
    }
    if (split.have.empty())
        return {};
    Entries entries = clearance.entries(2);
    if (split.waits.empty())
        entries.push_back(sold(of, CasePhase::Won, of.order));
    else
        entries.push_back(CaseKept{of.id, std::move(split.have)});
    return entries;
}

Entries offerOf(const EventState& state, const Case& of, bool downgrade, const std::string& by, Instant now)
{
    std::vector<Places> offers = caseOffers(state, of, downgrade);
    if (offers.empty())
        return {};
    return {CaseOffered{of.id, std::move(offers), offerUntil(state.terms(), now), by}};
}

bool isPaidBack(const Case& of)
{
    return of.phase == CasePhase::Refunded || (of.phase == CasePhase::Exchanged && of.refundMinor == 0);
}

// Who asks now would open a second drawer: the repeat of an op is answered by its number and never gets here.
Error paidBackBefore(const Case& of)
{
    if (of.by.empty())
        return {ErrorCode::OrderGone, "no money is due in this case"};
    const std::string said = of.phase == CasePhase::Refunded
                                 ? "The money of this order was given back already, by "
                                 : "No more money is due for this order; it was settled by ";
    return {ErrorCode::OrderGone, said + of.by + ". Give nothing out again."};
}

CaseSold taken(const EventState& state, const Case& of, const Places& places, const std::string& by)
{
    std::int64_t refundMinor = 0;
    CaseSold entry = sold(of, CasePhase::Exchanged, reseated(state, of.order, places, refundMinor), by);
    entry.refundMinor = refundMinor;
    return entry;
}

// What the customer wished for when they bought decides; nothing is done without a person for wheelchair places.
Entries lostStep(const EventState& state, const Case& of, Instant now)
{
    if (of.wish == Wish::Refund)
        return {moved(of, CasePhase::RefundDue)};
    if (needsPerson(state, of.order) || state.frozen() || of.rounds > 0)
        return {};
    Entries entries = offerOf(state, of, false, {}, now);
    if (entries.empty() && of.wish == Wish::Ask)
        entries = offerOf(state, of, true, {}, now);
    if (entries.empty())
        return {moved(of, CasePhase::RefundDue)};
    if (of.wish == Wish::Auto)
        entries.push_back(taken(state, of, std::get<CaseOffered>(entries.back()).offers.front(), {}));
    return entries;
}

// The order in which contests are looked at: those of a restored event first, and of these what was told to be certain
// without a fence (by the centre, before the restore), then sales under the newest fence; otherwise, and among the
// rest, as they were opened.
std::vector<const Case*> queueOf(const EventState& state)
{
    std::vector<const Case*> queue;
    for (const auto& [seq, id] : state.unsettledCases())
        queue.push_back(state.caseOf(id));
    const auto rank = [](const Case& of) {
        const bool told = isToldContest(of);
        const bool fenced = of.awaitsThaw && of.fence;
        return std::tuple(!told, !fenced, !of.awaitsThaw, fenced ? ~of.fence->value : 0, of.openedSeq);
    };
    std::sort(queue.begin(), queue.end(), [&](auto* a, auto* b) { return rank(*a) < rank(*b); });
    return queue;
}

} // namespace

Decision decideOn(const EventState& state, const SettleCases&, Instant now)
{
    for (const Case* of : queueOf(state)) {
        const bool contest = of->phase == CasePhase::Contest;
        if (contest && !state.awaited().empty())
            continue; // somebody who has yet to report may have been told that the places are theirs
        Entries entries = contest ? contestStep(state, *of, now) : lostStep(state, *of, now);
        if (!entries.empty())
            return entries;
    }
    return Entries{};
}

Decision decideOn(const EventState& state, const MakeOffer& command, Instant now)
{
    const Result<const Case*> of = openCase(state, command.id);
    if (!of)
        return of.error();
    if (Result<void> person = signedBy(command.by); !person)
        return person.error();
    if ((*of)->phase == CasePhase::Offered)
        return Entries{};
    if ((*of)->phase == CasePhase::Contest || isClosed((*of)->phase))
        return Error{ErrorCode::LimitExceeded, "this case waits for no offer"};
    if ((*of)->rounds >= Case::maxOffers)
        return Error{ErrorCode::LimitExceeded, "three offers have been made"};
    Entries entries = offerOf(state, **of, false, command.by, now);
    if (entries.empty())
        entries = offerOf(state, **of, true, command.by, now);
    return entries.empty() ? Decision(Error{ErrorCode::NotEnoughSeats, {}}) : Decision(std::move(entries));
}

Decision decideOn(const EventState& state, const AnswerOffer& command, Instant)
{
    const Result<const Case*> of = openCase(state, command.id);
    if (!of)
        return of.error();
    if (Result<void> person = signedBy(command.by); !person)
        return person.error();
    const bool asTold = command.choice ? (*of)->phase == CasePhase::Exchanged : (*of)->phase == CasePhase::RefundDue;
    if (asTold)
        return Entries{};
    if ((*of)->phase != CasePhase::Offered)
        return Error{ErrorCode::HoldGone, "the offer has ended"};
    if (!command.choice)
        return oneEntry(moved(**of, CasePhase::RefundDue, command.by));
    if (*command.choice >= (*of)->offers.size())
        return malformed("there is no such offer");
    return oneEntry(taken(state, **of, (*of)->offers[*command.choice], command.by));
}

Decision decideOn(const EventState& state, const GrantCase& command, Instant now)
{
    const Result<const Case*> of = openCase(state, command.id);
    if (!of)
        return of.error();
    if (Result<void> person = signedBy(command.by); !person)
        return person.error();
    if (command.reason.empty() || command.reason.size() > maxReasonBytes)
        return malformed("a grant needs a reason of at most 1000 bytes");
    if ((*of)->phase == CasePhase::Granted)
        return Entries{};
    if (isClosed((*of)->phase) || (*of)->phase == CasePhase::Contest)
        return Error{ErrorCode::OrderGone, "this case is not open"};
    const Places wanted = *placesOf(state.plan(), (*of)->order.tickets);
    const Places rest = difference(wanted, intersection(wanted, (*of)->kept)); // an offer may be of its own seats
    Clearance clearance(state, now, Clearance::Power::Expired);
    std::vector<SeatIndex> blocked;
    Places free{{}, rest.standing};
    for (const SeatIndex seat : rest.seats)
        (state.seat(seat).status == SeatStatus::HouseHeld ? blocked : free.seats).push_back(seat);
    if (Result<void> may = clearance.takeAll(free); !may)
        return may.error();
    Entries entries = clearance.entries(2);
    if (!blocked.empty())
        entries.push_back(SeatsUnblocked{std::move(blocked)});
    entries.push_back(sold(**of, CasePhase::Granted, (*of)->order, command.by));
    return entries;
}

Decision decideOn(const EventState& state, const RecordRefund& command, Instant)
{
    const Result<const Case*> of = openCase(state, command.id);
    if (!of)
        return of.error();
    if (Result<void> person = signedBy(command.by); !person)
        return person.error();
    if (isPaidBack(**of))
        return paidBackBefore(**of);
    if ((*of)->phase != CasePhase::RefundDue && (*of)->phase != CasePhase::Exchanged)
        return Error{ErrorCode::OrderGone, "no money is due in this case"};
    const bool whole = (*of)->phase == CasePhase::RefundDue;
    CaseMoved entry = moved(**of, whole ? CasePhase::Refunded : CasePhase::Exchanged, command.by);
    entry.refundMinor = whole ? (*of)->order.tender.paidMinor : 0; // of other seats: nothing is due any more
    return oneEntry(std::move(entry));
}

// The drawer is lighter by it, whatever the restored log says about the case. Where the rules seat customers elsewhere
// by themselves it may have been the difference only: a person looks.
Decision decideTold(const EventState& state, const RecordRefund& command, Instant now, Told told)
{
    const Case* of = state.caseOf(command.id);
    const bool open = of && !isClosed(of->phase);
    if (told == Told::Done && of && isPaidBack(*of))
        return Entries{}; // by another counter, before the restore or since: both were told that it was done
    if (told != Told::Done || !open || of->phase == CasePhase::RefundDue || of->wish == Wish::Auto)
        return decideOn(state, command, now);
    CaseMoved entry = moved(*of, CasePhase::Refunded, command.by);
    entry.refundMinor = of->order.tender.paidMinor;
    return oneEntry(std::move(entry));
}

Decision decideOn(const EventState& state, const SettleAtDoor& command, Instant)
{
    const Result<const Case*> of = openCase(state, command.id);
    if (!of)
        return of.error();
    if (Result<void> person = signedBy(command.by); !person)
        return person.error();
    const CasePhase to = command.settled ? CasePhase::Closed : CasePhase::AtDoor;
    if ((*of)->phase == to)
        return Entries{};
    if (isClosed((*of)->phase) || (*of)->phase == CasePhase::Contest)
        return Error{ErrorCode::OrderGone, "this case is not open"};
    return oneEntry(moved(**of, to, command.by, command.note));
}

} // namespace parterre::rules

// The situations worth having met.
#include "tests/simulation/model/properties.h"

namespace parterre::model {
namespace {

bool becameOwner(const World& before, const World& after)
{
    return before.server.seat != Seat::Sold && after.server.seat == Seat::Sold;
}

} // namespace

std::uint32_t situationsIn(const World& before, const Step& step, const World& after)
{
    std::uint32_t met = 0;
    const auto note = [&met](Situation situation, bool happened) { met |= happened ? 1U << unsigned(situation) : 0; };
    const Server& was = before.server;
    const Server& is = after.server;
    const bool sold = becameOwner(before, after);
    const bool toWeb = sold && is.owner == web;
    const bool delivered = step.act == Act::Deliver || step.act == Act::DeliverLost;
    const unsigned c = step.who < counters ? step.who : 0;

    note(Situation::ContestWonByPaper, was.seat == Seat::Contest && sold && !toWeb);
    note(Situation::ContestWonByWeb, was.seat == Seat::Contest && toWeb);
    note(Situation::LateCapture, step.act == Act::SettleCapture && was.seat == Seat::Free && toWeb);
    note(Situation::Refund, after.outside.payment == Payment::Refunded && before.outside.payment != Payment::Refunded);
    note(Situation::ConfirmedLate, delivered && sold && was.seat != Seat::Active && was.seat != Seat::Limbo);
    note(Situation::CaseOpened, delivered && is.outcome(c) == Outcome::Conflict && was.outcome(c) == Outcome::None);
    note(Situation::SaleAfterWriteOff,
         step.act == Act::WriteSale && before.counter[c].writtenOff >= before.counter[c].live);
    note(Situation::ForkMet, is.quarantined && !was.quarantined);
    note(Situation::SealedUnderLimbo, delivered && was.seat == Seat::Limbo && is.seat == Seat::Free);
    note(Situation::TwoPapersAfterSignature, goodPapers(after, {false, true}) > 1);
    note(Situation::TwoPapersFromOneDisk, goodPapers(after, {true, false}) > 1);
    if (step.act == Act::Unfreeze && sold) {
        const bool promised = !toWeb && after.counter[is.owner].told == Told::Confirmed;
        const bool fenced = !toWeb && find(after.stream(is.owner), is.applied(is.owner), OpKind::Sell);
        note(Situation::SettledByMoney, toWeb);
        note(Situation::OldPromiseKept, promised);
        note(Situation::SettledByAuthority, !promised && fenced);
        note(Situation::SettledProvisional, !toWeb && !promised && !fenced);
    }
    return met;
}

} // namespace parterre::model

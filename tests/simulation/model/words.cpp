// Steps, properties and situations in words.
#include "tests/simulation/model/properties.h"

namespace parterre::model {
namespace {

std::string fenceInWords(Fence fence)
{
    return std::to_string(logOf(fence)) + '.' + std::to_string(fence % 4);
}

std::string opInWords(Op op)
{
    switch (op.kind) {
    case OpKind::Nothing:
        return "nothing";
    case OpKind::Request:
        return "RequestAllotment";
    case OpKind::Sell:
        return "Sell(" + fenceInWords(op.fence) + ")";
    case OpKind::SellProvisional:
        return "SellProvisional";
    case OpKind::Seal:
        return "Seal(" + fenceInWords(op.fence) + ")";
    case OpKind::Hello:
        return "Hello";
    case OpKind::Suspect:
        return "Suspect";
    }
    return {};
}

} // namespace

std::string inWords(const World& before, Step step)
{
    const std::string who = step.who == 0 ? "A" : step.who == 1 ? "B" : "the web buyer";
    const std::string number = std::to_string(step.what);
    const auto op = [&] { return opInWords(opAt(before.counter[step.who].ops, step.what)); };
    switch (step.act) {
    case Act::WriteRequest:
        return who + " writes RequestAllotment";
    case Act::WriteSale:
        return who + " writes Sell(" + fenceInWords(step.what) + ")";
    case Act::WriteProvisional:
        return who + " writes SellProvisional";
    case Act::WriteSeal:
        return who + " writes Seal(" + fenceInWords(step.what) + ")";
    case Act::WriteHello:
        return who + " hears of the new log and writes Hello";
    case Act::WriteSuspect:
        return who + " writes Suspect";
    case Act::Fsync:
        return who + "'s sale is on the disk and its paper is printed";
    case Act::Crash:
        return who + " crashes and loses the sale it had not saved";
    case Act::TakeGrant:
        return who + " takes Granted(" + fenceInWords(step.what) + ")";
    case Act::TakeRegrant:
        return who + " takes the stored Granted(" + fenceInWords(step.what) + ")";
    case Act::TakeOutcome:
        return who + " takes the outcome of its op " + number + ", " + op();
    case Act::Notice:
        return who + " is told that the server knows another journal, and becomes suspect";
    case Act::FalseAlarm:
        return who + " becomes suspect for no reason";
    case Act::RollBack:
        return who + "'s disk is rolled back to " + number + " ops; the guard notices";
    case Act::RollBackUnnoticed:
        return who + "'s disk is rolled back to " + number + " ops; nobody notices";
    case Act::Deliver:
        return "the server receives " + who + "'s op " + number + ", " + op();
    case Act::DeliverLost:
        return "the server receives " + who + "'s lost op " + number + ", " +
               opInWords(opAt(before.outside.lostOps, step.what));
    case Act::ReplayGrant:
        return "the server answers " + who + "'s request again with the stored grant";
    case Act::ReplayDecision:
        return "the server decides " + who + "'s op " + number + " again, " + op();
    case Act::AnswerAndCrash:
        return "the server answers " + who + "'s op " + number + " and crashes, " + op();
    case Act::LimboTimer:
        return "the server's timer for " + who + "'s allotment fires";
    case Act::WriteOff:
        return step.what == wholeOldLog ? "a supervisor writes off the missing " + who
                                        : "a supervisor writes off " + who + "'s " + fenceInWords(step.what);
    case Act::Hold:
        return "the web buyer gets a hold";
    case Act::HoldEnds:
        return "the hold ends";
    case Act::StartPayment:
        return "the web buyer starts to pay";
    case Act::Capture:
        return "the provider captures the payment";
    case Act::SettleCapture:
        return "the server hears of the capture";
    case Act::PaymentEnds:
        return "the payment has failed or reached its cap";
    case Act::Restore:
        return "the server is restored from a backup with " + std::to_string(step.what / 8) + " ops of A, " +
               std::to_string(step.what % 8) + " of B" + (step.who == web ? " and the web buyer's purchase" : "");
    case Act::Unfreeze:
        return "everybody has reported: the event is unfrozen";
    }
    return {};
}

const char* nameOf(Property property)
{
    switch (property) {
    case Property::OneGoodPaper:
        return "one good paper (I1 I3 I15 I17)";
    case Property::OneOwner:
        return "one owner (I1)";
    case Property::FencesGrow:
        return "fences grow (I2)";
    case Property::AuthorityStays:
        return "authority stays (I3 I4)";
    case Property::OutcomeStays:
        return "an outcome stays (I6)";
    case Property::PrintedIsOnDisk:
        return "printed is on disk (I7)";
    case Property::SentIsOnDisk:
        return "sent is on disk (rule 4)";
    case Property::AcknowledgedStays:
        return "acknowledged stays (I8)";
    case Property::ToldStays:
        return "told stays (I17)";
    case Property::ForkQuarantines:
        return "a fork quarantines (I18)";
    case Property::OnlyForksDo:
        return "only a fork quarantines";
    case Property::SuspectNeverSeals:
        return "a suspect never seals (I19)";
    case Property::BecomesQuiet:
        return "becomes quiet (I12)";
    }
    return "";
}

const char* nameOf(Situation situation)
{
    switch (situation) {
    case Situation::ContestWonByPaper:
        return "contest won by paper";
    case Situation::ContestWonByWeb:
        return "contest won by the web";
    case Situation::LateCapture:
        return "late capture";
    case Situation::Refund:
        return "refund";
    case Situation::ConfirmedLate:
        return "confirmed late";
    case Situation::SaleAfterWriteOff:
        return "sale after its write-off";
    case Situation::CaseOpened:
        return "case opened";
    case Situation::ForkMet:
        return "fork met";
    case Situation::SealedUnderLimbo:
        return "sealed under Limbo";
    case Situation::SettledByAuthority:
        return "settled after a restore by authority";
    case Situation::SettledByMoney:
        return "settled after a restore by money";
    case Situation::SettledProvisional:
        return "settled after a restore for a provisional sale";
    case Situation::OldPromiseKept:
        return "a promise of the old log kept";
    case Situation::TwoPapersAfterSignature:
        return "two good papers after a signature";
    case Situation::TwoPapersFromOneDisk:
        return "two good papers because a disk was rolled back";
    }
    return "";
}

} // namespace parterre::model

// Reading the streams of earlier installations.
#include "sync/counter/carry_over.h"

#include "sync/counter/sale_command.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace parterre {
namespace {

using OpName = std::tuple<EventId, std::uint32_t, std::uint64_t>;
using Answers = std::map<OpName, const JournalledOutcome*>;

// Which order a command is about, and how; new paper by its first ticket, for there may be newer paper still.
using Subject = std::tuple<OrderId, std::size_t, TicketSerial>;

std::optional<Subject> subjectOf(const Command& command)
{
    if (const Order* order = soldOrder(command))
        return Subject(order->id, 0, {});
    if (const auto* voided = std::get_if<VoidTickets>(&command))
        return Subject(voided->order, 1, {});
    if (const auto* reissued = std::get_if<ReissueTickets>(&command); reissued && !reissued->serials.empty())
        return Subject(reissued->order, 2, reissued->serials.front());
    if (const auto* refund = std::get_if<RecordRefund>(&command))
        return Subject(OrderId{refund->id.bytes}, 3, {});
    return std::nullopt;
}

// Sold under an authority that ended with its installation: the sale alone is left of it. A sale at the centre that was
// never answered is not one: its card gets the money back, see PaymentDesk::caughtUp().
std::optional<Command> retold(const Command& command, DeviceId device, const JournalledOutcome* told)
{
    if (std::holds_alternative<SellHold>(command) && (!told || told->outcome.kind == OutcomeKind::Refused))
        return std::nullopt;
    const Order* sold = soldOrder(command);
    if (!sold)
        return subjectOf(command) ? std::optional(command) : std::nullopt;
    const auto* before = std::get_if<SellProvisional>(&command);
    SellProvisional fact{device, *sold, before ? before->wish : Wish::Ask, before ? before->provisional : false};
    fact.order.device = device;
    return fact;
}

// An answer of a log that a restore has put aside says what was told, and no more that the centre knows it.
bool stands(const JournalledOutcome& answer, const std::vector<LogRecord>& logs)
{
    const auto log =
        std::find_if(logs.begin(), logs.end(), [&](const LogRecord& one) { return one.event == answer.event; });
    return log == logs.end() || !log->restored || log->log == answer.log;
}

Answers answersIn(const JournalContents& contents)
{
    Answers answers;
    for (const JournalledOutcome& one : contents.outcomes)
        answers[{one.event, one.installGen, one.outcome.opN}] = &one;
    return answers;
}

} // namespace

Result<std::map<EventId, std::vector<CarriedFact>>> untoldFacts(const JournalContents& contents,
                                                                const DeviceIdentity& identity)
{
    const Answers answers = answersIn(contents);
    std::set<Subject> told;
    std::vector<std::pair<EventId, CarriedFact>> untold;
    for (const JournalledOp& journalled : contents.ops) {
        const bool current = journalled.installGen == identity.installGen;
        const auto found = answers.find({journalled.event, journalled.installGen, journalled.sealed.opN});
        const JournalledOutcome* answer = found == answers.end() ? nullptr : found->second;
        if (!current && answer && stands(*answer, contents.logs))
            continue;
        Result<Op> op = decodeOp(journalled.sealed.bytes);
        if (!op)
            return Error{ErrorCode::Corrupt, "the journal: " + op.error().detail};
        if (current) {
            if (const auto subject = subjectOf(op->command))
                told.insert(*subject);
        } else if (std::optional<Command> command = retold(op->command, identity.device, answer)) {
            untold.emplace_back(journalled.event,
                                CarriedFact{std::move(*command), answer ? std::optional(*answer) : std::nullopt});
        }
    }
    std::map<EventId, std::vector<CarriedFact>> facts;
    for (auto& [event, fact] : untold) // what several installations have not told is told once
        if (told.insert(*subjectOf(fact.command)).second)
            facts[event].push_back(std::move(fact));
    return facts;
}

} // namespace parterre

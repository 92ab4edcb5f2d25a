// Reading the streams of earlier installations.
#include "sync/counter/carry_over.h"

#include "sync/counter/sale_command.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace parterre {
namespace {

using OpName = std::tuple<EventId, std::uint32_t, std::uint64_t>;

// Sold under an authority that ended with its installation: the sale alone is left of it.
std::optional<Command> retold(const Command& command, DeviceId device)
{
    if (std::holds_alternative<VoidTickets>(command))
        return command;
    if (!isLocalSale(command))
        return std::nullopt;
    const auto* before = std::get_if<SellProvisional>(&command);
    SellProvisional fact{device, *soldOrder(command), before ? before->wish : Wish::Ask,
                         before ? before->provisional : false};
    fact.order.device = device;
    return fact;
}

// Which order a command is about, and how.
std::optional<std::pair<OrderId, bool>> subjectOf(const Command& command)
{
    if (const Order* order = soldOrder(command))
        return std::pair(order->id, false);
    if (const auto* voided = std::get_if<VoidTickets>(&command))
        return std::pair(voided->order, true);
    return std::nullopt;
}

} // namespace

Result<std::map<EventId, std::vector<Command>>> untoldFacts(const JournalContents& contents,
                                                            const DeviceIdentity& identity)
{
    std::set<OpName> answered;
    for (const JournalledOutcome& outcome : contents.outcomes)
        answered.insert({outcome.event, outcome.installGen, outcome.outcome.opN});
    std::set<std::pair<OrderId, bool>> told;
    std::vector<std::pair<EventId, Command>> untold;
    for (const JournalledOp& journalled : contents.ops) {
        const bool current = journalled.installGen == identity.installGen;
        if (!current && answered.contains({journalled.event, journalled.installGen, journalled.sealed.opN}))
            continue;
        Result<Op> op = decodeOp(journalled.sealed.bytes);
        if (!op)
            return Error{ErrorCode::Corrupt, "the journal: " + op.error().detail};
        if (current) {
            if (const auto subject = subjectOf(op->command))
                told.insert(*subject);
        } else if (std::optional<Command> command = retold(op->command, identity.device)) {
            untold.emplace_back(journalled.event, std::move(*command));
        }
    }
    std::map<EventId, std::vector<Command>> facts;
    for (auto& [event, command] : untold) // what several installations have not told is told once
        if (told.insert(*subjectOf(command)).second)
            facts[event].push_back(std::move(command));
    return facts;
}

} // namespace parterre

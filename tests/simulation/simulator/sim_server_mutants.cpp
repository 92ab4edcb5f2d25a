// Wrong centres: each does one thing that the design forbids, with the means a wrong program would have.
#include "tests/simulation/simulator/sim_server.h"

#include "sync/domain/places.h"

namespace parterre::testing {
namespace {

const Order* saleIn(const Command& command)
{
    if (const auto* sale = std::get_if<SellAllotted>(&command))
        return &sale->order;
    if (const auto* sale = std::get_if<SellProvisional>(&command))
        return &sale->order;
    return nullptr;
}

} // namespace

// ReclaimOnTimer: after two minutes the counter has surely stopped.
void SimServer::reclaim()
{
    for (const auto& [fence, allotment] : state().allotments())
        if (m_time.now() - allotment.grantedAt > std::chrono::minutes(2))
            act(SealAllotment{fence, allotment.device});
}

// DuplicateNotRecognised: what arrives is carried out, whether it has been before or not.
void SimServer::carryOutRepeats(const OpBatch& batch)
{
    for (const SealedOp& sealed : batch.ops) {
        const Result<Op> op = decodeOp(sealed.bytes);
        if (m_arrived.insert(sealed.hash).second || !op)
            continue;
        CommandRequest request{m_event, op->command, causeOf(sealed.hash), std::nullopt};
        m_jobs.push_back(CommandJob{std::move(request), {}, [](Result<CommandDone>) {}});
    }
}

// ClockDecides: whoever sold first, by their own clock, has the seat; the other order is void.
void SimServer::letEarlierClocksWin(const OpBatch& batch)
{
    for (const SealedOp& sealed : batch.ops) {
        const Result<Op> op = decodeOp(sealed.bytes);
        const Order* sale = op ? saleIn(op->command) : nullptr;
        if (!sale || state().order(sale->id) || state().caseOf(CaseId{sale->id.bytes}))
            continue;
        for (const Ticket& ticket : sale->tickets) {
            if (!ticket.seat || state().seat(*ticket.seat).status != SeatStatus::Sold)
                continue;
            const Order* owner = state().order(state().seat(*ticket.seat).claimAs<OrderId>());
            if (owner->soldAt > sale->soldAt)
                act(VoidTickets{owner->id, {}, "sold later", "clock"});
        }
    }
}

// HoldDoubleCounted: a hold that is being paid counts as its order already, and as a hold no more.
void SimServer::freeWhatIsBeingPaid(const Command& command)
{
    const auto* wanted = std::get_if<PlaceHold>(&command);
    if (!wanted || !isUp())
        return;
    for (const SeatIndex seat : wanted->places.seats) {
        const SeatSlot& slot = state().seat(seat);
        const Hold* hold = slot.status == SeatStatus::Held ? state().hold(slot.claimAs<HoldId>()) : nullptr;
        if (!hold || !hold->paying)
            continue;
        act(FailPayment{hold->id, *hold->paying});
        act(ReleaseHold{hold->id, hold->holder});
    }
}

// StoredGrantReplayed: a repeated request is answered with the fence of the first answer.
OutcomeBatch SimServer::withStoredGrants(const OpBatch& batch, OutcomeBatch answer)
{
    for (Outcome& outcome : answer.outcomes) {
        if (outcome.kind != OutcomeKind::Granted)
            continue;
        const auto key = std::tuple(batch.device, batch.installGen, outcome.opN);
        const Fence stored = m_storedGrants.try_emplace(key, outcome.fence).first->second;
        if (m_mutant == Mutant::StoredGrantReplayed)
            outcome.fence = stored;
    }
    return answer;
}

} // namespace parterre::testing

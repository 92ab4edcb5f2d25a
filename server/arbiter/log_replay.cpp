// LogReplay: reads a log in pages and folds it.
#include "server/arbiter/log_replay.h"

#include "sync/domain/apply.h"
#include "sync/wire/hash_chain.h"
#include "sync/wire/log_page.h"
#include "sync/wire/snapshot.h"

namespace parterre {
namespace {

constexpr std::size_t pageEntries = 4'096;
constexpr std::size_t pageBytes = 4 * 1024 * 1024;

Error corrupt(EventId event, std::uint64_t seq, const std::string& what)
{
    return {ErrorCode::Corrupt, "event " + event.toString() + ", entry " + std::to_string(seq) + ": " + what};
}

// Folds one stored entry after `hash` and moves `hash` on.
Result<void> foldStored(EventId event, const StoredEntry& stored, EventState& state, Bytes32& hash)
{
    if (stored.seq != state.seq() + 1)
        return corrupt(event, stored.seq, "follows " + std::to_string(state.seq()));
    if (entryHash(hash, stored.seq, stored.at, stored.cause, stored.body) != stored.hash)
        return corrupt(event, stored.seq, "the hash does not continue the chain");
    Result<EntryBody> body = decodeEntry(stored.body);
    if (!body)
        return corrupt(event, stored.seq, body.error().detail);
    if (Result<void> applied = tryApply(state, {stored.seq, stored.at, stored.cause, std::move(*body)}); !applied)
        return corrupt(event, stored.seq, applied.error().detail);
    hash = stored.hash;
    return {};
}

} // namespace

Result<SeatPlanPtr> LogReplay::plan(PlanId id)
{
    if (const auto found = m_plans.find(id); found != m_plans.end())
        return found->second;
    const Result<PlanRecord> record = m_ledger.plan(id);
    if (!record)
        return record.error();
    Result<SeatPlanParts> parts = decodePlan(record->bytes);
    if (!parts)
        return Error{ErrorCode::Corrupt, "plan " + id.toString() + ": " + parts.error().detail};
    Result<SeatPlanPtr> plan = SeatPlan::create(std::move(*parts));
    if (!plan)
        return Error{ErrorCode::Corrupt, "plan " + id.toString() + ": " + plan.error().detail};
    m_plans.emplace(id, *plan);
    return plan;
}

Result<EventState> LogReplay::state(const EventRecord& record)
{
    const Result<SeatPlanPtr> plan = this->plan(record.plan);
    if (!plan)
        return plan.error();
    EventState state(*plan);
    Bytes32 hash{};
    if (Result<void> folded = fold(record, state, hash); !folded)
        return folded.error();
    if (hash != record.headHash)
        return corrupt(record.event, record.headSeq, "the head of the log has another hash");
    if (const std::string broken = state.audit(); !broken.empty())
        return corrupt(record.event, record.headSeq, broken);
    return state;
}

Result<void> LogReplay::fold(const EventRecord& record, EventState& state, Bytes32& hash)
{
    while (state.seq() < record.headSeq) {
        const Result<std::vector<StoredEntry>> page =
            m_ledger.entries(record.event, state.seq(), pageEntries, pageBytes);
        if (!page)
            return page.error();
        if (page->empty())
            return corrupt(record.event, state.seq() + 1, "the log ends before its head");
        for (const StoredEntry& stored : *page)
            if (Result<void> folded = foldStored(record.event, stored, state, hash); !folded)
                return folded;
    }
    if (state.seq() > record.headSeq)
        return corrupt(record.event, record.headSeq + 1, "the log goes on behind its head");
    return {};
}

} // namespace parterre

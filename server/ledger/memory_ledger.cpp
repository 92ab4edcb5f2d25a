// The ledger in vectors and maps: a batch is checked whole before anything changes.
#include "server/ledger/memory_ledger.h"
#include "server/ledger/batch_check.h"

#include <algorithm>

namespace parterre {
namespace {

Error full()
{
    return {ErrorCode::Storage, "the disk is full"};
}

} // namespace

MemoryLedger::EventLog* MemoryLedger::find(EventId event)
{
    const auto same = [&](const EventLog& log) { return log.record.event == event; };
    const auto found = std::find_if(m_events.begin(), m_events.end(), same);
    return found == m_events.end() ? nullptr : &*found;
}

Result<void> MemoryLedger::savePlan(const PlanRecord& plan)
{
    if (m_full)
        return full();
    if (!this->plan(plan.plan))
        m_plans.push_back(plan);
    return {};
}

Result<PlanRecord> MemoryLedger::plan(PlanId plan)
{
    for (const PlanRecord& stored : m_plans)
        if (stored.plan == plan)
            return stored;
    return Error{ErrorCode::NotFound, "no plan " + plan.toString()};
}

Result<std::vector<PlanRecord>> MemoryLedger::plans()
{
    std::vector<PlanRecord> all = m_plans;
    for (PlanRecord& plan : all)
        plan.bytes.clear();
    return all;
}

Result<void> MemoryLedger::addEvent(const EventRecord& event)
{
    if (m_full)
        return full();
    if (Result<PlanRecord> known = plan(event.plan); !known)
        return known.error();
    if (find(event.event))
        return Error{ErrorCode::Corrupt, "event " + event.event.toString() + " is stored already"};
    EventLog log{event, {}};
    log.record.headSeq = 0;
    log.record.headHash = {};
    m_events.push_back(std::move(log));
    return {};
}

Result<std::vector<EventRecord>> MemoryLedger::events()
{
    std::vector<EventRecord> all;
    for (const EventLog& log : m_events)
        all.push_back(log.record);
    return all;
}

Result<void> MemoryLedger::check(const LedgerBatch& batch) const
{
    for (const LedgerBatch::Event& event : batch.events) {
        const EventLog* log = find(event.event);
        if (!log)
            return unknownEvent(event.event);
        if (Result<void> continues = checkContinues(event, log->record.headSeq); !continues)
            return continues;
    }
    std::map<OpStreamKey, std::uint64_t> applied;
    for (const StoredOutcome& outcome : batch.outcomes) {
        if (!find(outcome.stream.event))
            return unknownEvent(outcome.stream.event);
        const auto stored = m_streams.find(outcome.stream);
        const auto last =
            applied.try_emplace(outcome.stream, stored == m_streams.end() ? 0 : stored->second.state.applied);
        if (Result<void> next = checkNextOp(outcome, last.first->second); !next)
            return next;
        ++last.first->second;
    }
    for (std::size_t i = 0; i < batch.answers.size(); ++i) {
        const StoredAnswer& answer = batch.answers[i];
        if (!find(answer.event))
            return unknownEvent(answer.event);
        const auto same = [&](const StoredAnswer& earlier) { return earlier.key == answer.key; };
        const auto here = batch.answers.begin() + static_cast<std::ptrdiff_t>(i);
        if (m_answers.count(answer.key) > 0 || std::any_of(batch.answers.begin(), here, same))
            return answeredTwice();
    }
    for (const OpStreamKey& key : batch.quarantined)
        if (!find(key.event))
            return unknownEvent(key.event);
    return {};
}

Result<void> MemoryLedger::commit(const LedgerBatch& batch)
{
    if (m_full)
        return full();
    if (Result<void> checked = check(batch); !checked)
        return checked;
    for (const LedgerBatch::Event& event : batch.events) {
        if (event.entries.empty())
            continue;
        EventLog* log = find(event.event);
        log->record.logId = event.renewed.value_or(log->record.logId);
        log->entries.insert(log->entries.end(), event.entries.begin(), event.entries.end());
        log->record.headSeq = event.entries.back().seq;
        log->record.headHash = event.entries.back().hash;
    }
    for (const StoredOutcome& outcome : batch.outcomes) {
        Stream& stream = m_streams[outcome.stream];
        stream.outcomes.push_back(outcome);
        stream.state.applied = outcome.op.opN;
        stream.state.lastHash = outcome.op.hash;
    }
    for (const StoredAnswer& answer : batch.answers)
        m_answers.emplace(answer.key, answer);
    for (const OpStreamKey& key : batch.quarantined)
        m_streams[key].state.quarantined = true;
    return {};
}

Result<std::vector<StoredEntry>> MemoryLedger::entries(EventId event, std::uint64_t after, std::size_t limit,
                                                       std::size_t maxBytes)
{
    const EventLog* log = find(event);
    if (!log)
        return unknownEvent(event);
    std::vector<StoredEntry> page;
    std::size_t bytes = 0;
    for (std::uint64_t i = after; i < log->entries.size() && page.size() < limit; ++i) {
        page.push_back(log->entries[i]);
        bytes += static_cast<std::size_t>(page.back().body.size());
        if (bytes >= maxBytes)
            break;
    }
    return page;
}

Result<OpStream> MemoryLedger::opStream(const OpStreamKey& key)
{
    const auto found = m_streams.find(key);
    return found == m_streams.end() ? OpStream() : found->second.state;
}

Result<std::vector<OpStreamKey>> MemoryLedger::opStreams(EventId event)
{
    if (!find(event))
        return unknownEvent(event);
    std::vector<OpStreamKey> keys;
    for (const auto& [key, stream] : m_streams)
        if (key.event == event)
            keys.push_back(key);
    return keys;
}

Result<bool> MemoryLedger::isQuarantined(DeviceId device, std::uint32_t installGen)
{
    for (const auto& [key, stream] : m_streams)
        if (key.device == device && key.installGen == installGen && stream.state.quarantined)
            return true;
    return false;
}

Result<std::optional<StoredOutcome>> MemoryLedger::outcome(const OpStreamKey& key, std::uint64_t opN)
{
    const auto found = m_streams.find(key);
    if (found == m_streams.end() || opN == 0 || opN > found->second.outcomes.size())
        return std::optional<StoredOutcome>();
    return std::optional<StoredOutcome>(found->second.outcomes[opN - 1]);
}

Result<std::optional<StoredAnswer>> MemoryLedger::answer(const Bytes16& key)
{
    const auto found = m_answers.find(key);
    return found == m_answers.end() ? std::optional<StoredAnswer>() : found->second;
}

Result<void> MemoryLedger::probe()
{
    if (m_full)
        return full();
    return {};
}

} // namespace parterre

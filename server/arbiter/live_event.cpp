// LiveEvent: turns decisions into entries of the log.
#include "server/arbiter/live_event.h"

#include "sync/domain/apply.h"
#include "sync/domain/decide.h"
#include "sync/wire/hash_chain.h"
#include "sync/wire/log_page.h"

#include <utility>

namespace parterre {

LiveEvent::LiveEvent(const EventRecord& record, EventState state)
    : m_record(record), m_state(std::move(state)), m_hash(record.headHash)
{
    PARTERRE_REQUIRE(m_state.seq() == record.headSeq);
    m_pending.event = record.event;
}

Result<Stretch> LiveEvent::run(const Command& command, const CauseId& cause, Instant now,
                               std::optional<Told> told)
{
    PARTERRE_REQUIRE(!m_frozen);
    Result<std::vector<EntryBody>> decision =
        told ? decideRepeated(m_state, command, now, *told) : decide(m_state, command, now);
    if (!decision)
        return decision.error();
    const Stretch stretch{m_pending.entries.size(), decision->size()};
    for (EntryBody& body : *decision)
        append(std::move(body), cause, now);
    if (stretch.count > 0)
        settleCases(cause, now);
    return stretch;
}

// Each step closes a case, or brings it nearer to that: there are fewer than four to a case.
void LiveEvent::settleCases(const CauseId& cause, Instant now)
{
    const std::size_t most = 4 * m_state.unsettledCases().size();
    for (std::size_t steps = 0; !m_state.unsettledCases().empty(); ++steps) {
        Result<std::vector<EntryBody>> decision = decide(m_state, SettleCases{}, now);
        PARTERRE_REQUIRE(decision.ok() && (decision->empty() || steps < most + 4));
        if (decision->empty())
            return;
        for (EntryBody& body : *decision)
            append(std::move(body), cause, now);
    }
}

void LiveEvent::append(EntryBody body, const CauseId& cause, Instant now)
{
    if (!m_publication)
        m_publication = std::make_shared<CommittedEntries>();
    const std::uint64_t seq = m_state.seq() + 1;
    const LogEntry& entry = m_pending.decoded.emplace_back(LogEntry{seq, now, cause, std::move(body)});
    apply(m_state, entry);
    Bytes encoded = encodeEntry(entry.body);
    m_hash = entryHash(m_hash, seq, now, cause, encoded);
    m_pending.entries.push_back({seq, now, cause, std::move(encoded), m_hash});
}

LedgerBatch::Event LiveEvent::takePending()
{
    LedgerBatch::Event taken = std::move(m_pending);
    m_pending = {};
    m_pending.event = m_record.event;
    m_pending.decoded.reserve(taken.decoded.size()); // batches are like the one before
    m_pending.entries.reserve(taken.entries.size());
    return taken;
}

CommittedPtr LiveEvent::committed(LedgerBatch::Event&& stored)
{
    PARTERRE_REQUIRE(m_publication != nullptr && stored.entries.back().hash == m_hash);
    const bool created = m_record.headSeq == 0;
    m_record.headSeq = stored.entries.back().seq;
    m_record.headHash = m_hash;
    m_publication->event = m_record.event;
    m_publication->logId = m_record.logId;
    m_publication->entries = std::move(stored.decoded);
    m_publication->stored = std::move(stored.entries);
    if (created)
        m_publication->created = std::make_shared<const EventState>(m_state);
    return std::exchange(m_publication, nullptr);
}

void LiveEvent::reset(const EventRecord& record, EventState state)
{
    PARTERRE_REQUIRE(record.event == m_record.event && state.seq() == record.headSeq);
    m_record = record;
    m_state = std::move(state);
    m_hash = record.headHash;
    m_pending = {};
    m_pending.event = record.event;
    m_publication = nullptr;
    m_frozen = false;
}

} // namespace parterre

// MemoryJournal and MemoryCache: the counter's two files as plain values that outlive the program using them.
#pragma once

#include "sync/counter/cache.h"
#include "sync/counter/journal.h"
#include "sync/counter/journal_guard.h"

#include <algorithm>
#include <map>
#include <set>

namespace parterre::testing {

class MemoryJournal : public Journal
{
public:
    Result<JournalContents> load() override
    {
        std::stable_sort(m_contents.ops.begin(), m_contents.ops.end(), [](const auto& a, const auto& b) {
            return std::tuple(a.event, a.installGen, a.sealed.opN) < std::tuple(b.event, b.installGen, b.sealed.opN);
        });
        std::stable_sort(m_contents.outcomes.begin(), m_contents.outcomes.end(), [](const auto& a, const auto& b) {
            return std::tuple(a.event, a.installGen, a.outcome.opN) < std::tuple(b.event, b.installGen, b.outcome.opN);
        });
        return m_contents;
    }

    Result<void> commit(const JournalBatch& batch) override
    {
        if (failAt == ++commits)
            return Error{ErrorCode::Storage, "the disk is full"};
        for (const JournalledOp& op : batch.ops)
            if (m_known.contains(keyOf(op)))
                return Error{ErrorCode::Corrupt, "op " + std::to_string(op.sealed.opN) + " is in the journal already"};
        for (const JournalledOp& op : batch.ops)
            m_known.insert(keyOf(op));
        m_contents.ops.insert(m_contents.ops.end(), batch.ops.begin(), batch.ops.end());
        if (batch.identity)
            m_contents.identity = batch.identity;
        put(m_contents.clerks, batch.clerks, [](const ClerkRecord& record) { return record.name; });
        put(m_contents.outcomes, batch.outcomes, [](const JournalledOutcome& record) {
            return std::tuple(record.event, record.installGen, record.outcome.opN);
        });
        put(m_contents.grants, batch.grants,
            [](const GrantRecord& record) { return std::tuple(record.event, record.installGen, record.requestOpN); });
        put(m_contents.logs, batch.logs, [](const LogRecord& record) { return record.event; });
        put(m_contents.payments, batch.payments, [](const PaymentRecord& record) { return record.ref; });
        if (batch.suspect)
            m_contents.suspect = batch.suspect;
        put(m_contents.prints, batch.prints,
            [](const PrintRecord& record) { return std::tuple(record.order, record.attempt); });
        if (batch.basket) {
            std::erase_if(m_contents.baskets,
                          [&](const BasketRecord& old) { return old.event == batch.basket->event; });
            if (!batch.basket->lines.empty())
                m_contents.baskets.push_back(*batch.basket);
        }
        return {};
    }

    Result<void> forgetAnswered(Instant before, std::uint64_t kept) override
    {
        const std::vector<JournalledOp> ops = m_contents.ops;
        const auto mustStay = [&](const JournalledOp& op) {
            const auto isLater = [&op, kept](const JournalledOp& other) {
                return other.event == op.event && other.installGen == op.installGen &&
                       other.sealed.opN >= op.sealed.opN + std::max<std::uint64_t>(kept, 1);
            };
            const auto isItsAnswer = [&op](const JournalledOutcome& outcome) {
                return outcome.event == op.event && outcome.installGen == op.installGen &&
                       outcome.outcome.opN == op.sealed.opN;
            };
            return op.at >= before || std::none_of(ops.begin(), ops.end(), isLater) ||
                   std::none_of(m_contents.outcomes.begin(), m_contents.outcomes.end(), isItsAnswer);
        };
        std::erase_if(m_contents.ops, [&](const JournalledOp& op) {
            return std::none_of(ops.begin(), ops.end(), [&](const JournalledOp& other) {
                return other.event == op.event && other.installGen == op.installGen &&
                       other.sealed.opN <= op.sealed.opN && mustStay(other);
            });
        });
        return {};
    }

    int commits = 0;
    int failAt = 0; // the commit of this number fails, counted from 1

private:
    template <typename Record, typename Key>
    static void put(std::vector<Record>& records, const std::vector<Record>& fresh, Key key)
    {
        for (const Record& record : fresh) {
            const auto known = std::find_if(records.begin(), records.end(),
                                            [&](const Record& other) { return key(other) == key(record); });
            if (known == records.end())
                records.push_back(record);
            else
                *known = record;
        }
    }

    using OpKey = std::tuple<EventId, std::uint32_t, std::uint64_t>;
    static OpKey keyOf(const JournalledOp& op) { return {op.event, op.installGen, op.sealed.opN}; }

    JournalContents m_contents;
    std::set<OpKey> m_known;
};

class MemoryGuard : public JournalGuard
{
public:
    Result<std::vector<GuardMark>> load() override { return marks; }
    Result<void> store(const std::vector<GuardMark>& fresh) override
    {
        if (broken)
            return Error{ErrorCode::Storage, "the guard's disk is full"};
        marks = fresh;
        return {};
    }

    std::vector<GuardMark> marks;
    bool broken = false;
};

class MemoryCache : public Cache
{
public:
    Result<std::vector<EventSummary>> events() override
    {
        std::vector<EventSummary> list = m_events;
        for (EventSummary& summary : list)
            summary.cached = m_cached.contains(summary.event);
        return list;
    }
    Result<void> saveEvents(const std::vector<EventSummary>& events) override
    {
        m_events = events;
        return {};
    }
    Result<std::optional<CachedEvent>> load(EventId event) override
    {
        const auto found = m_cached.find(event);
        return found == m_cached.end() ? std::nullopt : std::optional(found->second);
    }
    Result<void> replace(EventId event, const Bytes& plan, const Bytes& snapshot) override
    {
        m_cached[event] = {plan, snapshot, {}};
        return {};
    }
    Result<void> append(EventId event, const std::vector<LogEntry>& entries) override
    {
        std::vector<LogEntry>& known = m_cached[event].entries;
        known.insert(known.end(), entries.begin(), entries.end());
        return {};
    }
    void forget() { m_cached.clear(); }

private:
    std::vector<EventSummary> m_events;
    std::map<EventId, CachedEvent> m_cached;
};

} // namespace parterre::testing

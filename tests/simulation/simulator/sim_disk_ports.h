// Wrong journals and caches for a simulated counter.
#pragma once

#include "sync/counter/cache.h"
#include "sync/counter/journal.h"
#include "sync/counter/journal_guard.h"
#include "sync/wire/op_batch.h"
#include "tests/simulation/simulator/mutants.h"

#include <algorithm>
#include <functional>

namespace parterre::testing {

// Passes everything on. As the mutant LostOutbox it forgets at the start what was never answered; as RefundTwice it has
// forgotten that a card got its money back; as PrintBeforeFsync it lets the paper out before it writes.
class MutantJournal : public Journal
{
public:
    MutantJournal(Journal& real, std::optional<Mutant> mutant) : m_real(real), m_mutant(mutant) {}
    std::function<void(const Order&, bool provisional)> print; // may be empty
    Result<JournalContents> load() override
    {
        Result<JournalContents> contents = m_real.load();
        if (contents && m_mutant == Mutant::LostOutbox)
            std::erase_if(contents->ops, [&](const JournalledOp& op) {
                return std::none_of(contents->outcomes.begin(), contents->outcomes.end(),
                                    [&](const JournalledOutcome& known) {
                                        return known.event == op.event && known.outcome.opN >= op.sealed.opN;
                                    });
            });
        if (contents && m_mutant == Mutant::RefundTwice)
            for (PaymentRecord& payment : contents->payments)
                if (payment.state == PaymentState::Returned)
                    payment.state = PaymentState::MoneyBack;
        return contents;
    }
    Result<void> commit(const JournalBatch& batch) override
    {
        if (m_mutant == Mutant::PrintBeforeFsync && print)
            printSold(batch);
        return m_real.commit(batch);
    }
    Result<void> forgetAnswered(Instant before, std::uint64_t kept) override
    {
        return m_real.forgetAnswered(before, kept);
    }

private:
    void printSold(const JournalBatch& batch)
    {
        for (const JournalledOp& journalled : batch.ops) {
            const Command command = decodeOp(journalled.sealed.bytes).value().command;
            if (const auto* sale = std::get_if<SellAllotted>(&command))
                print(sale->order, false);
            if (const auto* sale = std::get_if<SellProvisional>(&command))
                print(sale->order, sale->provisional);
        }
    }

    Journal& m_real;
    std::optional<Mutant> m_mutant;
};

// Passes everything on; as the mutant SuspectSeals nobody looks at the start whether the journal is the one that was
// written.
class MutantGuard : public JournalGuard
{
public:
    MutantGuard(JournalGuard& real, std::optional<Mutant> mutant) : m_real(real), m_mutant(mutant) {}
    Result<std::vector<GuardMark>> load() override
    {
        return m_mutant == Mutant::SuspectSeals ? Result<std::vector<GuardMark>>(std::vector<GuardMark>())
                                                : m_real.load();
    }
    Result<void> store(const std::vector<GuardMark>& marks) override { return m_real.store(marks); }

private:
    JournalGuard& m_real;
    std::optional<Mutant> m_mutant;
};

// As the mutant CursorBeforeEntries: the cursor moves, but every third page of entries is not folded in.
class MutantCache : public Cache
{
public:
    MutantCache(Cache& real, std::optional<Mutant> mutant) : m_real(real), m_mutant(mutant) {}
    Result<std::vector<EventSummary>> events() override { return m_real.events(); }
    Result<void> saveEvents(const std::vector<EventSummary>& events) override { return m_real.saveEvents(events); }
    Result<std::optional<CachedEvent>> load(EventId event) override
    {
        Result<std::optional<CachedEvent>> cached = m_real.load(event);
        if (m_mutant == Mutant::CursorBeforeEntries && cached && *cached)
            for (LogEntry& entry : (*cached)->entries)
                if (entry.seq % 3 == 0 && !std::holds_alternative<EventCreated>(entry.body))
                    entry.body = AlarmRaised{AlarmKind::Suspect, {}, "lost"}; // something without effect on seats
        return cached;
    }
    Result<void> replace(EventId event, const Bytes& plan, const Bytes& snapshot) override
    {
        return m_real.replace(event, plan, snapshot);
    }
    Result<void> append(EventId event, const std::vector<LogEntry>& entries) override
    {
        return m_real.append(event, entries);
    }

private:
    Cache& m_real;
    std::optional<Mutant> m_mutant;
};

} // namespace parterre::testing

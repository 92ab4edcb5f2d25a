// WatchedJournal: passes everything on to a journal and remembers what that journal has promised to keep.
#pragma once

#include "tests/support/memory_journal.h"

namespace parterre::testing {

// Rows in one order, whatever order a journal likes.
inline JournalContents inOrder(JournalContents contents)
{
    const auto by = [](auto& rows, auto key) {
        std::sort(rows.begin(), rows.end(), [key](const auto& a, const auto& b) { return key(a) < key(b); });
    };
    by(contents.clerks, [](const ClerkRecord& row) { return row.name; });
    by(contents.ops, [](const JournalledOp& row) { return std::tuple(row.event, row.installGen, row.sealed.opN); });
    by(contents.outcomes,
       [](const JournalledOutcome& row) { return std::tuple(row.event, row.installGen, row.outcome.opN); });
    by(contents.grants, [](const GrantRecord& row) { return std::tuple(row.event, row.requestOpN); });
    by(contents.baskets, [](const BasketRecord& row) { return row.event; });
    by(contents.logs, [](const LogRecord& row) { return row.event; });
    by(contents.payments, [](const PaymentRecord& row) { return row.ref; });
    by(contents.prints, [](const PrintRecord& row) { return std::tuple(row.order, row.attempt); });
    return contents;
}

// What a journal must hold after a crash, however it came.
struct JournalPromise
{
    MemoryJournal kept;                     // every batch whose commit was answered ok
    std::optional<JournalBatch> unanswered; // the one whose commit failed or never answered: wholly there or not at all

    bool allows(const JournalContents& found)
    {
        const JournalContents sorted = inOrder(found);
        if (sorted == inOrder(kept.load().value()))
            return true;
        MemoryJournal with = kept;
        return unanswered && with.commit(*unanswered) && sorted == inOrder(with.load().value());
    }
    // After a crash: what is there now is what must stay.
    void adopt(const JournalContents& found)
    {
        JournalBatch batch{found.identity, found.clerks, found.ops, found.outcomes, found.grants, {}, found.prints};
        batch.logs = found.logs;
        batch.payments = found.payments;
        batch.suspect = found.suspect;
        *this = {};
        PARTERRE_REQUIRE(kept.commit(batch).ok());
        for (const BasketRecord& basket : found.baskets) {
            JournalBatch one;
            one.basket = basket;
            PARTERRE_REQUIRE(kept.commit(one).ok());
        }
    }
};

class WatchedJournal : public Journal
{
public:
    // Both outlive it.
    WatchedJournal(Journal& inner, JournalPromise& promise) : m_inner(inner), m_promise(promise) {}

    Result<JournalContents> load() override { return m_inner.load(); }
    Result<void> commit(const JournalBatch& batch) override
    {
        m_promise.unanswered = batch;
        Result<void> committed = m_inner.commit(batch);
        if (!committed)
            return committed;
        m_promise.unanswered.reset();
        PARTERRE_REQUIRE(m_promise.kept.commit(batch).ok());
        return committed;
    }
    Result<void> forgetAnswered(Instant before, std::uint64_t kept) override
    {
        Result<void> forgot = m_inner.forgetAnswered(before, kept);
        if (forgot)
            PARTERRE_REQUIRE(m_promise.kept.forgetAnswered(before, kept).ok());
        return forgot;
    }

private:
    Journal& m_inner;
    JournalPromise& m_promise;
};

} // namespace parterre::testing

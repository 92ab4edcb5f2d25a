// BasketKeeper: where the basket is held, and how it changes.
#include "sync/counter/basket_keeper.h"

#include "sync/domain/places.h"

#include <algorithm>

namespace parterre {

Result<void> BasketKeeper::mayChange() const
{
    if (const std::optional<Error> barred = m_core.barred())
        return *barred;
    if (!m_core.signedIn)
        return Error{ErrorCode::Unauthenticated, "Sign in first."};
    if (m_basket.busy)
        return Error{ErrorCode::Unavailable, "The centre is still being asked; wait for its answer."};
    return {};
}

void BasketKeeper::change(std::vector<BasketLine> lines, Completion<void> done)
{
    if (Result<void> may = mayChange(); !may)
        return m_core.answer(std::move(done), may);
    if (lines.empty()) {
        clear();
        return m_core.answer(std::move(done), Result<void>());
    }
    const Places wanted = placesOfLines(lines);
    if (wanted == placesOfLines(m_basket.lines))
        return m_core.answer(std::move(done), Result<void>());
    const bool provisional = m_core.maySellProvisionally().ok();
    if (!m_hold && keepable(wanted, provisional) == wanted)
        return m_core.answer(std::move(done), keepLocal(std::move(lines)));
    if (!m_core.lineOpen())
        return m_core.answer(std::move(done), Result<void>(offlineError(wanted)));
    if (m_core.isSuspect() && m_core.ownAllotment() && !intersection(wanted, m_core.ownAllotment()->places).empty())
        return m_core.answer(std::move(done), Result<void>(Error{ErrorCode::Quarantined,
                                                                 "These seats are in a reserve that is not to be "
                                                                 "believed; a supervisor must look first."}));
    place(std::move(lines), std::move(done));
}

// What of these places a local basket may hold: the reserve, and where it may be provisional what is free besides.
Places BasketKeeper::keepable(const Places& wanted, bool provisional) const
{
    const Places reserve = intersection(wanted, m_core.reservePlaces());
    return provisional ? unionOf(reserve, m_core.provisionallyFree(difference(wanted, reserve))) : reserve;
}

bool BasketKeeper::isWhollyReserve(const std::vector<BasketLine>& lines) const
{
    const Places places = placesOfLines(lines);
    return intersection(places, m_core.reservePlaces()) == places;
}

Result<void> BasketKeeper::keepLocal(std::vector<BasketLine> lines)
{
    JournalBatch journal;
    journal.basket = BasketRecord{m_core.open->event, lines, std::nullopt};
    if (Result<void> committed = m_core.commit(journal); !committed)
        return committed;
    const bool provisional = !isWhollyReserve(lines);
    show(std::move(lines), std::nullopt, provisional);
    return {};
}

// The centre takes what is ours out of the allotment in the same step; until it answers those seats are frozen.
void BasketKeeper::place(std::vector<BasketLine> lines, Completion<void> done)
{
    PlaceHold hold;
    hold.hold = randomId<HoldId>(m_core.ports.random);
    hold.holder = m_core.holder();
    hold.channel = Channel::Counter;
    hold.places = placesOfLines(lines);
    hold.replaces = m_hold;
    setBusy(true);
    m_requests.ask(hold, {}, Requests::Until::Seen,
                   [this, id = hold.hold, lines = std::move(lines), done = std::move(done)](const RequestEnd& end) {
                       placed(id, lines, end, done);
                   });
}

void BasketKeeper::placed(HoldId hold, std::vector<BasketLine> lines, const RequestEnd& end,
                          const Completion<void>& done)
{
    m_basket.busy = false;
    Result<void> result;
    if (end.kind == RequestEnd::Kind::Unanswered) {
        unanswered(hold, lines);
        result = Error{end.error.code, end.error.detail + " The seats asked for are not held for this basket."};
    } else if (!end.done()) {
        result = end.error;
        m_hooks.changed();
    } else {
        JournalBatch journal;
        journal.basket = BasketRecord{m_core.open->event, lines, hold};
        result = m_core.commit(journal);
        result ? show(std::move(lines), hold) : m_hooks.changed(); // unknown to the journal, it frees itself
        baseMoved();                                               // it may be gone again already
    }
    if (done)
        done(result);
}

// Nobody knows whether the hold exists. A release behind it frees it if it does; what was in the allotment and part of
// it stays frozen until the centre has answered, so it leaves the basket.
void BasketKeeper::unanswered(HoldId hold, const std::vector<BasketLine>&)
{
    release(hold);
    if (!m_hold && !m_basket.lines.empty()) {
        JournalBatch journal;
        journal.basket = forgotten();
        (void)m_core.commit(journal);
        show({}, std::nullopt);
        m_hooks.notice({ErrorCode::Offline,
                        "The line dropped while the centre was being asked. The seats of this basket "
                        "wait for its answer; choose others from the reserve."});
        return;
    }
    m_hooks.changed();
}

void BasketKeeper::release(HoldId hold)
{
    const Result<std::uint64_t> opN = m_core.journalOp(ReleaseHold{hold, m_core.holder()});
    if (!opN)
        return m_hooks.notice(opN.error());
    m_hooks.wakeOutbox();
}

void BasketKeeper::clear()
{
    m_best.reset();
    if (m_basket.lines.empty() || m_basket.busy || m_core.broken)
        return;
    JournalBatch journal;
    journal.basket = forgotten();
    if (m_hold) {
        const Result<std::uint64_t> opN = m_core.journalOp(ReleaseHold{*m_hold, m_core.holder()}, std::move(journal));
        if (!opN)
            return m_hooks.notice(opN.error());
        m_hooks.wakeOutbox();
    } else if (Result<void> committed = m_core.commit(journal); !committed) {
        return m_hooks.notice(committed.error());
    }
    show({}, std::nullopt);
}

void BasketKeeper::extend(Completion<void> done)
{
    Result<void> may = mayChange();
    if (may && !m_hold)
        may = Error{ErrorCode::HoldGone, "This basket has no deadline."};
    if (may && !m_core.lineOpen())
        may = Error{ErrorCode::Offline, "The line is down: the hold can be extended when it is back."};
    if (!may)
        return m_core.answer(std::move(done), may);
    setBusy(true);
    m_requests.ask(ExtendHold{*m_hold, m_core.holder()}, {}, Requests::Until::Seen,
                   [this, done = std::move(done)](const RequestEnd& end) {
                       m_basket.busy = false;
                       updateTotals();
                       m_hooks.changed();
                       if (done)
                           done(end.done() ? Result<void>() : end.error);
                   });
}

void BasketKeeper::moveToCentre(Completion<void> done)
{
    if (Result<void> may = mayChange(); !may)
        return m_core.answer(std::move(done), may);
    if (m_hold)
        return m_core.answer(std::move(done), Result<void>());
    if (!m_core.lineOpen())
        return m_core.answer(std::move(done), Result<void>(Error{ErrorCode::Offline, "The line is down."}));
    place(m_basket.lines, std::move(done));
}

void BasketKeeper::setBusy(bool busy)
{
    m_basket.busy = busy;
    m_hooks.changed();
}

void BasketKeeper::taken()
{
    m_best.reset();
    m_basket.busy = false;
    show({}, std::nullopt);
}

void BasketKeeper::giveBack()
{
    m_basket.busy = false;
    JournalBatch journal;
    journal.basket = BasketRecord{m_core.open->event, m_basket.lines, m_hold};
    if (Result<void> committed = m_core.commit(journal); !committed)
        m_hooks.notice(committed.error());
    m_hooks.changed();
    baseMoved();
}

void BasketKeeper::show(std::vector<BasketLine> lines, std::optional<HoldId> hold, bool provisional)
{
    m_basket.lines = std::move(lines);
    m_basket.provisional = provisional;
    m_hold = hold;
    updateTotals();
    m_hooks.changed();
}

void BasketKeeper::reprice(std::vector<BasketLine> lines)
{
    JournalBatch journal;
    journal.basket = BasketRecord{m_core.open->event, lines, m_hold};
    if (Result<void> committed = m_core.commit(journal); !committed)
        return m_hooks.notice(committed.error());
    show(std::move(lines), m_hold, m_basket.provisional);
}

} // namespace parterre

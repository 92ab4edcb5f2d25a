// BasketKeeper: what happens to the basket when the program restarts, the event closes, or the base moves.
#include "sync/counter/basket_keeper.h"

#include "sync/domain/places.h"

#include <algorithm>

namespace parterre {

void BasketKeeper::restore()
{
    m_best.reset();
    m_hold.reset();
    m_basket = {};
    const OpenEvent& open = *m_core.open;
    bool sold = false;
    for (const BasketRecord& record : m_core.baskets) {
        if (record.event != open.event)
            continue;
        if (record.hold && isSaleAsked(*record.hold)) {
            // The program stopped while the centre was asked to sell this basket: it is an order now, not a basket.
            sold = true;
            continue;
        }
        const Result<Places> places = canonicalPlaces(*open.base.plan(), placesOfLines(record.lines));
        if (!places)
            continue; // another plan by now
        show(record.lines, record.hold, !record.hold && !isWhollyReserve(record.lines));
    }
    if (sold) {
        JournalBatch journal;
        journal.basket = forgotten();
        (void)m_core.commit(journal);
        m_hooks.notice({ErrorCode::PaymentPending, "The basket was being sold when the program stopped. What became of "
                                                   "it is in the list of orders."});
    }
    baseMoved();
}

bool BasketKeeper::isSaleAsked(HoldId hold) const
{
    const BookedStream* stream = m_core.book.stream(m_core.open->event);
    return stream && std::any_of(stream->ops.rbegin(), stream->ops.rend(), [hold](const BookedOp& booked) {
               const auto* sale = std::get_if<SellHold>(&booked.op.command);
               return sale && sale->hold == hold && (!booked.outcome || booked.outcome->kind != OutcomeKind::Refused);
           });
}

void BasketKeeper::leave()
{
    clear();
    m_basket = {};
    m_hold.reset();
}

// A local basket lives on the allotment, one at the centre on its hold. What is gone is gone, and the clerk is told.
void BasketKeeper::baseMoved()
{
    if (m_basket.lines.empty() || m_basket.busy)
        return;
    if (!m_hold) {
        dropLocalLosses(m_basket.provisional);
        return m_basket.provisional && m_core.lineOpen() && m_core.open->caughtUp ? toCentre() : void();
    }
    const std::optional<Instant> before = m_basket.expiresAt;
    updateTotals();
    if (m_core.open->base.state().hold(*m_hold)) {
        if (m_basket.expiresAt != before)
            m_hooks.changed();
        return;
    }
    if (!m_core.open->caughtUp)
        return; // the base may be behind the hold
    std::string labels;
    for (const SeatIndex seat : placesOfLines(m_basket.lines).seats)
        labels += (labels.empty() ? "" : ", ") + m_core.open->base.plan()->label(seat);
    JournalBatch journal;
    journal.basket = forgotten();
    (void)m_core.commit(journal);
    show({}, std::nullopt);
    m_hooks.notice({ErrorCode::HoldGone, "The hold has ended: " + labels + ". Choose again."});
}

// The line is back while a customer is being served: what was only hoped for is asked for now.
void BasketKeeper::toCentre()
{
    if (!mayChange())
        return;
    place(m_basket.lines, [this](Result<void> placed) {
        if (!placed && !isLineError(placed.error().code))
            leftBehind(placed.error());
    });
}

// The centre said no: what is not in the reserve leaves the basket.
void BasketKeeper::leftBehind(const Error& why)
{
    if (m_hold || m_basket.lines.empty() || m_basket.busy)
        return;
    dropLocalLosses(false);
    m_hooks.notice(why);
}

void BasketKeeper::dropLocalLosses(bool provisional)
{
    const Places wanted = placesOfLines(m_basket.lines);
    Places kept = keepable(wanted, provisional);
    if (kept == wanted)
        return;
    std::string labels;
    std::vector<BasketLine> lines;
    for (const BasketLine& line : m_basket.lines) {
        bool keeps = line.seat && std::binary_search(kept.seats.begin(), kept.seats.end(), *line.seat);
        for (StandingUnits& units : kept.standing)
            if (line.standing == units.area && units.count > 0) {
                --units.count;
                keeps = true;
            }
        if (keeps)
            lines.push_back(line);
        else if (line.seat)
            labels += (labels.empty() ? "" : ", ") + m_core.open->base.plan()->label(*line.seat);
    }
    (void)keepLocal(std::move(lines));
    m_hooks.notice({provisional ? ErrorCode::SeatTaken : ErrorCode::AllotmentGone,
                    (provisional ? "No longer free: " : "No longer in this counter's reserve: ") + labels + "."});
}

void BasketKeeper::sweepOrphans()
{
    if (m_basket.busy || !m_core.enrolled())
        return;
    std::vector<HoldId> spoken; // by ops under way, and by cards that are being charged
    for (const PaymentRecord* payment : m_core.openPayments(m_core.open->event))
        if (const auto* sell = std::get_if<SellHold>(&payment->sale))
            spoken.push_back(sell->hold);
    for (const BookedOp* booked : m_core.book.unseenAt(m_core.open->event, m_core.open->base.cursor())) {
        if (const auto* sell = std::get_if<SellHold>(&booked->op.command))
            spoken.push_back(sell->hold);
        if (const auto* released = std::get_if<ReleaseHold>(&booked->op.command))
            spoken.push_back(released->hold);
        if (const auto* reserve = std::get_if<ReservePlaces>(&booked->op.command); reserve && reserve->hold)
            spoken.push_back(*reserve->hold);
        if (const auto* placing = std::get_if<PlaceHold>(&booked->op.command); placing && placing->replaces)
            spoken.push_back(*placing->replaces);
    }
    std::vector<HoldId> orphans;
    for (const auto& [id, hold] : m_core.open->base.state().holds())
        if (hold.holder == m_core.holder() && id != m_hold &&
            std::find(spoken.begin(), spoken.end(), id) == spoken.end())
            orphans.push_back(id);
    for (const HoldId orphan : orphans)
        release(orphan);
}

} // namespace parterre

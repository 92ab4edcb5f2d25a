// BasketKeeper: "best n" and "next best". The counter searches its own base and asks for the seats it found; when
// somebody was faster it searches again.
#include "sync/counter/basket_keeper.h"

#include "sync/domain/best_seats.h"

#include <algorithm>

namespace parterre {

void BasketKeeper::addBest(std::uint32_t quantity, std::optional<PriceAreaIndex> area, Completion<void> done)
{
    constexpr int attempts = 4;
    BestSearch search;
    if (m_best && m_best->quantity == quantity && m_best->area == area)
        search = *m_best;
    search.quantity = quantity;
    search.area = area;
    tryBest(std::move(search), attempts, std::move(done));
}

// With the line open the centre's free seats first, so that the reserve stays whole; then the reserve; with the line
// down, and the reserve out of seats, what may be sold provisionally.
std::vector<SeatIndex> BasketKeeper::findBest(const BestSearch& search) const
{
    BestQuery query;
    query.quantity = search.quantity;
    query.area = search.area;
    query.except = search.offered;
    for (const auto& [seat, mark] : m_core.open->overlay.marks())
        query.except.push_back(seat);
    for (const BasketLine& line : m_basket.lines)
        if (line.seat)
            query.except.push_back(*line.seat);
    std::sort(query.except.begin(), query.except.end());
    const EventState& base = m_core.open->base.state();
    if (m_core.lineOpen())
        if (std::vector<SeatIndex> seats = bestSeats(base, query); !seats.empty())
            return seats;
    if (m_core.reserveLive()) {
        query.within = m_core.ownAllotment()->fence;
        if (std::vector<SeatIndex> seats = bestSeats(base, query); !seats.empty())
            return seats;
    }
    query.within.reset();
    return m_core.maySellProvisionally() ? bestSeats(base, query) : std::vector<SeatIndex>{};
}

void BasketKeeper::tryBest(BestSearch search, int attempts, Completion<void> done)
{
    std::vector<SeatIndex> found = findBest(search);
    if (found.empty() && !search.offered.empty()) { // all have been offered: around again
        search.offered = search.current;
        found = findBest(search);
    }
    if (found.empty()) {
        const std::string where = m_core.lineOpen() ? "" : " in this counter's offline reserve; the line is down";
        m_core.refusals += m_core.lineOpen() ? 0 : 1;
        return m_core.answer(std::move(done),
                             Result<void>(Error{ErrorCode::NotEnoughSeats, "Not enough seats" + where}));
    }
    Result<std::vector<BasketLine>> lines = withSeats(found);
    if (!lines)
        return m_core.answer(std::move(done), Result<void>(lines.error()));
    std::erase_if(*lines, [&search](const BasketLine& line) {
        return line.seat && std::binary_search(search.current.begin(), search.current.end(), *line.seat);
    });
    BestSearch next = search;
    next.current = found;
    next.offered.insert(next.offered.end(), found.begin(), found.end());
    change(std::move(*lines), [this, search = std::move(search), next = std::move(next), attempts,
                               done = std::move(done)](Result<void> result) mutable {
        if (result)
            m_best = std::move(next);
        if (!result && result.error().code == ErrorCode::SeatTaken && attempts > 1)
            return tryBest(std::move(search), attempts - 1, std::move(done));
        if (done)
            done(std::move(result));
    });
}

} // namespace parterre

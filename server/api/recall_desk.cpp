// Asking back, seat by seat; standing units are left to their counters.
#include "server/api/recall_desk.h"

#include "sync/domain/best_seats.h"

#include <algorithm>

namespace parterre {
namespace {

constexpr std::size_t maxRemembered = 100'000;
constexpr int maxReservesSearched = 4; // for the best seats

bool canBeAsked(const Allotment& allotment)
{
    return allotment.phase == AllotmentPhase::Active && allotment.reachable;
}

} // namespace

Places RecallDesk::askable(const EventMirror& mirror, const Places& wanted)
{
    const Milliseconds now = m_context.clock.sinceBoot();
    Places places;
    for (const SeatIndex seat : wanted.seats) {
        if (!mirror.plan().contains(seat))
            continue;
        const SeatSlot& slot = mirror.state().seat(seat);
        const Allotment* allotment =
            slot.status == SeatStatus::Allotted ? mirror.state().allotment(slot.fence) : nullptr;
        if (!allotment || !canBeAsked(*allotment))
            continue;
        const auto inUse = m_inUse.find({mirror.event(), seat});
        if (inUse == m_inUse.end() || inUse->second <= now)
            places.seats.push_back(seat);
    }
    std::sort(places.seats.begin(), places.seats.end());
    places.seats.erase(std::unique(places.seats.begin(), places.seats.end()), places.seats.end());
    return places;
}

void RecallDesk::freeUp(const EventMirror& mirror, const Places& wanted, std::function<void()> ready)
{
    Places places = askable(mirror, wanted);
    if (places.empty() || m_waiting.size() >= maxWaiting)
        return ready();
    ask(mirror, std::move(places), std::move(ready));
}

void RecallDesk::freeUpBest(const EventMirror& mirror, std::uint32_t quantity, std::optional<PriceAreaIndex> area,
                            std::function<void()> ready)
{
    const EventState& state = mirror.state();
    const bool anyReserve = std::any_of(state.allotments().begin(), state.allotments().end(),
                                        [](const auto& one) { return canBeAsked(one.second); });
    BestQuery query;
    query.quantity = quantity;
    query.area = area;
    if (!anyReserve || m_waiting.size() >= maxWaiting || quantity > BestQuery::maxQuantity ||
        !bestSeats(state, query).empty())
        return ready();
    int searched = 0;
    for (const auto& [fence, allotment] : state.allotments()) {
        if (!canBeAsked(allotment) || searched++ == maxReservesSearched)
            continue;
        query.within = fence;
        Places places = askable(mirror, {bestSeats(state, query), {}});
        if (places.seats.size() == quantity)
            return ask(mirror, std::move(places), std::move(ready));
    }
    ready();
}

void RecallDesk::ask(const EventMirror& mirror, Places places, std::function<void()> ready)
{
    const auto waiting = m_waiting.insert(m_waiting.end(), {&mirror, places, std::move(ready), 0, false});
    waiting->deadline = m_context.scheduler.after(patience, [this, waiting] {
        const auto work = std::move(waiting->ready);
        m_waiting.erase(waiting);
        work();
    });
    CommandRequest request;
    request.event = mirror.event();
    request.command = RecallPlaces{std::move(places)};
    request.cause = randomId<CauseId>(m_context.random);
    const Scheduler::TimerId name = waiting->deadline; // never used twice, unlike an address
    m_context.arbiter.submit(std::move(request), m_context.thread, [this, name](Result<CommandDone> asked) {
        const auto found = std::find_if(m_waiting.begin(), m_waiting.end(),
                                        [name](const Waiting& one) { return one.deadline == name; });
        if (found == m_waiting.end())
            return;
        found->asked = asked.ok();
        if (!asked.ok() || isAnswered(*found))
            end(found);
    });
}

// Each seat has left the reserve, or its counter has said that it is in use.
bool RecallDesk::isAnswered(const Waiting& waiting) const
{
    const EventState& state = waiting.mirror->state();
    return std::none_of(waiting.places.seats.begin(), waiting.places.seats.end(), [&state](SeatIndex seat) {
        const SeatSlot& slot = state.seat(seat);
        const Allotment* allotment = slot.status == SeatStatus::Allotted ? state.allotment(slot.fence) : nullptr;
        return allotment &&
               std::binary_search(allotment->recalled.seats.begin(), allotment->recalled.seats.end(), seat);
    });
}

void RecallDesk::advanced(const EventMirror& mirror)
{
    for (auto waiting = m_waiting.begin(); waiting != m_waiting.end();) {
        const auto next = std::next(waiting);
        if (waiting->mirror == &mirror && waiting->asked && isAnswered(*waiting))
            end(waiting);
        waiting = next;
    }
}

void RecallDesk::end(std::list<Waiting>::iterator waiting)
{
    const Milliseconds now = m_context.clock.sinceBoot();
    if (m_inUse.size() > maxRemembered)
        std::erase_if(m_inUse, [now](const auto& one) { return one.second <= now; });
    for (const SeatIndex seat : waiting->places.seats)
        if (waiting->mirror->state().seat(seat).status == SeatStatus::Allotted && m_inUse.size() <= maxRemembered)
            m_inUse[{waiting->mirror->event(), seat}] = now + afterRefusal;
    m_context.scheduler.cancel(waiting->deadline);
    const auto ready = std::move(waiting->ready);
    m_waiting.erase(waiting);
    // Not inside the delivery of entries: the hold that follows asks the arbiter again.
    m_context.scheduler.after(Milliseconds(0), ready);
}

} // namespace parterre

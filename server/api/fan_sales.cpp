// Holding and releasing; paying is in fan_checkout.cpp.
#include "server/api/fan_sales.h"

namespace parterre {
namespace {

constexpr std::size_t maxKnownHolds = 200'000;

// The hold an answer is about: placed just now, or found standing (a harmless repeat).
std::optional<Hold> heldBy(const CommandDone& done)
{
    for (auto entry = done.entries.rbegin(); entry != done.entries.rend(); ++entry) {
        if (const auto* placed = std::get_if<HoldPlaced>(&entry->body)) {
            Hold hold;
            hold.id = placed->hold;
            hold.holder = placed->holder;
            hold.channel = placed->channel;
            hold.places = placed->places;
            hold.expiresAt = placed->expiresAt;
            return hold;
        }
    }
    return std::nullopt;
}

} // namespace

Money totalAtFirstType(const EventMirror& mirror, const Places& places)
{
    const auto& terms = mirror.state().terms();
    Money total{0, terms.currency};
    const auto add = [&](PriceAreaIndex area, std::int64_t count) {
        for (std::uint16_t type = 0; type < terms.priceTypes.size(); ++type) {
            if (const auto price = priceOf(terms, area, PriceTypeIndex{type}); price.ok()) {
                total = total + *price * count;
                return;
            }
        }
    };
    for (const SeatIndex seat : places.seats)
        add(mirror.plan().seat(seat).priceArea, 1);
    for (const auto& units : places.standing)
        add(mirror.plan().standing()[units.area.value].priceArea, units.count);
    return total;
}

FanSales::FanSales(ApiContext& context) : m_context(context), m_recalls(context)
{
    m_known.reserve(maxKnownHolds + 1); // growing a table of so many would keep every connection waiting
    if (m_context.payments)
        m_context.payments->onSettled(
            [this](OrderId order, Result<Payment> payment) { settled(order, std::move(payment)); });
}

CommandRequest FanSales::request(EventId event, Command command, std::optional<IdempotencyKey> key) const
{
    CommandRequest request;
    request.event = event;
    request.command = std::move(command);
    if (key)
        request.cause = CauseId{key->key};
    else
        request.cause = randomId<CauseId>(m_context.random);
    request.idempotency = key;
    return request;
}

void FanSales::remember(HoldId hold, KnownHold known)
{
    if (!m_known.emplace(hold, known).second)
        return;
    m_knownOrder.push_back(hold);
    if (m_knownOrder.size() > maxKnownHolds) {
        m_known.erase(m_knownOrder.front());
        m_knownOrder.pop_front();
    }
}

void FanSales::hold(HolderId holder, EventId event, WantedPlaces wanted, std::optional<IdempotencyKey> key,
                    Completion<HoldView> done)
{
    const EventMirror* mirror = m_context.mirrors.find(event);
    if (!mirror || mirror->state().allotments().empty() || !mirror->state().terms().onSale)
        return placeHold(holder, event, std::move(wanted), key, std::move(done));
    const Places places = wanted.places;
    const auto best = wanted.best;
    const auto area = wanted.area;
    auto ready = [this, holder, event, wanted = std::move(wanted), key, done = std::move(done)]() mutable {
        placeHold(holder, event, std::move(wanted), key, std::move(done));
    };
    if (best > 0)
        m_recalls.freeUpBest(*mirror, best, area, std::move(ready));
    else
        m_recalls.freeUp(*mirror, places, std::move(ready));
}

void FanSales::placeHold(HolderId holder, EventId event, WantedPlaces wanted, std::optional<IdempotencyKey> key,
                         Completion<HoldView> done)
{
    const HoldId id = randomId<HoldId>(m_context.random);
    Command command;
    if (wanted.best > 0)
        command = PlaceBestHold{id, holder, Channel::Fan, wanted.best, wanted.area, {}, {}};
    else
        command = PlaceHold{id, holder, Channel::Fan, std::move(wanted.places), {}};
    m_context.arbiter.submit(request(event, std::move(command), key), m_context.thread,
                             [this, event, done = std::move(done)](Result<CommandDone> answer) {
                                 if (!answer.ok())
                                     return done(answer.error());
                                 auto held = heldBy(*answer);
                                 const EventMirror* mirror = m_context.mirrors.find(event);
                                 PARTERRE_REQUIRE(held && mirror); // a fresh id is never "already so"
                                 remember(held->id, {held->holder, event, {}});
                                 const Money total = totalAtFirstType(*mirror, held->places);
                                 done(HoldView{event, std::move(*held), total});
                             });
}

const KnownHold* FanSales::known(HolderId holder, HoldId hold) const
{
    const auto found = m_known.find(hold);
    return found != m_known.end() && found->second.holder == holder ? &found->second : nullptr;
}

Result<HoldView> FanSales::find(HolderId holder, HoldId id) const
{
    for (const EventMirror* mirror : m_context.mirrors.all()) {
        const Hold* hold = mirror->state().hold(id);
        if (!hold)
            continue;
        if (hold->holder != holder)
            break; // the same answer as for no hold at all
        return HoldView{mirror->event(), *hold, totalAtFirstType(*mirror, hold->places)};
    }
    if (known(holder, id))
        return Error{ErrorCode::HoldGone, {}};
    return Error{ErrorCode::NotFound, "hold"};
}

void FanSales::extend(HolderId holder, HoldId hold, std::optional<IdempotencyKey> key, Completion<HoldView> done)
{
    const auto view = find(holder, hold);
    if (!view.ok())
        return done(view.error());
    m_context.arbiter.submit(request(view->event, ExtendHold{hold, holder}, key), m_context.thread,
                             [this, holder, hold, done = std::move(done)](Result<CommandDone> answer) {
                                 if (!answer.ok())
                                     return done(answer.error());
                                 done(find(holder, hold));
                             });
}

void FanSales::release(HolderId holder, HoldId hold, Completion<void> done)
{
    const auto view = find(holder, hold);
    if (!view.ok())
        return done(view.error());
    m_context.arbiter.submit(request(view->event, ReleaseHold{hold, holder}), m_context.thread,
                             [done = std::move(done)](Result<CommandDone> answer) {
                                 if (!answer.ok())
                                     return done(answer.error());
                                 done({});
                             });
}

} // namespace parterre

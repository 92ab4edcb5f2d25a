// Holding and releasing; paying is in fan_checkout.cpp.
#include "server/api/fan_sales.h"

#include "server/api/callers.h"
#include "sync/domain/hold_limits.h"

#include <algorithm>

namespace parterre {
namespace {

constexpr Rate holdsOfOneFan{Milliseconds(50'000), 12}; // 12 in ten minutes (design 03, "Abuse")
constexpr std::size_t holdSlots = 65'536;

Milliseconds someTimeUpTo(Milliseconds most, Random& random)
{
    std::array<std::uint8_t, 4> drawn{};
    random.fill(drawn.data(), drawn.size());
    const std::int64_t share = drawn[0] << 16 | drawn[1] << 8 | drawn[2]; // of 2^24
    return Milliseconds(most.count() * share >> 24);
}

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

FanSales::FanSales(ApiContext& context)
    : m_context(context), m_recalls(context), m_newHolds(holdsOfOneFan, holdSlots, limiterSeed(context.random))
{
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

KnownHolds::Stands FanSales::standsIn(const EventMirror& mirror) const
{
    return [&mirror](HoldId hold) { return mirror.state().hold(hold) != nullptr; };
}

// What a fan gave back a moment ago goes into the new hold of it; what ran out unpaid is for others first.
Result<void> FanSales::mayHold(HolderId holder, const EventMirror& mirror, WantedPlaces& wanted) const
{
    const std::uint64_t units = wanted.best > 0 ? wanted.best : wanted.places.units();
    // The arbiter says the same; said here no counter is asked for places that nobody may have.
    if (units > mostUnits(mirror.state().terms().holds, true))
        return Error{ErrorCode::LimitExceeded, "too many places in one hold"};
    const auto stands = standsIn(mirror);
    wanted.replaces = m_known.givenBackAndStanding(holder, mirror.event(), wanted.places.seats, stands);
    if (const auto wait = m_newHolds.wait(bytesOf(holder), m_context.clock.sinceBoot()))
        return rateLimited(*wait);
    const Instant now = m_context.clock.now();
    auto barred = m_known.barred(holder, mirror.event(), now, stands);
    const bool meets = std::any_of(wanted.places.seats.begin(), wanted.places.seats.end(), [&](SeatIndex seat) {
        return std::binary_search(barred.seats.begin(), barred.seats.end(), seat);
    });
    if (meets)
        return Error{ErrorCode::RateLimited, std::string(hadBefore) + ", so others come first; try again in " +
                                                 std::to_string(retrySeconds(barred.until - now)) + " s"};
    wanted.except = std::move(barred.seats);
    return {};
}

std::vector<SeatIndex> FanSales::barred(HolderId holder, const EventMirror& mirror) const
{
    return m_known.barred(holder, mirror.event(), m_context.clock.now(), standsIn(mirror)).seats;
}

void FanSales::hold(HolderId holder, EventId event, WantedPlaces wanted, std::optional<IdempotencyKey> key,
                    Completion<HoldView> done)
{
    const EventMirror* mirror = m_context.mirrors.find(event);
    // Asked before, its answer lost: whatever the limits say by now, it gets the first answer again.
    const bool isRepeat = key && m_known.isRepeat(holder, key->key);
    if (mirror && !isRepeat)
        if (const auto may = mayHold(holder, *mirror, wanted); !may.ok())
            return done(may.error());
    if (!mirror || isRepeat || mirror->state().allotments().empty() || !mirror->state().terms().onSale)
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
        command = PlaceBestHold{
            id, holder, Channel::Fan, wanted.best, wanted.area, std::move(wanted.except), wanted.replaces};
    else
        command = PlaceHold{id, holder, Channel::Fan, std::move(wanted.places), wanted.replaces};
    m_asked.push_back(m_context.clock.sinceBoot());
    m_context.arbiter.submit(
        request(event, std::move(command), key), m_context.thread,
        [this, event, name = key ? key->key : Bytes16{}, done = std::move(done)](Result<CommandDone> answer) {
            m_asked.pop_front(); // the arbiter answers in the order it was asked
            if (!answer.ok())
                return done(answer.error());
            auto held = heldBy(*answer);
            const EventMirror* mirror = m_context.mirrors.find(event);
            PARTERRE_REQUIRE(held && mirror); // a fresh id is never "already so"
            if (!answer->replayed)
                (void)m_newHolds.take(bytesOf(held->holder), m_context.clock.sinceBoot());
            KnownHold known{held->holder, event, held->places.seats, held->expiresAt};
            known.key = name;
            m_known.remember(held->id, std::move(known));
            const Money total = totalAtFirstType(*mirror, held->places);
            done(HoldView{event, std::move(*held), total});
        });
}

Milliseconds FanSales::delay() const
{
    return m_asked.empty() ? Milliseconds(0) : m_context.clock.sinceBoot() - m_asked.front();
}

const KnownHold* FanSales::known(HolderId holder, HoldId hold) const
{
    return m_known.of(holder, hold);
}

Result<HoldView> FanSales::find(HolderId holder, HoldId id) const
{
    const KnownHold* past = known(holder, id);
    if (past && past->givenBack)
        return Error{ErrorCode::HoldGone, {}};
    for (const EventMirror* mirror : m_context.mirrors.all()) {
        const Hold* hold = mirror->state().hold(id);
        if (!hold)
            continue;
        if (hold->holder != holder)
            break; // the same answer as for no hold at all
        return HoldView{mirror->event(), *hold, totalAtFirstType(*mirror, hold->places)};
    }
    if (past)
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
                                 noteEnd(hold);
                                 done(find(holder, hold));
                             });
}

void FanSales::noteEnd(HoldId id)
{
    KnownHold* known = m_known.find(id);
    const EventMirror* mirror = known ? m_context.mirrors.find(known->event) : nullptr;
    if (const Hold* hold = mirror ? mirror->state().hold(id) : nullptr)
        known->endsBy = std::max(known->endsBy, hold->deadline());
}

void FanSales::release(HolderId holder, HoldId hold, Completion<void> done)
{
    const auto view = find(holder, hold);
    if (!view.ok())
        return done(view.error());
    KnownHold* known = m_known.find(hold);
    if (known && m_context.releaseJitter.count() > 0 && !view->hold.paying) {
        known->givenBack = true;
        m_context.scheduler.after(someTimeUpTo(m_context.releaseJitter, m_context.random),
                                  [this, holder, hold, event = view->event] {
                                      submitSurely(event, ReleaseHold{hold, holder}, [](Result<CommandDone>) {});
                                  });
        return done({});
    }
    m_context.arbiter.submit(request(view->event, ReleaseHold{hold, holder}), m_context.thread,
                             [done = std::move(done)](Result<CommandDone> answer) {
                                 if (!answer.ok())
                                     return done(answer.error());
                                 done({});
                             });
}

} // namespace parterre

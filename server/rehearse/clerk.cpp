// Look, hold, sell; an operation that was not answered is sent again as it was.
#include "server/rehearse/clerk.h"

#include <algorithm>

namespace parterre::rehearsal {
namespace {

constexpr Microseconds again{1'000'000};

} // namespace

Clerk::Clerk(Scene& scene, std::size_t number, Till& till, std::string token)
    : m_scene(scene),
      m_number(number),
      m_till(till),
      m_token(std::move(token)),
      m_random(scene.manners.seed, scene.people[number].key),
      m_ids(scene.manners.runKey, scene.people[number].key)
{}

Microseconds Clerk::takes(double medianSeconds)
{
    return m_scene.humanly(m_random.lognormal(Microseconds(static_cast<std::int64_t>(medianSeconds * 1e6)), 0.4));
}

Next Clerk::begin(Microseconds now)
{
    person().arrivedAt = now;
    return serveNext(takes(2));
}

Next Clerk::serveNext(Microseconds after)
{
    m_step = Step::Map;
    if (m_scene.closing) {
        person().ending = person().seats > 0 ? Ending::Bought : Ending::StillThere;
        return Next::leave();
    }
    m_last = Ask{Call::Seats, "GET", m_scene.hall.path() + "/seats", {}, {}, true};
    return {after, m_last};
}

Next Clerk::answered(const Reply& reply, Microseconds now)
{
    if (reply.turnedAway() || reply.status == 0 || reply.status >= 500) {
        if (m_scene.closing && m_step == Step::Map)
            return serveNext(again);
        person().waits += reply.turnedAway();
        return {again * std::max(1, reply.retryAfter), m_last};
    }
    if (!reply.good()) {
        person().ending = Ending::Failed;
        return Next::leave();
    }
    return m_step == Step::Map ? hold(textMember(reply.body, "states")) : outcome(reply, now);
}

Next Clerk::hold(std::string_view states)
{
    const auto& buy = m_scene.manners.buy;
    m_seats = m_scene.hall.chooseSeats(states, buy[m_random.below(buy.size())], m_random);
    if (m_seats.empty() || m_scene.closing)
        return serveNext(takes(10));
    Places places;
    for (const std::size_t seat : m_seats)
        places.seats.push_back(SeatIndex{static_cast<std::uint32_t>(seat)});
    m_hold = randomId<HoldId>(m_ids);
    return push(Step::Hold, PlaceHold{m_hold, {m_till.device().bytes}, Channel::Counter, std::move(places), {}},
                takes(8));
}

Next Clerk::push(Step step, Command command, Microseconds after)
{
    m_step = step;
    const Bytes batch = m_till.nextBatch(std::move(command), m_scene.startedAt, m_scene.clerk);
    const Signature signature = m_till.key().sign(batch);
    m_last = Ask{Call::Ops,           "POST", "/api/v1/counters/" + m_till.device().toString() + "/ops", {},
                 batch.toStdString(), true};
    m_last.addHeader("Content-Type", "application/cbor");
    m_last.addHeader("Accept", "application/cbor");
    m_last.addHeader("Authorization", "Bearer " + m_token);
    m_last.addHeader("Parterre-Signature", toBase64Url(signature.data(), signature.size()).toStdString());
    return {after, m_last};
}

Next Clerk::outcome(const Reply& reply, Microseconds now)
{
    const auto batch = decodeOutcomeBatch(QByteArray(reply.body.data(), static_cast<qsizetype>(reply.body.size())));
    if (!batch.ok() || batch->outcomes.empty() || batch->stopped) {
        person().ending = Ending::Failed;
        return Next::leave();
    }
    const Outcome& outcome = batch->outcomes.back();
    if (outcome.kind == OutcomeKind::Refused) {
        ++person().lost;
        m_scene.recorder.refusedInside(Call::Ops, wireName(outcome.error));
        return serveNext(takes(3));
    }
    if (m_step == Step::Hold) {
        if (person().heldAt == Person::never)
            person().heldAt = now;
        return push(Step::Sale, SellHold{m_hold, {m_till.device().bytes}, order()}, takes(15));
    }
    m_scene.sales.soldAtCounter(m_order.toString(), m_seats, m_minor);
    m_scene.recorder.ordered(m_seats.size(), now);
    person().boughtAt = now;
    person().seats += static_cast<std::uint32_t>(m_seats.size());
    return serveNext(takes(10));
}

Order Clerk::order()
{
    Order order;
    order.id = m_order = randomId<OrderId>(m_ids);
    order.channel = Channel::Counter;
    order.device = m_till.device();
    order.clerk = m_scene.clerk;
    order.soldAt = m_scene.startedAt;
    m_minor = 0;
    for (const std::size_t seat : m_seats) {
        Ticket ticket;
        ticket.serial = randomId<TicketSerial>(m_ids);
        ticket.seat = SeatIndex{static_cast<std::uint32_t>(seat)};
        ticket.priceMinor = m_scene.hall.priceMinor(seat).value_or(0);
        m_minor += ticket.priceMinor;
        order.tickets.push_back(std::move(ticket));
    }
    order.tender = {TenderMethod::Cash, m_minor, {}};
    return order;
}

} // namespace parterre::rehearsal

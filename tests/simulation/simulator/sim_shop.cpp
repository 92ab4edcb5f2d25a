// Fans, one state after the other.
#include "tests/simulation/simulator/sim_shop.h"

#include "tests/support/sample_events.h"

namespace parterre::testing {
namespace {

bool isWorldInTheWay(const Error& error)
{
    return error.code == ErrorCode::Storage || error.code == ErrorCode::Overloaded ||
           error.code == ErrorCode::Unavailable || error.code == ErrorCode::Frozen;
}

} // namespace

void SimShop::fanComes()
{
    if (!m_server.isUp())
        return;
    const EventState& state = m_server.state();
    std::vector<SeatIndex> wanted;
    for (std::uint32_t i = 0; i < state.plan().seatCount(); ++i) {
        const SeatSlot& slot = state.seat(SeatIndex{i});
        const bool recallable = slot.status == SeatStatus::Allotted && m_choices.chance(2, "wants allotted", 1, 4);
        const bool stale = slot.status == SeatStatus::Held && m_choices.chance(2, "old page", 1, 4);
        if (slot.status == SeatStatus::Free || recallable || stale)
            wanted.push_back(SeatIndex{i});
    }
    if (wanted.empty())
        return;
    Places places;
    const std::uint64_t first = draw("seat", 0, wanted.size() - 1);
    for (std::uint64_t i = first; i < wanted.size() && i < first + draw("count", 1, 3); ++i)
        places.seats.push_back(wanted[i]);
    bool allotted = false;
    for (const SeatIndex seat : places.seats)
        allotted = allotted || state.seat(seat).status == SeatStatus::Allotted;
    if (!allotted)
        return hold(std::move(places));
    // As the shop does: ask the counters, wait a second, then let the hold decide.
    m_server.submit(RecallPlaces{places}, std::nullopt, [this](Result<CommandDone> asked) {
        if (asked && !asked->entries.empty())
            m_situations.met("seats recalled");
    });
    m_time.after(std::chrono::seconds(1), [this, places] { hold(places); });
}

void SimShop::hold(Places places)
{
    if (!m_server.isUp())
        return;
    const HoldId hold = idOf<HoldId>(++m_next);
    const HolderId holder = idOf<HolderId>(m_next % 7 + 500);
    m_server.submit(PlaceHold{hold, holder, Channel::Fan, places, {}}, std::nullopt,
                    [this, hold, holder, places](Result<CommandDone> done) {
                        if (done)
                            placed(hold, holder, places);
                    });
}

void SimShop::placed(HoldId hold, HolderId holder, Places places)
{
    if (m_choices.chance(2, "walks away", 1, 4))
        return; // the hold runs out
    Attempt attempt;
    attempt.hold = hold;
    attempt.holder = holder;
    attempt.order = orderFor(m_server.state().plan(), m_server.state().terms(), places, idOf<OrderId>(m_next));
    attempt.order.channel = Channel::Fan;
    attempt.order.soldAt = m_time.now();
    const OrderId id = attempt.order.id;
    m_attempts.emplace(id, std::move(attempt));
    m_time.after(Milliseconds(static_cast<std::int64_t>(draw("thinks", 1'000, 7 * 60'000))), [this, id] { pay(id); });
}

void SimShop::pay(OrderId id)
{
    const auto found = m_attempts.find(id);
    if (found == m_attempts.end())
        return;
    if (!m_server.isUp())
        return end(id);
    const Attempt& attempt = found->second;
    m_server.submit(
        StartPayment{attempt.hold, attempt.holder, id}, std::nullopt, [this, id](Result<CommandDone> begun) {
            if (!begun)
                return end(id);
            m_situations.met("payment in flight");
            if (const auto attempted = m_attempts.find(id); attempted != m_attempts.end())
                for (const LogEntry& entry : begun->entries)
                    if (const auto* started = std::get_if<PaymentStarted>(&entry.body)) {
                        attempted->second.protectedUntil = started->until;
                        attempted->second.restores = m_server.restores();
                    }
            const bool slow = m_choices.chance(2, "slow payment", 1, 4);
            const Milliseconds takes(static_cast<std::int64_t>(draw("payment", 500, slow ? 20 * 60'000 : 30'000)));
            const bool declined = m_choices.chance(2, "declined", 1, 4);
            m_time.after(takes, [this, id, declined] { declined ? fail(id) : capture(id); });
        });
    // An answer that never comes: the fan gives up when nothing was captured.
    m_time.after(std::chrono::hours(1), [this, id] {
        const auto still = m_attempts.find(id);
        if (still != m_attempts.end() && !still->second.captured)
            end(id);
    });
}

void SimShop::capture(OrderId id)
{
    const auto found = m_attempts.find(id);
    if (found == m_attempts.end())
        return;
    found->second.captured = true;
    m_physical.captured.insert(id);
    m_physical.taken[id] += found->second.order.tender.paidMinor;
    sell(id);
}

void SimShop::sell(OrderId id)
{
    const auto found = m_attempts.find(id);
    if (found == m_attempts.end() || found->second.toRefund)
        return;
    const auto again = [this, id] { m_time.after(std::chrono::seconds(20), [this, id] { sell(id); }); };
    if (!m_server.isUp())
        return again();
    const Attempt& attempt = found->second;
    auto answered = std::make_shared<bool>(false);
    m_time.after(std::chrono::seconds(30), [answered, again] {
        if (!*answered)
            again(); // the server died over it
    });
    m_server.submit(SellHold{attempt.hold, attempt.holder, attempt.order}, std::nullopt,
                    [this, id, answered, again](Result<CommandDone> sold) {
                        if (std::exchange(*answered, true))
                            return;
                        if (!sold && isWorldInTheWay(sold.error()))
                            return again();
                        if (!sold)
                            return refund(id);
                        const auto paid = m_attempts.find(id);
                        if (paid == m_attempts.end())
                            return;
                        for (const LogEntry& entry : sold->entries)
                            if (const auto* placed = std::get_if<OrderPlaced>(&entry.body); placed && placed->late)
                                m_situations.met("late capture accepted");
                        m_physical.print(paid->second.order, DeviceId{}, false);
                        m_sold.emplace(id, paid->second.order);
                        end(id);
                    });
}

void SimShop::fail(OrderId id)
{
    const auto found = m_attempts.find(id);
    if (found == m_attempts.end())
        return;
    if (m_server.isUp())
        m_server.submit(FailPayment{found->second.hold, id}, std::nullopt, [](Result<CommandDone>) {});
    m_situations.met("payment declined");
    end(id);
}

void SimShop::refund(OrderId id)
{
    const auto found = m_attempts.find(id);
    if (found == m_attempts.end() || std::exchange(found->second.toRefund, true))
        return;
    m_situations.met("captured and refunded");
    if (m_time.now() < found->second.protectedUntil && found->second.restores == m_server.restores())
        blame("I3: a payment was captured in time and its seats were gone");
    m_physical.returned[id] += found->second.order.tender.paidMinor;
    if (m_server.isUp())
        m_server.submit(FailPayment{found->second.hold, id}, std::nullopt, [](Result<CommandDone>) {});
    end(id);
}

void SimShop::restored()
{
    for (const auto& [id, order] : m_sold)
        if (!m_server.state().order(id))
            m_physical.lostByRestore.insert(id);
}

} // namespace parterre::testing

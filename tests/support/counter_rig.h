// CounterRig: a counter with memory for disks and a fake line, beside its centre. A test is four lines: do something on
// either side, let time pass, compare both.
#pragma once

#include "sync/counter/counter.h"
#include "tests/support/fake_link.h"
#include "tests/support/fake_terminal.h"
#include "tests/support/keyed_bytes.h"
#include "tests/support/memory_journal.h"

namespace parterre::testing {

class CounterRig : public CounterListener
{
public:
    CounterRig(VirtualTime& clock, FakeCentre& at, std::uint64_t number = 1)
        : time(clock),
          centre(at),
          device(idOf<DeviceId>(number)),
          link(clock, at, device),
          random(number),
          terminal(clock)
    {}

    VirtualTime& time;
    FakeCentre& centre;
    DeviceId device;
    FakeLink link;
    MemoryJournal journal;
    MemoryCache cache;
    KeyedBytes random;
    MemoryGuard guard;
    FakeTerminal terminal;
    bool hasTerminal = false;
    OutboxLimits outbox;
    std::uint64_t keptOps = 10'000;
    std::string bootId = "first boot";
    std::unique_ptr<Counter> counter;
    std::vector<Error> notices;
    std::vector<std::string> caseNews;
    std::vector<LineState> lines;  // as the listener was told
    std::vector<SeatView> painted; // what a screen that listens shows

    // ---- The program's life
    Result<void> start()
    {
        crash();
        Result<CounterPorts> ports = plugIn();
        if (!ports)
            return ports.error();
        counter = std::make_unique<Counter>(*ports);
        counter->setListener(this);
        return counter->start();
    }
    virtual void crash() { counter.reset(); }

    // From nothing to the opened event with its offline reserve.
    Result<void> begin()
    {
        if (Result<void> started = start(); !started)
            return started;
        if (Result<void> enrolled = wait<void>([this](auto done) { counter->enrol("centre", "code", "Till 1", done); });
            !enrolled)
            return enrolled;
        if (Result<void> in = signIn(); !in)
            return in;
        if (Result<void> opened = open(); !opened)
            return opened;
        settle();
        return {};
    }
    Result<void> again() // after a crash
    {
        if (Result<void> started = start(); !started)
            return started;
        if (Result<void> in = signIn(); !in)
            return in;
        return open();
    }
    Result<void> signIn(std::string password = "secret")
    {
        return wait<void>([&](auto done) { counter->signIn("ann", password, done); });
    }
    Result<void> open()
    {
        return wait<void>([this](auto done) { counter->openEvent(centre.event(), done); });
    }

    // ---- What a clerk does
    Result<void> add(std::initializer_list<std::string_view> labels)
    {
        return wait<void>([&](auto done) { counter->addSeats(seats(labels), done); });
    }
    Result<void> remove(std::initializer_list<std::string_view> labels)
    {
        return wait<void>([&](auto done) { counter->removeSeats(seats(labels), done); });
    }
    Result<void> addBest(std::uint32_t quantity)
    {
        return wait<void>([&](auto done) { counter->addBest(quantity, std::nullopt, done); });
    }
    Result<void> setStanding(std::uint32_t count)
    {
        return wait<void>([&](auto done) { counter->setStanding(StandingIndex{0}, count, done); });
    }
    Result<SaleDone> sell(std::int64_t given = 100'000)
    {
        return wait<SaleDone>([&](auto done) { counter->sell({TenderMethod::Cash, given, {}, {}}, done); });
    }
    Result<SaleDone> sellTo(const Buyer& buyer, Wish wish = Wish::Ask, TenderMethod method = TenderMethod::Cash)
    {
        return wait<SaleDone>([&](auto done) { counter->sell({method, 100'000, buyer, wish}, done); });
    }
    Result<SaleDone> sellByCard() { return sellTo({}, Wish::Ask, TenderMethod::Card); }
    // The first so many seats of the reserve.
    Result<void> addReserve(std::size_t count)
    {
        std::vector<SeatIndex> list;
        for (const std::string& label : reserve())
            if (list.size() < count)
                list.push_back(centre.plan().seatByLabel(label).value());
        return wait<void>([&](auto done) { counter->addSeats(list, done); });
    }
    void cutLine()
    {
        link.cut = true;
        PARTERRE_REQUIRE(time.runUntil([this] { return counter->lineReport().state == LineState::Down; }));
    }
    bool wasTold(std::string_view words) const
    {
        const auto says = [words](const std::string& text) { return text.find(words) != std::string::npos; };
        return std::any_of(notices.begin(), notices.end(), [&](const Error& notice) { return says(notice.detail); }) ||
               std::any_of(caseNews.begin(), caseNews.end(), says);
    }
    Result<void> voidOrder(OrderId order)
    {
        return wait<void>([&](auto done) { counter->voidOrder(order, "changed their mind", done); });
    }

    // ---- Looking
    std::vector<SeatIndex> seats(std::initializer_list<std::string_view> labels) const
    {
        std::vector<SeatIndex> list;
        for (const std::string_view label : labels)
            list.push_back(centre.plan().seatByLabel(label).value());
        return list;
    }
    SeatView view(std::string_view label) const { return counter->seatView(centre.plan().seatByLabel(label).value()); }
    std::vector<std::string> labels() const // of the basket
    {
        std::vector<std::string> list;
        for (const BasketLine& line : counter->basket().lines)
            list.push_back(line.seat ? centre.plan().label(*line.seat) : "standing");
        return list;
    }
    // Labels of this counter's reserve seats, in plan order.
    std::vector<std::string> reserve() const
    {
        std::vector<std::string> list;
        for (std::uint32_t i = 0; i < centre.plan().seatCount(); ++i)
            if (counter->seatView(SeatIndex{i}).reserve)
                list.push_back(centre.plan().label(SeatIndex{i}));
        return list;
    }
    OrderSync syncOf(OrderId order) const
    {
        for (const OrderSummary& summary : counter->orders())
            if (summary.order.id == order)
                return summary.sync;
        PARTERRE_REQUIRE(!"the counter does not list this order");
        return {};
    }

    // Connected and quiet from now on: everything pushed, everything seen.
    bool settle()
    {
        m_quietSince = time.sinceBoot();
        return time.runUntil([this] {
            const LineReport report = counter->lineReport();
            return report.state == LineState::Up && report.unsentOps == 0 && quietFor(3);
        });
    }
    // What differs between this screen and the centre, as one line; empty: nothing.
    std::string differences() const
    {
        std::string text;
        const std::vector<SeatView> views = counter->seatViews();
        for (std::uint32_t i = 0; i < views.size(); ++i) {
            const SeatIndex seat{i};
            const SeatSlot& slot = centre.state().seat(seat);
            if (views[i].mark != expected(slot))
                text += centre.plan().label(seat) + " shows " + std::to_string(int(views[i].mark)) + "; ";
            if (painted.size() == views.size() && painted[i].mark != views[i].mark)
                text += centre.plan().label(seat) + " was not repainted; ";
        }
        return text;
    }

    // ---- CounterListener
    void lineChanged() override { lines.push_back(counter->lineReport().state); }
    void eventsChanged() override {}
    void viewReset() override { painted = counter->openedEvent() ? counter->seatViews() : std::vector<SeatView>{}; }
    void seatsChanged(const std::vector<SeatIndex>& changed) override
    {
        for (const SeatIndex seat : changed)
            painted[seat.value] = counter->seatView(seat);
    }
    void basketChanged() override {}
    void ordersChanged() override {}
    void noticed(const Error& what) override { notices.push_back(what); }
    void caseMoved(const std::string& sentence) override { caseNews.push_back(sentence); }

    // Runs time until the completion has been called.
    template <typename T, typename Ask>
    Result<T> wait(Ask ask)
    {
        std::optional<Result<T>> answer;
        ask([&answer](Result<T> result) {
            PARTERRE_REQUIRE(!answer);
            answer = std::move(result);
        });
        PARTERRE_REQUIRE(!answer); // later, never at once
        PARTERRE_REQUIRE(time.runUntil([&answer] { return answer.has_value(); }));
        return std::move(*answer);
    }

protected:
    // What the next life of the program works with; another rig may bring other files.
    virtual Result<CounterPorts> plugIn()
    {
        CounterPorts ports{link, journal, cache, time, time, random, bootId, &guard};
        ports.terminal = hasTerminal ? &terminal : nullptr;
        ports.outbox = outbox;
        ports.keptOps = keptOps;
        return ports;
    }

private:
    bool quietFor(int pulls) const
    {
        if (m_quietSeq != centre.state().seq()) {
            m_quietSeq = centre.state().seq();
            m_quietSince = time.sinceBoot();
        }
        return time.sinceBoot() - m_quietSince > Milliseconds(pulls * 1000);
    }

    SeatMark expected(const SeatSlot& slot) const
    {
        switch (slot.status) {
        case SeatStatus::Free:
            return SeatMark::Free;
        case SeatStatus::Held: {
            const Hold* hold = centre.state().hold(slot.claimAs<HoldId>());
            return hold->holder.bytes == device.bytes ? SeatMark::Selected : SeatMark::Held;
        }
        case SeatStatus::Reserved:
            return SeatMark::Reserved;
        case SeatStatus::Sold:
            return SeatMark::Sold;
        case SeatStatus::Allotted: {
            const Allotment* own = centre.state().allotmentOf(device);
            return own && own->fence == slot.fence ? SeatMark::Free : SeatMark::Elsewhere;
        }
        case SeatStatus::Kept:
            return SeatMark::Held;
        case SeatStatus::HouseHeld:
        case SeatStatus::Killed:
            break;
        }
        return SeatMark::Blocked;
    }

    mutable std::uint64_t m_quietSeq = 0;
    mutable Milliseconds m_quietSince{};
};

} // namespace parterre::testing

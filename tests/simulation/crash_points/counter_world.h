// CounterWorld: a live counter on a disk that can lose power, beside its centre, with somebody who writes down what it
// says.
#pragma once

#include "tests/simulation/crash_points/counter_scene.h"

namespace parterre::testing {

class TellingRig : public DiskCounterRig
{
public:
    using DiskCounterRig::DiskCounterRig;
    ToldByCounter told;
    std::vector<std::string> early; // said before the journal had it

    Result<CounterPorts> plugIn() override
    {
        Result<CounterPorts> ports = DiskCounterRig::plugIn();
        if (ports)
            ports->terminal = &terminal;
        return ports;
    }
    // Money moves at once; whoever asks for it must have written it down.
    void listenToTerminal()
    {
        terminal.whenCharged = [this](PaymentRef ref) {
            told.charged.insert(ref);
            const JournalContents known = promise.kept.load().value();
            if (std::none_of(known.payments.begin(), known.payments.end(),
                             [ref](const PaymentRecord& payment) { return payment.ref == ref; }))
                early.push_back("a card is charged and the journal does not know");
        };
    }

    void basketChanged() override
    {
        told.basket = counter->basket().lines;
        const JournalContents kept = promise.kept.load().value();
        // Emptying the screen of a counter that can write no more promises nothing; a basket that a card is charged for
        // is a question after a crash, and no basket.
        const bool charging = std::any_of(kept.payments.begin(), kept.payments.end(), [](const PaymentRecord& payment) {
            return payment.state == PaymentState::Open;
        });
        const bool harmless = charging || (told.basket.empty() && promise.unanswered);
        if (!harmless && told.basket != basketIn(kept))
            early.push_back("the screen shows a basket that the journal does not have");
    }
    void viewReset() override
    {
        DiskCounterRig::viewReset();
        if (!counter->openedEvent())
            told.basket.clear();
        lookAtReserve();
    }
    void seatsChanged(const std::vector<SeatIndex>& seats) override
    {
        DiskCounterRig::seatsChanged(seats);
        lookAtReserve();
    }

    std::vector<BasketLine> basketIn(const JournalContents& contents) const
    {
        for (const BasketRecord& basket : contents.baskets)
            if (basket.event == centre.event())
                return basket.lines;
        return {};
    }

private:
    void lookAtReserve()
    {
        const Allotment* own = centre.state().allotmentOf(device);
        if (own && counter->lineReport().reserveSeats > 0)
            told.reserve = own->fence;
    }
};

struct CounterWorkflow;

class CounterWorld
{
public:
    CounterWorld(const CounterScene& scene, const DiskImage& image)
        : time(scene.time.now()),
          centre(scene.centre, time),
          rig(time, centre),
          m_lives(scene.lives),
          m_cacheBroken(scene.cacheBroken)
    {
        rig.told = scene.told;
        rig.promise = scene.promise;
        rig.disk.restore(image);
        rig.listenToTerminal();
        newLife();
    }

    VirtualTime time;
    FakeCentre centre;
    TellingRig rig;

    // ---- For everyCut()
    CrashDisk& disk() { return rig.disk; }
    void begin(const CounterWorkflow& workflow);
    void run(const CounterWorkflow& workflow);
    std::vector<std::string> done(const CounterWorkflow& workflow) const;
    const std::vector<std::string>& early() const { return rig.early; }
    std::unique_ptr<CounterScene> still() const
    {
        auto scene = std::make_unique<CounterScene>(time.now(), centre);
        scene->told = rig.told;
        scene->promise = rig.promise;
        scene->lives = m_lives;
        scene->cacheBroken = m_cacheBroken;
        return scene;
    }
    void end() { rig.crash(); }

    // ---- What a clerk does. Nothing here minds a refusal: the disk may be dead.
    Result<void> start()
    {
        Result<void> started = rig.start();
        return started ? signInAndOpen() : started;
    }
    Result<void> signInAndOpen()
    {
        if (Result<void> in = signIn(); !in)
            return in;
        return rig.open();
    }
    Result<void> enrol()
    {
        Result<void> enrolled =
            rig.wait<void>([this](auto done) { rig.counter->enrol("centre", "code", "Till 1", done); });
        rig.told.enrolled = rig.told.enrolled || enrolled;
        return enrolled;
    }
    Result<void> signIn(const std::string& name = "ann")
    {
        Result<void> in = rig.wait<void>([&](auto done) { rig.counter->signIn(name, "secret", done); });
        if (in)
            rig.told.clerks.insert(name);
        return in;
    }
    void cutLine()
    {
        rig.link.cut = true;
        time.runUntil([this] { return rig.counter->lineReport().state == LineState::Down; });
    }
    void addReserve(std::size_t count, std::uint32_t standing = 0)
    {
        std::vector<SeatIndex> seats;
        for (const std::string& label : rig.reserve())
            if (seats.size() < count)
                seats.push_back(centre.plan().seatByLabel(label).value());
        (void)rig.wait<void>([&](auto done) { rig.counter->addSeats(seats, done); });
        if (standing > 0)
            (void)rig.setStanding(standing);
    }
    std::optional<OrderId> sell() { return noted(rig.sell()); }
    std::optional<OrderId> sellByCard() { return noted(rig.sellByCard()); }
    void sellAndPrint() { print(sell()); }
    void print(std::optional<OrderId> order)
    {
        const auto begun = order ? rig.counter->beginPrint(*order) : Result<PrintOrder>(Error{});
        if (!begun)
            return;
        rig.told.printed.insert(*order); // the printer is asked
        if (begun->replaces)
            rig.told.renewed.insert(*order);
        (void)rig.counter->recordPrintResult(*order, true, {});
    }
    // By the terminal's display.
    void answerPayment(PaymentRef ref)
    {
        const bool charged = rig.told.charged.contains(ref);
        (void)noted(rig.wait<SaleDone>([&](auto done) { rig.counter->answerPayment(ref, charged, std::move(done)); }));
    }
    void voidOrder(OrderId order)
    {
        if (rig.voidOrder(order))
            rig.told.voided.insert(order);
    }
    // With the line down, and a fan buys the seat before it is back.
    OrderId losePromise(std::string_view label)
    {
        cutLine();
        PARTERRE_REQUIRE(rig.add({label}).ok());
        const std::optional<OrderId> order = noted(rig.sellTo({"Ms Moon", "moon@example.org", {}}));
        PARTERRE_REQUIRE(order && centre.fanBuys({std::string(label)}));
        rig.link.cut = false;
        PARTERRE_REQUIRE(rig.settle() && centre.state().cases().contains(CaseId{order->bytes}));
        return *order;
    }
    // The clerk takes the money out of the drawer when the program says so.
    bool refund(CaseId id)
    {
        const bool recorded = rig.wait<void>([&](auto done) { rig.counter->recordRefund(id, done); }).ok();
        if (recorded)
            PARTERRE_REQUIRE(rig.told.refunded.insert(id).second);
        return recorded;
    }
    // ---- What happens to the disk of a program that does not run
    void loseCache()
    {
        DiskImage image = rig.disk.image();
        std::erase_if(image, [](const auto& file) { return file.first.starts_with("cache.db"); });
        rig.disk.restore(image);
    }
    void breakCache()
    {
        rig.disk.flipBit("cache.db", 0); // "SQLite format 3" begins with another letter
        m_cacheBroken = true;
    }
    // What the journal's database holds by itself, without the log beside it.
    JournalContents checkpointed() const
    {
        DiskImage image = rig.disk.image();
        image.erase("journal.db-wal");
        CrashDisk copy;
        copy.restore(image);
        return SqlJournal::open(DiskCounterRig::journalFile(), copy).value()->load().value();
    }
    // Allotments whose Seal the journal has promised to keep.
    std::set<Fence> sealed() const
    {
        std::set<Fence> fences;
        MemoryJournal kept = rig.promise.kept;
        const JournalContents contents = kept.load().value();
        for (const JournalledOp& journalled : contents.ops) {
            const Op op = decodeOp(journalled.sealed.bytes).value();
            if (const auto* seal = std::get_if<SealAllotment>(&op.command))
                fences.insert(seal->fence);
        }
        return fences;
    }
    // Time for everything that is under way, with a living disk or a dead one.
    void rest() { time.runFor(std::chrono::seconds(5)); }
    void newLife()
    {
        ++m_lives;
        rig.random = KeyedBytes(1000 + m_lives);
        rig.bootId = "boot " + std::to_string(m_lives);
    }

private:
    std::optional<OrderId> noted(const Result<SaleDone>& sale)
    {
        if (!sale)
            return std::nullopt;
        rig.told.sold.emplace(sale->order.id, sale->order);
        return sale->order.id;
    }

    std::uint64_t m_lives;
    bool m_cacheBroken;
};

} // namespace parterre::testing

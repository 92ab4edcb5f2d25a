// CounterCheck: what must hold for a counter after a crash, whatever the disk kept: its files are whole and hold all
// that was told; it goes on selling with the line down and up; both sides agree in the end.
#pragma once

#include "sync/counter/sale_command.h"
#include "tests/simulation/crash_points/counter_files.h"

namespace parterre::testing {

class CounterCheck
{
public:
    CounterCheck(const CounterScene& scene, const DiskImage& left) : m_scene(scene), m_left(left) {}

    std::vector<std::string> run()
    {
        const CounterFiles files(m_scene, m_left, m_problems);
        if (!m_problems.none())
            return m_problems.list();
        m_files = &files;
        CounterWorld world(m_scene, m_left);
        world.rig.promise.adopt(files.journal());
        if (files.journal().clerks.empty()) // so that nobody has to wait for a real verifier
            require(world.rig.addClerk(), "the journal does not open for writing");
        if (liveOffLine(world))
            liveOnLine(world);
        m_problems.add(world.early());
        world.end();
        if (m_problems.none())
            checkAgreement(world);
        return m_problems.list();
    }

private:
    template <typename Condition>
    bool require(const Condition& condition, const std::string& problem)
    {
        return m_problems.require(condition, problem);
    }

    // False: it is no use to go on.
    bool liveOffLine(CounterWorld& world)
    {
        world.rig.link.cut = true;
        if (!require(world.rig.start(), "the counter does not start"))
            return false;
        if (!world.rig.counter->enrolled())
            return true;
        if (!require(world.rig.signIn(), "sign-in with the line down"))
            return false;
        if (!world.rig.open())
            return true; // the cache has forgotten the event
        for (const auto& [id, order] : m_scene.told.sold)
            if (!m_scene.told.voided.contains(id) && !m_files->voided(id) && !isCase(id))
                checkShownAsSold(world, order);
        answerQuestions(world);
        if (world.rig.counter->basket().empty())
            world.addReserve(1);
        const Basket& basket = world.rig.counter->basket();
        if (basket.provisional) // after a restore the reserve is in limbo until it was sealed
            require(m_scene.centre.state().logGen() > 0, "a basket of the reserve is only a promise");
        else if (basket.local)
            require(world.sell().has_value(), "the reserve cannot be sold with the line down");
        return true;
    }
    // A sale at the centre may have been told because the log had it; then its outcome may be lost until the line is
    // back, and the order waits for it again. Its seats must not be sold meanwhile.
    void checkShownAsSold(const CounterWorld& world, const Order& order)
    {
        if (m_files->sold<SellHold>(order)) {
            for (const Ticket& ticket : order.tickets)
                require(!ticket.seat || !world.rig.counter->seatView(*ticket.seat).sellable,
                        "a seat of " + named(order.id) + " can be sold again with the line down");
            return;
        }
        const Result<std::vector<std::string>> codes = world.rig.counter->ticketCodes(order.id);
        require(codes && codes->size() == order.tickets.size(), named(order.id) + " was sold and has no ticket codes");
        for (const Ticket& ticket : order.tickets)
            if (ticket.seat)
                require(world.rig.counter->seatView(*ticket.seat).mark == SeatMark::Sold,
                        "a seat of " + named(order.id) + " is not shown as sold");
    }

    void liveOnLine(CounterWorld& world)
    {
        TellingRig& rig = world.rig;
        rig.link.cut = false;
        if (!rig.counter->enrolled() && !require(world.enrol(), "enrolment"))
            return;
        if (!rig.counter->signedIn() && !require(world.signIn(), "sign-in"))
            return;
        if (!rig.counter->openedEvent() && !require(rig.open(), "the event cannot be opened"))
            return;
        if (!require(rig.settle(), "the counter does not come to rest"))
            return;
        checkReserveIsOurs(world);
        answerQuestions(world);
        refundWhatIsDue(world);
        rig.counter->clearBasket();
        sellAtCentre(world);
        if (!rig.reserve().empty()) {
            world.addReserve(1);
            require(world.sell().has_value(), "the reserve cannot be sold with the line up");
        }
        if (!require(rig.settle(), "the counter does not come to rest after selling"))
            return;
        require(rig.differences().empty(), "screen and centre differ: " + rig.differences());
        checkOrdersAtCentre(world);
    }
    // A grant that was shown stays ours until our own Seal.
    void checkReserveIsOurs(const CounterWorld& world)
    {
        const std::optional<Fence> shown = m_scene.told.reserve;
        const Allotment* before = m_scene.centre.state().allotmentOf(world.rig.device);
        if (!shown || m_files->sealed(*shown) || !before || before->fence != *shown)
            return;
        const Allotment* now = world.centre.state().allotmentOf(world.rig.device);
        // Under a new log a counter gives back what it had under the old one.
        const bool kept = now && now->isUnder(*shown);
        require(kept || world.sealed().contains(*shown), "the reserve was given back without a word");
    }
    // What comes before the next sale. Paper that was asked for and nobody knows about lies in the tray.
    void answerQuestions(CounterWorld& world)
    {
        for (const OpenQuestion& question : world.rig.counter->questions()) {
            if (question.kind == OpenQuestion::Kind::Payment)
                world.answerPayment(question.ref);
            else if (require(question.kind == OpenQuestion::Kind::Print, "money back for seats that were kept"))
                require(world.rig.counter->answerPrint(question.order.id, true), "the question about the tray");
        }
    }
    // Every card that was charged has paid for an order, and none has that was not.
    void checkCharges(const CounterWorld& world)
    {
        MemoryJournal kept = world.rig.promise.kept;
        const JournalContents contents = kept.load().value();
        for (const PaymentRecord& payment : contents.payments) {
            const OrderId order = soldOrder(payment.sale)->id;
            const bool charged = m_scene.told.charged.contains(payment.ref);
            require(charged == (payment.state == PaymentState::Taken), "a payment is not what the terminal did");
            require(charged == (world.centre.state().order(order) != nullptr),
                    named(order) +
                        (charged ? " was paid for by card and is not sold" : " is sold and was not paid for"));
        }
    }
    void sellAtCentre(CounterWorld& world)
    {
        const SeatPlan& plan = world.centre.plan();
        for (std::uint32_t i = 0; i < plan.seatCount(); ++i) {
            const std::string label = plan.label(SeatIndex{i});
            if (world.centre.status(label) != SeatStatus::Free)
                continue;
            require(world.rig.add({label}), label + " cannot be added");
            require(world.sell().has_value(), label + " cannot be sold at the centre");
            return;
        }
        require(false, "no seat is free at the centre");
    }
    void checkOrdersAtCentre(const CounterWorld& world)
    {
        const EventState& centre = world.centre.state();
        for (const auto& [id, order] : world.rig.told.sold) // those of the check, too
            if (!isCase(id))
                checkOrder(order, centre.order(id));
        for (const auto& [id, order] : centre.orders())
            if (order.device == world.rig.device)
                require(world.rig.syncOf(id) == OrderSync::Confirmed, named(id) + " is not confirmed at its counter");
        checkCharges(world);
        require(centre.audit().empty(), "the centre: " + centre.audit());
        require(centre.cases().size() == m_scene.centre.state().cases().size(), "a case was opened");
    }
    bool isCase(OrderId order) const { return m_scene.centre.state().cases().contains(CaseId{order.bytes}); }
    // What is due leaves the drawer once: recorded when the clerk was told so, and then never offered again.
    void refundWhatIsDue(CounterWorld& world)
    {
        for (const auto& [id, before] : m_scene.centre.state().cases()) {
            const bool wasTold = m_scene.told.refunded.contains(id);
            const bool isDue = world.centre.state().cases().at(id).phase == CasePhase::RefundDue;
            require(!(wasTold && isDue), "a refund that was recorded is due again");
            require(wasTold || world.refund(id) == isDue, "what is due and what the counter pays back differ");
            require(world.centre.state().cases().at(id).phase == CasePhase::Refunded, "a case is not refunded");
        }
    }
    void checkOrder(const Order& told, const Order* placed)
    {
        if (!require(placed != nullptr, named(told.id) + " was told as sold and never reached the centre"))
            return;
        if (!require(placed->tickets.size() == told.tickets.size(),
                     named(told.id) + " has other tickets at the centre"))
            return;
        const bool isVoid = m_scene.told.voided.contains(told.id);
        const bool mayBeVoid = isVoid || m_files->voided(told.id);
        for (std::size_t i = 0; i < told.tickets.size(); ++i) {
            const TicketSerial before = told.tickets[i].serial;
            const TicketSerial now = m_files->renewed(told.id) ? reissuedSerial(before) : before;
            require(placed->tickets[i].serial == now, named(told.id) + " has another serial");
            require(mayBeVoid || !placed->tickets[i].voided, named(told.id) + " is void and nobody asked for it");
            require(!isVoid || placed->tickets[i].voided, named(told.id) + " should be void");
        }
    }

    // Nothing is sold from a reserve behind its Seal.
    void checkSeals(const JournalContents& contents)
    {
        std::set<Fence> sealed;
        for (const JournalledOp& journalled : contents.ops) {
            const Command command = decodeOp(journalled.sealed.bytes).value().command;
            if (const auto* seal = std::get_if<SealAllotment>(&command))
                sealed.insert(seal->fence);
            if (const auto* sale = std::get_if<SellAllotted>(&command))
                require(!sealed.contains(sale->fence), named(sale->order.id) + " is sold from a sealed reserve");
        }
    }

    // The end: line up, all quiet, the program closed.
    void checkAgreement(CounterWorld& world)
    {
        const auto journal = SqlJournal::open(DiskCounterRig::journalFile(), world.disk());
        const auto cache = SqlCache::open(DiskCounterRig::cacheFile(), world.disk());
        if (!require(journal, "the journal at the end") || !require(cache, "the cache at the end"))
            return;
        const JournalContents contents = (*journal)->load().value();
        require(world.rig.promise.allows(contents), "the journal at the end is not what its commits promised");
        require(contents.outcomes.size() == contents.ops.size(), "the outbox is not empty");
        require(isFold(**cache, world.centre, true), "the cache at the end is not the fold of the log");
        std::vector<Bytes32> hashes;
        for (const JournalledOp& op : contents.ops)
            hashes.push_back(op.sealed.hash);
        checkSeals(contents);
        require(hashes == world.centre.answeredOps(world.rig.device), "journal and centre have other ops");
    }

    const CounterScene& m_scene;
    const DiskImage& m_left;
    const CounterFiles* m_files = nullptr;
    Problems m_problems;
};

} // namespace parterre::testing

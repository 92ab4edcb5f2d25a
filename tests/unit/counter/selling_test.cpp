// Selling at the counter: from the reserve, at the centre, with the line down and back again.
#include "tests/support/counter_rig.h"

#include <QtTest/QTest>

using namespace parterre;
using namespace parterre::testing;

class SellingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_time = std::make_unique<VirtualTime>(sampleNow);
        m_centre = std::make_unique<FakeCentre>(*m_time);
        m_rig = std::make_unique<CounterRig>(*m_time, *m_centre);
        const Result<void> begun = m_rig->begin();
        QVERIFY2(begun.ok(), begun ? "" : begun.error().detail.c_str());
        m_reserve = m_rig->reserve();
        QVERIFY(m_reserve.size() >= 4);
    }
    void cleanup()
    {
        m_rig.reset();
        m_centre.reset();
        m_time.reset();
    }

    void beginsWithAReserveAndTheLineUp()
    {
        QCOMPARE(m_rig->counter->lineReport().state, LineState::Up);
        QCOMPARE(m_rig->differences(), std::string());
        QVERIFY(m_rig->counter->lineReport().reserveSeats >= m_reserve.size());
        QVERIFY(m_rig->counter->lineReport().reserveLeft > std::chrono::hours(23));
        QVERIFY(m_rig->notices.empty());
    }

    void sellsAtTheCentre()
    {
        QVERIFY(m_rig->add({"Stalls/1/1", "Stalls/1/2"}).ok());
        QVERIFY(!m_rig->counter->basket().local);
        QVERIFY(m_rig->counter->basket().expiresAt.has_value());
        QCOMPARE(m_centre->status("Stalls/1/1"), SeatStatus::Held);
        const Result<SaleDone> sale = m_rig->sell(12'000);
        QVERIFY(sale.ok());
        QCOMPARE(sale->sync, OrderSync::Confirmed);
        QCOMPARE(sale->change.minor, 2'000);
        QCOMPARE(sale->ticketCodes.size(), std::size_t(2));
        QCOMPARE(m_centre->status("Stalls/1/1"), SeatStatus::Sold);
        QVERIFY(m_rig->settle());
        QCOMPARE(m_rig->differences(), std::string());
        QVERIFY(m_rig->counter->basket().empty());
    }

    void sellsFromTheReserveWithoutTheCentre()
    {
        const int pushes = m_rig->link.pushes;
        QVERIFY(addReserve(2).ok());
        QVERIFY(m_rig->counter->basket().local);
        QCOMPARE(m_rig->link.pushes, pushes);
        const Result<SaleDone> sale = m_rig->sell();
        QVERIFY(sale.ok());
        QCOMPARE(sale->sync, OrderSync::Pending);
        QVERIFY(m_rig->settle());
        QCOMPARE(m_rig->syncOf(sale->order.id), OrderSync::Confirmed);
        QCOMPARE(m_centre->status(m_reserve[0]), SeatStatus::Sold);
        QCOMPARE(m_rig->differences(), std::string());
    }

    void sellsOffLineAndConverges()
    {
        cutLine();
        std::vector<OrderId> orders;
        for (std::size_t i = 0; i < 3; ++i) {
            QVERIFY(addReserve(1).ok());
            const Result<SaleDone> sale = m_rig->sell();
            QVERIFY(sale.ok());
            QCOMPARE(sale->sync, OrderSync::Pending);
            orders.push_back(sale->order.id);
            QCOMPARE(m_rig->view(m_reserve[i]).mark, SeatMark::Sold);
        }
        QCOMPARE(m_rig->counter->lineReport().unsentOps, 3u);
        QCOMPARE(m_centre->status(m_reserve[0]), SeatStatus::Allotted);
        m_rig->link.cut = false;
        QVERIFY(m_rig->settle());
        for (const OrderId order : orders)
            QCOMPARE(m_rig->syncOf(order), OrderSync::Confirmed);
        QCOMPARE(m_centre->status(m_reserve[2]), SeatStatus::Sold);
        QCOMPARE(m_rig->counter->lineReport().drainedOps, 3u);
        QCOMPARE(m_rig->differences(), std::string());
    }

    void refusesOffLineWhatIsNotInTheReserve()
    {
        beginWith([](EventTerms& terms) { terms.provisionalSales = false; });
        cutLine();
        QVERIFY(addReserve(1).ok());
        const Result<void> refused = m_rig->add({"Stalls/1/1"});
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().code, ErrorCode::Offline);
        QCOMPARE(
            refused.error().detail,
            std::string("The line is down: Stalls/1/1 is not in this counter's offline reserve. Nothing was changed; "
                        "choose a seat with the reserve mark. This event is not sold provisionally."));
        QCOMPARE(m_rig->labels(), std::vector<std::string>{m_reserve[0]});
        QVERIFY(!m_rig->view("Stalls/1/1").sellable);
        QVERIFY(m_rig->view(m_reserve[1]).sellable);
    }

    // A seat that is not ours joins a basket from the reserve: one hold at the centre takes over both.
    void aBasketFromTheReserveMovesToTheCentre()
    {
        QVERIFY(addReserve(1).ok());
        QVERIFY(m_rig->counter->basket().local);
        const Result<void> joined = m_rig->add({"Stalls/1/1"});
        QVERIFY2(joined.ok(), joined ? "" : joined.error().detail.c_str());
        QVERIFY(!m_rig->counter->basket().local);
        QCOMPARE(m_rig->labels().size(), std::size_t(2));
        QCOMPARE(m_centre->status(m_reserve[0]), SeatStatus::Held);
        const Result<SaleDone> sale = m_rig->sell();
        QVERIFY(sale.ok());
        QVERIFY(m_rig->settle());
        QCOMPARE(m_centre->status(m_reserve[0]), SeatStatus::Sold);
        QCOMPARE(m_centre->state().orders().size(), std::size_t(1));
        QCOMPARE(m_rig->differences(), std::string());
    }

    void aBasketAtTheCentreGrowsAndShrinksInOneStep()
    {
        QVERIFY(m_rig->add({"Stalls/1/1", "Stalls/1/2"}).ok());
        const Result<void> grown = m_rig->add({"Stalls/1/3"});
        QVERIFY2(grown.ok(), grown ? "" : grown.error().detail.c_str());
        QVERIFY(m_rig->remove({"Stalls/1/1"}).ok());
        QCOMPARE(m_rig->labels(), (std::vector<std::string>{"Stalls/1/2", "Stalls/1/3"}));
        QCOMPARE(m_centre->state().holds().size(), std::size_t(1));
        QCOMPARE(m_centre->status("Stalls/1/1"), SeatStatus::Free);
        QVERIFY(m_centre->fanHolds({"Stalls/1/5"}));
        QCOMPARE(m_rig->add({"Stalls/1/5"}).error().code, ErrorCode::SeatTaken);
        QCOMPARE(m_rig->labels(), (std::vector<std::string>{"Stalls/1/2", "Stalls/1/3"})); // as it was
        m_rig->counter->clearBasket();
        QVERIFY(m_rig->settle());
        QCOMPARE(m_centre->status("Stalls/1/2"), SeatStatus::Free);
        QCOMPARE(m_rig->differences(), std::string());
    }

    void nextBestOffersOtherSeats()
    {
        QVERIFY(m_rig->addBest(2).ok());
        const std::vector<std::string> first = m_rig->labels();
        const Result<void> next = m_rig->addBest(2);
        QVERIFY2(next.ok(), next ? "" : next.error().detail.c_str());
        QCOMPARE(m_rig->labels().size(), std::size_t(2));
        QVERIFY(m_rig->labels() != first);
        QCOMPARE(m_centre->status(first[0]), SeatStatus::Free);
    }

    void priceTypesChangeTheTotal()
    {
        QVERIFY(m_rig->add({"Stalls/1/1"}).ok());
        m_rig->counter->setAllPriceTypes(PriceTypeIndex{1});
        QCOMPARE(m_rig->counter->basket().total.minor, 2'500);
        QCOMPARE(m_rig->sell(2'499).error().code, ErrorCode::AmountMismatch);
        QVERIFY(m_rig->sell(2'500).ok());
        QCOMPARE(m_centre->state().orders().begin()->second.totalMinor(), 2'500);
    }

    void oneExtensionAndNoMore()
    {
        QVERIFY(m_rig->add({"Stalls/1/1"}).ok());
        const Instant before = *m_rig->counter->basket().expiresAt;
        const auto extend = [this] {
            return m_rig->wait<void>([this](auto done) { m_rig->counter->extendBasket(done); });
        };
        QVERIFY(extend().ok());
        QVERIFY(*m_rig->counter->basket().expiresAt > before);
        QCOMPARE(extend().error().code, ErrorCode::ExtensionUsed);
    }

    // A click may come while no event is open, as while another one is fetched.
    void withoutAnEventWhatIsAskedForIsRefused()
    {
        Counter& counter = *m_rig->counter;
        const std::vector<SeatIndex> seats = m_rig->seats({"Stalls/1/1"});
        counter.closeEvent();
        const auto refused = [this](auto ask) { return m_rig->wait<void>(ask).error(); };
        const Error none{ErrorCode::Unavailable, "Open the event first."};
        QCOMPARE(refused([&](auto done) { counter.addSeats(seats, done); }).detail, none.detail);
        QCOMPARE(refused([&](auto done) { counter.removeSeats(seats, done); }).code, none.code);
        QCOMPARE(refused([&](auto done) { counter.setStanding(StandingIndex{0}, 1, done); }).code, none.code);
        QCOMPARE(refused([&](auto done) { counter.addBest(2, std::nullopt, done); }).code, none.code);
        QCOMPARE(refused([&](auto done) { counter.extendBasket(done); }).code, none.code);
        QCOMPARE(refused([&](auto done) { counter.reserve("Miller", {}, done); }).code, none.code);
        QCOMPARE(refused([&](auto done) { counter.voidOrder(idOf<OrderId>(1), "ill", done); }).code, none.code);
        QCOMPARE(refused([&](auto done) { counter.makeOffer(idOf<CaseId>(1), done); }).code, none.code);
        QCOMPARE(refused([&](auto done) { counter.answerOffer(idOf<CaseId>(1), {}, done); }).code, none.code);
        QCOMPARE(refused([&](auto done) { counter.recordRefund(idOf<CaseId>(1), done); }).code, none.code);
        QCOMPARE(refused([&](auto done) { counter.settleAtDoor(idOf<CaseId>(1), true, {}, done); }).code, none.code);
        QCOMPARE(m_rig->sell().error().code, none.code);
        QCOMPARE(counter.returnReserve().error().code, none.code);
        QCOMPARE(counter.maySellProvisionally().error().code, none.code);
        QCOMPARE(counter.ticketCodes(idOf<OrderId>(1)).error().code, none.code);
        QCOMPARE(counter.reissueTickets(idOf<OrderId>(1), "lost").error().code, none.code);
        counter.setPriceType(0, PriceTypeIndex{0});
        counter.setAllPriceTypes(PriceTypeIndex{0});
        counter.clearBasket();
        QVERIFY(counter.seatViews().empty() && counter.orders().empty() && counter.cases().empty());
        QCOMPARE(counter.standingFree(StandingIndex{0}), 0U);
        QVERIFY(m_rig->open().ok()); // and all is as it was
        QVERIFY(m_rig->add({"Stalls/1/1"}).ok());
    }

    void noticesACutLineWithinTwoSeconds()
    {
        m_rig->link.cut = true;
        m_time->runFor(Milliseconds(2'000));
        QCOMPARE(m_rig->counter->lineReport().state, LineState::Down);
    }

private:
    void beginWith(const std::function<void(EventTerms&)>& change)
    {
        m_rig.reset();
        m_centre = std::make_unique<FakeCentre>(*m_time, samplePlan(), change);
        m_rig = std::make_unique<CounterRig>(*m_time, *m_centre);
        QVERIFY(m_rig->begin().ok());
        m_reserve = m_rig->reserve();
    }
    void cutLine()
    {
        m_rig->link.cut = true;
        QVERIFY(m_time->runUntil([this] { return m_rig->counter->lineReport().state == LineState::Down; }));
    }
    Result<void> addReserve(std::size_t count)
    {
        std::vector<SeatIndex> seats;
        for (const std::string& label : m_rig->reserve())
            if (seats.size() < count)
                seats.push_back(m_centre->plan().seatByLabel(label).value());
        return m_rig->wait<void>([&](auto done) { m_rig->counter->addSeats(seats, done); });
    }

    std::unique_ptr<VirtualTime> m_time;
    std::unique_ptr<FakeCentre> m_centre;
    std::unique_ptr<CounterRig> m_rig;
    std::vector<std::string> m_reserve;
};

QTEST_GUILESS_MAIN(SellingTest)
#include "selling_test.moc"

// What may wait for the line: at nine tenths nothing more is promised, at the limit nothing is sold, and nothing is
// ever dropped (I20).
#include "tests/support/counter_rig.h"

#include <QtTest/QTest>

using namespace parterre;
using namespace parterre::testing;

class OutboxLimitTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_time = std::make_unique<VirtualTime>(sampleNow);
        m_centre = std::make_unique<FakeCentre>(*m_time);
        m_rig = std::make_unique<CounterRig>(*m_time, *m_centre);
    }
    void cleanup()
    {
        m_rig.reset();
        m_centre.reset();
        m_time.reset();
    }

    void atNineTenthsOnlyTheReserveIsSold()
    {
        beginWith({10, 1'000'000});
        QCOMPARE(m_rig->counter->lineReport().outboxPercent, 0u);
        m_rig->cutLine();
        for (int i = 0; i < 9; ++i)
            sellUnit();
        QCOMPARE(m_rig->counter->lineReport().outboxPercent, 90u);
        QVERIFY(!m_rig->counter->lineReport().provisional);
        QCOMPARE(m_rig->counter->maySellProvisionally().error().code, ErrorCode::LimitExceeded);
        const Result<void> refused = m_rig->add({"Stalls/1/2"});
        QCOMPARE(refused.error().code, ErrorCode::Offline);
        QVERIFY(refused.error().detail.find("Too much waits for the line") != std::string::npos);
        QVERIFY(!m_rig->view("Stalls/1/2").sellable);
        QVERIFY(m_rig->addReserve(1).ok());
        QCOMPARE(m_rig->sell()->sync, OrderSync::Pending);
        QCOMPARE(m_rig->counter->lineReport().outboxPercent, 100u);
    }

    // A basket that was begun below the limit is not promised above it.
    void theLimitCountsWhenTheSaleIsMade()
    {
        beginWith({10, 1'000'000});
        m_rig->cutLine();
        std::vector<OrderId> sold;
        for (int i = 0; i < 8; ++i)
            sold.push_back(sellUnit());
        QVERIFY(m_rig->add({"Stalls/1/1"}).ok());
        QVERIFY(m_rig->counter->basket().provisional);
        QVERIFY(m_rig->voidOrder(sold.back()).ok()); // the ninth
        QCOMPARE(m_rig->sellTo({"Ms Moon", "moon@example.org", {}}).error().code, ErrorCode::LimitExceeded);
        QCOMPARE(m_rig->counter->orders().size(), sold.size());
    }

    void atTheLimitNothingIsSoldAndNothingDropped()
    {
        beginWith({4, 1'000'000});
        m_rig->cutLine();
        std::vector<OrderId> sold;
        for (int i = 0; i < 4; ++i)
            sold.push_back(sellUnit());
        QVERIFY(m_rig->addReserve(1).ok());
        const std::vector<std::string> basket = m_rig->labels();
        for (int i = 0; i < 3; ++i)
            QCOMPARE(m_rig->sell().error().code, ErrorCode::LimitExceeded);
        QCOMPARE(m_rig->labels(), basket);
        QCOMPARE(m_rig->counter->lineReport().unsentOps, 4u);
        QCOMPARE(m_rig->counter->orders().size(), std::size_t(4));
        m_rig->link.cut = false;
        QVERIFY(m_rig->settle());
        for (const OrderId order : sold)
            QCOMPARE(m_rig->syncOf(order), OrderSync::Confirmed);
        QCOMPARE(m_rig->counter->lineReport().outboxPercent, 0u);
        QVERIFY(m_rig->sell().ok()); // the basket has waited
        QVERIFY(m_rig->settle());
        QCOMPARE(m_centre->state().orders().size(), std::size_t(5));
        QCOMPARE(m_rig->differences(), std::string());
    }

    void bytesCountAsWell()
    {
        constexpr std::uint64_t most = 600;
        beginWith({50'000, most});
        m_rig->cutLine();
        std::vector<OrderId> sold;
        Result<SaleDone> last = Error{ErrorCode::Internal, {}};
        do {
            QVERIFY(m_rig->setStanding(1).ok());
            last = m_rig->sell();
            if (last)
                sold.push_back(last->order.id);
        } while (last && sold.size() < 5);
        QCOMPARE(last.error().code, ErrorCode::LimitExceeded);
        QVERIFY(sold.size() >= 2);
        const std::vector<JournalledOp> ops = m_rig->journal.load()->ops;
        std::uint64_t waiting = 0;
        for (std::size_t i = ops.size() - sold.size(); i < ops.size(); ++i)
            waiting += static_cast<std::uint64_t>(ops[i].sealed.bytes.size());
        QVERIFY(waiting <= most);
        QVERIFY(waiting + static_cast<std::uint64_t>(ops.back().sealed.bytes.size()) > most);
        QCOMPARE(m_rig->counter->lineReport().outboxPercent, static_cast<std::uint32_t>(waiting * 100 / most));
        m_rig->link.cut = false;
        QVERIFY(m_rig->settle());
        QCOMPARE(m_centre->state().orders().size(), sold.size());
    }

    // What waits is counted again from the disk.
    void aRestartForgetsNoneOfIt()
    {
        beginWith({4, 1'000'000});
        m_rig->cutLine();
        for (int i = 0; i < 4; ++i)
            sellUnit();
        QVERIFY(m_rig->again().ok());
        QCOMPARE(m_rig->counter->lineReport().outboxPercent, 100u);
        QVERIFY(m_rig->addReserve(1).ok());
        QCOMPARE(m_rig->sell().error().code, ErrorCode::LimitExceeded);
    }

private:
    void beginWith(OutboxLimits limits)
    {
        m_rig->outbox = limits;
        const Result<void> begun = m_rig->begin();
        QVERIFY2(begun.ok(), begun ? "" : begun.error().detail.c_str());
    }
    // One order of one standing unit: of the reserve while it lasts, then a promise.
    OrderId sellUnit()
    {
        PARTERRE_REQUIRE(m_rig->setStanding(1).ok());
        return m_rig->sellTo({"Ms Moon", "moon@example.org", {}}).value().order.id;
    }

    std::unique_ptr<VirtualTime> m_time;
    std::unique_ptr<FakeCentre> m_centre;
    std::unique_ptr<CounterRig> m_rig;
};

QTEST_GUILESS_MAIN(OutboxLimitTest)
#include "outbox_limit_test.moc"

// Provisional sales: what may be promised with the line down, how it is marked, and what becomes of it.
#include "sync/wire/ticket_code.h"
#include "tests/support/counter_rig.h"

#include <QtTest/QTest>

using namespace parterre;
using namespace parterre::testing;

namespace {

const Buyer reachable{"Ms Moon", "moon@example.org", {}};

} // namespace

class ProvisionalTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { beginWith(); }
    void cleanup()
    {
        m_rig.reset();
        m_centre.reset();
        m_time.reset();
    }

    void outsideTheReserveTheBasketIsProvisional()
    {
        QVERIFY(!m_rig->view("Stalls/1/1").provisional);
        m_rig->cutLine();
        QVERIFY(m_rig->view("Stalls/1/1").provisional);
        QVERIFY(m_rig->view("Stalls/1/1").sellable);
        QVERIFY(m_rig->addReserve(1).ok());
        QVERIFY(!m_rig->counter->basket().provisional);
        QVERIFY(m_rig->add({"Stalls/1/1"}).ok());
        QVERIFY(m_rig->counter->basket().provisional); // one such seat is enough
        QVERIFY(m_rig->counter->basket().local);
        QVERIFY(m_rig->remove({"Stalls/1/1"}).ok());
        QVERIFY(!m_rig->counter->basket().provisional);
    }

    void theCustomerMustBeReachable()
    {
        m_rig->cutLine();
        QVERIFY(m_rig->add({"Stalls/1/1"}).ok());
        const int commits = m_rig->journal.commits;
        const Result<SaleDone> sale = m_rig->sellTo({"Ms Moon", {}, {}});
        QCOMPARE(sale.error().code, ErrorCode::Malformed);
        QVERIFY(sale.error().detail.find("e-mail address or a telephone number") != std::string::npos);
        QCOMPARE(m_rig->journal.commits, commits);
        QCOMPARE(m_rig->counter->orders().size(), std::size_t(0));
        QCOMPARE(m_rig->labels(), std::vector<std::string>{"Stalls/1/1"});
        const Result<SaleDone> byTelephone = m_rig->sellTo({"Ms Moon", {}, "+49 30 1234"});
        QVERIFY(byTelephone.ok());
        QCOMPARE(byTelephone->sync, OrderSync::Provisional);
    }

    // I17: paper that was sold outside any authority says so, and no other does.
    void thePaperSaysWhetherItIsProvisional()
    {
        m_rig->cutLine();
        QVERIFY(m_rig->add({"Stalls/1/1"}).ok());
        const Result<SaleDone> promised = m_rig->sellTo(reachable);
        QVERIFY(promised.ok());
        QCOMPARE(promised->sync, OrderSync::Provisional);
        QCOMPARE(contentOf(promised->ticketCodes.front()).provisional, true);
        QCOMPARE(contentOf(promised->ticketCodes.front()).place, std::string("Stalls/1/1"));
        QVERIFY(m_rig->addReserve(1).ok());
        const Result<SaleDone> sure = m_rig->sell();
        QVERIFY(sure.ok());
        QCOMPARE(sure->sync, OrderSync::Pending);
        QCOMPARE(contentOf(sure->ticketCodes.front()).provisional, false);
        QCOMPARE(m_rig->counter->ticketCodes(promised->order.id).value(), promised->ticketCodes);
        m_rig->link.cut = false;
        QVERIFY(m_rig->settle());
        const std::string again = m_rig->counter->ticketCodes(promised->order.id)->front();
        QCOMPARE(contentOf(again).provisional, false); // the centre has confirmed it
    }

    void anEventMayForbidIt()
    {
        beginWith([](EventTerms& terms) { terms.provisionalSales = false; });
        m_rig->cutLine();
        QCOMPARE(m_rig->counter->maySellProvisionally().error().code, ErrorCode::Forbidden);
        const Result<void> refused = m_rig->add({"Stalls/1/1", "Stalls/1/2"});
        QCOMPARE(refused.error().code, ErrorCode::Offline);
        QVERIFY(refused.error().detail.find("Stalls/1/1, Stalls/1/2 are not in this counter's offline reserve") !=
                std::string::npos);
        QVERIFY(m_rig->counter->basket().empty());
        QVERIFY(m_rig->addReserve(1).ok());
        QCOMPARE(m_rig->sell()->sync, OrderSync::Pending);
    }

    void whatIsKnownToBeTakenIsNotPromised()
    {
        QVERIFY(m_centre->fanBuys({"Stalls/1/1"}));
        QVERIFY(m_rig->settle());
        m_rig->cutLine();
        const Result<void> refused = m_rig->add({"Stalls/1/1", "Stalls/1/2"});
        QCOMPARE(refused.error().code, ErrorCode::Offline);
        QVERIFY(refused.error().detail.find("Stalls/1/1 is not free as far as this counter knows") !=
                std::string::npos);
        QVERIFY(m_rig->counter->basket().empty()); // all or nothing
        QVERIFY(m_rig->add({"Stalls/1/2"}).ok());
        QVERIFY(m_rig->sellTo(reachable).ok());
        QCOMPARE(m_rig->add({"Stalls/1/2"}).error().code, ErrorCode::Offline); // promised once, not twice
    }

    void confirmedWhenNobodyElseHasIt()
    {
        const OrderId order = promise("Stalls/1/1");
        QCOMPARE(m_rig->syncOf(order), OrderSync::Provisional);
        m_rig->link.cut = false;
        QVERIFY(m_rig->settle());
        QCOMPARE(m_rig->syncOf(order), OrderSync::Confirmed);
        QVERIFY(m_centre->state().order(order) != nullptr);
        QCOMPARE(m_rig->differences(), std::string());
    }

    void contestedAndWonWhenThePaymentFails()
    {
        const OrderId order = contested();
        QVERIFY(m_centre->run(FailPayment{idOf<HoldId>(900), idOf<OrderId>(900)}).ok());
        QVERIFY(m_rig->settle());
        QCOMPARE(m_rig->syncOf(order), OrderSync::Confirmed);
        QVERIFY(m_centre->state().order(order) != nullptr);
        QVERIFY(m_rig->wasTold("has its seats: the other payment came to nothing"));
        QCOMPARE(m_centre->state().audit(), std::string());
        // To be told by a restored centre's counter: it was sold, not only left open.
        const std::vector<JournalledOutcome> outcomes = m_rig->journal.load()->outcomes;
        QCOMPARE(outcomes.back().outcome.kind, OutcomeKind::Confirmed);
        QVERIFY(std::none_of(outcomes.begin(), outcomes.end(), [](const JournalledOutcome& journalled) {
            return journalled.outcome.kind == OutcomeKind::Contested;
        }));
        QVERIFY(!contentOf(m_rig->counter->ticketCodes(order)->front()).provisional);
    }

    void contestedAndLostWhenThePaymentIsCaptured()
    {
        const OrderId order = contested();
        const Places places = m_centre->state().hold(idOf<HoldId>(900))->places;
        QVERIFY(m_centre->run(SellHold{idOf<HoldId>(900), idOf<HolderId>(900), m_centre->fanOrder(places, 900)}).ok());
        QVERIFY(m_rig->settle());
        QCOMPARE(m_rig->syncOf(order), OrderSync::Conflict);
        QCOMPARE(m_rig->counter->ticketCodes(order).error().code, ErrorCode::OrderGone);
        QVERIFY(m_centre->state().order(order) == nullptr);
        QVERIFY(m_centre->state().caseOf(CaseId{order.bytes}) != nullptr);
        QCOMPARE(m_centre->state().audit(), std::string());
    }

    void aCaseWhenItWasSoldElsewhere()
    {
        const OrderId order = promise("Stalls/1/1");
        QVERIFY(m_centre->fanBuys({"Stalls/1/1"}));
        m_rig->link.cut = false;
        QVERIFY(m_rig->settle());
        QCOMPARE(m_rig->syncOf(order), OrderSync::Conflict);
        QCOMPARE(m_centre->state().cases().size(), std::size_t(1));
        QCOMPARE(m_centre->state().orders().size(), std::size_t(1));
        QVERIFY(m_rig->wasTold(orderCode(order) + " lost its seats to somebody else"));
        QCOMPARE(m_rig->view("Stalls/1/1").mark, SeatMark::Sold);
    }

    // The customer comes back long after the counter has forgotten its own part.
    void anOrderInACaseStaysInTheList()
    {
        const OrderId order = promise("Stalls/1/1");
        QVERIFY(m_centre->fanBuys({"Stalls/1/1"}));
        m_rig->link.cut = false;
        QVERIFY(m_rig->settle());
        QVERIFY(m_rig->addReserve(1).ok() && m_rig->sell().ok()); // the last op is never forgotten
        m_rig->crash();
        m_time->runFor(std::chrono::days(40));
        m_rig->keptOps = 1;
        QVERIFY(m_rig->start().ok()); // forgets, on disk
        QVERIFY(m_rig->again().ok());
        QVERIFY(m_rig->settle());
        const auto ops = m_rig->journal.load()->ops;
        QVERIFY(std::none_of(ops.begin(), ops.end(), [](const JournalledOp& op) {
            return std::holds_alternative<SellProvisional>(decodeOp(op.sealed.bytes)->command);
        }));
        QCOMPARE(m_rig->syncOf(order), OrderSync::Conflict);
        QCOMPARE(m_rig->counter->ticketCodes(order).error().code, ErrorCode::OrderGone);
    }

    // The line comes back while a customer is being served.
    void anOpenBasketIsHeldAtTheCentre()
    {
        m_rig->cutLine();
        QVERIFY(m_rig->add({"Stalls/1/1"}).ok());
        m_rig->link.cut = false;
        QVERIFY(m_time->runUntil([this] { return !m_rig->counter->basket().local; }, std::chrono::minutes(1)));
        QVERIFY(m_rig->settle());
        QVERIFY(!m_rig->counter->basket().provisional);
        QVERIFY(m_rig->counter->basket().expiresAt.has_value());
        QCOMPARE(m_centre->status("Stalls/1/1"), SeatStatus::Held);
        const Result<SaleDone> sale = m_rig->sell(); // nobody need be reachable any more
        QVERIFY(sale.ok());
        QCOMPARE(sale->sync, OrderSync::Confirmed);
    }

    void anOpenBasketLosesWhatIsTaken()
    {
        m_rig->cutLine();
        QVERIFY(m_rig->addReserve(1).ok());
        const std::vector<std::string> own = m_rig->labels();
        QVERIFY(m_rig->add({"Stalls/1/1"}).ok());
        QVERIFY(m_centre->fanHolds({"Stalls/1/1"}));
        m_rig->link.cut = false;
        QVERIFY(m_rig->settle());
        QCOMPARE(m_rig->labels(), own);
        QVERIFY(!m_rig->counter->basket().provisional);
        QVERIFY(m_rig->wasTold("No longer free: Stalls/1/1"));
        QVERIFY(m_rig->sell().ok());
    }

private:
    void beginWith(const std::function<void(EventTerms&)>& change = {})
    {
        cleanup();
        m_time = std::make_unique<VirtualTime>(sampleNow);
        m_centre = std::make_unique<FakeCentre>(*m_time, samplePlan(), change);
        m_rig = std::make_unique<CounterRig>(*m_time, *m_centre);
        const Result<void> begun = m_rig->begin();
        QVERIFY2(begun.ok(), begun ? "" : begun.error().detail.c_str());
    }
    OrderId promise(std::string_view label)
    {
        m_rig->cutLine();
        PARTERRE_REQUIRE(m_rig->add({label}).ok());
        return m_rig->sellTo(reachable).value().order.id;
    }
    // Promised here while a fan was paying for it.
    OrderId contested()
    {
        const OrderId order = promise("Stalls/1/1");
        PARTERRE_REQUIRE(m_centre->fanHolds({"Stalls/1/1"}) && m_centre->fanPays());
        m_rig->link.cut = false;
        PARTERRE_REQUIRE(m_rig->settle());
        PARTERRE_REQUIRE(m_rig->syncOf(order) == OrderSync::Contested);
        PARTERRE_REQUIRE(contentOf(m_rig->counter->ticketCodes(order)->front()).provisional);
        return order;
    }
    TicketContent contentOf(const std::string& code)
    {
        const PublicKey key = SigningKey::fromSeed(m_rig->journal.load()->identity->seed).publicKey();
        return verifyTicketCode(Bytes::fromStdString(code), key).value();
    }

    std::unique_ptr<VirtualTime> m_time;
    std::unique_ptr<FakeCentre> m_centre;
    std::unique_ptr<CounterRig> m_rig;
};

QTEST_GUILESS_MAIN(ProvisionalTest)
#include "provisional_test.moc"

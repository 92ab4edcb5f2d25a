// A promise that was lost: its case at the counter that made it, from the offer to other seats, or to the last cent.
#include "sync/wire/ticket_code.h"
#include "tests/support/counter_rig.h"

#include <QtTest/QTest>

using namespace parterre;
using namespace parterre::testing;

class CaseTest : public QObject
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
    }
    void cleanup()
    {
        m_rig.reset();
        m_centre.reset();
        m_time.reset();
    }

    void aLostOrderIsACase()
    {
        QVERIFY(m_rig->counter->cases().empty());
        const OrderId order = lose("Stalls/1/1");
        QCOMPARE(m_rig->counter->cases().size(), std::size_t(1));
        const CaseReport report = m_rig->counter->cases().front();
        QVERIFY(report.mine);
        QVERIFY(report.what.id == CaseId{order.bytes});
        QCOMPARE(report.what.phase, CasePhase::Offered); // the customer wished to be asked
        QCOMPARE(report.decided, Rival::Owner);
        QCOMPARE(report.lost.size(), std::size_t(1));
        QVERIFY(report.lost.front().seat == m_centre->plan().seatByLabel("Stalls/1/1"));
        QVERIFY(report.lost.front().order == idOf<OrderId>(900));
        QVERIFY(m_rig->counter->orders().front().casePhase == CasePhase::Offered);
    }

    void anOfferIsTaken()
    {
        const OrderId order = lose("Stalls/1/1");
        const CaseId id{order.bytes};
        const Places choice = report(id).what.offers.at(1);
        QVERIFY(answerOffer(id, 1).ok());
        QCOMPARE(report(id).what.phase, CasePhase::Exchanged); // the counter's copy shows it already
        QCOMPARE(m_rig->syncOf(order), OrderSync::Confirmed);
        const Order* exchanged = m_centre->state().order(order);
        QVERIFY(exchanged != nullptr);
        QVERIFY(exchanged->tickets.front().seat == choice.seats.front());
        const std::vector<std::string> codes = m_rig->counter->ticketCodes(order).value();
        QCOMPARE(codes.size(), std::size_t(1));
        const PublicKey key = SigningKey::fromSeed(m_rig->journal.load()->identity->seed).publicKey();
        const TicketContent paper = verifyTicketCode(Bytes::fromStdString(codes.front()), key).value();
        QCOMPARE(paper.place, m_centre->plan().label(choice.seats.front()));
        QVERIFY(paper.serial == exchanged->tickets.front().serial);
        QVERIFY(paper.serial != report(id).what.order.tickets.front().serial); // the first paper is worth nothing
        QVERIFY(!paper.provisional);
        QVERIFY(!m_rig->wasTold("has other seats")); // who asked for it sees it: no news
        QVERIFY(m_rig->settle());
        QCOMPARE(m_rig->differences(), std::string());
        QCOMPARE(m_centre->state().audit(), std::string());
    }

    void declinedTheMoneyGoesBack()
    {
        const OrderId order = lose("Stalls/1/1");
        const CaseId id{order.bytes};
        const std::int64_t paid = report(id).what.order.tender.paidMinor;
        QVERIFY(answerOffer(id, std::nullopt).ok());
        QCOMPARE(report(id).what.phase, CasePhase::RefundDue);
        QCOMPARE(report(id).what.refundMinor, paid);
        QVERIFY(ask([&](auto done) { m_rig->counter->recordRefund(id, done); }).ok());
        QCOMPARE(report(id).what.phase, CasePhase::Refunded);
        QCOMPARE(report(id).what.by, std::string("ann"));
        QCOMPARE(m_rig->syncOf(order), OrderSync::Conflict);
        QCOMPARE(m_rig->counter->ticketCodes(order).error().code, ErrorCode::OrderGone);
        QCOMPARE(answerOffer(id, 0).error().code, ErrorCode::HoldGone); // closed is closed
        QVERIFY(m_rig->settle());
        QCOMPARE(m_rig->differences(), std::string());
    }

    // They have thought better of it before the money was out of the drawer.
    void anotherOfferAfterDeclining()
    {
        const OrderId order = lose("Stalls/1/1");
        const CaseId id{order.bytes};
        QVERIFY(answerOffer(id, std::nullopt).ok());
        QVERIFY(ask([&](auto done) { m_rig->counter->makeOffer(id, done); }).ok());
        QCOMPARE(report(id).what.phase, CasePhase::Offered);
        QCOMPARE(report(id).what.rounds, 2u);
        QVERIFY(answerOffer(id, 0).ok());
        QCOMPARE(report(id).what.phase, CasePhase::Exchanged);
        QVERIFY(m_centre->state().order(order) != nullptr);
    }

    // A wheelchair place is not moved without a person, and there is no other: the house sees to it at the door.
    void settledAtTheDoor()
    {
        const OrderId order = lose("Stalls/3/9");
        const CaseId id{order.bytes};
        QCOMPARE(report(id).what.phase, CasePhase::Open);
        QCOMPARE(ask([&](auto done) { m_rig->counter->makeOffer(id, done); }).error().code, ErrorCode::NotEnoughSeats);
        QCOMPARE(report(id).what.phase, CasePhase::Open);
        QVERIFY(settleAtDoor(id, false, "ask for Mr Stone").ok());
        QCOMPARE(report(id).what.phase, CasePhase::AtDoor);
        QCOMPARE(report(id).what.note, std::string("ask for Mr Stone"));
        QVERIFY(settleAtDoor(id, true, "sat in the box").ok());
        QCOMPARE(report(id).what.phase, CasePhase::Closed);
        QCOMPARE(m_centre->state().cases().size(), std::size_t(1));
    }

    void offLineNothingIsSettled()
    {
        const CaseId id{lose("Stalls/1/1").bytes};
        m_rig->cutLine();
        const std::uint32_t unsent = m_rig->counter->lineReport().unsentOps;
        QCOMPARE(answerOffer(id, 0).error().code, ErrorCode::Offline);
        QCOMPARE(ask([&](auto done) { m_rig->counter->makeOffer(id, done); }).error().code, ErrorCode::Offline);
        QCOMPARE(ask([&](auto done) { m_rig->counter->recordRefund(id, done); }).error().code, ErrorCode::Offline);
        QCOMPARE(settleAtDoor(id, true, {}).error().code, ErrorCode::Offline);
        QCOMPARE(m_rig->counter->lineReport().unsentOps, unsent);
        QCOMPARE(report(id).what.phase, CasePhase::Offered);
    }

    // The seats of an offer are nobody else's while it stands; then they are free again.
    void anOfferThatNobodyAnswers()
    {
        const CaseId id{lose("Stalls/1/1").bytes};
        const SeatIndex kept = report(id).what.offers.front().seats.front();
        QCOMPARE(m_rig->view(m_centre->plan().label(kept)).sellable, false);
        QVERIFY(!m_centre->fanHolds({m_centre->plan().label(kept)}, 901));
        m_time->runFor(std::chrono::hours(25));
        QVERIFY(m_centre->run(SweepExpired{}).ok());
        QVERIFY(m_rig->settle());
        QVERIFY(report(id).what.phase != CasePhase::Offered);
        QCOMPARE(m_centre->state().seat(kept).status, SeatStatus::Free);
        QCOMPARE(answerOffer(id, 0).error().code, ErrorCode::HoldGone);
    }

    // Cases of other counters are seen while they are open, and are theirs.
    void othersCasesAreSeenWhileOpen()
    {
        CounterRig other(*m_time, *m_centre, 2);
        QVERIFY(other.begin().ok());
        const CaseId id{lose("Stalls/1/1").bytes};
        QVERIFY(other.settle());
        QCOMPARE(other.counter->cases().size(), std::size_t(1));
        QVERIFY(!other.counter->cases().front().mine);
        QVERIFY(answerOffer(id, 0).ok());
        QVERIFY(other.settle());
        QVERIFY(other.counter->cases().empty());
        QCOMPARE(m_rig->counter->cases().size(), std::size_t(1)); // its own, closed
    }

private:
    // Promised off line, and sold to a fan meanwhile.
    OrderId lose(const std::string& label)
    {
        m_rig->cutLine();
        PARTERRE_REQUIRE(m_rig->add({label}).ok());
        const OrderId order = m_rig->sellTo({"Ms Moon", "moon@example.org", {}}).value().order.id;
        PARTERRE_REQUIRE(m_centre->fanBuys({label}));
        m_rig->link.cut = false;
        PARTERRE_REQUIRE(m_rig->settle());
        PARTERRE_REQUIRE(m_rig->syncOf(order) == OrderSync::Conflict);
        return order;
    }
    CaseReport report(CaseId id) const
    {
        for (const CaseReport& report : m_rig->counter->cases())
            if (report.what.id == id)
                return report;
        PARTERRE_REQUIRE(!"the counter does not show this case");
        return {};
    }
    template <typename Step>
    Result<void> ask(Step step)
    {
        return m_rig->wait<void>(step);
    }
    Result<void> answerOffer(CaseId id, std::optional<std::uint32_t> choice)
    {
        return ask([&](auto done) { m_rig->counter->answerOffer(id, choice, done); });
    }
    Result<void> settleAtDoor(CaseId id, bool settled, const std::string& note)
    {
        return ask([&](auto done) { m_rig->counter->settleAtDoor(id, settled, note, done); });
    }

    std::unique_ptr<VirtualTime> m_time;
    std::unique_ptr<FakeCentre> m_centre;
    std::unique_ptr<CounterRig> m_rig;
};

QTEST_GUILESS_MAIN(CaseTest)
#include "case_test.moc"

// The reading side of the SQL ledger, and the lock that keeps a second writer out.
#include "sample_event.h"
#include "server/ledger/sql/sql_ledger.h"
#include "server/ledger/sql/sql_order_queries.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

using namespace parterre;
using namespace parterre::test;

class OrderQueriesTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SqlLedger> m_ledger;
    std::unique_ptr<SqlOrderQueries> m_queries;
    SampleEvent m_event;

    std::vector<std::string> names(const Result<std::vector<FoundOrder>>& found)
    {
        std::vector<std::string> names;
        if (!found)
            return {found.error().detail};
        for (const FoundOrder& order : *found)
            names.push_back(order.order.buyer.name);
        return names;
    }
    using Names = std::vector<std::string>;

private Q_SLOTS:
    void init()
    {
        m_queries.reset();
        m_ledger.reset();
        m_folder = std::make_unique<QTemporaryDir>();
        m_ledger = std::move(*SqlLedger::open(m_folder->path()));
        m_queries = std::move(*SqlOrderQueries::open(m_folder->path()));
        m_event = SampleEvent();
        QVERIFY(m_ledger->savePlan(m_event.plan()));
        QVERIFY(m_ledger->addEvent(m_event.record()));
        LedgerBatch batch;
        batch.events.push_back(m_event.append({m_event.created(), SampleEvent::sale(1, 0, 2),
                                               SampleEvent::sale(2, 20, 3), SampleEvent::sale(12, 40, 1)}));
        QVERIFY(m_ledger->commit(batch));
    }

    void findsByIdAsTheStateHasIt()
    {
        const OrderId id = SampleEvent::sale(2, 20, 3).order.id;
        LedgerBatch batch;
        batch.events.push_back(m_event.append({TicketsVoided{id, {idOf<TicketSerial>(2001)}, "ill", "Ann"}}));
        QVERIFY(m_ledger->commit(batch));
        const auto found = m_queries->byId(id);
        QVERIFY(found && *found);
        QVERIFY((*found)->order == *m_event.state().order(id));
        QVERIFY((*found)->order.tickets[1].voided);
        QCOMPARE((*found)->seq, std::uint64_t(3));
        QCOMPARE((*found)->code, orderCode(id));
        QVERIFY((*found)->event == m_event.id());
        QVERIFY(!*m_queries->byId(idOf<OrderId>(99)));
    }

    // An order that waits for others after a restore is in no table yet; its paper may be printed anew all the same.
    void newPaperOfAnOrderThatWaits()
    {
        Case waits;
        waits.order = SampleEvent::sale(3, 21, 1).order; // the seat is order 2's
        waits.id = CaseId{waits.order.id.bytes};
        waits.phase = CasePhase::Contest;
        waits.lost.seats = {SeatIndex{21}};
        const TicketSerial serial = waits.order.tickets.front().serial;
        LedgerBatch batch;
        batch.events.push_back(
            m_event.append({CaseOpened{waits}, TicketsReissued{waits.order.id, {serial}, "jammed", "Ann"}}));
        QVERIFY(m_ledger->commit(batch));
        QVERIFY(!*m_queries->byId(waits.order.id));
        LedgerBatch won;
        won.events.push_back(m_event.append(
            {TicketsVoided{SampleEvent::sale(2, 20, 3).order.id, {idOf<TicketSerial>(2001)}, "ill", "Ann"},
             CaseSold{waits.id, CasePhase::Won, m_event.state().caseOf(waits.id)->order}}));
        QVERIFY(m_ledger->commit(won));
        const auto found = m_queries->byId(waits.order.id);
        QVERIFY(found && *found);
        QCOMPARE((*found)->order.tickets.front().serial, reissuedSerial(serial));
    }

    void searchesWhatPeopleKnow()
    {
        const auto search = [&](const std::string& text) { return names(m_queries->search(m_event.id(), text, 10)); };
        QCOMPARE(search(orderCode(SampleEvent::sale(2, 20, 3).order.id).substr(0, 6)), Names{"Buyer 2"});
        QCOMPARE(search("B2@example"), Names{"Buyer 2"});
        QCOMPARE(search("buyer 1"), (Names{"Buyer 12", "Buyer 1"}));
        QCOMPARE(search("Stalls/R2/3"), Names{"Buyer 2"});
        QCOMPARE(search("Stalls/R9/3"), Names{});
        QCOMPARE(search("%"), Names{}); // means itself
        QCOMPARE(search("' OR 1=1 --"), Names{});
        QCOMPARE(search(""), (Names{"Buyer 12", "Buyer 2", "Buyer 1"}));
        QCOMPARE(m_queries->search(idOf<EventId>(9), "x", 10).error().code, ErrorCode::NotFound);
    }

    void listsTheNewest()
    {
        QCOMPARE(names(m_queries->latest(m_event.id(), 2, 0)), (Names{"Buyer 12", "Buyer 2"}));
        QCOMPARE(names(m_queries->latest(m_event.id(), 2, 3)), Names{"Buyer 1"});
        QCOMPARE(m_queries->entries(m_event.id(), 1, 10, 1 << 20)->size(), std::size_t(3));
    }

    void letsOneProgramIn()
    {
        const auto second = SqlLedger::open(m_folder->path());
        QCOMPARE(second.error().code, ErrorCode::Unavailable);
        QVERIFY(second.error().detail.find("another running program") != std::string::npos);
    }

    // What is asked is 80,000 entries a second on a quiet machine; the test prints what it saw and asserts far less.
    void commitsManyEntriesASecond_data()
    {
        QTest::addColumn<bool>("orders");
        QTest::newRow("holds") << false;
        QTest::newRow("orders of two tickets") << true;
    }
    void commitsManyEntriesASecond()
    {
        QFETCH(bool, orders);
        SampleEvent large(2, 2000); // 40,000 seats
        QVERIFY(m_ledger->savePlan(large.plan()));
        QVERIFY(m_ledger->addEvent(large.record()));
        std::vector<LedgerBatch> batches(orders ? 200 : 500);
        std::uint32_t next = 0;
        for (LedgerBatch& batch : batches) {
            std::vector<EntryBody> bodies;
            if (next == 0)
                bodies.push_back(large.created());
            while (bodies.size() < 64) {
                if (orders)
                    bodies.push_back(SampleEvent::sale(100 + next, next * 2, 2));
                else
                    bodies.push_back(SampleEvent::hold(100 + next, next));
                ++next;
            }
            batch.events.push_back(large.append(bodies));
        }
        QElapsedTimer timer;
        timer.start();
        for (const LedgerBatch& batch : batches)
            QVERIFY(m_ledger->commit(batch));
        const double rate = 64.0 * double(batches.size()) * 1e9 / double(timer.nsecsElapsed());
        qInfo("%.0f entries a second in batches of 64, synchronous=FULL", rate);
        QVERIFY(rate > 1000);
    }
};

QTEST_GUILESS_MAIN(OrderQueriesTest)
#include "order_queries_test.moc"

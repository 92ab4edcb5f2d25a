// Paper: asked for on disk before the printer hears of it (I7); after a crash a person says what is in the tray, and
// what is not becomes worth nothing before there is new paper (I15).
#include "sync/wire/ticket_code.h"
#include "tests/support/counter_rig.h"

#include <QtTest/QTest>

using namespace parterre;
using namespace parterre::testing;

class PrintTest : public QObject
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

    void theIntentIsOnDiskWhenItAnswers()
    {
        const OrderId order = sell(1);
        QVERIFY(m_rig->journal.load()->prints.empty());
        QVERIFY(m_rig->counter->recordPrintIntent(order).ok());
        QCOMPARE(m_rig->journal.load()->prints.size(), std::size_t(1));
        QVERIFY(m_rig->journal.load()->prints.front().order == order);
        QVERIFY(m_rig->journal.load()->prints.front().state == PrintState::Asked);
        QVERIFY(m_rig->counter->recordPrintResult(order, false, "out of paper").ok());
        QVERIFY(m_rig->journal.load()->prints.front().state == PrintState::Failed);
        QCOMPARE(m_rig->journal.load()->prints.front().detail, std::string("out of paper"));
        QVERIFY(m_rig->counter->recordPrintIntent(order).ok());
        QCOMPARE(m_rig->journal.load()->prints.back().attempt, 2u);
    }

    void withoutADiskThereIsNoPaper()
    {
        const OrderId order = sell(1);
        m_rig->journal.failAt = m_rig->journal.commits + 1;
        QCOMPARE(m_rig->counter->recordPrintIntent(order).error().code, ErrorCode::Storage);
    }

    void whatWasAnsweredIsNoQuestion()
    {
        const OrderId order = sell(1);
        QVERIFY(m_rig->counter->recordPrintIntent(order).ok());
        QVERIFY(m_rig->counter->questions().empty()); // the printer is at work
        QVERIFY(m_rig->counter->recordPrintResult(order, true, {}).ok());
        QVERIFY(m_rig->again().ok());
        QVERIFY(m_rig->counter->questions().empty());
        QCOMPARE(m_rig->counter->answerPrint(order, true).error().code, ErrorCode::NotFound);
    }

    // The next customer waits until it is known whether the last one has a ticket.
    void theQuestionComesBeforeTheNextSale()
    {
        const OrderId order = crashWhilePrinting();
        QCOMPARE(m_rig->counter->questions().size(), std::size_t(1));
        const OpenQuestion question = m_rig->counter->questions().front();
        QCOMPARE(question.kind, OpenQuestion::Kind::Print);
        QVERIFY(question.order.id == order);
        QVERIFY(question.event == m_centre->event());
        QVERIFY(m_rig->addReserve(1).ok());
        const Result<SaleDone> sale = m_rig->sell();
        QCOMPARE(sale.error().code, ErrorCode::Unavailable);
        QVERIFY(sale.error().detail.find(orderCode(order)) != std::string::npos);
        QCOMPARE(m_rig->labels().size(), std::size_t(1)); // the basket stays
        QVERIFY(m_rig->counter->answerPrint(order, true).ok());
        QVERIFY(m_rig->counter->questions().empty());
        QVERIFY(m_rig->sell().ok());
        QVERIFY(m_rig->again().ok()); // and it was answered for good
        QVERIFY(m_rig->counter->questions().empty());
    }

    void theFirstPrintReissuesNothing()
    {
        const OrderId order = sell(2);
        const std::vector<std::string> codes = m_rig->counter->ticketCodes(order).value();
        QVERIFY(!m_rig->counter->orders().front().onPaper);
        const Result<PrintOrder> print = m_rig->counter->beginPrint(order);
        QVERIFY(print.ok());
        QVERIFY(!print->replaces);
        QCOMPARE(print->codes, codes);
        QVERIFY(print->what.order.id == order);
        QVERIFY(m_rig->journal.load()->prints.front().state == PrintState::Asked);
        QVERIFY(m_rig->counter->orders().front().onPaper);
    }

    // I15: whoever still has the old paper stands at the door with nothing.
    void printedAgainTheOldPaperIsWorthNothing()
    {
        const OrderId order = sell(2);
        const std::vector<TicketSerial> first = serialsIn(printed(order, true).codes);
        const PrintOrder again = printed(order, true);
        QVERIFY(again.replaces);
        const std::vector<TicketSerial> second = serialsIn(again.codes);
        QCOMPARE(second.size(), first.size());
        for (const TicketSerial serial : first)
            QVERIFY(std::find(second.begin(), second.end(), serial) == second.end());
        QCOMPARE(m_rig->journal.load()->prints.back().attempt, 2u);
        QVERIFY(m_rig->settle());
        QCOMPARE(serialsAtTheCentre(order), second);
        QCOMPARE(m_centre->state().audit(), std::string());
    }

    void whatDidNotComeOutIsNotReplaced()
    {
        const OrderId order = sell(1);
        const std::vector<std::string> codes = printed(order, false).codes;
        QVERIFY(!m_rig->counter->orders().front().onPaper);
        const PrintOrder again = printed(order, true);
        QVERIFY(!again.replaces);
        QCOMPARE(again.codes, codes);
    }

    // The printer's answer could not be kept: perhaps there is paper.
    void unknownPaperIsReplaced()
    {
        const OrderId order = sell(1);
        const std::vector<std::string> codes = m_rig->counter->beginPrint(order)->codes;
        const PrintOrder again = printed(order, true);
        QVERIFY(again.replaces);
        QVERIFY(again.codes != codes);
    }

    void printedAgainWithTheLineDown()
    {
        m_rig->cutLine();
        const OrderId order = sell(1);
        const std::vector<TicketSerial> first = serialsIn(printed(order, true).codes);
        const std::vector<TicketSerial> second = serialsIn(printed(order, true).codes);
        QVERIFY(second != first);
        QVERIFY(m_rig->again().ok()); // and in the journal
        QCOMPARE(serialsIn(m_rig->counter->ticketCodes(order).value()), second);
        m_rig->link.cut = false;
        QVERIFY(m_rig->settle());
        QCOMPARE(serialsAtTheCentre(order), second);
    }

    // New serials and the intent are one step on disk: without it the old paper counts and nothing is printed.
    void withoutADiskTheOldPaperCounts()
    {
        const OrderId order = sell(1);
        const std::vector<std::string> codes = printed(order, true).codes;
        m_rig->journal.failAt = m_rig->journal.commits + 1;
        QCOMPARE(m_rig->counter->beginPrint(order).error().code, ErrorCode::Storage);
        QCOMPARE(m_rig->counter->ticketCodes(order).value(), codes);
    }

    void aVoidOrderIsNotPrinted()
    {
        const OrderId order = sell(1);
        (void)printed(order, true);
        QVERIFY(m_rig->voidOrder(order).ok());
        QCOMPARE(m_rig->counter->beginPrint(order).error().code, ErrorCode::OrderGone);
        QCOMPARE(m_rig->counter->beginPrint(idOf<OrderId>(1)).error().code, ErrorCode::NotFound);
        const OrderId never = sell(1);
        QVERIFY(m_rig->voidOrder(never).ok());
        QCOMPARE(m_rig->counter->beginPrint(never).error().code, ErrorCode::OrderGone);
        m_rig->counter->closeEvent();
        QCOMPARE(m_rig->counter->beginPrint(order).error().code, ErrorCode::Unavailable);
    }

    void inTheTrayNothingHappens()
    {
        const OrderId order = crashWhilePrinting();
        const std::vector<std::string> codes = m_rig->counter->ticketCodes(order).value();
        const std::uint32_t unsent = m_rig->counter->lineReport().unsentOps;
        QVERIFY(m_rig->counter->answerPrint(order, true).ok());
        QCOMPARE(m_rig->counter->lineReport().unsentOps, unsent);
        QCOMPARE(m_rig->counter->ticketCodes(order).value(), codes);
        QVERIFY(m_rig->settle());
        QCOMPARE(serialsAtTheCentre(order), serialsIn(codes));
        QVERIFY(m_rig->journal.load()->prints.front().state == PrintState::Printed);
    }

    void notInTheTrayTheOldPaperIsWorthNothing()
    {
        const OrderId order = crashWhilePrinting();
        const std::vector<TicketSerial> before = serialsIn(m_rig->counter->ticketCodes(order).value());
        QVERIFY(m_rig->counter->answerPrint(order, false).ok());
        QVERIFY(m_rig->counter->questions().empty());
        const std::vector<TicketSerial> after = serialsIn(m_rig->counter->ticketCodes(order).value());
        QCOMPARE(after.size(), before.size());
        for (const TicketSerial serial : before)
            QVERIFY(std::find(after.begin(), after.end(), serial) == after.end());
        QVERIFY(m_rig->again().ok()); // it is in the journal
        QVERIFY(m_rig->counter->questions().empty());
        QCOMPARE(serialsIn(m_rig->counter->ticketCodes(order).value()), after);
        QVERIFY(m_rig->settle());
        QCOMPARE(serialsAtTheCentre(order), after); // the door knows the new ones only
        QCOMPARE(m_centre->state().audit(), std::string());
    }

    // Nothing is sent before the next start: the line may well be down.
    void offLineAsWell()
    {
        m_rig->cutLine();
        const OrderId order = crashWhilePrinting();
        const std::vector<TicketSerial> before = serialsIn(m_rig->counter->ticketCodes(order).value());
        QVERIFY(m_rig->counter->answerPrint(order, false).ok());
        const std::vector<TicketSerial> after = serialsIn(m_rig->counter->ticketCodes(order).value());
        QVERIFY(after != before);
        m_rig->link.cut = false;
        QVERIFY(m_rig->settle());
        QCOMPARE(serialsAtTheCentre(order), after);
        QCOMPARE(serialsIn(m_rig->counter->ticketCodes(order).value()), after);
    }

    // When the answer cannot be kept, it was not given.
    void withoutADiskTheQuestionStays()
    {
        const OrderId order = crashWhilePrinting();
        m_rig->journal.failAt = m_rig->journal.commits + 1;
        QCOMPARE(m_rig->counter->answerPrint(order, false).error().code, ErrorCode::Storage);
        QCOMPARE(m_rig->counter->questions().size(), std::size_t(1));
        m_rig->journal.failAt = 0;
        QVERIFY(m_rig->again().ok());
        QCOMPARE(m_rig->counter->questions().size(), std::size_t(1));
    }

    void lostPaperIsReplacedAsOftenAsItIsLost()
    {
        const OrderId order = sell(2);
        std::vector<TicketSerial> seen = serialsIn(m_rig->counter->ticketCodes(order).value());
        for (int i = 0; i < 3; ++i) {
            QVERIFY(m_rig->counter->reissueTickets(order, "lost").ok());
            for (const TicketSerial serial : serialsIn(m_rig->counter->ticketCodes(order).value())) {
                QVERIFY(std::find(seen.begin(), seen.end(), serial) == seen.end());
                seen.push_back(serial);
            }
        }
        QVERIFY(m_rig->settle());
        QCOMPARE(serialsAtTheCentre(order), serialsIn(m_rig->counter->ticketCodes(order).value()));
        QCOMPARE(m_rig->counter->reissueTickets(idOf<OrderId>(1), "lost").error().code, ErrorCode::NotFound);
        QVERIFY(m_rig->voidOrder(order).ok());
        QCOMPARE(m_rig->counter->reissueTickets(order, "lost").error().code, ErrorCode::OrderGone);
    }

private:
    OrderId sell(std::size_t count)
    {
        PARTERRE_REQUIRE(m_rig->addReserve(count).ok());
        return m_rig->sell().value().order.id;
    }
    PrintOrder printed(OrderId order, bool cameOut)
    {
        PrintOrder print = m_rig->counter->beginPrint(order).value();
        PARTERRE_REQUIRE(m_rig->counter->recordPrintResult(order, cameOut, {}).ok());
        return print;
    }
    OrderId crashWhilePrinting()
    {
        const OrderId order = sell(2);
        PARTERRE_REQUIRE(m_rig->counter->recordPrintIntent(order).ok());
        PARTERRE_REQUIRE(m_rig->again().ok());
        return order;
    }
    std::vector<TicketSerial> serialsIn(const std::vector<std::string>& codes)
    {
        const PublicKey key = SigningKey::fromSeed(m_rig->journal.load()->identity->seed).publicKey();
        std::vector<TicketSerial> serials;
        for (const std::string& code : codes)
            serials.push_back(verifyTicketCode(Bytes::fromStdString(code), key).value().serial);
        return serials;
    }
    std::vector<TicketSerial> serialsAtTheCentre(OrderId order) const
    {
        std::vector<TicketSerial> serials;
        for (const Ticket& ticket : m_centre->state().order(order)->tickets)
            serials.push_back(ticket.serial);
        return serials;
    }

    std::unique_ptr<VirtualTime> m_time;
    std::unique_ptr<FakeCentre> m_centre;
    std::unique_ptr<CounterRig> m_rig;
};

QTEST_GUILESS_MAIN(PrintTest)
#include "print_test.moc"

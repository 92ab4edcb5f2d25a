// The line comes back: what is told of the sales that waited for it, once each, and never lost under another notice.
#include "tests/ui/desk/desk_rig.h"

using namespace parterre;
using namespace parterre::testing;
using namespace Qt::StringLiterals;

class LineBackTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_rig = std::make_unique<DeskRig>();
        QVERIFY(m_rig->begin());
        m_rig->settle(std::chrono::seconds(1));
    }
    void cleanup() { m_rig.reset(); }

    // A lost order is told of by itself; the account of all of them comes when that has been read.
    void theSummaryWaitsForTheConflictToBeRead()
    {
        cut();
        QVERIFY(m_rig->till.add({outside()}).ok());
        QVERIFY(m_rig->centre.fanBuys({m_rig->till.labels().front()}));
        QVERIFY(m_rig->till.sellTo({"Ms Moon", "moon@example.org", {}}).ok());
        mend();
        QVERIFY2(m_rig->notice().contains(u"lost its seats"_s), qPrintable(m_rig->notice()));
        m_rig->press(Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(m_rig->notice(), u"The line is back. 1 sale was sent: 1 in conflict (Ctrl+K)."_s);
        m_rig->press(Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(m_rig->notice(), QString());
    }

    // What waits to be told is not true any more once the line has gone again.
    void whatWaitsIsNotToldWhenTheLineIsDownAgain()
    {
        cut();
        QVERIFY(m_rig->till.addReserve(1).ok() && m_rig->till.sell().ok());
        m_rig->window->notice().showNotice(NoticeBar::Kind::Caution, u"an answer"_s);
        mend();
        QCOMPARE(m_rig->notice(), u"an answer"_s);
        m_rig->till.link.cut = true;
        QVERIFY(m_rig->until([this] { return state() == LineState::Down; }));
        m_rig->press(Qt::Key_D, Qt::ControlModifier);
        QVERIFY2(m_rig->notice().isEmpty(), qPrintable(m_rig->notice()));
    }

    void aLineThatComesAndGoesIsNeverSaidToBeDownWhileItIsBack()
    {
        m_rig->till.link.latency = Milliseconds(300);
        for (int time = 0; time < 3; ++time) {
            m_rig->till.link.cut = true;
            QVERIFY(m_rig->until([this] { return state() == LineState::Down; }));
            QVERIFY(m_rig->notice().startsWith(u"The line to the centre is down."_s));
            if (time == 0)
                QVERIFY(m_rig->till.addReserve(1).ok() && m_rig->till.sell().ok());
            m_rig->till.link.cut = false;
            QVERIFY(m_rig->until([this] { return state() == LineState::Syncing; }));
            QVERIFY2(m_rig->notice().isEmpty(), qPrintable(m_rig->notice()));
        }
        QVERIFY(m_rig->until([this] { return state() == LineState::Up; }));
        QVERIFY(m_rig->until([this] { return !m_rig->notice().isEmpty(); }));
        QCOMPARE(m_rig->notice(), u"The line is back. 1 sale was sent: 1 confirmed."_s);
    }

    // It was gone already, but nobody had noticed.
    void aSaleOfJustBeforeIsCounted()
    {
        QVERIFY(m_rig->till.addReserve(1).ok());
        m_rig->till.link.cut = true;
        QVERIFY(m_rig->till.sell().ok());
        QCOMPARE(state(), LineState::Up);
        QVERIFY(m_rig->until([this] { return state() == LineState::Down; }));
        mend();
        QCOMPARE(m_rig->notice(), u"The line is back. 1 sale was sent: 1 confirmed."_s);
    }

    void whatWasVoidedMeanwhileIsNotConfirmed()
    {
        cut();
        QVERIFY(m_rig->till.addReserve(1).ok());
        const Result<SaleDone> sale = m_rig->till.sell();
        QVERIFY(sale.ok() && m_rig->till.voidOrder(sale->order.id).ok());
        mend();
        QCOMPARE(m_rig->notice(), u"The line is back. 1 sale was sent: 1 voided."_s);
    }

private:
    LineState state() const { return m_rig->till.counter->lineReport().state; }
    void cut()
    {
        m_rig->till.link.cut = true;
        QVERIFY(m_rig->until([this] { return state() == LineState::Down; }));
        m_rig->press(Qt::Key_D, Qt::ControlModifier); // the banner has been read
    }
    void mend()
    {
        m_rig->till.link.cut = false;
        QVERIFY(m_rig->until([this] { return state() == LineState::Up; }));
        m_rig->settle();
    }
    std::string outside() const
    {
        for (std::uint32_t i = 0; i < m_rig->centre.plan().seatCount(); ++i)
            if (!m_rig->till.counter->seatView(SeatIndex{i}).reserve)
                return m_rig->centre.plan().label(SeatIndex{i});
        return {};
    }

    std::unique_ptr<DeskRig> m_rig;
};

QTEST_MAIN(LineBackTest)
#include "line_back_test.moc"

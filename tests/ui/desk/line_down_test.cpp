// The line goes down in the middle of the work: what the screen says and when (C8).
#include "tests/ui/desk/desk_rig.h"

using namespace parterre;
using namespace parterre::testing;

class LineDownTest : public QObject
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

    void theGaugeFollowsTheReserveAtOnce()
    {
        const auto places = m_rig->till.counter->lineReport().reserveSeats;
        QVERIFY(m_rig->shown("reserveGauge").startsWith(QStringLiteral("Offline reserve: %1 seats").arg(places)));
        cut();
        sellFromReserve();
        QVERIFY(m_rig->shown("reserveGauge").startsWith(QStringLiteral("Offline reserve: %1 seats").arg(places - 1)));
    }

    // The log brings the granted seats before the answer that says whose they are.
    void theReserveIsMarkedOnTheMapAfterALostAnswer()
    {
        m_rig = std::make_unique<DeskRig>();
        QVERIFY(m_rig->enrol());
        QVERIFY(m_rig->signIn());
        m_rig->till.link.loseAnswers = 1;
        QVERIFY(m_rig->openEvent());
        m_rig->settle();
        const auto reserve = m_rig->till.reserve();
        QVERIFY(!reserve.empty());
        for (const std::string& label : reserve) {
            const SeatView view =
                m_rig->window->salePage().model()->view(m_rig->centre.plan().seatByLabel(label).value());
            QVERIFY2(view.reserve && view.mark == SeatMark::Free, label.c_str());
        }
    }

    void theBannerComesWithinTwoSeconds()
    {
        QVERIFY(m_rig->notice().isEmpty());
        m_rig->till.link.cut = true;
        m_rig->settle(Milliseconds(2'000));
        QVERIFY(m_rig->notice().startsWith(QStringLiteral("The line to the centre is down.")));
        QVERIFY(m_rig->shown("lineState").contains(QStringLiteral("Line down")));
        m_rig->picture("line-down");
    }

    void theDrillIsALineDownToo()
    {
        m_rig->press(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(m_rig->until([this] { return m_rig->shown("lineState").contains(QStringLiteral("Line down")); }));
        m_rig->press(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(m_rig->until([this] { return m_rig->shown("lineState").contains(QStringLiteral("On line")); }));
        QVERIFY2(m_rig->notice().isEmpty(), qPrintable(m_rig->notice())); // it was never away
    }

    // Where the event allows it, any seat that seems free may be chosen, and the basket says what that means.
    void aSeatOutsideTheReserveIsSoldProvisionally()
    {
        cut();
        m_rig->clickSeat(outside());
        QVERIFY(m_rig->until([this] { return m_rig->basket().lines.size() == 1; }));
        QVERIFY(m_rig->basket().provisional);
        QVERIFY2(m_rig->notice().isEmpty(), qPrintable(m_rig->notice()));
        m_rig->press(Qt::Key_C);
        QVERIFY(m_rig->find<QLineEdit>("provisionalName")->isVisible());
        m_rig->picture("provisional");
    }

    void aSeatOutsideTheReserveIsRefusedWithASentence()
    {
        beginWithoutProvisionalSales();
        cut();
        m_rig->clickSeat(outside());
        QVERIFY(m_rig->until([this] { return m_rig->notice().contains(QStringLiteral("offline reserve")); }));
        QVERIFY(m_rig->notice().contains(QString::fromStdString(outside())));
        QVERIFY2(!m_rig->notice().contains(QLatin1Char('(')), qPrintable(m_rig->notice())); // one sentence, not two
        QVERIFY(m_rig->basket().empty());
        m_rig->picture("refused");
    }

    void salesGoOnAndCatchUp()
    {
        cut();
        sellFromReserve();
        QVERIFY(m_rig->shown("lineState").contains(QStringLiteral("1 to send")));
        m_rig->press(Qt::Key_O, Qt::ControlModifier);
        auto* orders = m_rig->find<QTreeWidget>("orderList");
        QVERIFY(orders->topLevelItem(0)->text(0).contains(QStringLiteral("to be sent")));
        m_rig->till.link.cut = false;
        QVERIFY(m_rig->until([&] { return orders->topLevelItem(0)->text(0).contains(QStringLiteral("confirmed")); }));
        QVERIFY(m_rig->until([this] { return m_rig->shown("lineState").contains(QStringLiteral("On line")); }));
        QVERIFY(m_rig->until(
            [this] { return m_rig->notice() == QStringLiteral("The line is back. 1 sale was sent: 1 confirmed."); }));
        QCOMPARE(m_rig->centre.state().orders().size(), std::size_t(1));
    }

    // "Not sold: take no money" must not give way to "the line is back" before anybody has read it.
    void theLineDoesNotTalkOverAnAnswer()
    {
        beginWithoutProvisionalSales();
        cut();
        m_rig->clickSeat(outside());
        QVERIFY(m_rig->until([this] { return m_rig->notice().contains(QStringLiteral("offline reserve")); }));
        m_rig->till.link.cut = false;
        QVERIFY(m_rig->until([this] { return m_rig->shown("lineState").contains(QStringLiteral("On line")); }));
        QVERIFY2(m_rig->notice().contains(QStringLiteral("offline reserve")), qPrintable(m_rig->notice()));
    }

    void aReservationNeedsTheLineAndSaysSo()
    {
        cut();
        pickReserve();
        m_rig->press(Qt::Key_R);
        m_rig->type(QStringLiteral("Miller"));
        m_rig->press(Qt::Key_Return);
        QVERIFY(m_rig->until([this] { return m_rig->notice().contains(QStringLiteral("reservations")); }));
        QCOMPARE(m_rig->basket().lines.size(), std::size_t(1));
    }

private:
    void beginWithoutProvisionalSales()
    {
        m_rig = std::make_unique<DeskRig>(samplePlan(), 1, QSize(1400, 900),
                                          QLocale(QLocale::English, QLocale::UnitedKingdom),
                                          [](EventTerms& terms) { terms.provisionalSales = false; });
        QVERIFY(m_rig->begin());
        m_rig->settle(std::chrono::seconds(1));
    }
    void cut()
    {
        m_rig->till.link.cut = true;
        QVERIFY(m_rig->until([this] { return m_rig->till.counter->lineReport().state == LineState::Down; }));
        m_rig->press(Qt::Key_D, Qt::ControlModifier); // the banner has been read
    }
    std::string outside() const
    {
        for (std::uint32_t i = 0; i < m_rig->centre.plan().seatCount(); ++i)
            if (!m_rig->till.counter->seatView(SeatIndex{i}).reserve)
                return m_rig->centre.plan().label(SeatIndex{i});
        return {};
    }
    void pickReserve()
    {
        m_rig->clickSeat(m_rig->till.reserve().front());
        QVERIFY(m_rig->until([this] { return m_rig->basket().lines.size() == 1; }));
    }
    void sellFromReserve()
    {
        pickReserve();
        m_rig->press(Qt::Key_C);
        m_rig->press(Qt::Key_Return);
        QVERIFY(m_rig->until([this] { return !m_rig->shown("soldHeadline").isEmpty(); }));
        m_rig->press(Qt::Key_Return);
    }

    std::unique_ptr<DeskRig> m_rig;
};

QTEST_MAIN(LineDownTest)
#include "line_down_test.moc"

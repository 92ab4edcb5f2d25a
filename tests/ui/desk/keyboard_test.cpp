// The desk by keyboard alone: from nothing to the open event, and a cash sale within the promised keystrokes (C1).
#include "tests/ui/desk/desk_rig.h"

using namespace parterre;
using namespace parterre::testing;

class KeyboardTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_rig = std::make_unique<DeskRig>(); }
    void cleanup() { m_rig.reset(); }

    void goesFromNothingToTheOpenEvent()
    {
        QCOMPARE(m_rig->window->page(), DeskWindow::Page::Enrol);
        m_rig->picture("enrol");
        QVERIFY(m_rig->enrol());
        m_rig->picture("sign-in");
        QVERIFY(m_rig->signIn());
        m_rig->picture("events");
        QVERIFY(m_rig->openEvent());
        QCOMPARE(QApplication::focusWidget(), m_rig->map());
        m_rig->picture("map");
    }

    void saysWhatIsMissingAndWhatIsWrong()
    {
        m_rig->press(Qt::Key_Return);
        QCOMPARE(m_rig->shown("problem"), QStringLiteral("Enrolment code is missing."));
        m_rig->type(QStringLiteral("wrong"));
        m_rig->press(Qt::Key_Tab);
        m_rig->type(QStringLiteral("Till 1"));
        m_rig->press(Qt::Key_Return);
        QVERIFY(
            m_rig->until([this] { return m_rig->shown("problem").contains(QStringLiteral("code has been used")); }));
        QCOMPARE(m_rig->window->page(), DeskWindow::Page::Enrol);
    }

    // C1: two best seats for cash, exact amount, at most six keystrokes from the open event.
    void sellsTwoBestSeatsInThreeKeystrokes()
    {
        QVERIFY(m_rig->begin());
        m_rig->keystrokes = 0;
        m_rig->press(Qt::Key_2);
        QVERIFY(m_rig->until([this] { return m_rig->basket().lines.size() == 2 && !m_rig->basket().busy; }));
        m_rig->press(Qt::Key_C);
        m_rig->press(Qt::Key_Return);
        QVERIFY(m_rig->until([this] { return !m_rig->shown("soldHeadline").isEmpty(); }));
        QCOMPARE(m_rig->keystrokes, 3);
        QVERIFY(m_rig->keystrokes <= 6);
        QVERIFY(m_rig->shown("soldWhat").startsWith(QStringLiteral("2 ")));
        QCOMPARE(m_rig->shown("soldChange"), QStringLiteral("€0.00"));
        m_rig->press(Qt::Key_Return);
        QVERIFY(m_rig->shown("soldHeadline").isEmpty());
        QCOMPARE(QApplication::focusWidget(), m_rig->map());
        QCOMPARE(m_rig->centre.state().orders().size() + m_rig->till.counter->lineReport().unsentOps, std::size_t(1));
    }

    void theSameDigitAgainOffersTheNextBest()
    {
        QVERIFY(m_rig->begin());
        m_rig->press(Qt::Key_2);
        QVERIFY(m_rig->until([this] { return m_rig->basket().lines.size() == 2 && !m_rig->basket().busy; }));
        const auto first = m_rig->basket().lines;
        m_rig->press(Qt::Key_2);
        QVERIFY(m_rig->until([this] { return !m_rig->basket().busy; }));
        QCOMPARE(m_rig->basket().lines.size(), std::size_t(2));
        QVERIFY(m_rig->basket().lines != first);
    }

    void keysOfTheBasketSleepWhileASheetAsks()
    {
        QVERIFY(m_rig->begin());
        m_rig->press(Qt::Key_1);
        QVERIFY(m_rig->until([this] { return m_rig->basket().lines.size() == 1 && !m_rig->basket().busy; }));
        m_rig->press(Qt::Key_C);
        m_rig->type(QStringLiteral("93"));
        QCOMPARE(m_rig->basket().lines.size(), std::size_t(1)); // digits were an amount, not best seats
        QCOMPARE(m_rig->find<QLineEdit>("cashGiven")->text(), QStringLiteral("93"));
        m_rig->press(Qt::Key_Escape); // back to the basket, which is kept
        QCOMPARE(m_rig->basket().lines.size(), std::size_t(1));
        m_rig->press(Qt::Key_Escape);
        QVERIFY(m_rig->until([this] { return m_rig->basket().empty(); }));
    }

    void theArrowsAndEnterPickASeat()
    {
        QVERIFY(m_rig->begin());
        m_rig->press(Qt::Key_Right);
        const auto seat = m_rig->window->salePage().model()->focusSeat();
        QVERIFY(seat.has_value());
        m_rig->press(Qt::Key_Return);
        QVERIFY(m_rig->until([this] { return m_rig->basket().lines.size() == 1; }));
        QCOMPARE(m_rig->basket().lines[0].seat, seat);
        m_rig->press(Qt::Key_Return);
        QVERIFY(m_rig->until([this] { return m_rig->basket().empty(); }));
    }

private:
    std::unique_ptr<DeskRig> m_rig;
};

QTEST_MAIN(KeyboardTest)
#include "keyboard_test.moc"

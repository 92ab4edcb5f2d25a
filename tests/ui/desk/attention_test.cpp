// What must be neither lost sight of nor hit by accident: a charge that waits, open questions, tickets that have become
// void, and the moment in which no event is open.
#include "app/counter/script_hands.h"
#include "tests/ui/desk/desk_rig.h"

using namespace parterre;
using namespace parterre::testing;
using namespace Qt::StringLiterals;

using Page = DeskWindow::Page;

class AttentionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_rig = std::make_unique<DeskRig>(); }
    void cleanup() { m_rig.reset(); }

    // ---- A charge that waits
    void theCardSheetComesBackFromUnderAnother_data()
    {
        QTest::addColumn<int>("key");
        QTest::newRow("orders") << int(Qt::Key_O);
        QTest::newRow("conflicts") << int(Qt::Key_K);
        QTest::newRow("offline reserve") << int(Qt::Key_R);
    }
    void theCardSheetComesBackFromUnderAnother()
    {
        QFETCH(int, key);
        QVERIFY(m_rig->begin());
        beginCharge();
        m_rig->press(key, Qt::ControlModifier);
        QVERIFY(m_rig->shown("cardAmount").isEmpty());
        m_rig->press(Qt::Key_Escape);
        QCOMPARE(m_rig->shown("cardAmount"), u"€50.00"_s);
        m_rig->press(Qt::Key_A); // and has the keyboard
        QVERIFY(m_rig->until([this] { return !m_rig->shown("soldHeadline").isEmpty(); }));
        m_rig->press(Qt::Key_Return);
        QVERIFY(m_rig->shown("cardAmount").isEmpty());
        QVERIFY(!m_rig->basket().busy);
    }

    void theCardSheetComesBackWithThePage()
    {
        QVERIFY(m_rig->begin());
        beginCharge();
        m_rig->press(Qt::Key_M, Qt::ControlModifier);
        QCOMPARE(m_rig->window->page(), Page::Other);
        m_rig->press(Qt::Key_M, Qt::ControlModifier);
        QCOMPARE(m_rig->shown("cardAmount"), u"€50.00"_s);
    }

    void theEventIsNotLeftWhileTheCardIsCharged_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<int>("modifiers");
        QTest::newRow("events") << int(Qt::Key_E) << int(Qt::ControlModifier);
        QTest::newRow("sign out") << int(Qt::Key_Q) << int(Qt::ControlModifier | Qt::ShiftModifier);
    }
    void theEventIsNotLeftWhileTheCardIsCharged()
    {
        QFETCH(int, key);
        QFETCH(int, modifiers);
        QVERIFY(m_rig->begin());
        beginCharge();
        m_rig->press(Qt::Key_O, Qt::ControlModifier);
        m_rig->press(key, Qt::KeyboardModifiers(modifiers));
        QVERIFY(m_rig->till.counter->openedEvent() && m_rig->till.counter->signedIn());
        QCOMPARE(m_rig->shown("cardAmount"), u"€50.00"_s);
        QVERIFY(m_rig->notice().contains(u"card terminal"_s));
        m_rig->picture("card-waits");
        m_rig->press(Qt::Key_D);
        QVERIFY(m_rig->until([this] { return !m_rig->basket().busy; }));
        m_rig->press(key, Qt::KeyboardModifiers(modifiers));
        QVERIFY(!m_rig->till.counter->openedEvent());
    }

    // ---- Open questions
    void whatTheTerminalDoesNotKnowIsCounted()
    {
        QVERIFY(m_rig->begin());
        QVERIFY(m_rig->shown("questionBadge").isEmpty());
        beginCharge();
        m_rig->press(Qt::Key_U);
        QVERIFY(m_rig->until([this] { return m_rig->shown("questionBadge") == u"? 1 question"_s; }));
        m_rig->press(Qt::Key_D, Qt::ControlModifier);
        m_rig->picture("question-badge");
        m_rig->find<QPushButton>("questionBadge")->click();
        m_rig->settle();
        QCOMPARE(m_rig->window->page(), Page::Questions);
        QCOMPARE(m_rig->shown("questionCount"), u"Question 1 of 1"_s); // of this run
        m_rig->picture("question-of-this-run");
        m_rig->press(Qt::Key_N);
        QVERIFY(m_rig->until([this] { return m_rig->window->page() == Page::Sale; }));
        QVERIFY(m_rig->shown("questionBadge").isEmpty());
    }

    // A clock that is set back meanwhile does not make a question of this run one of the last.
    void aClockSetBackMakesNothingOlder()
    {
        QVERIFY(m_rig->begin());
        m_rig->time.setWallError(-std::chrono::hours(1));
        beginCharge();
        m_rig->press(Qt::Key_U);
        QVERIFY(m_rig->until([this] { return m_rig->shown("questionBadge") == u"? 1 question"_s; }));
        m_rig->find<QPushButton>("questionBadge")->click();
        m_rig->settle();
        QCOMPARE(m_rig->shown("questionCount"), u"Question 1 of 1"_s);
        m_rig->start(); // and one set back at the start makes nothing younger
        m_rig->time.setWallError(-std::chrono::hours(2));
        m_rig->type(u"ann"_s);
        m_rig->press(Qt::Key_Tab);
        m_rig->type(u"secret"_s);
        m_rig->press(Qt::Key_Return);
        QVERIFY(m_rig->until([this] { return !m_rig->shown("questionCount").isEmpty(); }));
        QCOMPARE(m_rig->shown("questionCount"), u"Question 1 of 1 from before the restart"_s);
    }

    // The event of a question is opened first; until it is there, no event is.
    void nothingCanBePickedWhileAQuestionsEventIsFetched()
    {
        openBesideAQuestionElsewhere();
        m_rig->till.link.latency = std::chrono::seconds(2);
        const std::vector<SeatIndex> seats = m_rig->till.seats({"Stalls/1/1"});
        m_rig->press(Qt::Key_J, Qt::ControlModifier);
        QVERIFY(!m_rig->till.counter->openedEvent());
        QCOMPARE(m_rig->window->page(), Page::Events);
        m_rig->picture("question-event-fetched");
        Q_EMIT m_rig->window->salePage().seatsPicked(seats); // a click that was on its way
        m_rig->settle();
        QCOMPARE(m_rig->notice(), u"Open the event first."_s);
        m_rig->press(Qt::Key_J, Qt::ControlModifier); // once is enough
        QVERIFY(m_rig->until([this] { return m_rig->window->page() == Page::Questions; }));
        QVERIFY2(!m_rig->notice().contains(u"Another event was opened"_s), qPrintable(m_rig->notice()));
    }

    void whoSignsOutMeanwhileIsNotAsked()
    {
        openBesideAQuestionElsewhere();
        m_rig->till.link.latency = std::chrono::seconds(2);
        m_rig->press(Qt::Key_J, Qt::ControlModifier);
        m_rig->press(Qt::Key_Q, Qt::ControlModifier | Qt::ShiftModifier);
        m_rig->settle(std::chrono::seconds(10));
        QCOMPARE(m_rig->window->page(), Page::SignIn);
    }

    void aBasketIsNotLostForAQuestion()
    {
        openBesideAQuestionElsewhere();
        pick("Stalls/1/1");
        m_rig->press(Qt::Key_J, Qt::ControlModifier);
        QVERIFY(m_rig->notice().contains(u"Sell or empty it first"_s));
        QCOMPARE(m_rig->window->page(), Page::Sale);
        QCOMPARE(m_rig->till.counter->openedEvent(), std::optional(m_rig->centre.event()));
        QCOMPARE(m_rig->basket().lines.size(), std::size_t(1));
        m_rig->picture("question-elsewhere");
    }

    // ---- No event is open
    void aScriptFindsNothingWithoutAnEvent()
    {
        ScriptHands hands(*m_rig->till.counter, *m_rig->window);
        QVERIFY(!hands.clickSeat(u"Stalls/1/1"_s));
        QVERIFY(!hands.lookAtSection(u"Stalls"_s));
        QCOMPARE(hands.markOf(u"Stalls/1/1"_s), u"unknown"_s);
        QVERIFY(hands.seats(false, 3).empty() && hands.basketPlaces().empty() && hands.marks().isEmpty());
        QVERIFY(hands.orders().isEmpty() && hands.cases().isEmpty());
        QVERIFY(hands.caseOf(u"K7QM42AB"_s).isEmpty());
        QVERIFY(hands.status().contains(u"line"_s));
    }

    void theEventsPageSaysThatItIsAsking()
    {
        QVERIFY(m_rig->enrol());
        m_rig->till.link.latency = std::chrono::seconds(3);
        m_rig->type(u"ann"_s);
        m_rig->press(Qt::Key_Tab);
        m_rig->type(u"secret"_s);
        m_rig->press(Qt::Key_Return);
        QVERIFY(m_rig->until([this] { return m_rig->window->page() == Page::Events; }));
        QVERIFY2(m_rig->shown("eventsEmpty").startsWith(u"Asking the centre"_s),
                 qPrintable(m_rig->shown("eventsEmpty")));
        m_rig->picture("events-asking");
        QVERIFY(m_rig->until([this] { return m_rig->find<QTreeWidget>("eventList")->topLevelItemCount() > 0; }));
        QVERIFY(m_rig->shown("eventsEmpty").isEmpty());
    }

    void anAnswerThatDoesNotComeEndsTheAsking()
    {
        QVERIFY(m_rig->enrol());
        QVERIFY(m_rig->signIn());
        m_rig->press(Qt::Key_Q, Qt::ControlModifier | Qt::ShiftModifier);
        m_rig->till.cache = {};
        m_rig->start();
        m_rig->till.link.cut = true;
        m_rig->type(u"ann"_s);
        m_rig->press(Qt::Key_Tab);
        m_rig->type(u"secret"_s);
        m_rig->press(Qt::Key_Return);
        QVERIFY(m_rig->until([this] { return m_rig->window->page() == Page::Events; }));
        QVERIFY(m_rig->shown("eventsEmpty").startsWith(u"Asking the centre"_s));
        QVERIFY(m_rig->until([this] { return m_rig->shown("eventsEmpty").startsWith(u"The line is down"_s); }));
    }

    // ---- Paper
    // I15: what is printed again is worth something only on the new paper, and the clerk is told.
    void printedAgainTheOldTicketsAreVoid()
    {
        QVERIFY(m_rig->begin());
        pick("Stalls/1/1");
        payCash();
        m_rig->press(Qt::Key_Return);
        m_rig->press(Qt::Key_O, Qt::ControlModifier);
        QVERIFY(m_rig->shown("printAgainButton").startsWith(u"Print tickets"_s));
        m_rig->press(Qt::Key_P);
        QVERIFY2(!m_rig->notice().contains(u"void"_s), qPrintable(m_rig->notice()));
        QCOMPARE(m_rig->printer.jobs.size(), std::size_t(1));
        QVERIFY(m_rig->shown("printAgainButton").contains(u"old tickets void"_s));
        m_rig->picture("print-again");
        m_rig->press(Qt::Key_P);
        QCOMPARE(m_rig->printer.jobs.size(), std::size_t(2));
        QVERIFY(m_rig->printer.jobs[0].tickets[0].code != m_rig->printer.jobs[1].tickets[0].code);
        QVERIFY2(m_rig->notice().contains(u"are void now"_s), qPrintable(m_rig->notice()));
        m_rig->picture("printed-again");
        QVERIFY(m_rig->until([this] { return m_rig->till.counter->lineReport().unsentOps == 0; }));
        const Order& order = m_rig->centre.state().orders().begin()->second;
        QCOMPARE(order.tickets.front().serial, m_rig->till.counter->orders().front().order.tickets.front().serial);
    }

    void voidTicketsWithoutNewOnesAreNamed()
    {
        QVERIFY(m_rig->begin());
        pick("Stalls/1/1");
        payCash();
        m_rig->press(Qt::Key_P);
        QVERIFY(!m_rig->shown("printedText").contains(u"void"_s));
        m_rig->printer.outOfPaper = true;
        m_rig->press(Qt::Key_P);
        QVERIFY(m_rig->notice().contains(u"out of paper"_s) && m_rig->notice().contains(u"are void all the same"_s));
        m_rig->printer.outOfPaper = false;
        m_rig->press(Qt::Key_P); // the codes of the second attempt: it is not known to anybody
        QCOMPARE(m_rig->printer.jobs[1].tickets[0].code, m_rig->printer.jobs[2].tickets[0].code);
    }

    void theOrderThatIsChosenStaysChosen()
    {
        QVERIFY(m_rig->begin());
        for (const char* seat : {"Stalls/1/1", "Stalls/1/2"}) {
            pick(seat);
            payCash();
            m_rig->press(Qt::Key_Return);
        }
        m_rig->press(Qt::Key_O, Qt::ControlModifier);
        auto* orders = m_rig->find<QTreeWidget>("orderList");
        m_rig->press(Qt::Key_Down);
        const QString chosen = orders->currentItem()->text(0).left(8);
        m_rig->press(Qt::Key_P);
        QCOMPARE(orders->currentItem()->text(0).left(8), chosen);
        QCOMPARE(orders->indexOfTopLevelItem(orders->currentItem()), 1);
    }

private:
    void pick(std::string_view label)
    {
        Q_EMIT m_rig->window->salePage().seatsPicked(m_rig->till.seats({label}));
        QVERIFY(m_rig->until([&] { return m_rig->basket().lines.size() == 1 && !m_rig->basket().busy; }));
    }
    void payCash()
    {
        m_rig->press(Qt::Key_C);
        m_rig->press(Qt::Key_Return);
        QVERIFY(m_rig->until([this] { return !m_rig->shown("soldHeadline").isEmpty(); }));
    }
    void beginCharge()
    {
        pick("Stalls/1/1");
        m_rig->press(Qt::Key_K);
        QVERIFY(m_rig->until([this] { return m_rig->shown("cardAmount") == u"€50.00"_s; }));
    }
    // An event is open, and the last run left a payment of another one that this counter has not cached.
    void openBesideAQuestionElsewhere()
    {
        QVERIFY(m_rig->enrol());
        JournalBatch left;
        const Places places{m_rig->till.seats({"Circle/1/1"}), {}};
        left.payments.push_back({idOf<PaymentRef>(7),
                                 idOf<EventId>(99),
                                 SellAllotted{Fence{1}, m_rig->till.device, m_rig->centre.fanOrder(places, 70)},
                                 {4000, {}},
                                 sampleNow});
        QVERIFY(m_rig->till.journal.commit(left).ok());
        m_rig->start();
        m_rig->type(u"ann"_s);
        m_rig->press(Qt::Key_Tab);
        m_rig->type(u"secret"_s);
        m_rig->press(Qt::Key_Return);
        QVERIFY(m_rig->until([this] { return m_rig->window->page() == Page::Questions; }));
        m_rig->press(Qt::Key_L); // later
        QVERIFY(m_rig->until([this] { return m_rig->window->page() == Page::Events; }));
        QVERIFY(m_rig->openEvent());
        QVERIFY(!m_rig->shown("questionBadge").isEmpty());
        m_rig->press(Qt::Key_D, Qt::ControlModifier);
    }

    std::unique_ptr<DeskRig> m_rig;
};

QTEST_MAIN(AttentionTest)
#include "attention_test.moc"

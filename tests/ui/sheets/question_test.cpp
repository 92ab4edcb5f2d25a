// Questions after a restart, and the counter that must be checked: answered by keys, never by accident.
#include "tests/ui/sheets/sheet_rig.h"

#include <QSignalSpy>

using namespace parterre;
using namespace parterre::testing;
using namespace Qt::StringLiterals;

class QuestionTest : public QObject
{
    Q_OBJECT
    using Kind = RestartQuestion::Kind;

private Q_SLOTS:
    void init()
    {
        m_rig = std::make_unique<SheetRig>();
        m_rig->window->showPage(DeskWindow::Page::Questions);
    }
    void cleanup() { m_rig.reset(); }

    void asksAboutAPayment()
    {
        ask(Kind::Payment, 1, 3);
        QCOMPARE(m_rig->shown("sheetTitle"), u"Was the card payment of €45.50 for order K7QM42AB approved?"_s);
        QCOMPARE(m_rig->shown("questionCount"), u"Question 1 of 3 from before the restart"_s);
        QVERIFY(m_rig->shown("questionFacts").contains(u"9F4K-22TB"_s));
        QVERIFY(m_rig->shown("questionNo").startsWith(u"No, not approved"_s));
    }

    // Asked with Ctrl+J in the run it comes from: nothing was restarted.
    void aQuestionOfThisRunSaysNothingOfARestart()
    {
        for (const Kind kind : {Kind::Payment, Kind::Print}) {
            auto question = sampleQuestion(kind);
            sheet().ask(question, 1, 2);
            m_rig->settle();
            QVERIFY(m_rig->shown("questionFacts").contains(u"program stopped"_s));
            question.ofThisRun = true;
            sheet().ask(question, 1, 2);
            m_rig->settle();
            QCOMPARE(m_rig->shown("questionCount"), u"Question 1 of 2"_s);
            QVERIFY(m_rig->shown("questionFacts").contains(u"not known"_s));
            QVERIFY(!m_rig->shown("questionFacts").contains(u"program stopped"_s));
        }
    }

    void asksAboutPaper()
    {
        ask(Kind::Print, 2, 3);
        QCOMPARE(m_rig->shown("sheetTitle"), u"Is the ticket of order K7QM42AB in the tray?"_s);
        QVERIFY(m_rig->shown("questionNo").startsWith(u"No, print again"_s));
        QVERIFY(m_rig->shown("questionMeaning").contains(u"worth nothing"_s));
    }

    void moneyBackHasNoNo()
    {
        ask(Kind::MoneyBack, 1, 1);
        QVERIFY(m_rig->shown("questionNo").isEmpty());
        QSignalSpy no(&sheet(), &QuestionSheet::no);
        m_rig->press(Qt::Key_N);
        QCOMPARE(no.count(), 0);
    }

    void answersByItsKeysOnly_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<QString>("said");
        QTest::newRow("yes") << int(Qt::Key_Y) << u"yes"_s;
        QTest::newRow("ja") << int(Qt::Key_J) << u"yes"_s;
        QTest::newRow("no") << int(Qt::Key_N) << u"no"_s;
        QTest::newRow("later") << int(Qt::Key_L) << u"later"_s;
        QTest::newRow("Enter is no answer") << int(Qt::Key_Return) << QString();
        QTest::newRow("Esc is no answer") << int(Qt::Key_Escape) << QString();
        QTest::newRow("Space is no answer") << int(Qt::Key_Space) << QString();
    }
    void answersByItsKeysOnly()
    {
        QFETCH(int, key);
        QFETCH(QString, said);
        ask(Kind::Payment, 1, 1);
        QStringList heard;
        connect(&sheet(), &QuestionSheet::yes, this, [&] { heard << u"yes"_s; });
        connect(&sheet(), &QuestionSheet::no, this, [&] { heard << u"no"_s; });
        connect(&sheet(), &QuestionSheet::later, this, [&] { heard << u"later"_s; });
        m_rig->press(key);
        QCOMPARE(heard.join(u' '), said);
    }

    // The button that answered the last question must not answer the next one too.
    void theNextQuestionDoesNotStartOnAButton()
    {
        ask(Kind::Payment, 1, 2);
        m_rig->find<QPushButton>("questionYes")->setFocus();
        ask(Kind::Print, 2, 2);
        QSignalSpy yes(&sheet(), &QuestionSheet::yes);
        m_rig->press(Qt::Key_Space);
        m_rig->press(Qt::Key_Return);
        QCOMPARE(yes.count(), 0);
    }

    void theBadgeCountsWhatIsOpen()
    {
        m_rig->window->showPage(DeskWindow::Page::Sale);
        QVERIFY(m_rig->shown("questionBadge").isEmpty());
        m_rig->questions->setCount(2);
        QTRY_COMPARE(m_rig->shown("questionBadge"), u"? 2 questions"_s); // once it has been given its room
        m_rig->questions->setCount(1);
        QTRY_COMPARE(m_rig->shown("questionBadge"), u"? 1 question"_s);
        m_rig->questions->setCount(0);
        QVERIFY(m_rig->shown("questionBadge").isEmpty());
    }

    void aSuspectCounterSaysWhatToDoAndTakesACode()
    {
        auto& page = m_rig->window->suspectPage();
        page.setReason(u"The journal is behind."_s);
        m_rig->window->showPage(DeskWindow::Page::Suspect);
        m_rig->settle();
        QCOMPARE(m_rig->shown("suspectReason"), u"The journal is behind."_s);
        QSignalSpy asked(&page, &SuspectPage::reenrolRequested);
        QSignalSpy later(&page, &SuspectPage::laterRequested);
        m_rig->press(Qt::Key_Return);
        QCOMPARE(asked.count(), 0);
        QVERIFY(!m_rig->shown("problem").isEmpty());
        m_rig->type(u"AB12"_s);
        m_rig->press(Qt::Key_Return);
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked.at(0).at(0).toString(), u"AB12"_s);
        m_rig->press(Qt::Key_Escape);
        QCOMPARE(later.count(), 1);
    }

private:
    QuestionSheet& sheet() { return m_rig->window->questionPage().sheet(); }
    void ask(Kind kind, int number, int of)
    {
        sheet().ask(sampleQuestion(kind), number, of);
        m_rig->settle();
    }

    std::unique_ptr<SheetRig> m_rig;
};

QTEST_MAIN(QuestionTest)
#include "question_test.moc"

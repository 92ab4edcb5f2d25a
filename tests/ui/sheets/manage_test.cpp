// The managers' page by keyboard: what is listed, and what is signed for by whom with what reason.
#include "tests/ui/sheets/sheet_rig.h"

#include <QCheckBox>
#include <QListWidget>
#include <QScrollBar>
#include <QSignalSpy>

#include <algorithm>

using namespace parterre;
using namespace parterre::testing;
using namespace Qt::StringLiterals;

class ManageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_rig = std::make_unique<SheetRig>();
        m_rig->openManage(sampleOverview(*m_rig->plan));
    }
    void cleanup() { m_rig.reset(); }

    void listsTroubleFirst()
    {
        QStringList groups;
        for (int i = 0; i < list()->topLevelItemCount(); ++i)
            groups << list()->topLevelItem(i)->text(0);
        QCOMPARE(groups.join(u", "_s),
                 u"Alarms · 1, Open conflicts · 1, Counters with a reserve · 3, Written off · 1"_s);
        choose(u"Foyer"_s);
        QCOMPARE(list()->currentItem()->text(1), u"✕ Limbo: nobody may sell"_s);
        QCOMPARE(list()->currentItem()->text(2), u"36"_s);
        QCOMPARE(list()->currentItem()->text(3), u"unknown"_s);
        choose(u"Till 2"_s);
        QCOMPARE(list()->currentItem()->text(1), u"▲ Active, does not answer"_s);
        QCOMPARE(list()->currentItem()->text(3), u"1 h 35 min ago"_s);
    }

    void writesOffWithTheListAReasonAndItsName()
    {
        choose(u"Foyer"_s);
        m_rig->press(Qt::Key_W);
        QCOMPARE(m_rig->shown("sheetTitle"), u"Write off the seats of Foyer?"_s);
        QVERIFY(m_rig->shown("actionState").contains(u"may meet a second buyer"_s));
        const auto* rows = m_rig->find<QListWidget>("actionRows");
        QCOMPARE(rows->count(), 4);
        QCOMPARE(rows->item(0)->text(), u"Stalls · row C: 1, 2, 3, 4, 5, 6, 7, 8, 9"_s);
        QSignalSpy signedOff(m_rig->manage, &ManagePage::writeOffRequested);
        QCOMPARE(m_rig->shown(button(ManageAction::WriteOff)), u"Write off 36 seats of Foyer   Enter"_s);
        m_rig->press(Qt::Key_Return); // a reason is missing
        QCOMPARE(signedOff.count(), 0);
        m_rig->type(u"laptop dropped"_s);
        m_rig->press(Qt::Key_Return);
        QCOMPARE(signedOff.count(), 1);
        const auto request = signedOff.at(0).at(0).value<AdminWriteOffRequest>();
        QCOMPARE(request.fence.value, std::uint64_t(13));
        QCOMPARE(request.places.seats.size(), std::size_t(36));
        QCOMPARE(request.reason, std::string("laptop dropped"));
        QVERIFY(!request.deviceLost);
    }

    void tooEarlyOnlyForALostCounter()
    {
        choose(u"Till 2"_s);
        m_rig->press(Qt::Key_W);
        QSignalSpy signedOff(m_rig->manage, &ManagePage::writeOffRequested);
        m_rig->type(u"stolen"_s);
        m_rig->press(Qt::Key_Return);
        QCOMPARE(signedOff.count(), 0);
        m_rig->press(Qt::Key_F2);
        m_rig->press(Qt::Key_Return);
        QCOMPARE(signedOff.count(), 1);
        QVERIFY(signedOff.at(0).at(0).value<AdminWriteOffRequest>().deviceLost);
    }

    // The box can be ticked early and late, and it always does the same to the key.
    void theBoxSaysWhatItDoesToTheKey()
    {
        for (const QString& name : {u"Till 2"_s, u"Foyer"_s}) {
            choose(name);
            m_rig->press(Qt::Key_W);
            QVERIFY(m_rig->find<QCheckBox>("actionCheck")->isVisible());
            QVERIFY(says(u"Its key becomes worthless at once: the centre takes nothing from this counter any more."_s));
            m_rig->press(Qt::Key_Escape);
        }
    }

    void aCounterThatAnswersIsNotWrittenOff()
    {
        choose(u"Till 1"_s);
        m_rig->press(Qt::Key_W);
        QCOMPARE(m_rig->shown("sheetTitle"), u"Till 1"_s);
    }

    // What is being typed survives the next reading of the overview.
    void readingAnewKeepsTheDialogue()
    {
        choose(u"Foyer"_s);
        m_rig->press(Qt::Key_W);
        m_rig->type(u"lapt"_s);
        m_rig->manage->setOverview(sampleOverview(*m_rig->plan), eveningNow);
        m_rig->settle();
        QCOMPARE(m_rig->shown("sheetTitle"), u"Write off the seats of Foyer?"_s);
        m_rig->type(u"op"_s);
        QCOMPARE(m_rig->find<QLineEdit>("actionField")->text(), u"laptop"_s);
        m_rig->press(Qt::Key_Escape);
        QCOMPARE(m_rig->shown("sheetTitle"), u"Foyer"_s);
        QCOMPARE(QApplication::focusWidget(), list());
    }

    void settlesAnAlarmWithWhatWasFound()
    {
        choose(u"Till 2:"_s);
        QCOMPARE(m_rig->shown("sheetTitle"), u"A counter whose record is not complete"_s);
        QSignalSpy settled(m_rig->manage, &ManagePage::alarmSettled);
        m_rig->press(Qt::Key_Return); // from the list into the field
        m_rig->press(Qt::Key_Return);
        QCOMPARE(settled.count(), 0);
        m_rig->type(u"all paper found"_s);
        m_rig->press(Qt::Key_Return);
        QCOMPARE(settled.count(), 1);
        QCOMPARE(settled.at(0).at(0).toULongLong(), 41ULL);
        QCOMPARE(settled.at(0).at(1).toString(), u"all paper found"_s);
    }

    void goesOnWithoutACounterAfterARestore()
    {
        m_rig->openManage(restoredOverview(*m_rig->plan));
        QVERIFY(m_rig->shown("manageState").contains(u"restored from a backup"_s));
        choose(u"Till 3"_s);
        QSignalSpy goneOn(m_rig->manage, &ManagePage::goOnRequested);
        m_rig->press(Qt::Key_Return);
        m_rig->type(u"sent home"_s);
        QCOMPARE(m_rig->shown(button(ManageAction::GoOnWithout)), u"Go on without Till 3   Enter"_s);
        m_rig->press(Qt::Key_Return);
        QCOMPARE(goneOn.count(), 1);
        QCOMPARE(goneOn.at(0).at(1).toString(), u"sent home"_s);
    }

    void movesACaseByKeysFromTheList()
    {
        choose(u"K7QM42AB"_s);
        QSignalSpy moved(m_rig->manage, &ManagePage::caseMoved);
        m_rig->press(Qt::Key_2);
        m_rig->press(Qt::Key_D);
        m_rig->press(Qt::Key_G); // needs a reason
        QCOMPARE(moved.count(), 2);
        QCOMPARE(moved.at(0).at(1).value<AdminCaseStep>().kind, AdminCaseStep::Kind::Accept);
        QCOMPARE(moved.at(0).at(1).value<AdminCaseStep>().choice, std::uint32_t(1));
        QCOMPARE(moved.at(1).at(1).value<AdminCaseStep>().kind, AdminCaseStep::Kind::Decline);
    }

    void aRefusalIsSaidWhereItWasAsked()
    {
        choose(u"Foyer"_s);
        m_rig->press(Qt::Key_W);
        m_rig->type(u"gone"_s);
        m_rig->manage->showProblem(u"Your role does not allow this."_s);
        QCOMPARE(m_rig->shown("actionProblem"), u"Your role does not allow this."_s);
        QCOMPARE(m_rig->find<QLineEdit>("actionField")->text(), u"gone"_s);
    }

    // Read again by itself while somebody works: neither the row, nor the place in the list, nor the button is lost.
    void readingAnewKeepsTheRowTheScrollAndTheKeyboard()
    {
        auto overview = sampleOverview(*m_rig->plan);
        for (std::uint64_t i = 100; i < 160; ++i)
            overview.allotments.push_back(sampleAllotment(*m_rig->plan, i, "Kiosk"));
        m_rig->openManage(overview);
        choose(u"K7QM42AB"_s);
        list()->verticalScrollBar()->setValue(list()->verticalScrollBar()->maximum());
        const int scrolled = list()->verticalScrollBar()->value();
        QVERIFY(scrolled > 0);
        auto* decline = m_rig->find<QPushButton>(button(ManageAction::CaseDecline));
        decline->setFocus();
        overview.allotments.front().lastContact = eveningNow;
        m_rig->manage->setOverview(overview, eveningNow + std::chrono::seconds(5));
        m_rig->settle();
        QCOMPARE(m_rig->shown("sheetTitle"), u"Order K7QM42AB"_s);
        QCOMPARE(list()->verticalScrollBar()->value(), scrolled);
        QCOMPARE(QApplication::focusWidget(), decline);
        QSignalSpy moved(m_rig->manage, &ManagePage::caseMoved);
        decline->click();
        QCOMPARE(moved.count(), 1);
    }

    // The row went while somebody typed: the keys must not act on the case that has moved up into its place.
    void whatHasGoneIsSaidAndItsKeysAreDead()
    {
        auto overview = sampleOverview(*m_rig->plan);
        auto other = overview.cases.front();
        other.id = idOf<CaseId>(6);
        other.code = "OTHERONE";
        overview.cases.push_back(other);
        m_rig->openManage(overview);
        choose(u"K7QM42AB"_s);
        m_rig->press(Qt::Key_Return);
        m_rig->type(u"agreed at the door"_s);
        overview.cases.erase(overview.cases.begin());
        QSignalSpy moved(m_rig->manage, &ManagePage::caseMoved);
        QSignalSpy settled(m_rig->manage, &ManagePage::alarmSettled);
        for (int reading = 0; reading < 2; ++reading) { // it stays so when it is read once more
            m_rig->manage->setOverview(overview, eveningNow + std::chrono::seconds(5));
            m_rig->settle();
            QCOMPARE(m_rig->shown("sheetTitle"), u"Settled meanwhile"_s);
            QVERIFY(m_rig->shown("actionState").contains(u"settled meanwhile"_s));
            QVERIFY(says(u"Order K7QM42AB"_s) && says(u"agreed at the door"_s));
            QCOMPARE(QApplication::focusWidget(), list());
            for (const int key : {Qt::Key_2, Qt::Key_D, Qt::Key_R, Qt::Key_G, Qt::Key_S, Qt::Key_W, Qt::Key_Return})
                m_rig->press(key);
            QCOMPARE(moved.count() + settled.count(), 0);
        }
        choose(u"OTHERONE"_s);
        QCOMPARE(m_rig->shown("sheetTitle"), u"Order OTHERONE"_s);
        m_rig->press(Qt::Key_D);
        QCOMPARE(moved.count(), 1);
        m_rig->manage->showProblem({}); // it happened
        overview.cases.clear();
        m_rig->manage->setOverview(overview, eveningNow + std::chrono::seconds(10));
        m_rig->settle();
        QCOMPARE(m_rig->shown("sheetTitle"), u"Done"_s);
    }

    void whatIsNotAnsweredSaysOfWhenItIs()
    {
        m_rig->manage->setStale(u"There is no line."_s);
        QCOMPARE(m_rig->shown("manageState"), u"▲  As of 19:42. There is no line."_s);
        m_rig->manage->setOverview(sampleOverview(*m_rig->plan), eveningNow);
        QVERIFY(m_rig->shown("manageState").contains(u"being sold"_s));
    }

    // Nothing was read of this event yet: there is no time to say, least of all another event's.
    void whatWasNeverReadHasNoTime()
    {
        m_rig->manage->setEvent(u"Another evening"_s, "Europe/Berlin");
        m_rig->manage->setStale(u"There is no line."_s);
        QCOMPARE(m_rig->shown("manageState"), u"▲  There is no line."_s);
    }

    // Seated elsewhere for less: closed for the seats, not for the money.
    void aCaseWithMoneyStillDueIsOpen()
    {
        auto overview = sampleOverview(*m_rig->plan);
        auto& of = overview.cases.front();
        of.phase = CasePhase::Exchanged;
        of.refund = {500, {}};
        m_rig->openManage(overview);
        choose(u"K7QM42AB"_s);
        QCOMPARE(list()->currentItem()->text(1), u"✕ reseated, money to give back"_s);
        QSignalSpy moved(m_rig->manage, &ManagePage::caseMoved);
        m_rig->press(Qt::Key_R);
        QCOMPARE(moved.count(), 1);
        QCOMPARE(moved.at(0).at(1).value<AdminCaseStep>().kind, AdminCaseStep::Kind::Refund);
        of.refund = {};
        m_rig->openManage(overview);
        for (int i = 0; i < list()->topLevelItemCount(); ++i)
            QVERIFY(!list()->topLevelItem(i)->text(0).startsWith(u"Open conflicts"_s));
    }

    void nothingIsNothing()
    {
        m_rig->openManage({});
        QVERIFY(!list()->isVisible());
        QVERIFY(m_rig->shown("manageState").contains(u"being sold"_s));
    }

private:
    QTreeWidget* list() const { return m_rig->find<QTreeWidget>("manageList"); }
    void choose(const QString& beginning)
    {
        for (int group = 0; group < list()->topLevelItemCount(); ++group)
            for (int i = 0; i < list()->topLevelItem(group)->childCount(); ++i)
                if (list()->topLevelItem(group)->child(i)->text(0).startsWith(beginning))
                    list()->setCurrentItem(list()->topLevelItem(group)->child(i));
        list()->setFocus();
        m_rig->settle();
        QVERIFY(list()->currentItem()->text(0).startsWith(beginning));
    }
    bool says(const QString& words) const
    {
        const auto labels = m_rig->manage->findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(),
                           [&](const QLabel* label) { return label->isVisible() && label->text() == words; });
    }
    static const char* button(ManageAction action)
    {
        static QByteArray name;
        name = "action" + QByteArray::number(static_cast<int>(action));
        return name.constData();
    }

    std::unique_ptr<SheetRig> m_rig;
};

QTEST_MAIN(ManageTest)
#include "manage_test.moc"

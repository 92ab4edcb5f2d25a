// The managers' page follows the centre by itself while it is looked at, and only then.
#include "tests/ui/desk/desk_rig.h"
#include "tests/ui/sheets/sheet_samples.h"

#include <algorithm>

using namespace parterre;
using namespace parterre::testing;
using namespace Qt::StringLiterals;

class ManageLiveTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksAgainWhileItIsOpen()
    {
        DeskRig rig;
        QVERIFY(rig.begin());
        rig.admin.answer.allotments = {sampleAllotment(rig.centre.plan(), 11, "Till 1")};
        rig.press(Qt::Key_M, Qt::ControlModifier);
        rig.admin.deliver();
        rig.settle();
        QVERIFY(hasRow(rig, u"Till 1"_s));
        rig.admin.answer.allotments.push_back(sampleAllotment(rig.centre.plan(), 12, "Till 2"));
        QTRY_VERIFY_WITH_TIMEOUT(asked(rig) == 2, patience);
        QVERIFY(rig.find<QPushButton>("manageRefresh")->isEnabled());
        QVERIFY(rig.shown("asking").isEmpty()); // quietly
        rig.admin.deliver();
        rig.settle();
        QVERIFY(hasRow(rig, u"Till 2"_s));
        rig.picture("manage-live");
        rig.press(Qt::Key_M, Qt::ControlModifier); // closed: nobody looks
        QTest::qWait(patience);
        QCOMPARE(asked(rig), 2);
    }

    // Whoever signs for a list signs for the one they read: it does not change under their eyes.
    void theListThatIsSignedForStays()
    {
        DeskRig rig;
        QVERIFY(rig.begin());
        auto silent = sampleAllotment(rig.centre.plan(), 11, "Foyer");
        silent.reachable = false;
        rig.admin.answer.allotments = {silent};
        rig.press(Qt::Key_M, Qt::ControlModifier);
        rig.admin.deliver();
        rig.settle();
        rig.press(Qt::Key_W);
        QCOMPARE(rig.shown("sheetTitle"), u"Write off the seats of Foyer?"_s);
        QTest::qWait(patience);
        QCOMPARE(asked(rig), 1);
    }

    // The answer to a question of before the step comes after it: what the step has done stays done on the screen.
    void anOldReadingDoesNotUndoAStep()
    {
        DeskRig rig;
        QVERIFY(rig.begin());
        rig.admin.answer = sampleOverview(rig.centre.plan());
        rig.press(Qt::Key_M, Qt::ControlModifier);
        rig.admin.deliver();
        rig.settle();
        QVERIFY(hasRow(rig, alarm));
        QTRY_VERIFY_WITH_TIMEOUT(asked(rig) == 2, patience); // it is under way
        rig.press(Qt::Key_Return);
        rig.type(u"all paper found"_s);
        rig.press(Qt::Key_Return);
        QCOMPARE(rig.admin.asked.back(), std::string("settle 41: all paper found"));
        rig.admin.answer.alarms.clear();
        rig.admin.deliverLast();
        QCOMPARE(asked(rig), 3);
        rig.admin.deliverLast();
        QVERIFY(!hasRow(rig, alarm));
        rig.admin.deliver();
        rig.settle();
        QVERIFY(!hasRow(rig, alarm));
        QCOMPARE(rig.shown("sheetTitle"), u"Done"_s);
    }

    // Its key is revoked when the centre misses that, and not again: a supervisor may sign but not revoke.
    void aLostCounterIsRevokedOnlyOnce()
    {
        for (const bool isRevoked : {true, false}) {
            DeskRig rig;
            QVERIFY(rig.begin());
            auto silent = sampleAllotment(rig.centre.plan(), 11, "Foyer");
            silent.reachable = false;
            rig.admin.answer.allotments = {silent};
            rig.press(Qt::Key_M, Qt::ControlModifier);
            rig.admin.deliver();
            rig.settle();
            rig.press(Qt::Key_W);
            rig.type(u"stolen"_s);
            rig.press(Qt::Key_F2);
            rig.press(Qt::Key_Return);
            if (!isRevoked)
                rig.admin.refusal =
                    Error{ErrorCode::AllotmentForeign, "revoke the counter's key before you call it lost"};
            for (int answers = 0; answers < 3; ++answers)
                rig.admin.deliver();
            rig.settle();
            const std::vector<std::string> steps(rig.admin.asked.begin() + 1, rig.admin.asked.end());
            const std::string sign = "write off 11: stolen";
            QVERIFY(steps == (isRevoked ? std::vector<std::string>{sign, "overview"}
                                        : std::vector<std::string>{sign, "revoke: stolen", sign, "overview"}));
            QVERIFY(rig.notice().endsWith(u"seats are written off and free."_s));
        }
    }

private:
    const QString alarm = u"Till 2: A counter whose record is not complete"_s;
    static constexpr int patience = 6500; // ms: more than the page's rhythm
    static int asked(const DeskRig& rig)
    {
        return static_cast<int>(std::count(rig.admin.asked.begin(), rig.admin.asked.end(), "overview"));
    }
    static bool hasRow(const DeskRig& rig, const QString& name)
    {
        return !rig.find<QTreeWidget>("manageList")->findItems(name, Qt::MatchExactly | Qt::MatchRecursive).isEmpty();
    }
};

QTEST_MAIN(ManageLiveTest)
#include "manage_live_test.moc"

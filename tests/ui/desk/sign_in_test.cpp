// Signing in to a centre that is slow, silent or not there: each has its own words.
#include "tests/ui/desk/desk_rig.h"

using namespace parterre;
using namespace parterre::testing;
using namespace Qt::StringLiterals;

class SignInTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_rig = std::make_unique<DeskRig>();
        QVERIFY(m_rig->enrol());
    }
    void cleanup() { m_rig.reset(); }

    // The seconds are counted where the clerk looks; nothing is said of a line that is down.
    void aSlowCentreIsWaitedForAndSaidToBeSlow()
    {
        m_rig->till.link.latency = std::chrono::seconds(3); // each way
        give("ann", "secret");
        QVERIFY(m_rig->shown("signInWait").isEmpty());
        QTRY_VERIFY_WITH_TIMEOUT(m_rig->shown("signInWait").startsWith(u"The centre answers slowly. Waiting for "_s),
                                 4000);
        m_rig->picture("sign-in-slow");
        QVERIFY(!m_rig->shown("signInWait").contains(u"down"_s));
        QVERIFY(m_rig->until([this] { return m_rig->window->page() == DeskWindow::Page::Events; }));
    }

    void silenceIsNotCalledDown()
    {
        m_rig->till.link.cut = true;
        give("ann", "secret");
        QVERIFY(m_rig->until([this] { return !m_rig->shown("problem").isEmpty(); }));
        QVERIFY2(m_rig->shown("problem").startsWith(
                     u"The centre has not answered in time and ann has not signed in at this counter before."_s),
                 qPrintable(m_rig->shown("problem")));
        QVERIFY(m_rig->shown("signInWait").isEmpty());
    }

    void aLineThatIsDownIs()
    {
        m_rig->till.link.cut = true;
        m_rig->till.link.cutAs = ErrorCode::Offline;
        give("ann", "secret");
        QVERIFY(m_rig->until([this] { return !m_rig->shown("problem").isEmpty(); }));
        QVERIFY2(
            m_rig->shown("problem").startsWith(u"The line is down and ann has not signed in at this counter before."_s),
            qPrintable(m_rig->shown("problem")));
    }

    // It answered, at once: it is not slow, it has too much to do.
    void aBusyCentreIsCalledBusy()
    {
        for (const ErrorCode code : {ErrorCode::Overloaded, ErrorCode::Unavailable}) {
            init();
            m_rig->till.link.cut = true;
            m_rig->till.link.cutAs = code;
            give("ann", "secret");
            QVERIFY(m_rig->until([this] { return !m_rig->shown("problem").isEmpty(); }));
            QVERIFY2(m_rig->shown("problem").startsWith(
                         u"The centre is busy and ann has not signed in at this counter before."_s),
                     qPrintable(m_rig->shown("problem")));
        }
    }

    // The badge says that the line is down; silence says nothing else.
    void silenceOfALineThatIsDownIsCalledDown()
    {
        QVERIFY(m_rig->signIn());
        m_rig->press(Qt::Key_Q, Qt::ControlModifier | Qt::ShiftModifier);
        m_rig->till.link.cut = true;
        for (int time = 0; time < 2; ++time) { // the first silence is when it goes down
            m_rig->find<QLineEdit>("signInName")->clear();
            give("bea", "secret");
            QVERIFY(m_rig->until([this] { return m_rig->shown("problem").contains(u"bea"_s); }));
        }
        QVERIFY2(m_rig->shown("problem").startsWith(u"The line is down and bea has not signed in"_s),
                 qPrintable(m_rig->shown("problem")));
    }

    // Who can be checked here does not wait for a silent centre as long as who cannot.
    void whoIsKnownHereWaitsFourSeconds()
    {
        QVERIFY(m_rig->signIn());
        m_rig->press(Qt::Key_Q, Qt::ControlModifier | Qt::ShiftModifier);
        m_rig->till.link.latency = std::chrono::seconds(8); // each way
        m_rig->find<QLineEdit>("signInName")->clear();
        give("ann", "secret");
        QVERIFY(!m_rig->until([this] { return m_rig->till.counter->signedIn(); }, Milliseconds(3'500)));
        QVERIFY(m_rig->until([this] { return m_rig->till.counter->signedIn(); }, Milliseconds(1'000)));
        m_rig->settle(std::chrono::seconds(20)); // what comes late changes nothing
        QVERIFY(m_rig->till.counter->signedIn());
    }

    // Whoever has signed in here before does not need the centre, however it is missed.
    void whoIsKnownHereGoesOn()
    {
        QVERIFY(m_rig->signIn());
        m_rig->press(Qt::Key_Q, Qt::ControlModifier | Qt::ShiftModifier);
        m_rig->till.link.cut = true;
        m_rig->find<QLineEdit>("signInName")->clear();
        give("ann", "secret");
        QVERIFY(m_rig->until([this] { return m_rig->window->page() == DeskWindow::Page::Events; }));
    }

private:
    void give(const char* name, const char* password)
    {
        m_rig->find<QLineEdit>("signInName")->setFocus();
        m_rig->type(QString::fromLatin1(name));
        m_rig->press(Qt::Key_Tab);
        m_rig->type(QString::fromLatin1(password));
        m_rig->press(Qt::Key_Return);
    }

    std::unique_ptr<DeskRig> m_rig;
};

QTEST_MAIN(SignInTest)
#include "sign_in_test.moc"

// The inbox by keyboard: one key for each step, the proposal on the map, and nothing a phase does not allow.
#include "tests/ui/sheets/sheet_rig.h"
#include "ui/conflicts/case_list.h"

#include <QSignalSpy>

using namespace parterre;
using namespace parterre::testing;
using namespace Qt::StringLiterals;

class ConflictTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_rig = std::make_unique<SheetRig>(); }
    void cleanup() { m_rig.reset(); }

    void theBadgeCountsWhatIsOpen()
    {
        QVERIFY(m_rig->shown("conflictBadge").isEmpty());
        m_rig->badge->setCount(2);
        QTRY_COMPARE(m_rig->shown("conflictBadge"), u"! 2 conflicts"_s); // once it has been given its room
        m_rig->badge->setCount(1);
        QTRY_COMPARE(m_rig->shown("conflictBadge"), u"! 1 conflict"_s);
        m_rig->badge->setCount(0);
        QVERIFY(m_rig->shown("conflictBadge").isEmpty());
    }

    void saysBothClaimsTheRuleAndTheCustomer()
    {
        open({sampleCase(*m_rig->plan, m_rig->terms, CasePhase::Offered)});
        QCOMPARE(m_rig->shown("caseOurs"),
                 u"Sold here provisionally at 18:54 by ann for €150.00: Stalls · row C: 12, 13, 14."_s);
        QCOMPARE(m_rig->shown("caseTheirs"), u"Stalls · row C: 12, 13: sold at the centre before (Smith)."_s);
        QVERIFY(m_rig->shown("caseRule").contains(u"reaches the centre first"_s));
        QVERIFY(m_rig->shown("caseCustomer").startsWith(u"Miller · +44 20 7946 0958."_s));
        QVERIFY(m_rig->shown("caseOffer").startsWith(u"1 of 3: Stalls · row D: 10, 11, 12"_s));
        QVERIFY(m_rig->shown("caseNext").startsWith(u"Ask the customer."_s));
    }

    // An offer may stand for a day: "until 18:42" is not today's.
    void anotherDaysTimeHasItsDate()
    {
        auto report = sampleCase(*m_rig->plan, m_rig->terms, CasePhase::Offered);
        open({report});
        QCOMPARE(m_rig->shown("caseNext"), u"Ask the customer. The seats are kept until 19:57."_s);
        report.what.until = eveningNow + Milliseconds(std::chrono::hours(23));
        open({report});
        QCOMPARE(m_rig->shown("caseNext"), u"Ask the customer. The seats are kept until Sat 28 Nov 2026, 18:42."_s);
        // After midnight in the event's zone, though not yet in UTC.
        report.what.until = eveningNow + Milliseconds(std::chrono::minutes(4 * 60 + 48));
        open({report});
        QCOMPARE(m_rig->shown("caseNext"), u"Ask the customer. The seats are kept until Sat 28 Nov 2026, 00:30."_s);
    }

    void theProposalIsOnTheMapWhileTheSheetIsOpen()
    {
        open({sampleCase(*m_rig->plan, m_rig->terms, CasePhase::Offered)});
        auto* model = m_rig->window->salePage().model();
        QCOMPARE(labels(model->proposal().from), u"Stalls/C/12 Stalls/C/13 Stalls/C/14"_s);
        QCOMPARE(labels(model->proposal().to), u"Stalls/D/10 Stalls/D/11 Stalls/D/12"_s);
        QVERIFY(model->seatText(m_rig->plan->seatByLabel("Stalls/D/10").value()).contains(u"proposed instead"_s));
        m_rig->press(Qt::Key_O);
        QCOMPARE(labels(model->proposal().to), u"Stalls/B/4 Stalls/B/5 Stalls/B/6"_s);
        QVERIFY(m_rig->shown("caseOffer").startsWith(u"2 of 3"_s));
        m_rig->press(Qt::Key_Escape);
        QVERIFY(model->proposal().empty());
        QVERIFY(!m_rig->conflicts->isVisible());
    }

    void enterAcceptsTheOfferThatIsShown()
    {
        open({sampleCase(*m_rig->plan, m_rig->terms, CasePhase::Offered)});
        QSignalSpy answered(m_rig->conflicts, &ConflictSheet::offerAnswered);
        m_rig->press(Qt::Key_O);
        m_rig->press(Qt::Key_Return);
        QCOMPARE(answered.count(), 1);
        QCOMPARE(answered.at(0).at(1).value<std::optional<quint32>>(), std::optional<quint32>(1));
    }

    void eachStepHasOneKey_data()
    {
        QTest::addColumn<int>("phase");
        QTest::addColumn<int>("key");
        QTest::addColumn<QString>("step");
        const auto row = [](const char* name, CasePhase phase, int key, const char* step) {
            QTest::newRow(name) << static_cast<int>(phase) << key << QString::fromLatin1(step);
        };
        row("accept", CasePhase::Offered, Qt::Key_Return, "accept");
        row("decline", CasePhase::Offered, Qt::Key_D, "decline");
        row("decline is not of an open one", CasePhase::Open, Qt::Key_D, "");
        row("look for seats", CasePhase::Open, Qt::Key_Return, "offer");
        row("refund", CasePhase::RefundDue, Qt::Key_R, "refund");
        row("Enter says nothing about money", CasePhase::RefundDue, Qt::Key_Return, "");
        row("no refund before it is due", CasePhase::Offered, Qt::Key_R, "");
        row("try seats instead of a refund", CasePhase::RefundDue, Qt::Key_O, "offer");
        row("meet at the door", CasePhase::Open, Qt::Key_T, "door");
        row("settled at the door", CasePhase::AtDoor, Qt::Key_Return, "settled");
        row("letter", CasePhase::Offered, Qt::Key_P, "letter");
        row("tickets of the new seats", CasePhase::Exchanged, Qt::Key_N, "tickets");
        row("a contest waits", CasePhase::Contest, Qt::Key_Return, "");
        row("and has no letter", CasePhase::Contest, Qt::Key_P, "");
    }
    void eachStepHasOneKey()
    {
        QFETCH(int, phase);
        QFETCH(int, key);
        QFETCH(QString, step);
        open({sampleCase(*m_rig->plan, m_rig->terms, static_cast<CasePhase>(phase))});
        listen();
        m_rig->press(key);
        QCOMPARE(m_steps.join(u' '), step);
    }

    void withTheLineDownOnlyReadingAndLetters()
    {
        open({sampleCase(*m_rig->plan, m_rig->terms, CasePhase::Offered)});
        m_rig->conflicts->setLine(false);
        listen();
        for (const int key : {Qt::Key_Return, Qt::Key_D, Qt::Key_T})
            m_rig->press(key);
        QCOMPARE(m_steps.join(u' '), QString());
        QVERIFY(m_rig->shown("casesHint").startsWith(u"The line is down"_s));
        m_rig->press(Qt::Key_P);
        QCOMPARE(m_steps.join(u' '), u"letter"_s);
        QVERIFY(m_rig->conflicts->isVisible());
    }

    void theArrowsChooseAndTheChoiceStays()
    {
        auto first = sampleCase(*m_rig->plan, m_rig->terms, CasePhase::Offered, 1);
        auto second = sampleCase(*m_rig->plan, m_rig->terms, CasePhase::RefundDue, 2);
        second.what.order.buyer.name = "Jones";
        open({first, second});
        m_rig->press(Qt::Key_Down);
        QVERIFY(m_rig->shown("caseCustomer").startsWith(u"Jones"_s));
        first.what.phase = CasePhase::Exchanged; // closed now: it moves to the end
        m_rig->setCases({first, second});
        QVERIFY(m_rig->shown("caseCustomer").startsWith(u"Jones"_s));
        QCOMPARE(m_rig->find<QTreeWidget>("caseList")
                     ->indexOfTopLevelItem(m_rig->find<QTreeWidget>("caseList")->currentItem()),
                 0);
    }

    // Seated elsewhere for less: until the difference has been given back somebody still has to do something.
    void moneyToGiveBackKeepsACaseOpen()
    {
        auto due = sampleCase(*m_rig->plan, m_rig->terms, CasePhase::Exchanged, 1);
        auto done = sampleCase(*m_rig->plan, m_rig->terms, CasePhase::Exchanged, 2);
        auto waits = sampleCase(*m_rig->plan, m_rig->terms, CasePhase::Contest, 3);
        due.what.refundMinor = 500;
        due.what.order.buyer.name = "Jones";
        QCOMPARE(openCases({due, done, waits}), 2);
        open({done, waits, due});
        QVERIFY(m_rig->shown("sheetTitle").contains(u"2 open"_s));
        const QString first = m_rig->find<QTreeWidget>("caseList")->topLevelItem(0)->text(0);
        QVERIFY2(first.contains(u"Jones"_s) && first.startsWith(u'!') && first.contains(u"money to give back"_s),
                 qPrintable(first));
        due.what.refundMinor = 0;
        QCOMPARE(openCases({due, done, waits}), 1);
    }

    void saysWhereTheCustomerSitsNow()
    {
        open({sampleCase(*m_rig->plan, m_rig->terms, CasePhase::Offered)});
        QVERIFY(m_rig->shown("caseSeated").isEmpty());
        open({sampleCase(*m_rig->plan, m_rig->terms, CasePhase::Exchanged)});
        QCOMPARE(m_rig->shown("caseSeated"), u"Stalls · row D: 10, 11, 12"_s);
        QVERIFY(m_rig->shown("caseOurs").endsWith(u"row C: 12, 13, 14."_s)); // what was sold stays what was sold
        QVERIFY(m_rig->find<QTreeWidget>("caseList")->topLevelItem(0)->text(0).contains(u"→ Stalls · row D: 10"_s));
        QCOMPARE(labels(m_rig->window->salePage().model()->proposal().to), u"Stalls/D/10 Stalls/D/11 Stalls/D/12"_s);
    }

    void everyPhaseAndRivalHasItsOwnWords()
    {
        QSet<QString> next;
        QSet<QString> rules;
        for (int phase = 0; phase <= static_cast<int>(CasePhase::Closed); ++phase) {
            open({sampleCase(*m_rig->plan, m_rig->terms, static_cast<CasePhase>(phase))});
            QVERIFY(!m_rig->shown("caseNext").isEmpty());
            next << m_rig->find<QTreeWidget>("caseList")->topLevelItem(0)->text(0);
        }
        QCOMPARE(next.size(), static_cast<int>(CasePhase::Closed) + 1);
        for (int rival = 0; rival <= static_cast<int>(Rival::Case); ++rival) {
            auto report = sampleCase(*m_rig->plan, m_rig->terms, CasePhase::Open);
            report.decided = static_cast<Rival>(rival);
            for (auto& lost : report.lost)
                lost.rival = report.decided;
            open({report});
            QVERIFY(!m_rig->shown("caseRule").isEmpty());
            rules << m_rig->shown("caseTheirs");
        }
        QCOMPARE(rules.size(), static_cast<int>(Rival::Case) + 1);
    }

private:
    void open(std::vector<CaseReport> cases)
    {
        m_rig->setCases(std::move(cases));
        m_rig->show(m_rig->conflicts);
    }
    void listen()
    {
        auto* sheet = m_rig->conflicts;
        connect(sheet, &ConflictSheet::offerRequested, this, [this] { m_steps << u"offer"_s; });
        connect(sheet, &ConflictSheet::offerAnswered, this,
                [this](CaseId, std::optional<quint32> choice) { m_steps << (choice ? u"accept"_s : u"decline"_s); });
        connect(sheet, &ConflictSheet::refundGiven, this, [this] { m_steps << u"refund"_s; });
        connect(sheet, &ConflictSheet::doorRequested, this,
                [this](CaseId, bool settled) { m_steps << (settled ? u"settled"_s : u"door"_s); });
        connect(sheet, &ConflictSheet::letterRequested, this, [this] { m_steps << u"letter"_s; });
        connect(sheet, &ConflictSheet::ticketsRequested, this, [this] { m_steps << u"tickets"_s; });
        m_steps.clear();
    }
    QString labels(const std::vector<SeatIndex>& seats) const
    {
        QStringList list;
        for (const SeatIndex seat : seats)
            list << QString::fromStdString(m_rig->plan->label(seat));
        return list.join(u' ');
    }

    std::unique_ptr<SheetRig> m_rig;
    QStringList m_steps;
};

QTEST_MAIN(ConflictTest)
#include "conflict_test.moc"

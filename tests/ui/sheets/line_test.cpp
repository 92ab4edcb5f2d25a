// What the screen says about the line: the gauge and its sheet, progress, a full outbox, halts, the drill, the age of
// the map.
#include "tests/ui/sheets/sheet_rig.h"

#include "ui/desk/reserve_gauge.h"
#include "ui/desk/reserve_words.h"

#include <QProgressBar>
#include <QSignalSpy>

using namespace parterre;
using namespace parterre::testing;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(parterre::Level)

class LineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_rig = std::make_unique<SheetRig>(); }
    void cleanup() { m_rig.reset(); }

    void theGaugeSaysSeatsAreasAndTime()
    {
        QCOMPARE(m_rig->shown("reserveGauge"), u"Offline reserve: 84 seats in 3 price areas, 5 h 10 min"_s);
        QCOMPARE(m_rig->find<ReserveGauge>("reserveGauge")->accessibleName(), m_rig->shown("reserveGauge"));
    }

    // Minutes of what: of the price area that runs out first, when it does before the time.
    void theGaugeNamesThePriceAreaThatDecides()
    {
        LineReport report = upReport();
        report.reserve[1].soldLastHour = 64;
        report.reserveLasts = Milliseconds(std::chrono::minutes(45));
        m_rig->report(report);
        const QString name = QString::fromStdString(m_rig->plan->priceAreas()[1].name);
        QCOMPARE(m_rig->shown("reserveGauge"),
                 u"Offline reserve: 84 seats in 3 price areas, %1 for 45 min"_s.arg(name));
        m_rig->show(m_rig->reserve);
        QVERIFY(m_rig->shown("reserveHeadline").endsWith(name + u" for 45 min"_s));
    }

    // Sold at the centre in a price area the reserve has nothing of: no alarm while the centre answers.
    void anAreaWithoutReserveIsNamedAndNoAlarmWithTheLineUp()
    {
        LineReport report = upReport();
        report.reserve[1].places = 0;
        report.reserveSeats = 36;
        report.reserveLasts = Milliseconds(0);
        const QString name = QString::fromStdString(m_rig->plan->priceAreas()[1].name);
        m_rig->report(report);
        QCOMPARE(m_rig->find<ReserveGauge>("reserveGauge")->level(), Level::Caution);
        QVERIFY(m_rig->shown("reserveGauge").endsWith(u"in 2 price areas, none of "_s + name));
        QVERIFY(!reserveShort(report).contains(u"under 1 min"_s));
        report.state = LineState::Down;
        QCOMPARE(reserveLevel(report), Level::Danger);
    }

    void theGaugeTurnsWithTheMinutes_data()
    {
        QTest::addColumn<int>("left");
        QTest::addColumn<int>("lasts"); // −1: nothing was sold
        QTest::addColumn<parterre::Level>("level");
        QTest::newRow("61 min") << 61 << -1 << Level::Good;
        QTest::newRow("60 min") << 60 << -1 << Level::Caution;
        QTest::newRow("11 min") << 11 << -1 << Level::Caution;
        QTest::newRow("10 min") << 10 << -1 << Level::Danger;
        QTest::newRow("the pace decides") << 300 << 45 << Level::Caution;
        QTest::newRow("the time decides") << 9 << 45 << Level::Danger;
    }
    void theGaugeTurnsWithTheMinutes()
    {
        QFETCH(int, left);
        QFETCH(int, lasts);
        QFETCH(Level, level);
        LineReport report = upReport();
        report.reserveLeft = Milliseconds(std::chrono::minutes(left));
        if (lasts >= 0)
            report.reserveLasts = Milliseconds(std::chrono::minutes(lasts));
        QCOMPARE(reserveLevel(report), level);
        m_rig->report(report);
        QCOMPARE(m_rig->find<ReserveGauge>("reserveGauge")->level(), level);
    }

    void theGaugeDiffersWithoutColour()
    {
        QSet<QByteArray> pictures;
        for (const int left : {300, 40, 5}) {
            ReserveGauge gauge;
            gauge.resize(400, 24);
            LineReport report = upReport();
            report.reserveLeft = Milliseconds(std::chrono::minutes(left));
            gauge.setReserve(reserveLevel(report), u"same words"_s, u"same"_s);
            QImage grey = gauge.grab().toImage().convertToFormat(QImage::Format_Grayscale8);
            // Dark or not: what is left when every colour is gone.
            for (int y = 0; y < grey.height(); ++y)
                for (int x = 0; x < grey.width(); ++x)
                    grey.scanLine(y)[x] = grey.scanLine(y)[x] < 160 ? 0 : 255;
            pictures << QByteArray(reinterpret_cast<const char*>(grey.constBits()), grey.sizeInBytes());
        }
        QCOMPARE(pictures.size(), 3);
    }

    void aNarrowBarShowsTheShortForm()
    {
        ReserveGauge gauge;
        gauge.setReserve(Level::Good, u"Offline reserve: 84 seats in 3 price areas, 5 h 10 min"_s, u"84 · 5 h"_s);
        gauge.resize(gauge.sizeHint());
        QVERIFY(gauge.showsWhole());
        gauge.resize(gauge.minimumSizeHint());
        QVERIFY(!gauge.showsWhole());
        QVERIFY(gauge.minimumSizeHint().width() < gauge.sizeHint().width());
    }

    void theSheetHasSeatsAndTimePerArea()
    {
        m_rig->show(m_rig->reserve);
        auto* areas = m_rig->find<QTreeWidget>("reserveAreas");
        QCOMPARE(areas->topLevelItemCount(), 3);
        QCOMPARE(areas->topLevelItem(0)->text(0), u"Premium"_s);
        QCOMPARE(areas->topLevelItem(0)->text(1), u"24"_s);
        QCOMPARE(areas->topLevelItem(0)->text(2), u"4 h"_s); // 24 seats at 6 an hour
        QCOMPARE(areas->topLevelItem(2)->text(2), u"not sold lately"_s);
        QSignalSpy returned(m_rig->reserve, &ReserveSheet::returnRequested);
        QSignalSpy renewed(m_rig->reserve, &ReserveSheet::renewRequested);
        QCOMPARE(m_rig->shown("reserveReturn"), u"Give 84 seats back   G"_s);
        m_rig->press(Qt::Key_G);
        m_rig->press(Qt::Key_N);
        QCOMPARE(returned.count(), 1);
        QCOMPARE(renewed.count(), 1);
        m_rig->goOffline();
        m_rig->press(Qt::Key_G);
        m_rig->press(Qt::Key_N);
        QCOMPARE(returned.count() + renewed.count(), 2); // both need the centre
        m_rig->press(Qt::Key_Escape);
        QVERIFY(!m_rig->reserve->isVisible());
    }

    void theListIsNotBuiltAnewEachSecond()
    {
        m_rig->show(m_rig->reserve);
        auto* areas = m_rig->find<QTreeWidget>("reserveAreas");
        areas->setCurrentItem(areas->topLevelItem(1));
        LineReport later = upReport();
        later.reserveLeft -= Milliseconds(60'000);
        m_rig->report(later);
        QCOMPARE(areas->indexOfTopLevelItem(areas->currentItem()), 1);
    }

    void progressHasCounts()
    {
        LineReport report = upReport();
        report.state = LineState::Syncing;
        report.drainedOps = 1200;
        report.unsentOps = 2200;
        m_rig->report(report);
        QCOMPARE(m_rig->shown("drainText"), u"The line is back. Sending to the centre: 1,200 of 3,400"_s);
        auto* bar = m_rig->find<QProgressBar>("drainBar");
        QVERIFY(bar->isVisible());
        QCOMPARE(bar->maximum(), 3400);
        QCOMPARE(bar->value(), 1200);
        QCOMPARE(bar->accessibleName(), m_rig->shown("drainText"));
        m_rig->report(upReport());
        QVERIFY(m_rig->shown("drainText").isEmpty());
    }

    void aFullOutboxSaysWhatStops()
    {
        const auto said = [this](std::uint32_t percent) {
            LineReport report = downReport();
            report.outboxPercent = percent;
            m_rig->report(report);
            return m_rig->shown("outboxText");
        };
        QCOMPARE(said(49), QString());
        QVERIFY(said(50).contains(u"50 %"_s) && said(50).contains(u"selling goes on"_s));
        QVERIFY(said(89).startsWith(u"▲"_s));
        QVERIFY(said(90).startsWith(u"✕"_s) && said(90).contains(u"Provisional sales have stopped"_s));
        QVERIFY(said(100).contains(u"selling has stopped"_s));
        QVERIFY(said(100).contains(u"safe"_s));
    }

    void everyHaltHasASentenceWithWhatToDo()
    {
        QSet<QString> said;
        for (int halt = 1; halt <= static_cast<int>(Halt::Impossible); ++halt) {
            LineReport report = upReport();
            report.halt = static_cast<Halt>(halt);
            m_rig->report(report);
            QVERIFY(m_rig->shown("haltText").count(u'.') >= 2);
            said << m_rig->shown("haltText");
        }
        QCOMPARE(said.size(), static_cast<int>(Halt::Impossible));
        m_rig->report(upReport());
        QVERIFY(m_rig->shown("haltText").isEmpty());
    }

    void theDrillIsUnmistakableAndEnds()
    {
        QVERIFY(m_rig->shown("drillName").isEmpty());
        m_rig->goOffline(true);
        QCOMPARE(m_rig->shown("drillName"), u"DRILL"_s);
        QVERIFY(m_rig->shown("drillText").contains(u"really sold"_s));
        QSignalSpy ended(&m_rig->window->strips(), &LineStrips::drillEndRequested);
        m_rig->find<QPushButton>("drillEnd")->click();
        QCOMPARE(ended.count(), 1);
    }

    void theReportSaysWhetherItWouldHaveLasted()
    {
        DrillReport report = sampleDrill();
        m_rig->drill->open(report);
        m_rig->show(m_rig->drill);
        QCOMPARE(m_rig->shown("drillVerdict"),
                 u"●  At this pace the rest of the reserve would have lasted another 1 h 19 min."_s);
        report.wouldLast = Milliseconds(std::chrono::minutes(60));
        m_rig->drill->open(report);
        QVERIFY(m_rig->shown("drillVerdict").startsWith(u"▲"_s));
        report.refused = 2;
        m_rig->drill->open(report);
        QVERIFY(m_rig->shown("drillVerdict").startsWith(u"✕  2 times a customer"_s));
        QVERIFY(m_rig->shown("drillAdvice").contains(u"Ctrl+R"_s));
        report.refused = 0;
        report.lasted = Milliseconds(std::chrono::seconds(40));
        report.wouldLast = Milliseconds(std::chrono::seconds(50));
        m_rig->drill->open(report); // a minute's pace says nothing
        QVERIFY(m_rig->shown("drillVerdict").contains(u"too short"_s));
        m_rig->press(Qt::Key_Return);
        QVERIFY(!m_rig->drill->isVisible());
    }

    void theMapSaysHowOldItIs()
    {
        auto* model = m_rig->window->salePage().model();
        SeatIndex sold{};
        SeatIndex provisional{};
        SeatIndex mine{};
        m_rig->goOffline();
        for (std::uint32_t i = 0; i < m_rig->plan->seatCount(); ++i) {
            const SeatView view = model->view(SeatIndex{i});
            if (view.mark == SeatMark::Sold)
                sold = SeatIndex{i};
            if (view.provisional)
                provisional = SeatIndex{i};
            if (view.reserve)
                mine = SeatIndex{i};
        }
        QVERIFY(model->seatText(sold).contains(u"sold, as of 12 min ago"_s));
        QVERIFY(model->seatText(provisional).contains(u"probably free, can be sold provisionally, as of 12 min ago"_s));
        QVERIFY(!model->seatText(mine).contains(u"ago"_s));
        LineReport later = downReport();
        later.baseAge = Milliseconds(std::chrono::minutes(13));
        m_rig->report(later);
        QVERIFY(model->seatText(sold).contains(u"as of 13 min ago"_s));
        later.baseAge.reset();
        m_rig->report(later);
        QVERIFY(model->seatText(sold).contains(u"not heard of since"_s));
        m_rig->window->salePage().model()->setViews(eveningViews(*m_rig->plan, false));
        m_rig->report(upReport());
        QVERIFY(!model->seatText(sold).contains(u"ago"_s));
    }

private:
    std::unique_ptr<SheetRig> m_rig;
};

QTEST_MAIN(LineTest)
#include "line_test.moc"

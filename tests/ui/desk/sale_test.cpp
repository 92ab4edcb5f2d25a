// A sale with everything around it: change, price types, marquee, list, search, orders, void, reserve, paper.
#include "tests/ui/desk/desk_rig.h"
#include "ui/seatmap/seat_list_view.h"

#include <QFile>
#include <QRegularExpression>

using namespace parterre;
using namespace parterre::testing;

class SaleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_rig = std::make_unique<DeskRig>();
        QVERIFY(m_rig->begin());
    }
    void cleanup() { m_rig.reset(); }

    void showsTheChangeWhileTheAmountIsTyped()
    {
        pick({"Stalls/1/1", "Stalls/1/2"}); // 2 × €50.00
        QCOMPARE(m_rig->shown("basketTotal"), QStringLiteral("€100.00"));
        m_rig->picture("basket");
        m_rig->press(Qt::Key_C);
        QCOMPARE(m_rig->shown("cashChange"), QStringLiteral("€0.00"));
        m_rig->type(QStringLiteral("90"));
        QCOMPARE(m_rig->shown("cashChange"), QStringLiteral("–"));
        QVERIFY(!m_rig->find<QPushButton>("payButton")->isEnabled());
        m_rig->press(Qt::Key_Return); // too little sells nothing
        QVERIFY(m_rig->shown("soldHeadline").isEmpty());
        m_rig->find<QLineEdit>("cashGiven")->selectAll();
        m_rig->type(QStringLiteral("150"));
        QCOMPARE(m_rig->shown("cashChange"), QStringLiteral("€50.00"));
        m_rig->picture("cash");
        m_rig->press(Qt::Key_Return);
        QVERIFY(m_rig->until([this] { return m_rig->shown("soldChange") == QStringLiteral("€50.00"); }));
        m_rig->picture("sold");
        QCOMPARE(m_rig->markOf("Stalls/1/1"), SeatMark::Sold);
    }

    void offersTheNotesPeopleHandOver()
    {
        pick({"Circle/1/1"}); // €40.00
        m_rig->press(Qt::Key_C);
        QVERIFY(m_rig->shown("note1").startsWith(QStringLiteral("€50.00")));
        m_rig->press(Qt::Key_F2);
        QCOMPARE(m_rig->shown("cashChange"), QStringLiteral("€10.00"));
    }

    void cyclesThePriceTypeOfAllOrOfOne()
    {
        pick({"Stalls/1/1", "Stalls/1/2"});
        m_rig->press(Qt::Key_T);
        QCOMPARE(m_rig->shown("basketTotal"), QStringLiteral("€50.00"));
        m_rig->press(Qt::Key_B); // into the lines: the first is in focus
        m_rig->press(Qt::Key_T);
        QCOMPARE(m_rig->shown("basketTotal"), QStringLiteral("€75.00"));
        m_rig->press(Qt::Key_Delete);
        QVERIFY(m_rig->until([this] { return m_rig->basket().lines.size() == 1; }));
        QCOMPARE(m_rig->shown("basketTotal"), QStringLiteral("€25.00"));
        m_rig->press(Qt::Key_Escape); // leaves the lines, not the sale
        QCOMPARE(m_rig->basket().lines.size(), std::size_t(1));
        QCOMPARE(QApplication::focusWidget(), m_rig->map());
    }

    void groupsTheBasketByRow()
    {
        pick({"Stalls/1/1", "Stalls/1/2", "Stalls/2/1"});
        const auto* lines = m_rig->find<QTreeWidget>("basketLines");
        QCOMPARE(lines->topLevelItemCount(), 2);
        QCOMPARE(lines->topLevelItem(0)->text(0), QStringLiteral("Stalls · row 1"));
        QCOMPARE(lines->topLevelItem(0)->childCount(), 2);
        QVERIFY(m_rig->shown("basketState").startsWith(QStringLiteral("held for ")));
    }

    void aMarqueeTakesWhatIsFree()
    {
        QVERIFY(m_rig->centre.fanHolds({"Stalls/1/2"}));
        QVERIFY(m_rig->until([this] { return m_rig->markOf("Stalls/1/2") == SeatMark::Held; }));
        const auto& plan = m_rig->centre.plan();
        const QPoint first = m_rig->pixelOf(plan.seatByLabel("Stalls/1/1").value()) - QPoint(8, 8);
        const QPoint last = m_rig->pixelOf(plan.seatByLabel("Stalls/1/3").value()) + QPoint(8, 8);
        QTest::mousePress(m_rig->map(), Qt::LeftButton, {}, first);
        QTest::mouseMove(m_rig->map(), (first + last) / 2);
        QTest::mouseMove(m_rig->map(), last);
        QTest::mouseRelease(m_rig->map(), Qt::LeftButton, {}, last);
        QVERIFY(m_rig->until([this] { return m_rig->basket().lines.size() == 2; }));
        QCOMPARE(m_rig->markOf("Stalls/1/1"), SeatMark::Selected);
        QCOMPARE(m_rig->markOf("Stalls/1/3"), SeatMark::Selected);
    }

    // C4: only the seat that is gone is refused, with its name; the basket is kept.
    void aSeatThatIsGoneIsNamedAndTheRestKept()
    {
        pick({"Stalls/1/1"});
        QVERIFY(m_rig->centre.fanHolds({"Stalls/1/5"}));
        QVERIFY(m_rig->until([this] { return m_rig->markOf("Stalls/1/5") == SeatMark::Held; }));
        m_rig->clickSeat("Stalls/1/5");
        QVERIFY(m_rig->until([this] { return m_rig->notice().contains(QStringLiteral("Stalls/1/5")); }));
        QCOMPARE(m_rig->basket().lines.size(), std::size_t(1));
        m_rig->press(Qt::Key_D, Qt::ControlModifier);
        QVERIFY(m_rig->notice().isEmpty());
    }

    void theListPicksTheSameSeats()
    {
        m_rig->press(Qt::Key_L);
        auto* list = m_rig->window->findChild<SeatListView*>();
        QVERIFY(list->isVisible() && list->hasFocus());
        m_rig->picture("list");
        QVERIFY(m_rig->window->salePage().model()->focusSeat().has_value());
        m_rig->press(Qt::Key_Return);
        QVERIFY(m_rig->until([this] { return m_rig->basket().lines.size() == 1; }));
        m_rig->press(Qt::Key_L);
        QVERIFY(m_rig->map()->hasFocus());
    }

    void searchFindsSeatsAndOrders()
    {
        const std::string code = sellOne("Stalls/3/4");
        const auto find = [this](const QString& text) {
            m_rig->press(Qt::Key_F, Qt::ControlModifier);
            m_rig->type(text);
            m_rig->press(Qt::Key_Return);
        };
        const auto focus = [this] {
            return QString::fromStdString(m_rig->centre.plan().label(*m_rig->window->salePage().model()->focusSeat()));
        };
        find(QStringLiteral("circle 2 5"));
        QCOMPARE(focus(), QStringLiteral("Circle/2/5"));
        find(QStringLiteral("1 3")); // in the section in view
        QCOMPARE(focus(), QStringLiteral("Circle/1/3"));
        find(QString::fromStdString(code));
        auto* orders = m_rig->find<QTreeWidget>("orderList");
        QVERIFY(orders->isVisible());
        QCOMPARE(orders->topLevelItemCount(), 1);
        QVERIFY(orders->topLevelItem(0)->text(0).contains(QString::fromStdString(code)));
    }

    void anOrderIsVoidedWithAReason()
    {
        const std::string code = sellOne("Stalls/3/4");
        m_rig->press(Qt::Key_O, Qt::ControlModifier);
        const auto hints = m_rig->window->findChildren<QLabel*>(QStringLiteral("keyHint"));
        QVERIFY(std::any_of(hints.begin(), hints.end(),
                            [](const QLabel* hint) { return hint->text().contains(QStringLiteral("print tickets")); }));
        auto* orders = m_rig->find<QTreeWidget>("orderList");
        QVERIFY(orders->topLevelItem(0)->text(0).contains(QStringLiteral("✓ confirmed")));
        m_rig->picture("orders");
        QVERIFY(m_rig->shown("voidButton").contains(QString::fromStdString(code)));
        m_rig->press(Qt::Key_Delete);
        QVERIFY(!m_rig->find<QPushButton>("askButton")->isEnabled()); // no reason, no void
        QCOMPARE(m_rig->shown("askButton"), QStringLiteral("Void 1 ticket, €50.00   Enter"));
        QCOMPARE(m_rig->shown("askSentence"),
                 QStringLiteral("1 ticket becomes invalid and its place free: Stalls · row 3: 4.\n\n"
                                "Give €50.00 back in cash."));
        m_rig->type(QStringLiteral("fell ill"));
        m_rig->picture("void");
        m_rig->press(Qt::Key_Return);
        QVERIFY(m_rig->until([&] { return orders->topLevelItem(0)->text(0).contains(QStringLiteral("– void")); }));
        QVERIFY(m_rig->until([this] { return m_rig->markOf("Stalls/3/4") == SeatMark::Free; }));
        QVERIFY(!m_rig->find<QPushButton>("voidButton")->isEnabled());
    }

    void placesAreReservedForAName()
    {
        pick({"Stalls/1/1"});
        m_rig->press(Qt::Key_R);
        m_rig->type(QStringLiteral("Ms Miller"));
        m_rig->picture("reserve");
        m_rig->press(Qt::Key_Return);
        QVERIFY(m_rig->until([this] { return m_rig->notice().contains(QStringLiteral("Ms Miller")); }));
        QVERIFY(m_rig->until([this] { return m_rig->markOf("Stalls/1/1") == SeatMark::Reserved; }));
        QVERIFY(m_rig->basket().empty());
    }

    void printsAPageATicketAndJournalsTheIntentFirst()
    {
        pick({"Stalls/1/1", "Stalls/1/2"});
        payExact();
        PrintState duringPrint = PrintState::Failed;
        m_rig->printer.atPrint = [&] { duringPrint = m_rig->till.journal.load()->prints.at(0).state; };
        m_rig->press(Qt::Key_P);
        QCOMPARE(duringPrint, PrintState::Asked);
        QCOMPARE(m_rig->till.journal.load()->prints.at(0).state, PrintState::Printed);
        const QString where = m_rig->shown("printedText");
        QFile file(where.mid(where.indexOf(QLatin1Char('/'))));
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(where));
        const QString content = QString::fromLatin1(file.readAll());
        QCOMPARE(content.count(QRegularExpression(QStringLiteral("/Type\\s*/Page[^s]"))), 2);
        QVERIFY(!m_rig->printer.jobs[0].tickets[0].code.empty());
        QVERIFY(m_rig->printer.jobs[0].tickets[0].code != m_rig->printer.jobs[0].tickets[1].code);
    }

    // C7: the sale stands when the paper does not come.
    void aSaleStandsWithoutPaper()
    {
        pick({"Stalls/1/1"});
        payExact();
        m_rig->printer.outOfPaper = true;
        m_rig->press(Qt::Key_P);
        QVERIFY(m_rig->notice().contains(QStringLiteral("out of paper")));
        QVERIFY(!m_rig->shown("soldHeadline").isEmpty());
        QVERIFY(m_rig->shown("printedText").isEmpty());
        QCOMPARE(m_rig->till.journal.load()->prints.at(0).state, PrintState::Failed);
        m_rig->printer.outOfPaper = false;
        m_rig->press(Qt::Key_P);
        QVERIFY(!m_rig->shown("printedText").isEmpty());
    }

private:
    void pick(std::initializer_list<std::string_view> labels)
    {
        Q_EMIT m_rig->window->salePage().seatsPicked(m_rig->till.seats(labels));
        QVERIFY(m_rig->until([&] { return m_rig->basket().lines.size() == labels.size() && !m_rig->basket().busy; }));
    }
    void payExact()
    {
        m_rig->press(Qt::Key_C);
        m_rig->press(Qt::Key_Return);
        QVERIFY(m_rig->until([this] { return !m_rig->shown("soldHeadline").isEmpty(); }));
    }
    std::string sellOne(std::string_view label)
    {
        pick({label});
        payExact();
        m_rig->press(Qt::Key_Return);
        m_rig->until([this] { return m_rig->till.counter->lineReport().unsentOps == 0; });
        return orderCode(m_rig->till.counter->orders().at(0).order.id);
    }

    std::unique_ptr<DeskRig> m_rig;
};

QTEST_MAIN(SaleTest)
#include "sale_test.moc"

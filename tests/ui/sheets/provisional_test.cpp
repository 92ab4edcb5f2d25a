// A provisional sale by keyboard: what is asked before money is taken, and what a card terminal that stands alone says.
#include "tests/ui/sheets/sheet_rig.h"

#include <QRadioButton>
#include <QSignalSpy>

using namespace parterre;
using namespace parterre::testing;
using namespace Qt::StringLiterals;

class ProvisionalTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_rig = std::make_unique<SheetRig>();
        m_rig->goOffline();
    }
    void cleanup() { m_rig.reset(); }

    void asksForTheContactBeforeCash()
    {
        fillBasket();
        QSignalSpy paid(&m_rig->window->salePage(), &SalePage::cashPaid);
        m_rig->press(Qt::Key_C);
        QVERIFY(m_rig->provisional->isVisible());
        QVERIFY2(m_rig->shown("provisionalMeaning").contains(u"Stalls · row C: 12, 13"_s),
                 qPrintable(m_rig->shown("provisionalMeaning")));
        QVERIFY(m_rig->shown("provisionalMeaning").contains(u"PROVISIONAL"_s));
        m_rig->type(u"Miller"_s);
        m_rig->press(Qt::Key_Tab);
        m_rig->type(u"030 123456"_s);
        m_rig->press(Qt::Key_F3);
        m_rig->press(Qt::Key_Return);
        QVERIFY(!m_rig->shown("cashChange").isEmpty());
        QCOMPARE(m_rig->window->salePage().buyer().name, std::string("Miller"));
        QCOMPARE(m_rig->window->salePage().buyer().phone, std::string("030 123456"));
        QCOMPARE(m_rig->window->salePage().wish(), Wish::Auto);
        m_rig->press(Qt::Key_Return);
        QCOMPARE(paid.count(), 1);
    }

    void doesNotGoOnWithoutAWayToReachThem()
    {
        fillBasket();
        m_rig->press(Qt::Key_K);
        QSignalSpy card(&m_rig->window->salePage(), &SalePage::cardRequested);
        m_rig->press(Qt::Key_Return);
        QVERIFY(m_rig->shown("provisionalProblem").startsWith(u"The name is missing"_s));
        m_rig->type(u"Miller"_s);
        m_rig->press(Qt::Key_Return);
        QVERIFY(m_rig->shown("provisionalProblem").startsWith(u"A phone number or an e-mail"_s));
        QCOMPARE(QApplication::focusWidget()->objectName(), u"provisionalContact"_s);
        m_rig->type(u"12"_s);
        m_rig->press(Qt::Key_Return);
        QVERIFY(m_rig->shown("provisionalProblem").startsWith(u"That is neither"_s));
        QCOMPARE(card.count(), 0);
        m_rig->type(u"miller@example.org"_s);
        m_rig->press(Qt::Key_Return);
        QCOMPARE(card.count(), 1);
        QCOMPARE(m_rig->window->salePage().buyer().email, std::string("miller@example.org"));
    }

    void keepsWhatWasTypedUntilTheNextCustomer()
    {
        fillBasket();
        m_rig->press(Qt::Key_C);
        m_rig->type(u"Miller"_s);
        m_rig->press(Qt::Key_Escape);
        m_rig->press(Qt::Key_C);
        QCOMPARE(m_rig->find<QLineEdit>("provisionalName")->text(), u"Miller"_s);
        m_rig->press(Qt::Key_Escape);
        m_rig->press(Qt::Key_Escape); // empties the basket
        fillBasket();
        m_rig->press(Qt::Key_C);
        QCOMPARE(m_rig->find<QLineEdit>("provisionalName")->text(), QString());
    }

    void anOrdinaryBasketIsNotAsked()
    {
        fillBasket(false);
        m_rig->press(Qt::Key_C);
        QVERIFY(!m_rig->provisional->isVisible());
        QVERIFY(!m_rig->shown("cashChange").isEmpty());
    }

    void readsContactsAsPeopleTypeThem_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("email");
        QTest::addColumn<QString>("phone");
        QTest::newRow("address") << u" a.b@example.org "_s << u"a.b@example.org"_s << QString();
        QTest::newRow("phone") << u"+49 (30) 123-456"_s << QString() << u"+49 (30) 123-456"_s;
        QTest::newRow("short phone") << u"12345"_s << QString() << QString();
        QTest::newRow("no domain") << u"a@b"_s << QString() << QString();
        QTest::newRow("two signs") << u"a@@b.org"_s << QString() << QString();
        QTest::newRow("words") << u"call me 123456"_s << QString() << QString();
        QTest::newRow("nothing") << u"  "_s << QString() << QString();
    }
    void readsContactsAsPeopleTypeThem()
    {
        QFETCH(QString, text);
        QFETCH(QString, email);
        QFETCH(QString, phone);
        Buyer buyer;
        buyer.email = "of somebody else";
        QCOMPARE(readContact(text, buyer), !email.isEmpty() || !phone.isEmpty());
        QCOMPARE(QString::fromStdString(buyer.email), email);
        QCOMPARE(QString::fromStdString(buyer.phone), phone);
    }

    void saysThatItIsProvisional()
    {
        SaleDone sale;
        sale.order = sampleCase(*m_rig->plan, m_rig->terms, CasePhase::Open).what.order;
        sale.sync = OrderSync::Provisional;
        m_rig->window->salePage().showSold(sale);
        QCOMPARE(m_rig->shown("soldHeadline"), u"▲ Provisional"_s);
        QVERIFY(m_rig->shown("soldWhat").contains(u"the tickets say so"_s));
        sale.sync = OrderSync::Pending;
        m_rig->window->salePage().showSold(sale);
        QCOMPARE(m_rig->shown("soldHeadline"), u"✓ Sold"_s);
    }

    void theCardAsksAndTakesOneAnswer()
    {
        QSignalSpy answered(m_rig->card, &CardSheet::answered);
        m_rig->card->open({4550, {}}, u"9F4K-22TB"_s);
        m_rig->show(m_rig->card);
        QCOMPARE(m_rig->shown("cardAmount"), u"€45.50"_s);
        QCOMPARE(m_rig->shown("cardReference"), u"9F4K-22TB"_s);
        m_rig->press(Qt::Key_Return); // answers nothing by accident
        m_rig->press(Qt::Key_Escape);
        QCOMPARE(answered.count(), 0);
        QVERIFY(m_rig->card->isVisible());
        m_rig->press(Qt::Key_D);
        m_rig->press(Qt::Key_A); // too late
        QCOMPARE(answered.count(), 1);
        QCOMPARE(answered.at(0).at(0).value<CardSheet::Answer>(), CardSheet::Answer::Declined);
    }

    void enterPressesTheButtonThatHasTheKeyboard()
    {
        QSignalSpy answered(m_rig->card, &CardSheet::answered);
        m_rig->card->open({4550, {}}, u"9F4K-22TB"_s);
        m_rig->show(m_rig->card);
        m_rig->find<QPushButton>("cardUnknown")->setFocus();
        m_rig->press(Qt::Key_Space);
        QCOMPARE(answered.count(), 1);
        QCOMPARE(answered.at(0).at(0).value<CardSheet::Answer>(), CardSheet::Answer::Unknown);
    }

private:
    void fillBasket(bool provisional = true)
    {
        auto& page = m_rig->window->salePage();
        Basket basket;
        for (const char* label : {"Stalls/C/12", "Stalls/C/13"}) {
            const SeatIndex seat = m_rig->plan->seatByLabel(label).value();
            page.model()->setView(seat, {SeatMark::Selected, !provisional, true, Freshness::Mine, provisional});
            basket.lines.push_back({seat, std::nullopt, {}, {5000, {}}});
        }
        basket.total = {10'000, {}};
        basket.local = true;
        basket.provisional = provisional;
        page.setBasket(basket);
        page.showBasket();
        m_rig->settle();
    }

    std::unique_ptr<SheetRig> m_rig;
};

QTEST_MAIN(ProvisionalTest)
#include "provisional_test.moc"

// Voiding an order: what is said about the money follows how it was paid.
#include "tests/ui/sheets/sheet_rig.h"
#include "ui/desk/orders_sheet.h"

using namespace parterre;
using namespace parterre::testing;
using namespace Qt::StringLiterals;

class VoidTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theMoneyGoesBackTheWayItCame_data()
    {
        QTest::addColumn<int>("method");
        QTest::addColumn<int>("channel");
        QTest::addColumn<QString>("english");
        QTest::addColumn<QString>("inGerman");
        const QString web = u"Paid on the web: give nothing out of the drawer. €150.00 goes back by itself the way it was "
                            "paid."_s;
        const QString web_de = u"Im Netz bezahlt: Geben Sie nichts aus der Kasse. 150,00\u00A0€ geht von selbst auf dem Weg "
                               "der Zahlung zurück."_s;
        const auto row = [](const char* name, TenderMethod method, Channel channel, const QString& en,
                            const QString& de) {
            QTest::newRow(name) << static_cast<int>(method) << static_cast<int>(channel) << en << de;
        };
        row("cash", TenderMethod::Cash, Channel::Counter, u"Give €150.00 back in cash."_s,
            u"150,00\u00A0€ bar zurückgeben."_s);
        row("card", TenderMethod::Card, Channel::Counter, u"Give €150.00 back to the card, on the terminal."_s,
            u"150,00\u00A0€ am Terminal auf die Karte zurückbuchen."_s);
        row("free", TenderMethod::Free, Channel::Fan, u"Nothing was paid, so nothing is given back."_s,
            u"Es wurde nichts bezahlt, also wird nichts zurückgegeben."_s);
        row("free here", TenderMethod::Free, Channel::Counter, u"Nothing was paid, so nothing is given back."_s,
            u"Es wurde nichts bezahlt, also wird nichts zurückgegeben."_s);
        row("web", TenderMethod::Test, Channel::Fan, web, web_de);
        row("a card on the web", TenderMethod::Card, Channel::Fan, web, web_de); // no card of it was at a terminal
    }
    void theMoneyGoesBackTheWayItCame()
    {
        QFETCH(int, method);
        QFETCH(int, channel);
        QFETCH(QString, english);
        QFETCH(QString, inGerman);
        for (const QLocale& locale : {testing::english, german}) {
            SheetRig rig(locale);
            Order order = sampleCase(*rig.plan, rig.terms, CasePhase::Open).what.order;
            order.tender.method = static_cast<TenderMethod>(method);
            order.channel = static_cast<Channel>(channel);
            Q_EMIT rig.window->findChild<OrdersSheet*>()->voidRequested(order);
            rig.settle();
            QCOMPARE(rig.shown("askSentence").section(u"\n\n"_s, 1), locale == german ? inGerman : english);
        }
        speak(testing::english);
    }
};

QTEST_MAIN(VoidTest)
#include "void_test.moc"

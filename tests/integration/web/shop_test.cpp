// The shop without scripts on a real server: languages, lost seats, a declined payment, one order, and the way back.
#include "tests/integration/web/page_visitor.h"

#include <QTest>

using namespace parterre;
using namespace parterre::testing;

namespace {

constexpr std::uint64_t night = 1;
constexpr std::uint64_t brief = 2; // holds end after two seconds

const QByteArray nightPage = "/events/" + idText(night);

} // namespace

class ShopTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        VenueEvent shortly{brief};
        shortly.title = "A Short Hold";
        shortly.holds.duration = Milliseconds(2'000);
        QVERIFY(m_rig.start({VenueEvent{night}, shortly}));
    }
    void cleanupTestCase() { QVERIFY(m_rig.endsWell()); }

    void languages()
    {
        const HttpReply german = m_rig.http.get(nightPage, {{"Accept-Language", "de-AT"}});
        QVERIFY(german.body.contains("<html lang=\"de\">") && german.body.contains("Beste Plätze nebeneinander"));
        QCOMPARE(german.header("Content-Language"), QByteArray("de"));
        QCOMPARE(german.header("Vary"), QByteArray("Accept-Language, Cookie"));
        QVERIFY(german.header("Set-Cookie").isEmpty()); // only a choice is remembered
        PageVisitor visitor(m_rig.http, "de");
        const HttpReply chosen = visitor.get(nightPage + "/seats?section=1&lang=en");
        QVERIFY(chosen.body.contains("<html lang=\"en\">") && chosen.body.contains("Hold the chosen seats"));
        QVERIFY(chosen.body.contains("href=\"" + nightPage + "/seats?section=1&amp;lang=de\" hreflang=\"de\""));
        QCOMPARE(visitor.cookie("parterre_lang"), QByteArray("en"));
        QCOMPARE(visitor.get("/").header("Content-Language"), QByteArray("en"));
        // Refusals too.
        PageVisitor other(m_rig.http, "de");
        const HttpReply refused = other.post(nightPage + "/hold", {{"seat", "Stalls/99/1"}});
        QCOMPARE(refused.status, 422);
        QVERIFY(refused.body.contains("Diesen Platz gibt es im Plan nicht."));
    }

    void lostSeatsComeWithAlternatives()
    {
        PageVisitor first(m_rig.http);
        QCOMPARE(first.post(nightPage + "/hold", {{"seat", "Stalls/2/5"}}).status, 303);
        PageVisitor second(m_rig.http);
        const HttpReply list = second.get(nightPage + "/seats?section=0");
        const HttpReply late =
            second.post(nightPage + "/hold",
                        {{"once", PageVisitor::field(list, "once")}, {"seat", "Stalls/2/5"}, {"seat", "Stalls/2/6"}});
        QCOMPARE(late.status, 409);
        QVERIFY(late.body.contains("Gone: Stalls, row 2, seat 5."));
        QVERIFY(late.body.contains("data-lost=\"[&quot;Stalls/2/5&quot;]\""));
        QVERIFY(late.body.contains("value=\"Stalls/2/6\" aria-label=\"Row 2, seat 6, €50.00\" checked"));
        // The first alternative is one click, and holds the kept seat as well.
        const qsizetype form = late.body.indexOf("class=\"card alternative\"");
        QVERIFY(form > 0);
        FormFields fields{{"once", PageVisitor::field({200, {}, late.body.mid(form)}, "once")}};
        const QByteArray inner = late.body.mid(form, late.body.indexOf("</form>", form) - form);
        for (qsizetype at = 0; (at = inner.indexOf("name=\"seat\" value=\"", at)) >= 0;) {
            at += 19;
            fields.emplace_back("seat", inner.mid(at, inner.indexOf('"', at) - at));
        }
        QCOMPARE(fields.size(), std::size_t(3));
        const HttpReply held = second.post(nightPage + "/hold", fields);
        QCOMPARE(held.status, 303);
        QVERIFY(second.get(held.header("Location")).body.contains("Stalls, row 2, seat 6"));
    }

    void declinedThenPaidOnce()
    {
        PageVisitor fan(m_rig.http, "de");
        const HttpReply event = fan.get(nightPage);
        const HttpReply placed =
            fan.post(nightPage + "/hold", {{"once", PageVisitor::field(event, "once")}, {"best", "2"}, {"area", "B"}});
        QCOMPARE(placed.status, 303);
        const QByteArray hold = placed.header("Location");
        HttpReply page = fan.get(hold);
        QVERIFY(page.body.contains("data-expires=\"20") && page.body.contains("Gesamt 80,00"));
        const HttpReply declined = fan.post(hold + "/checkout", {{"once", PageVisitor::field(page, "once")},
                                                                 {"email", "ada@b.example"},
                                                                 {"name", "Ada"},
                                                                 {"method", "test-decline"}});
        QCOMPARE(declined.status, 303);
        QCOMPARE(declined.header("Location"), hold + "?declined=1");
        page = fan.get(declined.header("Location"));
        QVERIFY2(page.body.contains("Die Zahlung wurde abgelehnt, es wurde nichts abgebucht."), page.body);
        QVERIFY(page.body.contains("value=\"ada@b.example\"")); // what was typed is kept

        const FormFields pay{{"once", PageVisitor::field(page, "once")},
                             {"email", "ada@b.example"},
                             {"method", "test"},
                             {"shown", "8000"}};
        const HttpReply paid = fan.post(hold + "/checkout", pay);
        QVERIFY2(paid.status == 303, paid.body);
        QCOMPARE(fan.post(hold + "/checkout", pay).header("Location"), paid.header("Location")); // a double click
        FormFields changed = pay;
        changed[1].second = "other@b.example";
        QCOMPARE(fan.post(hold + "/checkout", changed).header("Location"), paid.header("Location")); // the back button
        QCOMPARE(fan.get(hold).header("Location"), paid.header("Location"));
        m_order = paid.header("Location");
        const HttpReply tickets = fan.get(m_order);
        QCOMPARE(tickets.status, 200);
        QCOMPARE(tickets.body.count("<svg class=\"code\""), 2);
    }

    void nobodyPaysMoreThanWasShown()
    {
        PageVisitor fan(m_rig.http);
        const QByteArray hold = fan.post(nightPage + "/hold", {{"seat", "Stalls/1/1"}}).header("Location");
        HttpReply page =
            fan.post(hold + "/price", {{"place", "Stalls/1/1"}, {"type", "Reduced"}, {"email", "a@b.example"}});
        QCOMPARE(page.status, 200);
        QCOMPARE(PageVisitor::field(page, "shown"), QByteArray("2500"));
        QVERIFY(page.body.contains("value=\"a@b.example\"")); // not sent yet, and not lost
        FormFields form{{"once", PageVisitor::field(page, "once")},
                        {"shown", "2500"},
                        {"place", "Stalls/1/1"},
                        {"type", "Normal"},
                        {"email", "a@b.example"}};
        page = fan.post(hold + "/checkout", form);
        QCOMPARE(page.status, 409);
        QVERIFY(page.body.contains("the total is €50.00. Nothing was charged yet"));
        form[0].second = PageVisitor::field(page, "once");
        form[1].second = PageVisitor::field(page, "shown");
        const HttpReply paid = fan.post(hold + "/checkout", form);
        QCOMPARE(paid.status, 303);
        QVERIFY(fan.get(paid.header("Location")).body.contains("Paid: €50.00"));
    }

    void problemsBesideTheField()
    {
        PageVisitor fan(m_rig.http);
        const QByteArray hold =
            fan.post(nightPage + "/hold", {{"standing", "Floor"}, {"count", "2"}}).header("Location");
        const HttpReply page = fan.post(hold + "/checkout", {{"place", "Floor"},
                                                             {"type", "Normal"},
                                                             {"place", "Floor"},
                                                             {"type", "Reduced"},
                                                             {"email", "ada at home"},
                                                             {"name", "Ada"}});
        QCOMPARE(page.status, 400);
        QVERIFY(page.body.contains("id=\"email-problem\"") && page.body.contains("aria-invalid=\"true\""));
        QVERIFY(page.body.contains("value=\"ada at home\"") && page.body.contains("value=\"Ada\""));
        QCOMPARE(PageVisitor::field(page, "shown"), QByteArray("4500")); // one of the two reduced
        const HttpReply paid = fan.post(hold + "/checkout", {{"place", "Floor"},
                                                             {"type", "Normal"},
                                                             {"place", "Floor"},
                                                             {"type", "Reduced"},
                                                             {"email", "ada@b.example"}});
        QVERIFY(fan.get(paid.header("Location")).body.contains("Paid: €45.00"));
    }

    void aSlowBank()
    {
        PageVisitor fan(m_rig.http, "de");
        const QByteArray hold = fan.post(nightPage + "/hold", {{"seat", "Stalls/3/1"}}).header("Location");
        const HttpReply begun =
            fan.post(hold + "/checkout", {{"email", "ada@b.example"}, {"method", "test-slow"}, {"once", "slow"}});
        QCOMPARE(begun.status, 303);
        const HttpReply pending = fan.get(begun.header("Location"));
        QCOMPARE(pending.status, 200);
        QVERIFY(pending.body.contains("id=\"look-again\""));
        QVERIFY(pending.body.contains("Die Bank hat noch nicht geantwortet."));
        QVERIFY(fan.get(hold).body.contains("Ihre Zahlung läuft"));
        QTRY_VERIFY_WITH_TIMEOUT(fan.get(begun.header("Location")).body.contains("Bezahlt: 50,00"), 20'000);
    }

    void timeRunsOutInTheForm()
    {
        PageVisitor fan(m_rig.http);
        const QByteArray hold =
            fan.post("/events/" + idText(brief) + "/hold", {{"seat", "Stalls/1/1"}}).header("Location");
        QTRY_COMPARE_WITH_TIMEOUT(fan.get(hold).status, 410, 20'000);
        QVERIFY(fan.get(hold).body.contains("Your time is up"));
        const HttpReply late =
            fan.post(hold + "/checkout",
                     {{"place", "Stalls/1/1"}, {"type", "Normal"}, {"email", "late@b.example"}, {"name", "Late"}});
        QCOMPARE(late.status, 410);
        QVERIFY(late.body.contains("For ten minutes they are for others first"));
        const HttpReply same = fan.post("/events/" + idText(brief) + "/hold", {{"once", "a"}, {"seat", "Stalls/1/1"}});
        QCOMPARE(same.status, 429);
        QVERIFY(same.body.contains("You had one of these places before"));
        const HttpReply other = fan.post("/events/" + idText(brief) + "/hold", {{"once", "b"}, {"seat", "Stalls/1/2"}});
        QCOMPARE(other.status, 303);
        QVERIFY(fan.get(other.header("Location")).body.contains("value=\"late@b.example\""));
    }

    void paperAndCalendar()
    {
        const QByteArray path = m_order.left(m_order.indexOf('?'));
        const QByteArray access = m_order.mid(m_order.indexOf('?'));
        const HttpReply pdf = m_rig.http.get(path + "/tickets.pdf" + access);
        QCOMPARE(pdf.header("Content-Type"), QByteArray("application/pdf"));
        QVERIFY(pdf.body.startsWith("%PDF-"));
        const HttpReply calendar = m_rig.http.get(path + "/calendar.ics" + access);
        QVERIFY(calendar.body.startsWith("BEGIN:VCALENDAR\r\n"));
        for (const char* what : {"/tickets.pdf", "/calendar.ics", ""})
            QCOMPARE(m_rig.http.get(path + what + "?key=wrong").status, 404);
    }

    // Last: it uses up the tries of this network.
    void ordersAreFoundAgain()
    {
        const QByteArray page = m_rig.http.get(m_order).body;
        const qsizetype at = page.indexOf("<strong>") + 8;
        const QByteArray code = page.mid(at, page.indexOf("</strong>") - at);
        PageVisitor fan(m_rig.http);
        QCOMPARE(fan.get("/orders").status, 200);
        const HttpReply found =
            fan.post("/orders", {{"code", ' ' + code.toLower().insert(4, '-')}, {"email", " ADA@b.example"}});
        QCOMPARE(found.status, 303);
        QCOMPARE(found.header("Location"), m_order);
        const HttpReply wrong = fan.post("/orders", {{"code", code}, {"email", "eve@b.example"}});
        const HttpReply unknown = fan.post("/orders", {{"code", "ABCD1234"}, {"email", "ada@b.example"}});
        QCOMPARE(wrong.status, 404);
        QCOMPARE(unknown.status, 404);
        // The same words; only what was typed differs.
        QByteArray expected = unknown.body;
        expected.replace("ABCD1234", code).replace("ada@b.example", "eve@b.example");
        QCOMPARE(wrong.body, expected);
        HttpReply limited;
        for (int i = 0; i < 5 && limited.status != 429; ++i)
            limited = fan.post("/orders", {{"code", code}, {"email", "eve@b.example"}});
        QCOMPARE(limited.status, 429);
        QVERIFY(limited.header("Retry-After").toInt() >= 1);
        QVERIFY(limited.body.contains("Too many tries from your network."));
        QCOMPARE(fan.post("/orders", {{"code", code}, {"email", "ada@b.example"}}).status, 429); // also when right
    }

private:
    ApiRig m_rig;
    QByteArray m_order; // address of the order with its key
};

QTEST_GUILESS_MAIN(ShopTest)
#include "shop_test.moc"

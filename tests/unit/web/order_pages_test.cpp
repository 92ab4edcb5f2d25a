// From the hold to the tickets: totals, fields, codes, calendar file and paper.
#include "server/web/calendar_file.h"
#include "server/web/draft_cookie.h"
#include "server/web/hold_html.h"
#include "server/web/order_html.h"
#include "server/web/ticket_pdf.h"
#include "server/web/ticket_symbol.h"
#include "sync/wire/ticket_code.h"
#include "tests/unit/web/web_sample.h"

#include <QRegularExpression>
#include <QTest>

using namespace parterre;
using namespace parterre::testing;
using namespace parterre::web;
using namespace Qt::StringLiterals;

namespace {

const SigningKey key = SigningKey::fromSeed(Bytes32{7});

bool has(const std::string& html, const QString& text)
{
    return html.find(escape(text)) != std::string::npos;
}

// An order of these seats and two standing places, sold to a fan.
class Sold
{
public:
    explicit Sold(std::string title = "A Sample Night")
        : m_sample(samplePlan(), termsWith(std::move(title))), m_order(sell()), m_mirror(m_sample.mirror())
    {}
    const EventMirror& mirror() const { return m_mirror; }
    Order& order() { return m_order; }

private:
    static EventTerms termsWith(std::string title)
    {
        EventTerms terms = sampleTerms(*samplePlan());
        terms.title = std::move(title);
        return terms;
    }
    Order sell()
    {
        const Places places = m_sample.event().places({"Stalls/1/4", "Circle/2/8"}, {{StandingIndex{0}, 2}});
        Order order = m_sample.event().orderOf(places, 1);
        order.buyer = {"Ada, Lovelace; & Co", "ada@b.example", {}};
        order.soldAt = sampleNow;
        return order;
    }
    WebSample m_sample;
    Order m_order;
    EventMirror m_mirror;
};

} // namespace

class OrderPagesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theTotalFollowsTheChosenTypes()
    {
        WebSample sample;
        const EventMirror mirror = sample.mirror();
        const Places places = sample.event().places({"Stalls/1/1", "Stalls/1/2"}, {{StandingIndex{0}, 3}});
        CheckoutDraft draft;
        QCOMPARE(totalOf(mirror, heldPlaces(english(), mirror, places, draft)).minor,
                 std::int64_t(2 * 5'000 + 3 * 3'000));
        draft.priceTypes = {
            {"Stalls/1/2", "Reduced"}, {"Floor", "Normal"}, {"Floor", "Reduced"}, {"Floor", "nonsense"}};
        const auto held = heldPlaces(english(), mirror, places, draft);
        QCOMPARE(held.size(), std::size_t(5));
        QCOMPARE(totalOf(mirror, held).minor, std::int64_t(5'000 + 2'500 + 3'000 + 1'500 + 3'000));
    }

    void problemsStandBesideTheirField()
    {
        WebSample sample;
        const EventMirror mirror = sample.mirror();
        HoldView view{mirror.event(), {}, {}};
        view.hold.places = sample.event().places({"Stalls/1/1"});
        view.hold.expiresAt = sampleNow + Milliseconds(450'000);
        HoldPageState state;
        state.draft = {"no\"body", "<Ada>", "test", {}};
        state.methods = {"test-hosted", "test"};
        state.emailProblem = u"Wrong."_s;
        const std::string html = holdPage(english(), mirror, view, sampleNow, "once", state).body;
        QVERIFY(html.find("id=\"email-problem\">Wrong.</p>") != std::string::npos);
        QVERIFY(
            html.find("value=\"no&quot;body\" aria-describedby=\"email-problem email-hint\" aria-invalid=\"true\"") !=
            std::string::npos);
        QVERIFY(html.find("value=\"&lt;Ada&gt;\"") != std::string::npos);
        QVERIFY(html.find("value=\"test\" checked") != std::string::npos); // of two ways to pay
        QVERIFY(html.find("id=\"timer\" class=\"timer\" role=\"timer\" data-expires=\"2026-11-24T18:07:30.000Z\" "
                          "data-now=\"2026-11-24T18:00:00.000Z\">Held for you for 7 minutes, until 19:07.") !=
                std::string::npos);
        state.methods.clear();
        QVERIFY(has(holdPage(german(), mirror, view, sampleNow, "once", state).body,
                    u"Hier kann zurzeit nicht bezahlt werden."_s));
    }

    void whatWasTypedComesBack()
    {
        http::Request request;
        const std::string cookie = draftCookie({"ada@b.example", "Ada Lövelace", {}, {}});
        request.head = QByteArray::fromStdString(cookie.substr(0, cookie.find(';')));
        request.headers = {{"cookie", {request.head.constData(), static_cast<std::size_t>(request.head.size())}}};
        QCOMPARE(draftFromCookie(request).email, std::string("ada@b.example"));
        QCOMPARE(draftFromCookie(request).name, std::string("Ada Lövelace"));
        request.headers = {{"cookie", "parterre_form=%%%"}};
        QCOMPARE(draftFromCookie(request).email, std::string());
    }

    void anOrderShowsItsTickets()
    {
        Sold sold("<script>alert(1)</script>");
        sold.order().tickets[1].voided = true;
        const PageParts parts = orderPage(german(), sold.mirror(), sold.order(), "the\"key", key);
        QVERIFY(has(parts.body, u"Stalls, Reihe 1, Platz 4"_s));
        QCOMPARE(QByteArray::fromStdString(parts.body).count("<svg class=\"code\""), 3); // a void ticket has none
        QVERIFY(has(parts.body, u"Diese Karte ist ungültig"_s));
        QVERIFY(has(parts.body, u"Bezahlt: 110,00\u00A0€"_s));
        QVERIFY(parts.body.find("<script") == std::string::npos && parts.body.find("the\"key") == std::string::npos);
        // Readable without the network: nothing in the page is fetched to show it.
        Visit visit;
        visit.words = &german();
        const http::Response response = page(visit, 200, parts);
        QVERIFY(!response.body.contains("rel=\"stylesheet\"") && !response.body.contains(" src="));
        QVERIFY(response.body.contains("<style>") && response.headers.contains("'sha256-"));
        for (Ticket& ticket : sold.order().tickets)
            ticket.voided = true;
        QVERIFY(has(orderPage(german(), sold.mirror(), sold.order(), "key", key).body, u"Erstattet:"_s));
    }

    void theCodeIsWhatTheDoorReads()
    {
        Sold sold;
        const std::string code = ticketCodeOf(sold.mirror(), sold.order(), sold.order().tickets[0], key);
        const auto content = verifyTicketCode(QByteArray::fromStdString(code), key.publicKey());
        QVERIFY(content.ok());
        QCOMPARE(content->place, std::string("Stalls/1/4"));
        const TicketSymbol symbol = ticketSymbol(code);
        QCOMPARE((symbol.size - 17) % 4, 0); // a QR code of some version
        QCOMPARE(symbol.dark.size(), static_cast<std::size_t>(symbol.size * symbol.size));
        // A finder pattern in three corners: dark rim, light ring, dark heart.
        const int end = symbol.size - 1;
        for (const auto& [x, y] : {std::pair(3, 3), std::pair(end - 3, 3), std::pair(3, end - 3)}) {
            const auto at = [&](int column, int row) {
                return symbol.dark[static_cast<std::size_t>(row * symbol.size + column)];
            };
            QVERIFY(at(x, y) && !at(x + 2, y) && at(x + 3, y) && !at(x, y - 2) && at(x, y - 3));
        }
    }

    void theCalendarFileKeepsItsForm()
    {
        Sold sold("Glück, Wörter; und \\ viele lange Überschriften, länger als eine Zeile des Formats sein darf");
        sold.order().tickets[1].voided = true;
        const QByteArray file = calendarFile(german(), sold.mirror(), sold.order());
        QVERIFY(file.startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:"));
        QVERIFY(file.endsWith("END:VEVENT\r\nEND:VCALENDAR\r\n"));
        QCOMPARE(file.count('\n'), file.count("\r\n"));
        for (const QByteArray& line : file.split('\n')) {
            QVERIFY2(line.size() <= 76, line);                 // 75 octets and the CR
            QVERIFY(QString::fromUtf8(line).toUtf8() == line); // no character is cut
        }
        QByteArray unfolded = file;
        unfolded.replace("\r\n ", "");
        QVERIFY(unfolded.contains("\r\nDTSTART:20261201T180000Z\r\n"));
        QVERIFY(unfolded.contains("\r\nDTSTAMP:20261124T180000Z\r\n"));
        QVERIFY(unfolded.contains("\r\nSUMMARY:Glück\\, Wörter\\; und \\\\ viele lange Überschriften\\, länger"));
        QVERIFY(unfolded.contains("\\nStalls\\, Reihe 1\\, Platz 4\\n") && !unfolded.contains("Circle"));
    }

    void aPageForEveryTicket()
    {
        QVERIFY(canDrawTickets());
        Sold sold;
        const auto pagesOf = [](const QByteArray& pdf) {
            static const QRegularExpression kids(u"/Type /Pages[^>]*/Count (\\d+)"_s);
            const auto match = kids.match(QString::fromLatin1(pdf));
            static const QRegularExpression page(u"/Type /Page\\b(?!s)"_s);
            return match.hasMatch() ? match.captured(1).toInt() : int(QString::fromLatin1(pdf).count(page));
        };
        for (const Words* words : {&english(), &german()}) {
            const QByteArray pdf = ticketPdf(*words, sold.mirror(), sold.order(), key);
            QVERIFY(pdf.startsWith("%PDF-1."));
            QVERIFY(pdf.trimmed().endsWith("%%EOF"));
            QCOMPARE(pagesOf(pdf), 4);
            QVERIFY(pdf.contains("/FontFile")); // embedded, so that it looks the same everywhere
            QVERIFY2(pdf.size() < 400'000, QByteArray::number(pdf.size()));
        }
        sold.order().tickets[0].voided = true;
        QCOMPARE(pagesOf(ticketPdf(english(), sold.mirror(), sold.order(), key)), 3);
    }
};

QTEST_MAIN(OrderPagesTest)
#include "order_pages_test.moc"

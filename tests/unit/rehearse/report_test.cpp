// Both reports of a made-up rehearsal: what they say, in both languages, and what they never contain.
#include "server/rehearse/report.h"
#include "server/rehearse/svg_plot.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QXmlStreamReader>

using namespace parterre::rehearsal;
using namespace Qt::StringLiterals;
using Language = Spoken::Language;

namespace {

Reply answer(int status, std::string_view body = {})
{
    Reply reply;
    reply.status = status;
    reply.body = body;
    return reply;
}

Figures made()
{
    Figures figures;
    figures.title = "Tosca <& friends>";
    figures.venue = "House";
    figures.currency = "EUR";
    figures.seatCount = 10;
    figures.lasted = Microseconds(3'000'000);
    figures.sales.orders = 2;
    figures.sales.places = 3;
    figures.sales.moneyMinor = 123'450;
    figures.hall = {
        {Microseconds(0), 10, 0, 0}, {Microseconds(1'000'000), 4, 6, 0}, {Microseconds(2'000'000), 0, 7, 3}};
    figures.people.resize(12);
    for (std::size_t i = 0; i < figures.people.size(); ++i) {
        figures.people[i].arrivedAt = Microseconds(1'000 * i);
        figures.people[i].ending = i < 2 ? Ending::Bought : Ending::SoldOut;
    }
    figures.people[11].role = Role::Bot;
    figures.people[1].heldAt = Microseconds(1'000'000);
    figures.people[1].boughtAt = Microseconds(2'500'000);
    for (int i = 1; i <= 100; ++i)
        figures.recorder.answered(Call::Hold, answer(201), Microseconds(0), Microseconds(1'000 * i));
    figures.recorder.answered(Call::Hold, answer(409, R"({"error": {"code": "seat_taken"}})"), Microseconds(0),
                              Microseconds(5'000));
    figures.recorder.answered(Call::Seats, answer(503, "<html>"), Microseconds(0), Microseconds(1'000));
    figures.recorder.failed(Call::Plan, Failure::TooLate, Microseconds(0), Microseconds(2'000'000));
    return figures;
}

} // namespace

class ReportTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void jsonHasTheFigures();
    void aDoubleSaleIsTheFirstThingSaid();
    void htmlIsWellFormedAndSelfContained_data();
    void htmlIsWellFormedAndSelfContained();
    void everyNameHasWordsInBothLanguages();
    void plotsKeepPeaks();
    void anEmptyRehearsalHasAReport();
};

void ReportTest::jsonHasTheFigures()
{
    const QJsonObject report = QJsonDocument::fromJson(reportJson(made())).object();
    QCOMPARE(report[u"every_seat_once"_s].toBool(), true);
    QCOMPARE(report[u"sold_out_ms"_s].toDouble(), 2000.0);
    QCOMPARE(report[u"last_sale_ms"_s].toDouble(), 2500.0);
    QCOMPARE(report[u"sales"_s].toObject()[u"money"_s].toObject()[u"amount"_s].toInteger(), 123'450);
    const QJsonObject holds = report[u"calls"_s].toObject()[u"hold"_s].toObject();
    QCOMPARE(holds[u"accepted"_s].toObject()[u"count"_s].toInteger(), 100);
    QVERIFY(std::abs(holds[u"accepted"_s].toObject()[u"p95_ms"_s].toDouble() - 95) < 1);
    QCOMPARE(holds[u"accepted"_s].toObject()[u"max_ms"_s].toDouble(), 100.0);
    QCOMPARE(holds[u"refused"_s].toObject()[u"count"_s].toInteger(), 1);
    QStringList reasons;
    const QJsonArray listed = report[u"reasons"_s].toArray();
    for (const auto& reason : listed)
        reasons << reason.toObject()[u"code"_s].toString();
    QCOMPARE(reasons, (QStringList{u"too_late"_s, u"status_503"_s, u"seat_taken"_s}));
    QCOMPARE(report[u"people"_s].toObject()[u"bot"_s].toObject()[u"count"_s].toInteger(), 1);
    QCOMPARE(report[u"fairness"_s].toObject()[u"people"_s].toInteger(), 11);
}

void ReportTest::aDoubleSaleIsTheFirstThingSaid()
{
    Figures figures = made();
    figures.sales.soldTwice = {"S/1/1: a b"};
    QVERIFY(!figures.good());
    for (const Language language : {Language::English, Language::German}) {
        const Spoken say(language);
        QCOMPARE(remarksOn(figures, say).front().weight, Remark::Weight::Fault);
        QVERIFY(reportHtml(figures, say).contains("S/1/1: a b"));
        for (const Remark& remark : remarksOn(figures, say))
            QVERIFY2(!remark.text.contains(say("exactly once", "genau einmal")), qPrintable(remark.text));
    }
    const QJsonObject report = QJsonDocument::fromJson(reportJson(figures)).object();
    QCOMPARE(report[u"every_seat_once"_s].toBool(), false);
}

void ReportTest::htmlIsWellFormedAndSelfContained_data()
{
    QTest::addColumn<bool>("german");
    QTest::newRow("English") << false;
    QTest::newRow("German") << true;
}

void ReportTest::htmlIsWellFormedAndSelfContained()
{
    QFETCH(bool, german);
    const QByteArray html = reportHtml(made(), Spoken(german ? Language::German : Language::English));
    for (const char* foreign : {"<script", "http-equiv", "src=", "@import", "url("})
        QVERIFY2(!html.contains(foreign), foreign);
    QVERIFY(!html.contains("Tosca <&"));
    QVERIFY(html.contains("Tosca &lt;&amp; friends&gt;"));
    QCOMPARE(html.contains("Verkaufsprobe"), german);
    QVERIFY(html.contains(german ? "1.234,50" : "1,234.50"));
    QVERIFY(!html.contains("%1") && !html.contains("%2"));
    // Every element is closed: as XML, with the two void ones made whole.
    QByteArray xml = html;
    xml.replace("<!doctype html>\n", "")
        .replace("<meta charset=\"utf-8\">", "")
        .replace("<meta name=\"viewport\" content=\"width=device-width\">", "");
    QXmlStreamReader reader(xml);
    while (!reader.atEnd())
        reader.readNext();
    QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
}

void ReportTest::everyNameHasWordsInBothLanguages()
{
    const Spoken english(Language::English);
    const Spoken german(Language::German);
    for (std::size_t i = 0; i < callCount; ++i) {
        QVERIFY(!english.call(static_cast<Call>(i)).isEmpty());
        QVERIFY(english.call(static_cast<Call>(i)) != german.call(static_cast<Call>(i)));
        QVERIFY(!callName(static_cast<Call>(i)).empty());
    }
    for (std::size_t i = 0; i < endingCount; ++i) {
        QVERIFY(!english.ending(static_cast<Ending>(i)).isEmpty());
        QVERIFY(english.ending(static_cast<Ending>(i)) != german.ending(static_cast<Ending>(i)));
        QVERIFY(!endingName(static_cast<Ending>(i)).empty());
    }
    for (std::size_t i = 0; i < roleCount; ++i)
        QVERIFY(!german.role(static_cast<Role>(i)).isEmpty() && !roleName(static_cast<Role>(i)).empty());
    for (std::size_t i = 0; i < kindCount; ++i)
        QVERIFY(!kindName(static_cast<Kind>(i)).empty());
    QVERIFY(english.reason("seat_taken") != german.reason("seat_taken"));
    QVERIFY(!english.reason("never_heard_of").isEmpty());
}

void ReportTest::plotsKeepPeaks()
{
    QCOMPARE(roundedUp(0), 1.0);
    QCOMPARE(roundedUp(3.1), 5.0);
    QCOMPARE(roundedUp(1000), 1000.0);
    QCOMPARE(roundedUp(0.03), 0.05);
    std::vector<double> values(5'000, 1);
    values[3'333] = 80;
    const QString svg = linePlot(u"t"_s, u"d"_s, u"u"_s, 1, {{u"line"_s, values}});
    QVERIFY(svg.contains(u">100</text>"_s));
    const qsizetype points = svg.count(QLatin1Char(',')); // one a point
    QVERIFY(points <= 410);
    QVERIFY(svg.contains(u",56.0"_s)); // 80 of 100 on a field of 180 with 20 above
}

void ReportTest::anEmptyRehearsalHasAReport()
{
    const Figures figures;
    QVERIFY(QJsonDocument::fromJson(reportJson(figures)).object()[u"sold_out_ms"_s].isNull());
    QVERIFY(!reportHtml(figures, Spoken(Language::German)).contains("nan"));
    QVERIFY(reportText(figures, Spoken(Language::English)).contains(u"nobody"_s));
}

QTEST_GUILESS_MAIN(ReportTest)
#include "report_test.moc"

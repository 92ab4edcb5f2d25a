// report.html: what happened, in the order a manager asks.
#include "server/rehearse/report.h"
#include "server/rehearse/svg_plot.h"

#include <cmath>

namespace parterre::rehearsal {
namespace {

using namespace Qt::StringLiterals;

// Tokens of the house (design 07): spacing 4 8 12 16 24, radius 6, type 12 14 16 20 28; hues of Okabe and Ito.
constexpr auto style = R"(
:root{--paper:#fff;--card:#f6f6f4;--ink:#1b1b1a;--soft:#5c5c58;--line:#d8d8d2;--good:#00684a;--care:#8a5a00;--bad:#a3261d;
--s0:#0072b2;--s1:#d55e00;--s2:#009e73;--s3:#a3508a}
@media (prefers-color-scheme:dark){:root{--paper:#161615;--card:#22221f;--ink:#f0f0ec;--soft:#b0b0a8;--line:#43433e;
--good:#5fd0a5;--care:#f0b95a;--bad:#ff8a80;--s0:#56b4e9;--s1:#f0954a;--s2:#3fc79a;--s3:#dd9ac4}}
*{box-sizing:border-box}body{margin:0 auto;max-width:60rem;padding:24px 16px;background:var(--paper);color:var(--ink);
font:16px/1.5 system-ui,sans-serif;font-variant-numeric:tabular-nums}h1{font-size:28px;line-height:1.2;margin:0 0 4px}
h2{font-size:20px;margin:40px 0 8px}p{margin:8px 0}.soft,figcaption,.legend{color:var(--soft);font-size:14px}
.remark{border-left:4px solid;padding:8px 12px;margin:8px 0;background:var(--card);border-radius:0 6px 6px 0}
.fault{border-color:var(--bad)}.caution{border-color:var(--care)}.good{border-color:var(--good)}
.remark b{margin-right:8px}.fault b{color:var(--bad)}.caution b{color:var(--care)}.good b{color:var(--good)}
dl{display:grid;grid-template-columns:repeat(auto-fit,minmax(11rem,1fr));gap:12px;margin:16px 0}
dl div{background:var(--card);border-radius:6px;padding:12px}dt{font-size:14px;color:var(--soft)}
dd{margin:0;font-size:20px}.wide{overflow-x:auto}table{border-collapse:collapse;width:100%;font-size:14px}
th,td{text-align:right;padding:4px 8px;border-bottom:1px solid var(--line)}th:first-child,td:first-child{text-align:left}
th{font-weight:600}figure{margin:16px 0}svg{width:100%;height:auto;display:block}
svg text{fill:var(--soft);font:12px system-ui,sans-serif}.grid{stroke:var(--line)}rect{fill:var(--s0)}
polyline{fill:none;stroke-width:2}.s0{stroke:var(--s0)}.s1{stroke:var(--s1);stroke-dasharray:6 3}.s2{stroke:var(--s2);stroke-dasharray:2 3}
.s3{stroke:var(--s3);stroke-dasharray:8 3 2 3}.key::before{content:"";display:inline-block;width:20px;border-top:3px solid;
margin:0 4px 4px 8px}.k0::before{border-color:var(--s0)}.k1::before{border-color:var(--s1);border-top-style:dashed}
.k2::before{border-color:var(--s2);border-top-style:dotted}.k3::before{border-color:var(--s3);border-top-style:dashed}
@media print{body{max-width:none;padding:0;background:#fff;color:#000}figure,table,dl div,.remark{break-inside:avoid}}
)";

QString cell(const QString& text, const char* tag = "td")
{
    return u"<%1>%2</%1>"_s.arg(QLatin1String(tag), text.toHtmlEscaped());
}

QString row(const QStringList& cells, const char* tag = "td")
{
    QString html = u"<tr>"_s;
    for (const QString& text : cells)
        html += cell(text, tag);
    return html + u"</tr>\n"_s;
}

QString table(const QString& head, const QString& body)
{
    return u"<div class=\"wide\"><table><thead>"_s + head + u"</thead><tbody>"_s + body + u"</tbody></table></div>\n"_s;
}

QString heading(const QString& text)
{
    return u"<h2>"_s + text.toHtmlEscaped() + u"</h2>\n"_s;
}

QString paragraph(const QString& text)
{
    return u"<p class=\"soft\">"_s + text.toHtmlEscaped() + u"</p>\n"_s;
}

QString remarks(const Figures& figures, const Spoken& say)
{
    QString html;
    for (const Remark& remark : remarksOn(figures, say)) {
        const bool fault = remark.weight == Remark::Weight::Fault;
        const bool good = remark.weight == Remark::Weight::Good;
        html += u"<p class=\"remark %1\"><b>%2</b>%3</p>\n"_s.arg(fault  ? u"fault"_s
                                                                  : good ? u"good"_s
                                                                         : u"caution"_s,
                                                                  fault  ? say("Fault", "Fehler")
                                                                  : good ? say("Good", "Gut")
                                                                         : say("Note", "Hinweis"),
                                                                  remark.text.toHtmlEscaped());
    }
    return html;
}

QString overview(const Figures& figures, const Spoken& say)
{
    QString html = u"<dl>"_s;
    const auto add = [&html](const QString& name, const QString& value) {
        html += u"<div><dt>%1</dt><dd>%2</dd></div>\n"_s.arg(name.toHtmlEscaped(), value.toHtmlEscaped());
    };
    const auto orNever = [&](std::optional<Microseconds> time) {
        return time ? say.seconds(*time) : say("not in this time", "nicht in dieser Zeit");
    };
    add(say("Fans", "Fans"), say.number(figures.countOf(Role::Fan) + figures.countOf(Role::FlashFan)));
    add(say("Bots", "Bots"), say.number(figures.countOf(Role::Bot)));
    add(say("Counters", "Kassen"), say.number(figures.countOf(Role::Counter)));
    add(say("Places sold", "Plätze verkauft"), say.number(figures.sales.places));
    if (figures.countOf(Role::Counter) > 0)
        add(say("of them at counters", "davon an Kassen"), say.number(figures.seatsSoldBy(Role::Counter)));
    add(say("Orders", "Bestellungen"), say.number(figures.sales.orders));
    add(say("Money taken", "Eingenommen"), say.money(figures.sales.moneyMinor, figures.currency));
    add(say("Nothing free after", "Nichts mehr frei nach"), orNever(figures.soldOutAt()));
    add(say("Last sale after", "Letzter Verkauf nach"), orNever(figures.lastSaleAt()));
    return html + u"</dl>\n"_s;
}

bool isFan(Role role)
{
    return role == Role::Fan || role == Role::FlashFan;
}

QStringList timesCells(const Histogram& times, const Spoken& say)
{
    if (times.count() == 0)
        return {u"0"_s, u"–"_s, u"–"_s, u"–"_s, u"–"_s};
    return {say.number(times.count()), say.milliseconds(times.percentile(0.5)),
            say.milliseconds(times.percentile(0.95)), say.milliseconds(times.percentile(0.99)),
            say.milliseconds(times.max())};
}

QStringList timesHead(const Spoken& say)
{
    return {say("how many", "wie viele"), say("half within", "die Hälfte in"), u"95 % in"_s, u"99 % in"_s,
            say("longest", "längste")};
}

QString people(const Figures& figures, const Spoken& say)
{
    QStringList head{QString()};
    QString body;
    for (std::size_t r = 0; r < roleCount; ++r)
        if (figures.countOf(static_cast<Role>(r)) > 0 && isFan(static_cast<Role>(r)))
            head << say.role(static_cast<Role>(r));
    for (std::size_t e = 0; e < endingCount; ++e) {
        QStringList cells{say.ending(static_cast<Ending>(e))};
        for (std::size_t r = 0; r < roleCount; ++r)
            if (figures.countOf(static_cast<Role>(r)) > 0 && isFan(static_cast<Role>(r)))
                cells << say.number(figures.countOf(static_cast<Role>(r), static_cast<Ending>(e)));
        body += row(cells);
    }
    QString html = heading(say("What became of everybody", "Was aus allen wurde")) + table(row(head, "th"), body);
    html += paragraph(say("How long fans waited. “For the server” has no thinking in it: answers, and being asked to "
                          "come again later.",
                          "Wie lange Fans warteten. „Auf den Server“ enthält kein Nachdenken: nur Antworten und die "
                          "Bitte, später wiederzukommen."));
    body = row(QStringList{say("for the server, all together", "auf den Server, zusammen")} +
               timesCells(figures.waitedForServer(), say));
    body += row(QStringList{say("from coming to seats in the basket", "vom Kommen bis zu Plätzen im Warenkorb")} +
                timesCells(figures.timeToSeats(), say));
    body += row(QStringList{say("from coming to tickets", "vom Kommen bis zu den Tickets")} +
                timesCells(figures.timeToTickets(), say));
    return html + table(row(QStringList{QString()} + timesHead(say), "th"), body);
}

QString calls(const Figures& figures, const Spoken& say)
{
    QString body;
    const std::pair<Kind, QString> kinds[] = {{Kind::Accepted, say("done", "erledigt")},
                                              {Kind::Refused, say("refused", "abgelehnt")},
                                              {Kind::TurnedAway, say("come again later", "später wiederkommen")},
                                              {Kind::Failed, say("error or no answer", "Fehler oder keine Antwort")}};
    for (std::size_t c = 0; c < callCount; ++c)
        for (const auto& [kind, word] : kinds)
            if (const auto& times = figures.recorder.times(static_cast<Call>(c), kind); times.count() > 0)
                body += row(QStringList{say.call(static_cast<Call>(c)) + u": "_s + word} + timesCells(times, say));
    QString html = heading(say("How fast the server answered", "Wie schnell der Server antwortete"));
    html +=
        paragraph(say("Counted from the moment somebody meant to ask, whether or not the server was busy.",
                      "Gezählt ab dem Moment, in dem jemand fragen wollte, ob der Server beschäftigt war oder nicht."));
    html += table(row(QStringList{QString()} + timesHead(say), "th"), body);
    body.clear();
    for (const auto& [reason, count] : figures.recorder.reasons())
        body += row({say.call(reason.first) + u": "_s + say.reason(reason.second) + u" ("_s +
                         QString::fromStdString(reason.second) + u")"_s,
                     say.number(count)});
    if (body.isEmpty())
        return html + paragraph(say("Nothing was refused.", "Nichts wurde abgelehnt."));
    return html + heading(say("Refusals and errors by reason", "Ablehnungen und Fehler nach Grund")) +
           table(row({say("reason", "Grund"), say("how many", "wie viele")}, "th"), body);
}

template <typename Value>
std::vector<double> perSecond(const Recorder& recorder, Value value)
{
    std::vector<double> values;
    for (const Second& second : recorder.seconds())
        values.push_back(static_cast<double>(value(second)));
    return values;
}

QString course(const Figures& figures, const Spoken& say)
{
    const Recorder& recorder = figures.recorder;
    const auto answers = [](Kind kind) {
        return [kind](const Second& second) { return second.answers[static_cast<std::size_t>(kind)]; };
    };
    QString html = heading(say("The course of the sale", "Der Verlauf des Verkaufs"));
    std::vector<double> free;
    std::vector<double> held;
    for (const HallSample& sample : figures.hall) {
        free.push_back(sample.free);
        held.push_back(sample.held);
    }
    html += linePlot(say("Seats", "Plätze"),
                     say("Free and held seats over time", "Freie und reservierte Plätze im Verlauf"), {},
                     figures.hall.empty() ? 1
                                          : static_cast<double>(figures.hall.back().at.count()) / 1e6 /
                                                static_cast<double>(std::max<std::size_t>(figures.hall.size() - 1, 1)),
                     {{say("free", "frei"), free}, {say("in baskets", "in Warenkörben"), held}});
    html += linePlot(say("People in the shop", "Menschen im Shop"),
                     say("People present and arriving over time", "Anwesende und Ankommende im Verlauf"), {}, 1,
                     {{say("present", "anwesend"), perSecond(recorder, [](const Second& s) { return s.present; })},
                      {say("came in this second", "kamen in dieser Sekunde"),
                       perSecond(recorder, [](const Second& s) { return s.arrived; })}});
    html += linePlot(say("Answers a second", "Antworten je Sekunde"),
                     say("Answers a second by kind", "Antworten je Sekunde nach Art"), u"/ s"_s, 1,
                     {{say("done", "erledigt"), perSecond(recorder, answers(Kind::Accepted))},
                      {say("refused", "abgelehnt"), perSecond(recorder, answers(Kind::Refused))},
                      {say("come again later", "später wiederkommen"), perSecond(recorder, answers(Kind::TurnedAway))},
                      {say("errors", "Fehler"), perSecond(recorder, answers(Kind::Failed))}});
    html += linePlot(say("Baskets and orders a second", "Warenkörbe und Bestellungen je Sekunde"),
                     say("Baskets and orders a second", "Warenkörbe und Bestellungen je Sekunde"), u"/ s"_s, 1,
                     {{say("baskets", "Warenkörbe"), perSecond(recorder, [](const Second& s) { return s.holds; })},
                      {say("orders", "Bestellungen"), perSecond(recorder, [](const Second& s) { return s.orders; })}});
    const auto p95 = [](const Histogram& times) { return static_cast<double>(times.percentile(0.95).count()) / 1000; };
    html += linePlot(
        say("Answer times, 95 % within", "Antwortzeiten, 95 % in"),
        say("Answer times over time", "Antwortzeiten im Verlauf"), u"ms"_s, 1,
        {{say("basket", "Warenkorb"), perSecond(recorder, [&](const Second& s) { return p95(s.holdTimes); })},
         {say("paying", "Bezahlen"), perSecond(recorder, [&](const Second& s) { return p95(s.checkoutTimes); })}});
    return html;
}

QString fairness(const Figures& figures, const Spoken& say)
{
    const Fairness fair = fairnessOf(figures.people);
    if (fair.people == 0)
        return {};
    std::vector<PlotBar> bars;
    for (std::size_t i = 0; i < fair.tenths.size(); ++i) {
        const auto& tenth = fair.tenths[i];
        const double share =
            tenth.people > 0 ? static_cast<double>(tenth.bought) / static_cast<double>(tenth.people) : 0;
        bars.push_back({i == 0   ? say("first", "zuerst")
                        : i == 9 ? say("last", "zuletzt")
                                 : QString::number(i + 1),
                        share, say.percent(share)});
    }
    const double rank = fair.rankCorrelation;
    const QString meaning =
        rank > 0.7    ? say("who came first got seats first.", "wer zuerst kam, bekam zuerst Plätze.")
        : rank > 0.3  ? say("coming early helped, but the hurry mixed the order.",
                            "früh zu kommen half, aber das Gedränge mischte die Reihenfolge.")
        : rank > -0.1 ? say("when somebody came hardly mattered.", "wann jemand kam, spielte kaum eine Rolle.")
                      : say("those who came later did better.", "wer später kam, war im Vorteil.");
    QString html = heading(say("Fairness", "Fairness"));
    html += barPlot(say("Who bought tickets, by the order of coming, in tenths of all fans",
                        "Wer Tickets kaufte, nach der Reihenfolge des Kommens, in Zehnteln aller Fans"),
                    say("Share of buyers by order of arrival", "Anteil der Käufer nach Ankunft"), bars);
    return html + u"<p>"_s +
           say("Order of coming against order of getting seats: %1 (1 the same order, 0 by chance): %2",
               "Reihenfolge des Kommens gegen Reihenfolge der Plätze: %1 (1 gleiche Reihenfolge, 0 Zufall): %2")
               .arg(say.decimal(rank, 2), meaning)
               .toHtmlEscaped() +
           u"</p>\n"_s;
}

QString lists(const SalesFindings& sales, const Spoken& say)
{
    QString html;
    const auto add = [&](const QString& name, const std::vector<std::string>& lines) {
        if (lines.empty())
            return;
        html += heading(name) + u"<ul>"_s;
        for (std::size_t i = 0; i < std::min<std::size_t>(lines.size(), 200); ++i)
            html += u"<li>"_s + QString::fromStdString(lines[i]).toHtmlEscaped() + u"</li>\n"_s;
        html += u"</ul>\n"_s;
    };
    add(say("Sold twice: place and its orders", "Doppelt verkauft: Platz und seine Bestellungen"), sales.soldTwice);
    add(say("Paid for, but not taken on the map", "Bezahlt, im Saalplan aber nicht vergeben"), sales.notTaken);
    add(say("Money that does not agree", "Beträge, die nicht stimmen"), sales.wrongMoney);
    add(say("Orders that could not be opened", "Bestellungen, die sich nicht öffnen ließen"), sales.unopened);
    return html;
}

QString method(const Figures& figures, const Spoken& say)
{
    const RehearsalOptions& options = figures.options;
    return heading(say("How this was measured", "Wie gemessen wurde")) +
           paragraph(
               say("Target %1, %2 of sale, people %3 times as fast as in life, seed %4 (the same seed plays the "
                   "same crowd). %5 requests; the generator itself sent 99 % of them within %6 of their time. Test "
                   "payments only; no ticket of this rehearsal is valid anywhere else.",
                   "Ziel %1, Verkauf über %2, Menschen %3-mal so schnell wie im Leben, Startwert %4 (derselbe "
                   "Startwert spielt denselben Andrang). %5 Anfragen; 99 % davon gingen höchstens %6 zu spät "
                   "hinaus. Nur Testzahlungen; kein Ticket dieser Probe gilt anderswo.")
                   .arg(QString::fromStdString(options.target), say.seconds(options.lasts),
                        say.decimal(options.pace, options.pace == std::floor(options.pace) ? 0 : 1),
                        QString::number(options.seed), say.number(figures.recorder.asked()),
                        say.milliseconds(figures.recorder.lateness().percentile(0.99))));
}

} // namespace

QByteArray reportHtml(const Figures& figures, const Spoken& say)
{
    const QString title = say("Rehearsal: %1", "Verkaufsprobe: %1").arg(QString::fromStdString(figures.title));
    QString html =
        u"<!doctype html>\n<html lang=\"%1\"><head><meta charset=\"utf-8\"><title>%2</title>\n"
        "<meta name=\"viewport\" content=\"width=device-width\"><style>%3</style></head><body><main>\n"_s.arg(
            say.isGerman() ? u"de"_s : u"en"_s, title.toHtmlEscaped(), QLatin1String(style));
    html += u"<h1>"_s + title.toHtmlEscaped() + u"</h1>\n"_s;
    html += paragraph(QString::fromStdString(figures.venue) + u" · "_s + say.dateTime(figures.startedAt) + u" · "_s +
                      say("%1 seats", "%1 Plätze").arg(say.number(figures.seatCount)) + u" · "_s +
                      say("lasted %1", "dauerte %1").arg(say.seconds(figures.lasted)));
    html += remarks(figures, say) + overview(figures, say) + lists(figures.sales, say) + people(figures, say) +
            calls(figures, say) + course(figures, say) + fairness(figures, say) + method(figures, say);
    return (html + u"</main></body></html>\n"_s).toUtf8();
}

} // namespace parterre::rehearsal

// What a manager should know first, in sentences.
#include "server/rehearse/report.h"

namespace parterre::rehearsal {
namespace {

using Weight = Remark::Weight;

constexpr Microseconds lateGenerator{50'000};
constexpr Microseconds slowHold{1'000'000};

void addChecks(std::vector<Remark>& remarks, const Figures& figures, const Spoken& say)
{
    const SalesFindings& sales = figures.sales;
    if (!sales.soldTwice.empty())
        remarks.push_back({Weight::Fault, say("%1 places were sold twice. Do not go on sale; the list is below.",
                                              "%1 Plätze wurden doppelt verkauft. Starten Sie keinen Verkauf; die "
                                              "Liste steht unten.")
                                              .arg(say.number(sales.soldTwice.size()))});
    if (!sales.notTaken.empty())
        remarks.push_back({Weight::Fault, say("%1 seats that were paid for are not shown as taken.",
                                              "%1 bezahlte Plätze gelten im Saalplan nicht als vergeben.")
                                              .arg(say.number(sales.notTaken.size()))});
    if (!sales.wrongMoney.empty())
        remarks.push_back({Weight::Fault, say("The money of %1 orders does not agree with their tickets.",
                                              "Bei %1 Bestellungen stimmt der Betrag nicht mit den Tickets überein.")
                                              .arg(say.number(sales.wrongMoney.size()))});
    if (figures.good() && sales.orders > 0)
        remarks.push_back({Weight::Good, say("Every seat was sold exactly once, and the money agrees to the cent.",
                                             "Jeder Platz wurde genau einmal verkauft, und das Geld stimmt auf den "
                                             "Cent.")});
    if (!sales.unopened.empty())
        remarks.push_back({Weight::Caution, say("%1 orders were paid but could not be opened, so their seats are not "
                                                "checked. parterre-server verify can say.",
                                                "%1 Bestellungen wurden bezahlt, ließen sich aber nicht öffnen; ihre "
                                                "Plätze sind nicht geprüft. Das kann parterre-server verify.")
                                                .arg(say.number(sales.unopened.size()))});
}

void addCourse(std::vector<Remark>& remarks, const Figures& figures, const Spoken& say)
{
    if (const auto at = figures.soldOutAt())
        remarks.push_back(
            {Weight::Good,
             say("After %1 no seat was free any more.", "Nach %1 war kein Platz mehr frei.").arg(say.seconds(*at))});
    if (figures.countOf(Role::Bot) > 0 && !figures.hall.empty() && figures.hall.back().held > 0)
        remarks.push_back(
            {Weight::Caution, say("At the end %1 seats lay in baskets that were not paid for, most of them "
                                  "held by bots.",
                                  "Am Ende lagen %1 Plätze in Warenkörben, die niemand bezahlt hat, die "
                                  "meisten davon von Bots gehalten.")
                                  .arg(say.number(figures.hall.back().held))});
    const Histogram& holds = figures.recorder.times(Call::Hold, Kind::Accepted);
    if (holds.count() > 0 && holds.percentile(0.95) > slowHold)
        remarks.push_back({Weight::Caution, say("One in twenty waited longer than %1 for seats in the basket.",
                                                "Jede zwanzigste Person wartete länger als %1, bis Plätze im Warenkorb "
                                                "lagen.")
                                                .arg(say.seconds(holds.percentile(0.95)))});
    std::uint64_t failed = 0;
    for (std::size_t call = 0; call < callCount; ++call)
        failed += figures.recorder.count(static_cast<Call>(call), Kind::Failed);
    if (failed > 0)
        remarks.push_back({Weight::Caution, say("%1 of %2 requests met an error or got no answer.",
                                                "%1 von %2 Anfragen endeten mit einem Fehler oder ohne Antwort.")
                                                .arg(say.number(failed), say.number(figures.recorder.asked()))});
}

void addDoubts(std::vector<Remark>& remarks, const Figures& figures, const Spoken& say)
{
    if (figures.interrupted)
        remarks.push_back({Weight::Caution, say("The rehearsal was stopped early: the figures are of what had happened "
                                                "by then.",
                                                "Die Probe wurde vorzeitig beendet: Die Zahlen zeigen, was bis dahin "
                                                "geschah.")});
    if (figures.cutShort)
        remarks.push_back({Weight::Caution, say("Some were still busy when the rehearsal ended and were cut off.",
                                                "Einige waren am Ende der Probe noch beschäftigt und wurden "
                                                "abgeschnitten.")});
    if (figures.recorder.lateness().percentile(0.99) > lateGenerator)
        remarks.push_back(
            {Weight::Caution, say("This computer could not keep up with the crowd it played (up to %1 late). The times "
                                  "below are longer than the server's own. Use another, faster computer for the "
                                  "rehearsal.",
                                  "Dieser Rechner kam mit dem gespielten Andrang nicht mit (bis zu %1 zu spät). Die "
                                  "Zeiten unten sind länger als die des Servers. Nehmen Sie für die Probe einen "
                                  "anderen, schnelleren Rechner.")
                                  .arg(say.milliseconds(figures.recorder.lateness().percentile(0.99)))});
    if (!figures.options.spreadAddresses && figures.people.size() > 20)
        remarks.push_back({Weight::Caution, say("Everybody came from one address, so the server's limits for one "
                                                "address count against all. See --spread-addresses.",
                                                "Alle kamen von einer einzigen Adresse; die Grenzen des Servers je "
                                                "Adresse treffen damit alle gemeinsam. Siehe --spread-addresses.")});
}

} // namespace

std::vector<Remark> remarksOn(const Figures& figures, const Spoken& say)
{
    std::vector<Remark> remarks;
    addChecks(remarks, figures, say);
    addCourse(remarks, figures, say);
    addDoubts(remarks, figures, say);
    return remarks;
}

QString reportText(const Figures& figures, const Spoken& say)
{
    const auto line = [](const QString& name, const QString& value) {
        return QStringLiteral("  %1 %2\n").arg(name.leftJustified(38), value);
    };
    QString text = QString::fromStdString(figures.title) + QStringLiteral(", ") +
                   QString::fromStdString(figures.venue) + QStringLiteral("\n");
    text += line(say("Orders, places", "Bestellungen, Plätze"),
                 say.number(figures.sales.orders) + QStringLiteral(", ") + say.number(figures.sales.places));
    text += line(say("Money", "Geld"), say.money(figures.sales.moneyMinor, figures.currency));
    const auto times = [&](const Histogram& of) {
        return of.count() == 0 ? say("nobody", "niemand")
                               : say.milliseconds(of.percentile(0.5)) + QStringLiteral(" / ") +
                                     say.milliseconds(of.percentile(0.95)) + QStringLiteral(" / ") +
                                     say.milliseconds(of.percentile(0.99));
    };
    const QString of = QStringLiteral(" (50/95/99 %)");
    text += line(say("Basket", "Warenkorb") + of, times(figures.recorder.times(Call::Hold, Kind::Accepted)));
    text += line(say("\"Somebody was faster\"", "„Jemand war schneller“") + of,
                 times(figures.recorder.times(Call::Hold, Kind::Refused)));
    text += line(say("Paying", "Bezahlen") + of, times(figures.recorder.times(Call::Checkout, Kind::Accepted)));
    text += line(say("Waiting for the server", "Warten auf den Server") + of, times(figures.waitedForServer()));
    for (const Remark& remark : remarksOn(figures, say))
        text += (remark.weight == Remark::Weight::Fault     ? QStringLiteral("!! ")
                 : remark.weight == Remark::Weight::Caution ? QStringLiteral("!  ")
                                                            : QStringLiteral("ok ")) +
                remark.text + QStringLiteral("\n");
    return text;
}

} // namespace parterre::rehearsal

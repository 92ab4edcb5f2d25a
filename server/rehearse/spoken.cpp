// The words of the reports.
#include "server/rehearse/spoken.h"

#include <QDateTime>

namespace parterre::rehearsal {

Spoken::Spoken(Language language)
    : m_german(language == Language::German),
      m_locale(m_german ? QLocale(QLocale::German, QLocale::Germany)
                        : QLocale(QLocale::English, QLocale::UnitedKingdom))
{}

QString Spoken::operator()(const char* english, const char* german) const
{
    return QString::fromUtf8(m_german ? german : english);
}

QString Spoken::number(std::uint64_t count) const
{
    return m_locale.toString(static_cast<qulonglong>(count));
}

QString Spoken::decimal(double value, int digits) const
{
    return m_locale.toString(value, 'f', digits);
}

QString Spoken::percent(double share) const
{
    return decimal(100 * share, 0) + QStringLiteral("\u00A0%");
}

QString Spoken::milliseconds(Microseconds time) const
{
    const double ms = static_cast<double>(time.count()) / 1000;
    if (ms >= 1'000)
        return decimal(ms / 1000, ms < 10'000 ? 2 : 1) + QStringLiteral("\u00A0s");
    return decimal(ms, ms < 100 ? 1 : 0) + QStringLiteral("\u00A0ms");
}

QString Spoken::seconds(Microseconds time) const
{
    const double seconds = static_cast<double>(time.count()) / 1e6;
    if (seconds < 120)
        return decimal(seconds, 1) + QStringLiteral("\u00A0s");
    const auto whole = static_cast<std::uint64_t>(seconds + 0.5);
    return number(whole / 60) + QStringLiteral("\u00A0min ") + number(whole % 60) + QStringLiteral("\u00A0s");
}

QString Spoken::money(std::int64_t minor, const std::string& currency) const
{
    return m_locale.toString(static_cast<double>(minor) / 100, 'f', 2) + QChar(0xA0) + QString::fromStdString(currency);
}

QString Spoken::dateTime(Instant at) const
{
    return m_locale.toString(QDateTime::fromMSecsSinceEpoch(at.ms), QLocale::ShortFormat);
}

QString Spoken::call(Call call) const
{
    const auto& say = *this;
    switch (call) {
    case Call::EventList:
        return say("List of events", "Liste der Veranstaltungen");
    case Call::EventPage:
        return say("Page of the event", "Seite der Veranstaltung");
    case Call::Plan:
        return say("Seat plan", "Saalplan");
    case Call::Seats:
        return say("Which seats are free", "Welche Plätze frei sind");
    case Call::Stream:
        return say("Live map", "Live-Saalplan");
    case Call::Hold:
        return say("Put seats into the basket", "Plätze in den Warenkorb legen");
    case Call::Checkout:
        return say("Pay", "Bezahlen");
    case Call::Order:
        return say("Open the tickets", "Tickets öffnen");
    case Call::SignIn:
        return say("Clerk signs in", "Anmeldung an der Kasse");
    case Call::Enrol:
        return say("Enrol a counter", "Kasse anmelden");
    case Call::Ops:
        return say("Counter holds and sells", "Kasse reserviert und verkauft");
    }
    return {};
}

QString Spoken::role(Role role) const
{
    const auto& say = *this;
    switch (role) {
    case Role::Fan:
        return say("Fans", "Fans");
    case Role::FlashFan:
        return say("Fans of the first rush", "Fans im ersten Ansturm");
    case Role::Bot:
        return say("Bots", "Bots");
    case Role::Counter:
        return say("Counters", "Kassen");
    }
    return {};
}

QString Spoken::ending(Ending ending) const
{
    const auto& say = *this;
    switch (ending) {
    case Ending::StillThere:
        return say("still there at the end", "am Ende noch da");
    case Ending::Bought:
        return say("bought tickets", "haben Tickets gekauft");
    case Ending::SoldOut:
        return say("found nothing left", "fanden nichts Passendes mehr");
    case Ending::Outrun:
        return say("others were always faster", "andere waren immer schneller");
    case Ending::TurnedAway:
        return say("gave up waiting to be let in", "wollten nicht länger auf Einlass warten");
    case Ending::Failed:
        return say("met an error or no answer", "stießen auf Fehler oder bekamen keine Antwort");
    case Ending::Left:
        return say("only looked, or changed their mind", "wollten nur schauen oder überlegten es sich anders");
    }
    return {};
}

QString Spoken::reason(const std::string& name) const
{
    const auto& say = *this;
    const struct
    {
        const char* name;
        const char* english;
        const char* german;
    } known[] = {
        {"seat_taken", "somebody else was faster", "jemand anderes war schneller"},
        {"not_enough_seats", "not so many places left", "nicht mehr so viele Plätze da"},
        {"limit_exceeded", "more than one person may hold", "mehr, als eine Person halten darf"},
        {"hold_gone", "the time of the basket was over", "die Zeit des Warenkorbs war abgelaufen"},
        {"payment_declined", "the card was declined (on purpose)", "die Karte wurde abgelehnt (Absicht)"},
        {"payment_pending", "a payment was under way", "eine Zahlung lief schon"},
        {"rate_limited", "too many tries from one place", "zu viele Versuche von einer Stelle"},
        {"overloaded", "too much going on: asked to come again", "zu viel los: um später gebeten"},
        {"unavailable", "not available just then", "in dem Moment nicht verfügbar"},
        {"frozen", "the event was frozen", "die Veranstaltung war gesperrt"},
        {"storage", "the server could not write to its disk", "der Server konnte nicht auf die Platte schreiben"},
        {"not_on_sale", "not on sale", "nicht im Verkauf"},
        {"unreachable", "the server could not be reached", "der Server war nicht erreichbar"},
        {"closed", "the connection broke", "die Verbindung brach ab"},
        {"too_late", "no answer in time", "keine Antwort innerhalb der Frist"},
        {"not_understood", "an answer that makes no sense", "eine unverständliche Antwort"},
        {"timeout", "the server gave up waiting", "der Server wollte nicht länger warten"},
    };
    for (const auto& row : known)
        if (name == row.name)
            return say(row.english, row.german);
    return say("other", "anderes");
}

} // namespace parterre::rehearsal

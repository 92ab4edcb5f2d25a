// Lines end in CR LF and are folded at 75 octets, never inside a character.
#include "server/web/calendar_file.h"

#include "server/web/locale_text.h"

#include <QDateTime>
#include <QTimeZone>

namespace parterre::web {
namespace {

using namespace Qt::StringLiterals;

QByteArray escaped(const QString& text)
{
    QByteArray safe = text.toUtf8();
    return safe.replace('\\', "\\\\")
        .replace(';', "\\;")
        .replace(',', "\\,")
        .replace("\r\n", "\\n")
        .replace('\n', "\\n");
}

void addLine(QByteArray& file, QByteArray line)
{
    constexpr qsizetype most = 75;
    while (line.size() > most) {
        qsizetype cut = most;
        while ((static_cast<unsigned char>(line[cut]) & 0xC0) == 0x80)
            --cut;
        file += line.left(cut) + "\r\n";
        line = ' ' + line.mid(cut);
    }
    file += line + "\r\n";
}

QByteArray utc(Instant at)
{
    return QDateTime::fromMSecsSinceEpoch(at.ms, QTimeZone::utc()).toString(u"yyyyMMdd'T'HHmmss'Z'"_s).toLatin1();
}

} // namespace

QByteArray calendarFile(const Words& words, const EventMirror& mirror, const Order& order)
{
    const EventTerms& terms = mirror.state().terms();
    QStringList lines;
    lines << words.say("Order", "Starts %1").arg(whenText(words, terms.startsAt, terms.timeZone));
    for (const Ticket& ticket : order.tickets)
        if (!ticket.voided)
            lines << placeText(words, mirror.plan(), ticket);
    lines << words.say("Order", "Order code") + u' ' + QString::fromStdString(orderCode(order.id));
    QByteArray file;
    for (const char* line :
         {"BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Parterre//Tickets//EN", "METHOD:PUBLISH", "BEGIN:VEVENT"})
        addLine(file, line);
    addLine(file, "UID:" + QByteArray::fromStdString(order.id.toString()) + "@parterre");
    addLine(file, "DTSTAMP:" + utc(order.soldAt));
    addLine(file, "DTSTART:" + utc(terms.startsAt));
    addLine(file, "SUMMARY:" + escaped(QString::fromStdString(terms.title)));
    addLine(file, "LOCATION:" + escaped(QString::fromStdString(terms.venue)));
    addLine(file, "DESCRIPTION:" + escaped(lines.join(u'\n')));
    addLine(file, "END:VEVENT");
    addLine(file, "END:VCALENDAR");
    return file;
}

} // namespace parterre::web

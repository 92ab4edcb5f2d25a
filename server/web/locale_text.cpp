// Integer arithmetic for money; QLocale and QTimeZone for the rest.
#include "server/web/locale_text.h"

#include "sync/base/currency_text.h"

#include <QDateTime>
#include <QTimeZone>

#include <algorithm>

namespace parterre::web {
namespace {

using namespace Qt::StringLiterals;

QString numberText(Money amount, const QLocale& locale)
{
    const int digits = minorDigits(amount.currency);
    std::uint64_t unit = 1;
    for (int i = 0; i < digits; ++i)
        unit *= 10;
    const auto minor = static_cast<std::uint64_t>(amount.minor < 0 ? -amount.minor : amount.minor);
    QString text = amount.minor < 0 ? u"-"_s : QString();
    text += locale.toString(static_cast<qulonglong>(minor / unit));
    if (digits > 0)
        text += locale.decimalPoint() + QString::number(minor % unit).rightJustified(digits, u'0');
    return text;
}

QDateTime localTime(Instant at, const std::string& timeZone)
{
    const QTimeZone zone(QByteArray::fromStdString(timeZone));
    return QDateTime::fromMSecsSinceEpoch(at.ms, zone.isValid() ? zone : QTimeZone::utc());
}

} // namespace

QString symbolOf(const Currency& currency)
{
    const std::string_view sign = currencySign(currency);
    return QString::fromUtf8(sign.data(), static_cast<qsizetype>(sign.size()));
}

QString moneyText(const Words& words, Money amount)
{
    const QString symbol = symbolOf(amount.currency);
    const QString number = numberText(amount, words.locale());
    if (words.language() == Language::German)
        return number + QChar(QChar::Nbsp) + symbol;
    const QString space = symbol.size() > 1 ? QString(QChar(QChar::Nbsp)) : QString(); // "CHF 45.00", but "€45.00"
    return number.startsWith(u'-') ? u'-' + symbol + space + number.mid(1) : symbol + space + number;
}

QString amountText(Money amount)
{
    QLocale plain = QLocale::c();
    plain.setNumberOptions(QLocale::OmitGroupSeparator);
    return numberText(amount, plain);
}

QString rangeText(const Words& words, Money a, Money b)
{
    return a == b ? moneyText(words, a) : moneyText(words, a) + u" – "_s + moneyText(words, b);
}

QString minutesText(const Words& words, Milliseconds left)
{
    const std::int64_t minutes = std::max<std::int64_t>(0, left.count() / 60'000);
    return minutes == 0 ? words.say("Text", "less than a minute") : words.say("Text", "%n minutes", nullptr, minutes);
}

QString whenText(const Words& words, Instant at, const std::string& timeZone)
{
    const QDateTime when = localTime(at, timeZone);
    const QString pattern = words.say("Text", "dddd d MMMM yyyy, HH:mm", "how a date and time of day is written");
    return words.locale().toString(when, pattern) + u" ("_s + QString::fromLatin1(when.timeZone().id()) + u')';
}

QString clockText(const Words& words, Instant at, const std::string& timeZone)
{
    return words.locale().toString(localTime(at, timeZone).time(),
                                   words.say("Text", "HH:mm", "how a time of day is written"));
}

QString isoText(Instant at, const std::string& timeZone)
{
    const QDateTime when = localTime(at, timeZone);
    return when.toOffsetFromUtc(when.offsetFromUtc()).toString(Qt::ISODate);
}

QString seatText(const Words& words, const SeatPlan& plan, SeatIndex seat)
{
    return words.say("Text", "%1, row %2, seat %3")
        .arg(QString::fromStdString(plan.sectionOf(seat).name), QString::fromStdString(plan.rowOf(seat).name),
             QString::fromStdString(plan.seat(seat).number));
}

QString placeText(const Words& words, const SeatPlan& plan, const Ticket& ticket)
{
    if (ticket.seat)
        return seatText(words, plan, *ticket.seat);
    return QString::fromStdString(plan.standing()[ticket.standing->value].name);
}

} // namespace parterre::web

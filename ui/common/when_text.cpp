// Dates by QLocale and QTimeZone.
#include "ui/common/when_text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

#include <algorithm>

namespace parterre {

using namespace Qt::StringLiterals;

namespace {

// Gives the order of day and month a translation context that Qt Linguist finds.
struct WhenText
{
    Q_DECLARE_TR_FUNCTIONS(WhenText)
};

} // namespace

QString whenText(Instant at, const std::string& timeZone)
{
    const QTimeZone zone(QByteArray::fromStdString(timeZone));
    const bool known = zone.isValid();
    const QDateTime when = QDateTime::fromMSecsSinceEpoch(at.ms, known ? zone : QTimeZone::utc());
    const QLocale locale;
    return locale.toString(when.date(), WhenText::tr("ddd d MMM yyyy")) + u", "_s +
           locale.toString(when.time(), QLocale::ShortFormat) + (known ? QString() : u" UTC"_s);
}

QString timeText(Instant at, const std::string& timeZone)
{
    const QTimeZone zone(QByteArray::fromStdString(timeZone));
    const bool known = zone.isValid();
    const QDateTime when = QDateTime::fromMSecsSinceEpoch(at.ms, known ? zone : QTimeZone::utc());
    return QLocale().toString(when.time(), QLocale::ShortFormat) + (known ? QString() : u" UTC"_s);
}

QString nearText(Instant at, Instant now, const std::string& timeZone)
{
    const QTimeZone known(QByteArray::fromStdString(timeZone));
    const QTimeZone zone = known.isValid() ? known : QTimeZone::utc();
    const bool sameDay =
        QDateTime::fromMSecsSinceEpoch(at.ms, zone).date() == QDateTime::fromMSecsSinceEpoch(now.ms, zone).date();
    return sameDay ? timeText(at, timeZone) : whenText(at, timeZone);
}

QString countdownText(Milliseconds left)
{
    const auto seconds = std::max<std::int64_t>(0, (left.count() + 999) / 1000);
    return u"%1:%2"_s.arg(seconds / 60).arg(seconds % 60, 2, 10, QLatin1Char('0'));
}

QString spanText(Milliseconds span)
{
    const auto minutes = span.count() / 60'000;
    if (minutes < 1)
        return WhenText::tr("under 1 min");
    if (minutes < 60)
        return WhenText::tr("%1 min").arg(minutes);
    return minutes % 60 == 0 ? WhenText::tr("%1 h").arg(minutes / 60)
                             : WhenText::tr("%1 h %2 min").arg(minutes / 60).arg(minutes % 60);
}

QString agoText(Milliseconds span)
{
    return span.count() < 60'000 ? WhenText::tr("just now") : WhenText::tr("%1 ago").arg(spanText(span));
}

} // namespace parterre

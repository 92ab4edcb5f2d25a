// Formats and reads amounts in minor units without rounding.
#include "ui/common/money_text.h"

#include "sync/base/currency_text.h"

#include <algorithm>

namespace parterre {
namespace {

using namespace Qt::StringLiterals;

QString symbolOf(const Currency& currency)
{
    const std::string_view sign = currencySign(currency);
    return QString::fromUtf8(sign.data(), static_cast<qsizetype>(sign.size()));
}

std::uint64_t powerOfTen(int digits)
{
    std::uint64_t value = 1;
    while (digits-- > 0)
        value *= 10;
    return value;
}

// Whether this locale writes the symbol before the amount; asked of Qt because no table of ours could keep up.
bool symbolFirst(const QLocale& locale)
{
    const QString sample = locale.toCurrencyString(1, u"¤"_s);
    return sample.indexOf(u'¤') < sample.indexOf(locale.zeroDigit().isEmpty() ? u"1"_s : locale.toString(1));
}

} // namespace

QString moneyText(Money amount, const QLocale& locale)
{
    const int digits = minorDigits(amount.currency);
    const bool negative = amount.minor < 0;
    // Unsigned so that the smallest amount has an absolute value.
    const std::uint64_t minor =
        negative ? 0 - static_cast<std::uint64_t>(amount.minor) : static_cast<std::uint64_t>(amount.minor);
    QString number = locale.toString(static_cast<qulonglong>(minor / powerOfTen(digits)));
    if (digits > 0)
        number += locale.decimalPoint() + QString::number(minor % powerOfTen(digits)).rightJustified(digits, u'0');
    const QString symbol = symbolOf(amount.currency);
    const QString sign = negative ? u"−"_s : QString();
    if (!symbolFirst(locale))
        return sign + number + QChar(QChar::Nbsp) + symbol;
    // A code of letters needs air before the figures, a symbol does not.
    return sign + symbol + (symbol.size() > 1 ? QString(QChar(QChar::Nbsp)) : QString()) + number;
}

std::optional<Money> moneyFromText(const QString& text, Currency currency, const QLocale& locale)
{
    QString clean = text;
    clean.remove(symbolOf(currency)).remove(QString::fromLatin1(currency.text().data(), 3), Qt::CaseInsensitive);
    clean.remove(u' ').remove(QChar(QChar::Nbsp)).remove(QChar(0x202F));
    const int digits = minorDigits(currency);
    // The last separator followed by at most `digits` figures is the decimal one; others only group.
    const qsizetype last = std::max(clean.lastIndexOf(u'.'), clean.lastIndexOf(u','));
    const qsizetype tail = last < 0 ? 0 : clean.size() - last - 1;
    const bool groups = last >= 0 && tail == 3 && (digits != 3 || clean.mid(last, 1) == locale.groupSeparator());
    QString whole = last < 0 || groups ? clean : clean.left(last);
    const QString fraction = last < 0 || groups ? QString() : clean.mid(last + 1);
    whole.remove(u'.').remove(u',');
    if (fraction.size() > digits || whole.size() > 12 || (whole.isEmpty() && fraction.isEmpty()))
        return std::nullopt;
    const QString figures = whole + fraction.leftJustified(digits, u'0');
    if (!std::all_of(figures.begin(), figures.end(), [](QChar c) { return c >= u'0' && c <= u'9'; }))
        return std::nullopt;
    return Money{figures.toLongLong(), currency};
}

} // namespace parterre

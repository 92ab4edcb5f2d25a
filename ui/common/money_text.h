// Money as people of a locale write it.
#pragma once

#include "sync/base/money.h"

#include <QLocale>
#include <QString>

namespace parterre {

// "€45.00", "45,00 €", "¥500". Exact for every amount: no floating point is involved.
QString moneyText(Money amount, const QLocale& locale = QLocale());

// Reads what a clerk typed ("50", "50,5", "1.234,50", "€ 50.00"); nothing when it is not an amount of this currency.
std::optional<Money> moneyFromText(const QString& text, Currency currency, const QLocale& locale = QLocale());

} // namespace parterre

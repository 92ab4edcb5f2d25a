// What a currency looks like: the digits of its minor unit (ISO 4217) and its sign.
#pragma once

#include "sync/base/money.h"

namespace parterre {

int minorDigits(const Currency& currency); // 0, 2 or 3

// UTF-8: "€", or the code where there is no sign that everybody knows. Lives as long as `currency`.
std::string_view currencySign(const Currency& currency);

} // namespace parterre

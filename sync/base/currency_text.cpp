// ISO 4217, list one: what is not named has two digits.
#include "sync/base/currency_text.h"

#include <algorithm>

namespace parterre {

int minorDigits(const Currency& currency)
{
    constexpr std::string_view none[] = {"BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW",
                                         "PYG", "RWF", "UGX", "VND", "VUV", "XAF", "XOF", "XPF"};
    constexpr std::string_view three[] = {"BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"};
    if (std::find(std::begin(none), std::end(none), currency.text()) != std::end(none))
        return 0;
    return std::find(std::begin(three), std::end(three), currency.text()) != std::end(three) ? 3 : 2;
}

std::string_view currencySign(const Currency& currency)
{
    const std::string_view code = currency.text();
    if (code == "EUR")
        return "€";
    if (code == "GBP")
        return "£";
    if (code == "USD")
        return "$";
    return code == "JPY" ? "¥" : code;
}

} // namespace parterre

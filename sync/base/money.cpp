// Parsing of currency codes.
#include "sync/base/money.h"

namespace parterre {

std::optional<Currency> Currency::fromText(std::string_view text)
{
    if (text.size() != 3)
        return std::nullopt;
    Currency currency;
    for (std::size_t i = 0; i < 3; ++i) {
        if (text[i] < 'A' || text[i] > 'Z')
            return std::nullopt;
        currency.code[i] = text[i];
    }
    return currency;
}

} // namespace parterre

// PriceChoices: the price types a fan chose for single places, as a checkout names them.
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace parterre {

// Seat label or name of a standing area → price type. An area may come once for each of its places.
using PriceChoices = std::vector<std::pair<std::string, std::string>>;

// The type chosen for the nth place of that name, counted from 0; the last choice there is counts for all that follow.
// Null: none was. Lives as long as `choices`.
inline const std::string* chosenType(const PriceChoices& choices, const std::string& place, std::size_t nth)
{
    const std::string* chosen = nullptr;
    for (const auto& [name, type] : choices) {
        if (name != place)
            continue;
        chosen = &type;
        if (nth-- == 0)
            break;
    }
    return chosen;
}

} // namespace parterre

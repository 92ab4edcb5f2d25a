// The colour of a price area on all pages: by its place in the plan, from the palette of Okabe and Ito, which people
// with any colour vision can tell apart. The map in the browser has the same (resources/web/map_colours.js).
#pragma once

#include "sync/domain/seat_plan.h"

#include <array>
#include <string_view>

namespace parterre::web {

inline std::string_view areaColour(PriceAreaIndex area)
{
    constexpr std::array<std::string_view, 8> okabeIto{"#E69F00", "#56B4E9", "#009E73", "#F0E442",
                                                       "#0072B2", "#D55E00", "#CC79A7", "#000000"};
    return okabeIto[area.value % okabeIto.size()];
}

} // namespace parterre::web

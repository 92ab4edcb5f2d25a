// Conversion between pretix's drawing units and metres.
#pragma once

#include "sync/wire/pretix_plan.h"

#include <cmath>

namespace parterre {

// Rounded to whole millimetres, so that what is imported is exact on the wire and in the next export.
inline double metresFromPretix(double units)
{
    return std::round(units * pretixMillimetresPerUnit) / 1000;
}

inline Point metresFromPretix(Point units)
{
    return {metresFromPretix(units.x), metresFromPretix(units.y)};
}

inline double pretixFromMetres(double metres)
{
    return std::round(metres * 1000) / pretixMillimetresPerUnit;
}

} // namespace parterre

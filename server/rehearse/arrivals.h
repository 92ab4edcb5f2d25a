// Arrivals: when people come. An open process: who comes does not wait for the server to be free.
#pragma once

#include "server/rehearse/ask.h"

#include <vector>

namespace parterre::rehearsal {

// `count` arrivals of a Poisson process in `within` from `from` on, in order: with their number given, such arrivals
// are spread evenly by chance, so an exact number comes and bunches form as they do at a real on-sale.
std::vector<Microseconds> poissonArrivals(std::uint64_t seed, std::uint64_t key, std::size_t count, Microseconds from,
                                          Microseconds within);

} // namespace parterre::rehearsal

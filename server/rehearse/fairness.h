// Fairness: did those who came first get seats first? Computed from who came when and what became of them.
#pragma once

#include "server/rehearse/people.h"

#include <array>

namespace parterre::rehearsal {

struct Fairness
{
    struct Tenth
    {
        std::uint64_t people = 0;
        std::uint64_t bought = 0;
    };
    // The fans who wanted seats, in the order they came, cut into ten groups.
    std::array<Tenth, 10> tenths{};
    // Spearman's rank correlation of coming and holding seats: 1 in exactly the order they came, 0 by chance, below 0
    // those who came later got them earlier. Whoever got none comes last, all of them equal.
    double rankCorrelation = 0;
    std::uint64_t people = 0;
};

Fairness fairnessOf(const People& people);

// For tests as well: equal values share the mean of their ranks. 0 when either list does not vary. Precondition: as
// long.
double spearman(const std::vector<double>& a, const std::vector<double>& b);

} // namespace parterre::rehearsal

// Ranks and their correlation.
#include "server/rehearse/fairness.h"

#include "sync/base/require.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace parterre::rehearsal {
namespace {

std::vector<double> ranksOf(const std::vector<double>& values)
{
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), 0);
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
    std::vector<double> ranks(values.size());
    for (std::size_t first = 0; first < order.size();) {
        std::size_t last = first;
        while (last + 1 < order.size() && values[order[last + 1]] == values[order[first]])
            ++last;
        for (std::size_t i = first; i <= last; ++i)
            ranks[order[i]] = static_cast<double>(first + last) / 2;
        first = last + 1;
    }
    return ranks;
}

} // namespace

double spearman(const std::vector<double>& a, const std::vector<double>& b)
{
    PARTERRE_REQUIRE(a.size() == b.size());
    const auto ranksA = ranksOf(a);
    const auto ranksB = ranksOf(b);
    const double mean = (static_cast<double>(a.size()) - 1) / 2; // of both: ties do not move it
    double together = 0;
    double alone[2] = {0, 0};
    for (std::size_t i = 0; i < a.size(); ++i) {
        together += (ranksA[i] - mean) * (ranksB[i] - mean);
        alone[0] += (ranksA[i] - mean) * (ranksA[i] - mean);
        alone[1] += (ranksB[i] - mean) * (ranksB[i] - mean);
    }
    return alone[0] > 0 && alone[1] > 0 ? together / std::sqrt(alone[0] * alone[1]) : 0;
}

Fairness fairnessOf(const People& people)
{
    std::vector<const Person*> fans;
    for (const Person& person : people) {
        const bool isFan = person.role == Role::Fan || person.role == Role::FlashFan;
        const bool came = person.ending != Ending::StillThere || person.waited.count() > 0;
        if (isFan && came && person.ending != Ending::Left)
            fans.push_back(&person);
    }
    std::sort(fans.begin(), fans.end(), [](const Person* a, const Person* b) { return a->arrivedAt < b->arrivedAt; });
    Fairness fairness;
    fairness.people = fans.size();
    std::vector<double> came;
    std::vector<double> got;
    for (std::size_t i = 0; i < fans.size(); ++i) {
        const Person& fan = *fans[i];
        auto& tenth = fairness.tenths[i * fairness.tenths.size() / fans.size()];
        ++tenth.people;
        tenth.bought += fan.ending == Ending::Bought;
        came.push_back(static_cast<double>(fan.arrivedAt.count()));
        got.push_back(fan.heldAt == Person::never ? std::numeric_limits<double>::max()
                                                  : static_cast<double>(fan.heldAt.count()));
    }
    fairness.rankCorrelation = spearman(came, got);
    return fairness;
}

} // namespace parterre::rehearsal

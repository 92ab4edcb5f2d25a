// Sums over people and samples.
#include "server/rehearse/figures.h"

#include <algorithm>

namespace parterre::rehearsal {
namespace {

template <typename Value>
Histogram overFans(const People& people, Value value)
{
    Histogram all;
    for (const Person& person : people)
        if (person.role == Role::Fan || person.role == Role::FlashFan)
            if (const std::optional<Microseconds> time = value(person))
                all.add(*time);
    return all;
}

std::optional<Microseconds> since(Microseconds from, Microseconds to)
{
    return to == Person::never ? std::nullopt : std::optional(to - from);
}

} // namespace

std::optional<Microseconds> Figures::soldOutAt() const
{
    for (const HallSample& sample : hall)
        if (sample.free == 0)
            return sample.at;
    return std::nullopt;
}

std::optional<Microseconds> Figures::lastSaleAt() const
{
    Microseconds last = Person::never;
    for (const Person& person : people)
        last = std::max(last, person.boughtAt);
    return since(Microseconds(0), last);
}

std::uint64_t Figures::countOf(Role role) const
{
    return static_cast<std::uint64_t>(
        std::count_if(people.begin(), people.end(), [role](const Person& person) { return person.role == role; }));
}

std::uint64_t Figures::countOf(Role role, Ending ending) const
{
    return static_cast<std::uint64_t>(std::count_if(people.begin(), people.end(), [=](const Person& person) {
        return person.role == role && person.ending == ending;
    }));
}

std::uint64_t Figures::seatsSoldBy(Role role) const
{
    std::uint64_t seats = 0;
    for (const Person& person : people)
        seats += person.role == role ? person.seats : 0;
    return seats;
}

Histogram Figures::waitedForServer() const
{
    return overFans(people, [](const Person& person) { return std::optional(person.waited); });
}

Histogram Figures::timeToSeats() const
{
    return overFans(people, [](const Person& person) { return since(person.arrivedAt, person.heldAt); });
}

Histogram Figures::timeToTickets() const
{
    return overFans(people, [](const Person& person) { return since(person.arrivedAt, person.boughtAt); });
}

} // namespace parterre::rehearsal

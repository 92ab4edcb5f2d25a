// People: what became of everybody who came, for the figures about waiting and fairness.
#pragma once

#include "server/rehearse/ask.h"

#include <array>
#include <vector>

namespace parterre::rehearsal {

enum class Role : std::uint8_t { Fan, FlashFan, Bot, Counter };
inline constexpr std::size_t roleCount = 4;
std::string_view roleName(Role role);

enum class Ending : std::uint8_t {
    StillThere, // when the rehearsal ended
    Bought,
    SoldOut,    // found nothing left
    Outrun,     // lost every try to somebody faster, and had enough
    TurnedAway, // the server was too busy for longer than they would wait
    Failed,     // errors, or no answers
    Left,       // only came to look, or changed their mind
};
inline constexpr std::size_t endingCount = 7;
std::string_view endingName(Ending ending);

struct Person
{
    static constexpr Microseconds never{-1};
    Role role = Role::Fan;
    std::uint64_t key = 0; // of their chance: who they are does not depend on how many others come
    Microseconds arrivedAt{0};
    Microseconds heldAt = never; // seats in the basket for the first time
    Microseconds boughtAt = never;
    std::uint32_t seats = 0; // bought
    std::uint32_t lost = 0;  // tries at seats somebody else had taken
    std::uint32_t waits = 0; // times told to come again later
    Microseconds waited{0};  // for answers, and because told to; no thinking in it
    Ending ending = Ending::StillThere;
};

using People = std::vector<Person>;

} // namespace parterre::rehearsal

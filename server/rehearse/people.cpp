// Names as in report.json.
#include "server/rehearse/people.h"

namespace parterre::rehearsal {

std::string_view roleName(Role role)
{
    switch (role) {
    case Role::Fan:
        return "fan";
    case Role::FlashFan:
        return "flash_fan";
    case Role::Bot:
        return "bot";
    case Role::Counter:
        return "counter";
    }
    return {};
}

std::string_view endingName(Ending ending)
{
    switch (ending) {
    case Ending::StillThere:
        return "still_there";
    case Ending::Bought:
        return "bought";
    case Ending::SoldOut:
        return "sold_out";
    case Ending::Outrun:
        return "outrun";
    case Ending::TurnedAway:
        return "turned_away";
    case Ending::Failed:
        return "failed";
    case Ending::Left:
        return "left";
    }
    return {};
}

} // namespace parterre::rehearsal

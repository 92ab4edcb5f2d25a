// Admission: the door between a fan and the seats of an event. A waiting room will stand behind it; until there is one,
// the door is open.
#pragma once

#include "sync/domain/terms.h"

#include <optional>

namespace parterre {

// Asked on the answering thread, before every look at the seats and every hold of a fan: must answer at once.
class Admission
{
public:
    virtual ~Admission() = default;
    // `fan` is nothing for somebody without a session, who cannot have been let in by anybody.
    virtual bool admits(const EventId& event, const std::optional<HolderId>& fan) const = 0;
};

// For events without a waiting room, today all: everybody may come in.
class OpenDoor final : public Admission
{
public:
    bool admits(const EventId&, const std::optional<HolderId>&) const override { return true; }
};

} // namespace parterre

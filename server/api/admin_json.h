// The overview of an event for those who run it, as JSON: who holds what, cases, alarms.
#pragma once

#include "server/api/counter_presence.h"

#include <QJsonObject>

namespace parterre {

// O(what is allotted and open). The shapes are in resources/openapi.yaml.
QJsonObject overviewJson(const EventMirror& mirror, const std::vector<CounterDevice>& devices,
                         const CounterPresence& presence);

std::string_view casePhaseName(CasePhase phase); // "contest" …, as in the API
std::string_view alarmKindName(AlarmKind kind);
std::string_view wishName(Wish wish);

} // namespace parterre

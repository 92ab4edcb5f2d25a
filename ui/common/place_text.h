// Places in words a clerk says aloud: grouped by row, seats in order.
#pragma once

#include "sync/domain/claims.h"

#include <QString>
#include <QStringList>

namespace parterre {

// "Stalls · row C", or the name of the standing area. Exactly one of seat and standing is given.
QString rowText(const SeatPlan& plan, std::optional<SeatIndex> seat, std::optional<StandingIndex> standing);

// "Stalls · row C: 5, 6, 7 – Floor ×2". Places the plan does not know are left out.
QString placesText(const SeatPlan& plan, const std::vector<Ticket>& tickets);
QString placesText(const SeatPlan& plan, const Places& places);

// A line a row of labels as the API spells them, "Stalls/C/12" or the name of a standing area. For seats of an event
// whose plan is not at hand.
QStringList labelRows(const QStringList& labels);

} // namespace parterre

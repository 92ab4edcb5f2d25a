// Seating plans in pretix's JSON format: lenient in, with a report of every adjustment; strict out.
#pragma once

#include "sync/domain/seat_plan.h"
#include "sync/wire/bytes.h"
#include "sync/wire/import_report.h"

#include <QString>

#include <optional>

namespace parterre {

// pretix draws seats 25 units apart; a theatre seat is 0.5 m wide. So 1 unit = 20 mm. Lengths are rounded to
// millimetres.
inline constexpr double pretixMillimetresPerUnit = 20;
inline constexpr qint64 maxPlanFileBytes = 32LL * 1024 * 1024;

struct PlanImport
{
    std::optional<SeatPlanParts> parts; // passes SeatPlan::create; absent when anything was refused
    ImportReport report;
};

// zones → sections, rows → rows, categories → price areas, areas → decorations; an area whose text says "stage" gives
// the focal point. A seat's position is zone + row + seat offset; its seat_guid is kept as alias. Repeated names get
// "·2", '/' becomes '-'. Extension keys, ignored by pretix: an area with "parterre_standing": {"name", "capacity",
// "category"} is a standing area; a seat may have "parterre_attributes": ["wheelchair", "companion",
// "restricted_view"]. Refused with the place: JSON that does not parse, nesting beyond 64, coordinates that are not
// finite numbers, seats without or with an unknown category, more than SeatPlan::maxSeats. Memory is bounded by about
// ten times the limit.
PlanImport importPretixPlan(const Bytes& json);
// The same for a file; its size is checked before it is read.
PlanImport importPretixFile(const QString& path);

enum class PretixExtensions { Keep, LeaveOut };
// Strict pretix JSON: integer size, unique seat_guid, no keys beyond the schema except, when kept, the extensions.
// Turned rectangles become polygons. Left out, standing areas become plain drawings with their name as text.
Bytes exportPretixPlan(const SeatPlanParts& parts, PretixExtensions extensions = PretixExtensions::Keep);

} // namespace parterre

// DemoVenue: a venue file as values: plans, events with prices, staff. The built-in one is resources/demo/venue.json.
#pragma once

#include "sync/domain/terms.h"
#include "sync/wire/bytes.h"

#include <QString>

#include <string>
#include <vector>

namespace parterre {

struct DemoEvent
{
    SeatPlanParts plan;
    EventTerms terms;
    std::optional<std::int64_t> returnHours; // before the start, in which tickets may be given back on the web
};

struct DemoUser
{
    std::string name;
    std::string role;
    std::string password;
};

struct DemoVenue
{
    std::vector<DemoEvent> events;
    std::vector<DemoUser> staff;
};

inline constexpr auto builtInVenue = ":/demo/venue.json";

// `now` sets the days the events start on; plans are named from the venue file's folder. NotFound when there is no such
// file, Malformed with the place when it or a plan is broken.
Result<DemoVenue> readDemoVenue(const QString& file, Instant now);

// One event on any plan, priced by its price areas from the dearest (first) to the cheapest. Error: the import's
// refusals.
Result<DemoEvent> demoEventOn(const QString& planFile, Instant now);

} // namespace parterre

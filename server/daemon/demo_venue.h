// DemoVenue: the built-in venue as values: plans, events with prices, staff, counters (resources/demo).
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

// `now` sets the days the events start on. Malformed with the place when a built-in file is broken.
Result<DemoVenue> readDemoVenue(Instant now);

// One event on any plan, priced by its price areas from the dearest (first) to the cheapest. Error: the import's
// refusals.
Result<DemoEvent> demoEventOn(const QString& planFile, Instant now);

} // namespace parterre

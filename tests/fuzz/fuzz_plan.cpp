// Seating plans of others: imported with a report, or refused with one; what was taken comes back the same.
#include "sync/base/require.h"
#include "sync/wire/pretix_plan.h"
#include "tests/fuzz/fuzz_input.h"

using namespace parterre;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const PlanImport import = importPretixPlan(fuzz::bytesOf(data, size));
    if (!import.parts)
        return 0;
    const PlanImport again = importPretixPlan(exportPretixPlan(*import.parts));
    PARTERRE_REQUIRE(again.parts.has_value());
    PARTERRE_REQUIRE(again.parts->seats.size() == import.parts->seats.size());
    return 0;
}

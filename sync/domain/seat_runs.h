// Seat runs: maximal rows of neighbouring seats that may be offered, as bestSeats() and the allotment rule see them.
#pragma once

#include "sync/domain/event_state.h"

namespace parterre {

// Seats first … first + count − 1 sit side by side and may all be offered. `openBefore` and `openAfter` count the seats
// that are not taken but not offered either (another price area, already shown) directly beside the run; so a group at
// the run's end leaves a single seat only when the open seats left on that side are exactly one.
struct SeatRun
{
    std::uint32_t first = 0;
    std::uint32_t count = 0;
    std::uint32_t openBefore = 0;
    std::uint32_t openAfter = 0;
};

// What a walk over the plan asks of each seat.
enum class SeatUse : std::uint8_t { Taken, Open, Offered };

// Calls `visit` with every run in plan order. `useOf` is called once a seat, with its index.
template <typename UseOf, typename Visit>
void forEachRun(const SeatPlan& plan, const UseOf& useOf, const Visit& visit)
{
    SeatRun run;
    std::uint32_t open = 0; // open seats since the last taken seat, aisle or run
    const auto close = [&] {
        if (run.count > 0)
            visit(run);
        run = {};
        open = 0;
    };
    for (std::uint32_t i = 0; i < plan.seatCount(); ++i) {
        const SeatUse use = useOf(SeatIndex{i});
        if (use == SeatUse::Taken || !plan.isBesidePrevious(SeatIndex{i}))
            close();
        if (use == SeatUse::Open) {
            ++(run.count > 0 ? run.openAfter : open);
        } else if (use == SeatUse::Offered) {
            if (run.openAfter > 0) { // between two runs: each sees the open seats and a seat of the other
                open = ++run.openAfter;
                visit(run);
                run = {};
            }
            if (run.count++ == 0) {
                run.first = i;
                run.openBefore = open;
            }
        }
    }
    close();
}

// Single open seats that taking `count` seats from `offset` of the run would leave beside them: 0, 1 or 2.
inline std::uint32_t singlesLeft(const SeatRun& run, std::uint32_t offset, std::uint32_t count)
{
    const std::uint32_t before = run.openBefore + offset;
    const std::uint32_t after = run.openAfter + run.count - offset - count;
    return (before == 1 ? 1U : 0U) + (after == 1 ? 1U : 0U);
}

} // namespace parterre

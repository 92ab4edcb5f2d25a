// State of the line and the gauge of the offline reserve.
#include "sync/counter/line_monitor.h"

#include <map>

namespace parterre {

void LineMonitor::heard(const Result<void>& answer)
{
    if (!answer)
        return isLineError(answer.error().code) ? drop() : void();
    if (m_core.line == LineState::Down) {
        m_drained = 0;
        turn(LineState::Syncing);
        m_hooks.cameBack();
    }
    settle();
}

void LineMonitor::drop()
{
    if (m_core.line == LineState::Down)
        return;
    if (m_core.open)
        m_core.open->caughtUp = false;
    turn(LineState::Down);
    m_hooks.dropped();
}

// A sale while the line is up goes out at once and does not make the banner flicker: only a line that was down syncs.
void LineMonitor::settle()
{
    const bool caughtUp = !m_core.open || m_core.open->caughtUp;
    if (m_core.line == LineState::Syncing && caughtUp && m_core.book.unanswered() == 0)
        turn(LineState::Up);
}

void LineMonitor::drained(std::size_t ops)
{
    if (m_core.line != LineState::Syncing)
        return;
    m_drained += static_cast<std::uint32_t>(ops);
    m_hooks.changed();
}

void LineMonitor::turn(LineState state)
{
    m_core.line = state;
    m_since = m_core.ports.clock.now();
    m_hooks.changed();
}

LineReport LineMonitor::report() const
{
    LineReport report;
    report.state = m_core.line;
    report.since = m_since;
    report.unsentOps = static_cast<std::uint32_t>(m_core.book.unanswered());
    report.drainedOps = m_drained;
    if (!m_core.open)
        return report;
    const SeatPlan& plan = *m_core.open->base.plan();
    std::map<PriceAreaIndex, std::uint32_t> reserve;
    const Places places = m_core.reservePlaces();
    for (const SeatIndex seat : places.seats)
        ++reserve[plan.seat(seat).priceArea];
    for (const StandingUnits& units : places.standing)
        reserve[plan.standing()[units.area.value].priceArea] += units.count;
    for (const auto& [area, count] : reserve) {
        report.reserve.push_back({area, count});
        report.reserveSeats += count;
    }
    report.reserveLeft = m_core.allotmentLeft();
    if (m_core.open->headAt)
        report.baseAge = m_core.ports.clock.sinceBoot() - *m_core.open->headAt;
    return report;
}

} // namespace parterre

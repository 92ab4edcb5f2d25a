// State of the line and the gauge of the offline reserve.
#include "sync/counter/line_monitor.h"

#include "sync/counter/reserve_rule.h"

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
    if (m_core.line == LineState::Syncing && caughtUp && m_core.book.waiting() == 0)
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
    report.waitingOps = static_cast<std::uint32_t>(m_core.book.waiting());
    report.drainedOps = m_drained;
    report.outboxPercent = m_core.outboxFill();
    report.halt = m_core.halt();
    if (!m_core.open)
        return report;
    const SeatPlan& plan = *m_core.open->base.plan();
    const Places places = m_core.reservePlaces();
    const std::vector<AreaWish> sold =
        soldLastHour(plan, m_core.book.stream(m_core.open->event), m_core.ports.clock.now());
    for (std::uint16_t i = 0; i < plan.priceAreas().size(); ++i) {
        ReserveLine one{PriceAreaIndex{i}, unitsIn(plan, places, PriceAreaIndex{i}), 0};
        for (const AreaWish& area : sold)
            one.soldLastHour += area.area == one.area ? area.units : 0;
        report.reserveSeats += one.places;
        if (one.places > 0 || one.soldLastHour > 0)
            report.reserve.push_back(one);
    }
    constexpr Milliseconds hour = std::chrono::hours(1);
    report.reserveLasts = lastsFor(plan, places, sold, hour);
    report.reserveLeft = m_core.reserveLive() ? m_core.allotmentLeft() : Milliseconds(0);
    report.provisional = m_core.maySellProvisionally().ok();
    if (m_core.open->headAt)
        report.baseAge = m_core.ports.clock.sinceBoot() - *m_core.open->headAt;
    return report;
}

} // namespace parterre

// Counting what was sold since the drill began.
#include "sync/counter/drill.h"

#include "sync/counter/reserve_rule.h"
#include "sync/counter/sale_command.h"

namespace parterre {

void Drill::begin()
{
    m_on = true;
    m_began = m_core.ports.clock.now();
    m_beganAt = m_core.ports.clock.sinceBoot();
    m_refusals = m_core.refusals;
    m_heads.clear();
    for (const auto& [event, stream] : m_core.book.streams())
        m_heads[event] = stream.head();
}

void Drill::end()
{
    m_last = measure();
    m_last->over = true;
    m_on = false;
}

std::optional<DrillReport> Drill::report() const
{
    return m_on ? std::optional(measure()) : m_last;
}

DrillReport Drill::measure() const
{
    DrillReport report;
    report.began = m_began;
    report.lasted = m_core.ports.clock.sinceBoot() - m_beganAt;
    report.refused = m_core.refusals - m_refusals;
    std::map<PriceAreaIndex, std::uint32_t> sold; // in the opened event
    for (const auto& [event, stream] : m_core.book.streams()) {
        const auto began = m_heads.find(event);
        for (const BookedOp& booked : stream.ops) {
            const Order* order = soldOrder(booked.op.command);
            if (!order || (began != m_heads.end() && booked.sealed.opN <= began->second))
                continue;
            ++report.sales;
            const auto places = static_cast<std::uint32_t>(order->tickets.size());
            (std::holds_alternative<SellProvisional>(booked.op.command) ? report.provisionalPlaces
                                                                        : report.reservePlaces) += places;
            if (m_core.open && m_core.open->event == event)
                for (const Ticket& ticket : order->tickets)
                    ++sold[priceAreaOf(*m_core.open->base.plan(), ticket)];
        }
    }
    if (!m_core.open)
        return report;
    const Places reserve = m_core.reservePlaces();
    std::vector<AreaWish> pace;
    for (const auto& [area, units] : sold)
        pace.push_back({area, units});
    report.reserveLeft = static_cast<std::uint32_t>(reserve.units());
    report.wouldLast = lastsFor(*m_core.open->base.plan(), reserve, pace, report.lasted);
    return report;
}

} // namespace parterre

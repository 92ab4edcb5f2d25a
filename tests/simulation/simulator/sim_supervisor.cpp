// What supervisors do in time: they look into alarms, sign for what a counter will not give back, and now and then sign
// too soon.
#include "tests/simulation/simulator/sim_world.h"

namespace parterre::testing {

void SimWorld::command(Command command)
{
    m_server.submit(std::move(command), std::nullopt, [](Result<CommandDone>) {});
}

void SimWorld::supervise()
{
    if (!m_server.isUp())
        return;
    const EventState& state = m_server.state();
    for (const auto& [fence, allotment] : state.allotments()) // of a counter that is not believed: nobody else can
        if (allotment.phase == AllotmentPhase::Limbo && state.isTainted(allotment.device))
            command(WriteOffAllotment{fence, allotment.places, "supervisor", "its journal is lost", false});
    for (const auto& [id, of] : state.cases())
        if (!isClosed(of.phase) && m_choices.chance(3, "grants", 1, 40))
            command(GrantCase{id, "supervisor", "they were first"});
    for (const auto& [seq, alarm] : state.alarms())
        if (alarm.kind == AlarmKind::ImpossibleSale ||
            (!m_physical.rolledBack.contains(alarm.device) && !state.allotmentOf(alarm.device)))
            command(SettleAlarm{seq, "supervisor", "looked into"});
}

// The house keeps seats back, or cannot use them, and puts them on sale again.
void SimWorld::keepBack()
{
    if (!m_server.isUp())
        return;
    const EventState& state = m_server.state();
    std::vector<SeatIndex> kept;
    std::vector<SeatIndex> free;
    for (std::uint32_t i = 0; i < state.plan().seatCount(); ++i) {
        const SeatStatus status = state.seat(SeatIndex{i}).status;
        if (status == SeatStatus::HouseHeld || status == SeatStatus::Killed)
            kept.push_back(SeatIndex{i});
        else if (status == SeatStatus::Free)
            free.push_back(SeatIndex{i});
    }
    if (!kept.empty() && m_choices.chance(3, "on sale again", 1, 2))
        return command(UnblockSeats{std::move(kept)});
    if (!free.empty())
        command(BlockSeats{{free[draw("kept back", 0, free.size() - 1)]}, m_choices.chance(3, "kill", 1, 3), "house"});
}

// A counter is silent and its key is said to be lost; it is not.
void SimWorld::writeOffTooEarly()
{
    if (!m_server.isUp())
        return;
    for (const auto& [fence, allotment] : m_server.state().allotments()) {
        if (allotment.reachable && !m_choices.chance(3, "hearsay", 1, 3))
            continue;
        m_situations.met("written off too early");
        command(MarkLimbo{fence, "stolen, they say"});
        return command(WriteOffAllotment{fence, allotment.places, "supervisor", "stolen, they say", true});
    }
}

} // namespace parterre::testing

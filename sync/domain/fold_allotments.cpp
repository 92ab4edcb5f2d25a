// StateFold on allotments: authority given to a counter and given back. No entry that frees a place is caused by time.
#include "sync/domain/places.h"
#include "sync/domain/state_fold.h"

namespace parterre {

Allotment* StateFold::liveAllotment(Fence fence)
{
    const auto found = m_state.m_allotments.find(fence);
    return found == m_state.m_allotments.end() ? nullptr : &found->second;
}

void StateFold::leaveAllotment(Allotment& allotment, const Places& places)
{
    allotment.places = difference(allotment.places, places);
    allotment.recalled = intersection(allotment.recalled, allotment.places);
}

StateFold::Broken StateFold::on(const AllotmentGranted& body, const LogEntry& entry)
{
    if (m_state.allotmentOf(body.device))
        return "the counter has an allotment";
    if (!wellFormed(body.places))
        return "the allotted places are not places of the plan in order";
    if (!allFree(body.places))
        return "an allotted place is not free";
    Allotment allotment;
    allotment.fence = allotment.first = m_state.fenceAt(entry.seq);
    allotment.device = body.device;
    allotment.places = body.places;
    allotment.duration = body.duration;
    allotment.grantedAt = body.grantedAt;
    move(body.places, nullptr, &StandingSlot::allotted, {SeatStatus::Allotted, allotment.fence, {}});
    m_state.m_allotments.emplace(allotment.fence, std::move(allotment));
    return nullptr;
}

StateFold::Broken StateFold::on(const AllotmentRenewed& body, const LogEntry& entry)
{
    const auto found = m_state.m_allotments.find(body.fence);
    if (found == m_state.m_allotments.end() || found->second.phase != AllotmentPhase::Active)
        return "the renewed allotment is not live";
    if (!isCanonical(*m_state.m_plan, body.added) || !allFree(body.added))
        return "a place added to an allotment is not free";
    Allotment allotment = std::move(found->second);
    m_state.m_allotments.erase(found);
    allotment.fence = m_state.fenceAt(entry.seq);
    allotment.duration = body.duration;
    allotment.grantedAt = body.grantedAt;
    const SeatSlot slot{SeatStatus::Allotted, allotment.fence, {}};
    for (const SeatIndex seat : allotment.places.seats)
        setSeat(seat, slot);
    move(body.added, nullptr, &StandingSlot::allotted, slot);
    allotment.places = unionOf(allotment.places, body.added);
    m_state.m_allotments.emplace(allotment.fence, std::move(allotment));
    return nullptr;
}

StateFold::Broken StateFold::on(const AllotmentReturned& body, const LogEntry&)
{
    Allotment* allotment = liveAllotment(body.fence);
    if (!allotment)
        return "the allotment is not live";
    if (!wellFormed(body.places) || intersection(body.places, allotment->places) != body.places)
        return "a returned place is not in the allotment";
    move(body.places, &StandingSlot::allotted, nullptr, {});
    leaveAllotment(*allotment, body.places);
    return nullptr;
}

StateFold::Broken StateFold::on(const AllotmentClosed& body, const LogEntry&)
{
    const Allotment* allotment = liveAllotment(body.fence);
    if (!allotment)
        return "the allotment is not live";
    move(allotment->places, &StandingSlot::allotted, nullptr, {});
    m_state.m_allotments.erase(body.fence);
    return nullptr;
}

StateFold::Broken StateFold::on(const AllotmentRecalled& body, const LogEntry&)
{
    Allotment* allotment = liveAllotment(body.fence);
    if (!allotment || allotment->phase != AllotmentPhase::Active)
        return "the recalled allotment is not live";
    if (!wellFormed(body.places) || intersection(body.places, allotment->places) != body.places)
        return "a recalled place is not in the allotment";
    Places recalled = unionOf(allotment->recalled, body.places); // of units the sum
    if (recalled.units() != allotment->recalled.units() + body.places.units() ||
        intersection(recalled, allotment->places) != recalled)
        return "a recalled place has been recalled before";
    allotment->recalled = std::move(recalled);
    return nullptr;
}

StateFold::Broken StateFold::on(const RecallDeclined& body, const LogEntry&)
{
    Allotment* allotment = liveAllotment(body.fence);
    if (!allotment)
        return "the allotment is not live";
    if (!wellFormed(body.places) || intersection(body.places, allotment->recalled) != body.places)
        return "a place that is kept has not been recalled";
    allotment->recalled = difference(allotment->recalled, body.places);
    return nullptr;
}

StateFold::Broken StateFold::on(const ContactNoted& body, const LogEntry&)
{
    Allotment* allotment = liveAllotment(body.fence);
    if (!allotment || allotment->reachable == body.reachable)
        return "the contact is noted already, or the allotment is not live";
    allotment->reachable = body.reachable;
    return nullptr;
}

StateFold::Broken StateFold::on(const AllotmentLimbo& body, const LogEntry&)
{
    Allotment* allotment = liveAllotment(body.fence);
    if (!allotment || allotment->phase == AllotmentPhase::Limbo)
        return "the allotment is in limbo already, or not live";
    allotment->phase = AllotmentPhase::Limbo;
    allotment->recalled = {};
    return nullptr;
}

StateFold::Broken StateFold::on(const AllotmentForced& body, const LogEntry&)
{
    const WriteOff& signedOff = body.signedOff;
    const Allotment* allotment = liveAllotment(signedOff.fence);
    if (!allotment || allotment->phase != AllotmentPhase::Limbo)
        return "only an allotment in limbo is written off";
    if (allotment->device != signedOff.device || allotment->places != signedOff.places || signedOff.by.empty() ||
        signedOff.reason.empty())
        return "the write-off is not of what was signed";
    move(allotment->places, &StandingSlot::allotted, nullptr, {});
    m_state.m_allotments.erase(signedOff.fence);
    m_state.m_writeOffs.emplace(signedOff.fence, signedOff);
    return nullptr;
}

} // namespace parterre

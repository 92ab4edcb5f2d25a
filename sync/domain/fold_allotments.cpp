// StateFold on allotments: authority given to a counter and given back. No entry here is ever caused by time.
#include "sync/domain/places.h"
#include "sync/domain/state_fold.h"

namespace parterre {

StateFold::Broken StateFold::on(const AllotmentGranted& body, const LogEntry& entry)
{
    if (m_state.allotmentOf(body.device))
        return "the counter has an allotment";
    if (!wellFormed(body.places))
        return "the allotted places are not places of the plan in order";
    if (!allFree(body.places))
        return "an allotted place is not free";
    const Fence fence{entry.seq};
    move(body.places, nullptr, &StandingSlot::allotted, {SeatStatus::Allotted, fence, {}});
    Allotment allotment;
    allotment.fence = fence;
    allotment.device = body.device;
    allotment.places = body.places;
    allotment.duration = body.duration;
    allotment.grantedAt = body.grantedAt;
    m_state.m_allotments.emplace(fence, std::move(allotment));
    return nullptr;
}

StateFold::Broken StateFold::on(const AllotmentReturned& body, const LogEntry&)
{
    const auto found = m_state.m_allotments.find(body.fence);
    if (found == m_state.m_allotments.end())
        return "the allotment is not live";
    Allotment& allotment = found->second;
    if (!wellFormed(body.places) || intersection(body.places, allotment.places) != body.places)
        return "a returned place is not in the allotment";
    move(body.places, &StandingSlot::allotted, nullptr, {});
    allotment.places = difference(allotment.places, body.places);
    return nullptr;
}

StateFold::Broken StateFold::on(const AllotmentClosed& body, const LogEntry&)
{
    const auto found = m_state.m_allotments.find(body.fence);
    if (found == m_state.m_allotments.end())
        return "the allotment is not live";
    move(found->second.places, &StandingSlot::allotted, nullptr, {});
    m_state.m_allotments.erase(found);
    return nullptr;
}

} // namespace parterre

// StateFold on counters and history: alarms, a restored log, and who has reported since.
#include "sync/domain/allotment_rule.h"
#include "sync/domain/state_fold.h"

#include <algorithm>

namespace parterre {

StateFold::Broken StateFold::on(const AlarmRaised& body, const LogEntry& entry)
{
    m_state.m_alarms.emplace(entry.seq, Alarm{entry.seq, body.kind, body.device, body.detail, entry.at});
    return nullptr;
}

StateFold::Broken StateFold::on(const AlarmSettled& body, const LogEntry&)
{
    return m_state.m_alarms.erase(body.seq) == 1 ? nullptr : "there is no such alarm to settle";
}

// What the log has lost may have renewed an allotment up to this moment: it is taken to last as long as one could.
StateFold::Broken StateFold::on(const LogRestored& body, const LogEntry& entry)
{
    if (body.logGen <= m_state.m_logGen || body.logGen >= (1U << 22))
        return "a restored log has a greater generation";
    if (!std::is_sorted(body.awaited.begin(), body.awaited.end()) ||
        std::adjacent_find(body.awaited.begin(), body.awaited.end()) != body.awaited.end())
        return "the awaited devices are not in order";
    m_state.m_logGen = body.logGen;
    m_state.m_awaited = {body.awaited.begin(), body.awaited.end()};
    for (auto& [fence, allotment] : m_state.m_allotments) {
        const Milliseconds longest = allotmentDuration(m_state.m_terms, entry.at);
        if (allotment.grantedAt + allotment.duration < entry.at + longest) {
            allotment.grantedAt = entry.at;
            allotment.duration = longest;
        }
        allotment.phase = AllotmentPhase::Limbo;
        allotment.reachable = false;
        allotment.recalled = {};
    }
    return nullptr;
}

StateFold::Broken StateFold::on(const DeviceReported& body, const LogEntry&)
{
    return m_state.m_awaited.erase(body.device) == 1 ? nullptr : "the event does not wait for that device";
}

} // namespace parterre

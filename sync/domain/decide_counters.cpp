// Rules about counters and history: alarms, a restored log, and who still has to report.
#include "sync/domain/decide_rules.h"

#include <algorithm>

namespace parterre::rules {
namespace {

constexpr std::size_t maxAwaited = 1'000;

std::string shortened(std::string text)
{
    text.resize(std::min(text.size(), maxReasonBytes));
    return text;
}

// An alarm once, and the counter's authority in limbo when it can sell two tickets for one seat. Of ops that were not
// understood each is an alarm: any of them may be a sale, and a person looks at every one before places are freed.
Decision alarm(const EventState& state, AlarmKind kind, DeviceId device, std::string detail)
{
    detail = shortened(std::move(detail));
    for (const auto& [seq, open] : state.alarms())
        if (open.kind == kind && open.device == device && (kind != AlarmKind::OpNotUnderstood || open.detail == detail))
            return Entries{};
    Entries entries;
    entries.push_back(AlarmRaised{kind, device, std::move(detail)});
    const Allotment* own = state.allotmentOf(device);
    if (own && own->phase == AllotmentPhase::Active && kind != AlarmKind::OpNotUnderstood)
        entries.push_back(AllotmentLimbo{own->fence, "alarm"});
    return entries;
}

} // namespace

Decision decideOn(const EventState& state, const Hello& command, Instant)
{
    if (command.logGen != state.logGen() || !state.awaited().contains(command.device))
        return Entries{};
    return oneEntry(DeviceReported{command.device, {}, {}});
}

Decision decideOn(const EventState& state, const Suspect& command, Instant)
{
    return alarm(state, AlarmKind::Suspect, command.device, command.reason);
}

Decision decideOn(const EventState& state, const RaiseAlarm& command, Instant)
{
    return alarm(state, command.kind, command.device, command.detail);
}

Decision decideOn(const EventState& state, const SettleAlarm& command, Instant)
{
    if (command.by.empty() || command.by.size() > maxReasonBytes || command.note.empty() ||
        command.note.size() > maxReasonBytes)
        return malformed("an alarm is settled by a person who says what was found");
    if (!state.alarms().contains(command.seq))
        return Entries{};
    return oneEntry(AlarmSettled{command.seq, command.by, command.note});
}

Decision decideOn(const EventState& state, const RestoreLog& command, Instant)
{
    if (command.logGen == state.logGen() && command.logGen > 0)
        return Entries{};
    if (command.logGen <= state.logGen() || command.logGen >= (1U << 22))
        return malformed("a restored log has a greater generation");
    LogRestored entry{command.logGen, command.awaited};
    std::sort(entry.awaited.begin(), entry.awaited.end());
    entry.awaited.erase(std::unique(entry.awaited.begin(), entry.awaited.end()), entry.awaited.end());
    if (entry.awaited.size() > maxAwaited)
        return Error{ErrorCode::LimitExceeded, "more than 1000 counters"};
    return oneEntry(std::move(entry));
}

Decision decideOn(const EventState& state, const GiveUpDevice& command, Instant)
{
    if (command.by.empty() || command.by.size() > maxReasonBytes || command.reason.empty() ||
        command.reason.size() > maxReasonBytes)
        return malformed("giving a counter up is signed by a person and has a reason");
    if (!state.awaited().contains(command.device))
        return Entries{};
    return oneEntry(DeviceReported{command.device, command.by, command.reason});
}

} // namespace parterre::rules

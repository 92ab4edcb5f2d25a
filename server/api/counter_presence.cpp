// Looks once a second, and at once when a counter that was silent is heard again.
#include "server/api/counter_presence.h"

namespace parterre {
namespace {

constexpr Milliseconds interval{1'000};
constexpr std::size_t maxContacts = 10'000; // of devices that were enrolled

} // namespace

void CounterPresence::start()
{
    m_startedAt = m_context.clock.sinceBoot();
    watch();
}

void CounterPresence::watch()
{
    m_context.scheduler.after(interval, [this] {
        for (const EventMirror* mirror : m_context.mirrors.all())
            note(*mirror);
        watch();
    });
}

void CounterPresence::heard(DeviceId device)
{
    const bool wasReachable = isReachable(device);
    if (m_contacts.size() < maxContacts || m_contacts.contains(device))
        m_contacts[device] = {m_context.clock.sinceBoot(), m_context.clock.now()};
    if (!wasReachable)
        for (const EventMirror* mirror : m_context.mirrors.all())
            note(*mirror);
}

bool CounterPresence::heardLately(DeviceId device) const
{
    const auto found = m_contacts.find(device);
    return found != m_contacts.end() && m_context.clock.sinceBoot() - found->second.sinceBoot < interval;
}

std::optional<Instant> CounterPresence::lastContact(DeviceId device) const
{
    const auto found = m_contacts.find(device);
    return found == m_contacts.end() ? std::nullopt : std::optional(found->second.at);
}

bool CounterPresence::isReachable(DeviceId device) const
{
    const auto found = m_contacts.find(device);
    const Milliseconds last = found == m_contacts.end() ? m_startedAt : found->second.sinceBoot;
    return m_context.clock.sinceBoot() - last < silence;
}

void CounterPresence::note(const EventMirror& mirror)
{
    for (const auto& [fence, allotment] : mirror.state().allotments()) { // at most 64
        const bool reachable = isReachable(allotment.device) && m_contacts.contains(allotment.device);
        const bool silent = !isReachable(allotment.device);
        if (allotment.reachable ? !silent : !reachable)
            continue;
        CommandRequest request;
        request.event = mirror.event();
        request.command = NoteContact{fence, reachable};
        request.cause = randomId<CauseId>(m_context.random);
        // A refusal needs no answer: the next look comes in a second.
        m_context.arbiter.submit(std::move(request), m_context.thread, [](Result<CommandDone>) {});
    }
}

} // namespace parterre

// Sorting answers into kinds, and counting.
#include "server/rehearse/recorder.h"

namespace parterre::rehearsal {

std::string_view kindName(Kind kind)
{
    switch (kind) {
    case Kind::Accepted:
        return "accepted";
    case Kind::Refused:
        return "refused";
    case Kind::TurnedAway:
        return "turned_away";
    case Kind::Failed:
        return "failed";
    }
    return {};
}

Kind kindOf(const Reply& reply)
{
    if (reply.good())
        return Kind::Accepted;
    if (reply.turnedAway())
        return Kind::TurnedAway;
    return reply.status >= 400 && reply.status < 500 && reply.status != 408 ? Kind::Refused : Kind::Failed;
}

Second& Recorder::second(Microseconds at)
{
    const auto number = static_cast<std::size_t>(at.count() < 0 ? 0 : at.count() / 1'000'000);
    if (number >= m_seconds.size())
        m_seconds.resize(number + 1);
    return m_seconds[number];
}

void Recorder::sent(Microseconds intended, Microseconds now)
{
    if (m_measuring)
        m_lateness.add(now - intended);
}

void Recorder::count(Call call, Kind kind, Microseconds intended, Microseconds now)
{
    const Microseconds taken = now - intended;
    m_times[index(call)][static_cast<std::size_t>(kind)].add(taken);
    Second& current = second(now);
    ++current.answers[static_cast<std::size_t>(kind)];
    if (kind != Kind::Accepted)
        return;
    if (call == Call::Hold) {
        ++current.holds;
        current.holdTimes.add(taken);
    } else if (call == Call::Checkout) {
        current.checkoutTimes.add(taken);
    }
}

void Recorder::answered(Call call, const Reply& reply, Microseconds intended, Microseconds now)
{
    if (!m_measuring)
        return;
    const Kind kind = kindOf(reply);
    count(call, kind, intended, now);
    if (kind == Kind::Accepted)
        return;
    const std::string_view code = reply.code();
    ++m_reasons[{call, code.empty() ? "status_" + std::to_string(reply.status) : std::string(code)}];
}

void Recorder::failed(Call call, Failure failure, Microseconds intended, Microseconds now)
{
    if (!m_measuring)
        return;
    count(call, Kind::Failed, intended, now);
    ++m_reasons[{call, std::string(failureName(failure))}];
}

void Recorder::refusedInside(Call call, std::string_view code)
{
    if (m_measuring)
        ++m_reasons[{call, std::string(code)}];
}

void Recorder::ordered(std::size_t seats, Microseconds now)
{
    Second& current = second(now);
    ++current.orders;
    current.seats += static_cast<std::uint32_t>(seats);
}

} // namespace parterre::rehearsal

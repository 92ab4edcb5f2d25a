// JSON by hand: the states are one string.
#include "server/api/prepared_seats.h"

namespace parterre {

QByteArray seatsHead(const EventMirror& mirror)
{
    return R"({"log_id":")" + QByteArray::fromStdString(mirror.logId().toString()) + R"(","seq":)" +
           QByteArray::number(static_cast<quint64>(mirror.seq()));
}

const http::Prepared& PreparedSeats::of(const EventMirror& mirror)
{
    State& state = m_states[mirror.event()];
    const Milliseconds now = m_context.clock.sinceBoot();
    const bool fresh = !state.prepared.isEmpty() && state.seq == mirror.seq();
    const bool freshEnough =
        !state.prepared.isEmpty() && !m_context.load.isCalm() && now - state.madeAt < staleUnderLoad;
    if (fresh || freshEnough)
        return state.prepared;
    const std::string& seats = mirror.availability();
    QByteArray json = seatsHead(mirror) + R"(,"states":")";
    json.append(seats.data(), static_cast<qsizetype>(seats.size()));
    json += "\"}";
    state.seq = mirror.seq();
    state.madeAt = now;
    state.prepared =
        http::Prepared("application/json", "Cache-Control: no-cache\r\n", std::move(json), http::Effort::Quick,
                       mirror.logId().toString() + '-' + std::to_string(mirror.seq()));
    return state.prepared;
}

} // namespace parterre

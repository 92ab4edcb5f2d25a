// Recorder: everything a rehearsal measures of its calls, second by second and in all. Times count from the moment the
// person meant to ask, not from when the generator came to it: a server that stalls keeps everybody waiting who came
// meanwhile, and all of them are in the figures (no coordinated omission).
#pragma once

#include "server/rehearse/histogram.h"

#include <array>
#include <map>
#include <string>

namespace parterre::rehearsal {

// How an answer counts.
enum class Kind : std::uint8_t {
    Accepted,   // did what was asked
    Refused,    // a rule said no: somebody was faster, sold out …
    TurnedAway, // too many at once: come again later
    Failed,     // the server's fault, or no answer at all
};
inline constexpr std::size_t kindCount = 4;
std::string_view kindName(Kind kind);
Kind kindOf(const Reply& reply);

struct Second
{
    std::array<std::uint32_t, kindCount> answers{};
    std::uint32_t holds = 0;   // accepted ones
    std::uint32_t orders = 0;  // paid
    std::uint32_t seats = 0;   // of them
    std::uint32_t arrived = 0; // people
    std::uint32_t present = 0; // people, at its end
    Histogram holdTimes{4};    // of accepted holds
    Histogram checkoutTimes{4};
};

class Recorder
{
public:
    // What follows counts no more, but for orders: the doors are closed, and people act as they would not by
    // themselves.
    void stopMeasuring() { m_measuring = false; }
    void sent(Microseconds intended, Microseconds now);
    void answered(Call call, const Reply& reply, Microseconds intended, Microseconds now);
    void failed(Call call, Failure failure, Microseconds intended, Microseconds now);
    // A refusal inside an answer that is good as an answer.
    void refusedInside(Call call, std::string_view code);
    void arrived(Microseconds now) { ++second(now).arrived; }
    void present(std::size_t people, Microseconds now) { second(now).present = static_cast<std::uint32_t>(people); }
    void ordered(std::size_t seats, Microseconds now);

    const Histogram& times(Call call, Kind kind) const { return m_times[index(call)][static_cast<std::size_t>(kind)]; }
    std::uint64_t count(Call call, Kind kind) const { return times(call, kind).count(); }
    // What was refused, turned away or failed, by call and the name of the reason.
    const std::map<std::pair<Call, std::string>, std::uint64_t>& reasons() const { return m_reasons; }
    const std::vector<Second>& seconds() const { return m_seconds; }
    std::uint64_t asked() const { return m_lateness.count(); }
    // How late the generator itself was in sending: large, and it is the generator that was measured.
    const Histogram& lateness() const { return m_lateness; }

private:
    static std::size_t index(Call call) { return static_cast<std::size_t>(call); }
    Second& second(Microseconds at);
    void count(Call call, Kind kind, Microseconds intended, Microseconds now);

    std::array<std::array<Histogram, kindCount>, callCount> m_times;
    std::map<std::pair<Call, std::string>, std::uint64_t> m_reasons;
    std::vector<Second> m_seconds;
    Histogram m_lateness;
    bool m_measuring = true;
};

} // namespace parterre::rehearsal

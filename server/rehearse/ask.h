// Ask and Reply: one request of a visitor and what came back, as values. Scripts make the one and read the other;
// sockets are somebody else's.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace parterre::rehearsal {

using Microseconds = std::chrono::microseconds;

// The calls a rehearsal makes, as its report counts them.
enum class Call : std::uint8_t {
    EventList,
    EventPage,
    Plan,
    Seats,
    Stream,
    Hold,
    Checkout,
    Order,
    SignIn,
    Enrol,
    Ops,
};
inline constexpr std::size_t callCount = 11;
std::string_view callName(Call call); // as in report.json

struct Ask
{
    Call call = Call::EventList;
    const char* method = "GET";
    std::string path;
    std::string headers; // lines, each with its end
    std::string body;
    bool keepBody = true; // false: the answer's body is counted and thrown away

    // Adds a line. Precondition: neither has a line end.
    void addHeader(std::string_view name, std::string_view value);
};

// Why there is no answer.
enum class Failure : std::uint8_t { None, Unreachable, Closed, NotUnderstood, TooLate };
std::string_view failureName(Failure failure);

struct Reply
{
    int status = 0; // 0: none came, `failure` says why
    Failure failure = Failure::None;
    std::string_view body; // gone after the call that hands it over
    std::string_view session;
    int retryAfter = 0; // seconds, of 429 and 503

    bool good() const { return status >= 200 && status < 400; }
    bool turnedAway() const { return status == 429 || status == 503; } // asking later may help
    // The stable name of an error, such as seat_taken; empty when there is none.
    std::string_view code() const;
};

// The text of the first member of that name, without looking at the structure around it: answers of our own server are
// known, and a parser for each would cost more than the request. Empty when there is none.
std::string_view textMember(std::string_view json, std::string_view name);
// The same for a whole number; `otherwise` when there is none.
std::int64_t numberMember(std::string_view json, std::string_view name, std::int64_t otherwise = -1);

} // namespace parterre::rehearsal

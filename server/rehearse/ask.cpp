// Names, headers and the two looks into an answer.
#include "server/rehearse/ask.h"

#include "sync/base/require.h"

#include <charconv>

namespace parterre::rehearsal {
namespace {

// Behind `"name":` and the spaces after it.
std::size_t valueAt(std::string_view json, std::string_view name)
{
    for (std::size_t at = json.find(name); at != std::string_view::npos; at = json.find(name, at + 1)) {
        if (at == 0 || json[at - 1] != '"' || json.substr(at + name.size(), 2) != "\":")
            continue;
        at += name.size() + 2;
        while (at < json.size() && json[at] == ' ')
            ++at;
        return at;
    }
    return std::string_view::npos;
}

} // namespace

std::string_view callName(Call call)
{
    switch (call) {
    case Call::EventList:
        return "event_list";
    case Call::EventPage:
        return "event_page";
    case Call::Plan:
        return "plan";
    case Call::Seats:
        return "seats";
    case Call::Stream:
        return "stream";
    case Call::Hold:
        return "hold";
    case Call::Checkout:
        return "checkout";
    case Call::Order:
        return "order";
    case Call::SignIn:
        return "sign_in";
    case Call::Enrol:
        return "enrol";
    case Call::Ops:
        return "counter_ops";
    }
    return {};
}

std::string_view failureName(Failure failure)
{
    switch (failure) {
    case Failure::None:
        return "none";
    case Failure::Unreachable:
        return "unreachable";
    case Failure::Closed:
        return "closed";
    case Failure::NotUnderstood:
        return "not_understood";
    case Failure::TooLate:
        return "too_late";
    }
    return {};
}

void Ask::addHeader(std::string_view name, std::string_view value)
{
    PARTERRE_REQUIRE(value.find_first_of("\r\n") == std::string_view::npos);
    headers.append(name).append(": ").append(value).append("\r\n");
}

std::string_view Reply::code() const
{
    return status >= 400 ? textMember(body, "code") : std::string_view();
}

std::string_view textMember(std::string_view json, std::string_view name)
{
    const std::size_t at = valueAt(json, name);
    if (at >= json.size() || json[at] != '"')
        return {};
    const std::size_t end = json.find('"', at + 1);
    return end == std::string_view::npos ? std::string_view() : json.substr(at + 1, end - at - 1);
}

std::int64_t numberMember(std::string_view json, std::string_view name, std::int64_t otherwise)
{
    const std::size_t at = valueAt(json, name);
    if (at >= json.size())
        return otherwise;
    std::int64_t number = 0;
    const auto parsed = std::from_chars(json.data() + at, json.data() + json.size(), number);
    return parsed.ec == std::errc() ? number : otherwise;
}

} // namespace parterre::rehearsal

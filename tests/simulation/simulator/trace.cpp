// One line an entry: its kind, and whom and which places it is about.
#include "tests/simulation/simulator/trace.h"

#include <iterator>

namespace parterre::testing {
namespace {

constexpr const char* kinds[] = {"EventCreated",     "HoldPlaced",        "HoldExtended",     "HoldReleased",
                                 "PaymentStarted",   "PaymentFailed",     "OrderPlaced",      "TicketsVoided",
                                 "PlacesReserved",   "ReservationEnded",  "AllotmentGranted", "AllotmentReturned",
                                 "AllotmentClosed",  "SeatsBlocked",      "SeatsUnblocked",   "CaseOpened",
                                 "CaseKept",         "CaseSold",          "CaseOffered",      "CaseMoved",
                                 "AllotmentRenewed", "AllotmentRecalled", "RecallDeclined",   "ContactNoted",
                                 "AllotmentLimbo",   "AllotmentForced",   "TicketsReissued",  "TicketAdmitted",
                                 "AlarmRaised",      "AlarmSettled",      "LogRestored",      "DeviceReported"};
static_assert(std::size(kinds) == std::variant_size_v<EntryBody>);

template <typename Id>
std::string brief(const Id& id)
{
    return " " + id.toString().substr(0, 8) + ".." + id.toString().substr(28);
}

std::string brief(const Places& places)
{
    std::string text;
    for (const SeatIndex seat : places.seats)
        text += " #" + std::to_string(seat.value);
    for (const StandingUnits& units : places.standing)
        text += " +" + std::to_string(units.count);
    return text;
}

std::string brief(const Order& order)
{
    std::string text = brief(order.id) + (order.device ? " by" + brief(*order.device) : " by a fan");
    for (const Ticket& ticket : order.tickets)
        text += ticket.seat ? " #" + std::to_string(ticket.seat->value) : std::string(" +1");
    return text;
}

struct About
{
    template <typename T>
    std::string operator()(const T& body) const
    {
        std::string text;
        if constexpr (requires {
                          body.hold;
                          body.holder;
                      })
            text += brief(body.hold);
        if constexpr (requires { body.fence.value; })
            text += " fence " + std::to_string(body.fence.value);
        if constexpr (requires { body.device.bytes; })
            text += brief(body.device);
        if constexpr (requires { body.order.tickets; })
            text += brief(body.order);
        else if constexpr (requires { body.order.bytes; })
            text += brief(body.order);
        if constexpr (requires {
                          body.id.bytes;
                          body.phase;
                      })
            text += brief(body.id);
        if constexpr (requires { body.phase; })
            text += " phase " + std::to_string(int(body.phase));
        if constexpr (requires { body.places.seats; })
            text += brief(body.places);
        if constexpr (requires { body.lost.seats; })
            text += " lost" + brief(body.lost);
        if constexpr (requires { body.detail; })
            text += " " + body.detail;
        if constexpr (requires {
                          body.late;
                          body.provisional;
                      })
            text += std::string(body.late ? " late" : "") + (body.provisional ? " provisional" : "");
        return text;
    }
    std::string operator()(const CaseOpened& body) const
    {
        return brief(body.opened.order) + " phase " + std::to_string(int(body.opened.phase)) + " lost" +
               brief(body.opened.lost) + (body.opened.provisional ? " provisional" : "") +
               (body.opened.fence ? " fence " + std::to_string(body.opened.fence->value) : std::string());
    }
    std::string operator()(const AllotmentForced& body) const
    {
        return " fence " + std::to_string(body.signedOff.fence.value) + brief(body.signedOff.places);
    }
};

} // namespace

std::string traceOf(const LogEntry& entry)
{
    return std::to_string(entry.seq) + " " + kinds[entry.body.index()] + std::visit(About(), entry.body);
}

} // namespace parterre::testing

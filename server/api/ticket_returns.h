// TicketReturns: a fan gives tickets back on the web, where the event allows it; the seats are for sale again and the
// money goes back the way it came (RefundDesk).
#pragma once

#include "server/api/api_context.h"

#include <vector>

namespace parterre {

// How long before the start the tickets of an event may be given back.
struct ReturnPolicy
{
    std::optional<std::int64_t> hours; // nothing: not at all
};

// The tickets of the order that may be given back now: valid, nobody was let in with them, and it is early enough.
std::vector<TicketSerial> returnable(const EventTerms& terms, const Order& order, const ReturnPolicy& policy,
                                     Instant now);

// The name of the setting that holds the hours of an event.
std::string returnSetting(EventId event);

// Answering thread only.
class TicketReturns
{
public:
    explicit TicketReturns(ApiContext& context) : m_context(context) {}

    ReturnPolicy policyOf(EventId event) const; // as the settings have it; a change counts at once
    // The last moment; nothing: not at all.
    std::optional<Instant> until(const EventMirror& mirror) const;
    // Forbidden when one of them may not be given back any more; nothing is then. Precondition: the asker owns the
    // order.
    void giveBack(const EventMirror& mirror, const Order& order, std::vector<TicketSerial> serials,
                  std::optional<IdempotencyKey> key, Completion<void> done);

private:
    ApiContext& m_context;
};

} // namespace parterre

// The rule, and one command.
#include "server/api/ticket_returns.h"

#include <algorithm>
#include <charconv>

namespace parterre {
namespace {

constexpr auto reason = "given back on the web";

Instant lastMoment(const EventTerms& terms, std::int64_t hours)
{
    return terms.startsAt - std::chrono::hours(hours);
}

} // namespace

std::vector<TicketSerial> returnable(const EventTerms& terms, const Order& order, const ReturnPolicy& policy,
                                     Instant now)
{
    std::vector<TicketSerial> serials;
    if (!policy.hours || lastMoment(terms, *policy.hours) < now || order.channel != Channel::Fan)
        return serials;
    for (const Ticket& ticket : order.tickets)
        if (!ticket.voided && !ticket.admitted)
            serials.push_back(ticket.serial);
    return serials;
}

std::string returnSetting(EventId event)
{
    return "returns/" + event.toString();
}

ReturnPolicy TicketReturns::policyOf(EventId event) const
{
    const auto stored = m_context.accounts.setting(returnSetting(event));
    if (!stored.ok() || !stored->has_value())
        return {};
    const std::string& text = **stored;
    std::int64_t hours = 0;
    const auto parsed = std::from_chars(text.data(), text.data() + text.size(), hours);
    const bool isNumber = !text.empty() && parsed.ec == std::errc() && parsed.ptr == text.data() + text.size();
    return isNumber && hours >= 0 ? ReturnPolicy{hours} : ReturnPolicy{};
}

std::optional<Instant> TicketReturns::until(const EventMirror& mirror) const
{
    const ReturnPolicy policy = policyOf(mirror.event());
    if (!policy.hours)
        return std::nullopt;
    return lastMoment(mirror.state().terms(), *policy.hours);
}

void TicketReturns::giveBack(const EventMirror& mirror, const Order& order, std::vector<TicketSerial> serials,
                             std::optional<IdempotencyKey> key, Completion<void> done)
{
    const auto may = returnable(mirror.state().terms(), order, policyOf(mirror.event()), m_context.clock.now());
    const bool allMay = std::all_of(serials.begin(), serials.end(), [&](const TicketSerial& serial) {
        return std::find(may.begin(), may.end(), serial) != may.end();
    });
    const auto isVoid = [&](const TicketSerial& serial) {
        return std::any_of(order.tickets.begin(), order.tickets.end(),
                           [&](const Ticket& ticket) { return ticket.serial == serial && ticket.voided; });
    };
    if (!serials.empty() && std::all_of(serials.begin(), serials.end(), isVoid))
        return done({}); // asked once more
    if (serials.empty() || !allMay)
        return done(Error{ErrorCode::Forbidden, "these tickets cannot be given back any more"});
    CommandRequest request;
    request.event = mirror.event();
    request.command = VoidTickets{order.id, std::move(serials), reason, "fan"};
    request.cause = key ? CauseId{key->key} : randomId<CauseId>(m_context.random);
    request.idempotency = key;
    m_context.arbiter.submit(std::move(request), m_context.thread,
                             [done = std::move(done)](Result<CommandDone> answer) {
                                 done(answer.ok() ? Result<void>() : Result<void>(answer.error()));
                             });
}

} // namespace parterre

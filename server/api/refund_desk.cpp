// The name of a refund follows from its tickets, which are voided once, so that asking again gives nothing back twice.
#include "server/api/refund_desk.h"

#include <algorithm>
#include <cstdio>

namespace parterre {
namespace {

constexpr auto actor = "payment provider";

bool wasPaidOnTheWeb(const Order& order)
{
    return order.channel == Channel::Fan && order.tender.method == TenderMethod::Test;
}

// Only a person can settle these; to ask again would change nothing.
bool isFinal(ErrorCode code)
{
    return code == ErrorCode::NotFound || code == ErrorCode::AmountMismatch || code == ErrorCode::Malformed;
}

} // namespace

std::optional<RefundDue> refundDue(const EventState& state, const EntryBody& entry)
{
    const auto* voided = std::get_if<TicketsVoided>(&entry);
    const Order* order = voided ? state.order(voided->order) : nullptr;
    if (!order || !wasPaidOnTheWeb(*order))
        return std::nullopt;
    RefundDue due{voided->order};
    for (const Ticket& ticket : order->tickets)
        if (std::find(voided->serials.begin(), voided->serials.end(), ticket.serial) != voided->serials.end())
            due.minor += ticket.priceMinor;
    if (due.minor == 0)
        return std::nullopt;
    due.name = std::min_element(voided->serials.begin(), voided->serials.end())->toString();
    return due;
}

Result<void> leaveRefundToPeople(ApiContext& context, OrderId order, std::int64_t minor, const Error& why)
{
    const std::string amount = minor == 0 ? "all that was paid" : std::to_string(minor) + " minor units";
    std::fprintf(stderr, "parterre-server: order %s: %s must be given back by hand: %s\n", order.toString().c_str(),
                 amount.c_str(), why.detail.c_str());
    AuditRecord record;
    record.at = context.clock.now();
    record.actor = actor;
    record.action = "refund_failed";
    record.subject = order.toString();
    record.reason = why.detail;
    record.after = amount;
    return context.accounts.appendAudit(record);
}

RefundDesk::RefundDesk(ApiContext& context)
    : m_context(context),
      m_follower(context, "refunds",
                 {[](const EntryBody& body) { return std::holds_alternative<TicketsVoided>(body); },
                  [this](const EventMirror& mirror, const LogEntry& entry, Completion<void> done) {
                      act(mirror, entry, std::move(done));
                  }})
{}

void RefundDesk::committed(const EventMirror& mirror, const CommittedEntries& entries)
{
    m_follower.committed(mirror, entries);
}

void RefundDesk::act(const EventMirror& mirror, const LogEntry& entry, Completion<void> done)
{
    const auto due = refundDue(mirror.state(), entry.body);
    if (!due)
        return done({});
    if (!m_context.payments)
        return done(leaveRefundToPeople(m_context, due->order, due->minor,
                                        {ErrorCode::Unavailable, "no payment provider is set up"}));
    const Refund refund{due->order, due->name, {due->minor, mirror.state().terms().currency}};
    m_context.payments->giveBack(refund, [this, due = *due, done = std::move(done)](Result<void> given) {
        if (!given.ok() && !isFinal(given.error().code))
            return done(given);
        if (!given.ok())
            return done(leaveRefundToPeople(m_context, due.order, due.minor, given.error()));
        done({});
    });
}

} // namespace parterre

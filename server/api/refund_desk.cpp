// The name of a refund follows from its entry, so that asking again gives nothing back twice.
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

std::optional<RefundDue> ofVoided(const EventState& state, const TicketsVoided& entry)
{
    const Order* order = state.order(entry.order);
    if (!order || !wasPaidOnTheWeb(*order))
        return std::nullopt;
    RefundDue due{entry.order};
    for (const Ticket& ticket : order->tickets)
        if (std::find(entry.serials.begin(), entry.serials.end(), ticket.serial) != entry.serials.end())
            due.minor += ticket.priceMinor;
    return due.minor > 0 ? std::optional(due) : std::nullopt;
}

// Still due: somebody at a counter may have been quicker.
std::optional<RefundDue> ofCase(const EventState& state, CaseId id, CasePhase phase)
{
    const Case* of = state.caseOf(id);
    if (!of || of->phase != phase || of->refundMinor <= 0 || !wasPaidOnTheWeb(of->order))
        return std::nullopt;
    return RefundDue{of->order.id, of->refundMinor, id};
}

// Only a person can settle these; to ask again would change nothing.
bool isFinal(ErrorCode code)
{
    return code == ErrorCode::NotFound || code == ErrorCode::AmountMismatch || code == ErrorCode::Malformed;
}

} // namespace

std::optional<RefundDue> refundDue(const EventState& state, const EntryBody& entry)
{
    if (const auto* voided = std::get_if<TicketsVoided>(&entry))
        return ofVoided(state, *voided);
    if (const auto* moved = std::get_if<CaseMoved>(&entry); moved && moved->phase == CasePhase::RefundDue)
        return ofCase(state, moved->id, CasePhase::RefundDue);
    if (const auto* sold = std::get_if<CaseSold>(&entry); sold && sold->phase == CasePhase::Exchanged)
        return ofCase(state, sold->id, CasePhase::Exchanged);
    return std::nullopt;
}

RefundDesk::RefundDesk(ApiContext& context)
    : m_context(context),
      m_follower(context, "refunds",
                 {[](const EntryBody& body) {
                      return std::holds_alternative<TicketsVoided>(body) || std::holds_alternative<CaseMoved>(body) ||
                             std::holds_alternative<CaseSold>(body);
                  },
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
    if (!due || !m_context.payments)
        return done({});
    const Refund refund{due->order,
                        mirror.logId().toString() + '-' + std::to_string(entry.seq),
                        {due->minor, mirror.state().terms().currency}};
    m_context.payments->giveBack(
        refund, [this, event = mirror.event(), due = *due, done = std::move(done)](Result<void> given) {
            if (!given.ok() && !isFinal(given.error().code))
                return done(given);
            if (!given.ok())
                return done(leaveToPeople(due, given.error()));
            if (due.from)
                return recordCase(event, *due.from, done);
            done({});
        });
}

void RefundDesk::recordCase(EventId event, CaseId id, Completion<void> done)
{
    CommandRequest request;
    request.event = event;
    request.command = RecordRefund{id, actor};
    request.cause = randomId<CauseId>(m_context.random);
    m_context.arbiter.submit(std::move(request), m_context.thread,
                             [done = std::move(done)](Result<CommandDone> answer) {
                                 done(answer.ok() ? Result<void>() : Result<void>(answer.error()));
                             });
}

// The audit log keeps it; a case stays open besides, and counters show it.
Result<void> RefundDesk::leaveToPeople(const RefundDue& due, const Error& why)
{
    std::fprintf(stderr, "parterre-server: order %s: %lld minor units must be given back by hand: %s\n",
                 due.order.toString().c_str(), static_cast<long long>(due.minor), why.detail.c_str());
    AuditRecord record;
    record.at = m_context.clock.now();
    record.actor = actor;
    record.action = "refund_failed";
    record.subject = due.order.toString();
    record.reason = why.detail;
    record.after = std::to_string(due.minor);
    return m_context.accounts.appendAudit(record);
}

} // namespace parterre

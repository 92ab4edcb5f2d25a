// The counter's side of the life of an allotment.
#include "sync/counter/allotment_keeper.h"

#include <algorithm>

namespace parterre {

void AllotmentKeeper::check()
{
    if (!m_core.open || !m_core.enrolled() || !m_core.signedIn || m_core.barred() || m_core.open->frozen)
        return;
    const Allotment* own = m_core.ownAllotment();
    if (own && m_core.allotmentLeft().count() == 0 && !m_core.sealPending(own->fence)) {
        // Expired, or a grant nobody here remembers asking for: it cannot be sold from, so it goes back. While a
        // request is unanswered the grant may be its answer.
        if (!requestUnanswered())
            seal(own->fence);
        return;
    }
    if (!own && mayAsk())
        ask();
}

bool AllotmentKeeper::requestUnanswered() const
{
    const BookedStream* stream = m_core.book.stream(m_core.open->event);
    if (!stream)
        return false;
    return std::any_of(stream->ops.rbegin(), stream->ops.rend(), [](const BookedOp& booked) {
        return !booked.outcome && std::holds_alternative<RequestAllotment>(booked.op.command);
    });
}

bool AllotmentKeeper::mayAsk() const
{
    if (!m_core.lineOpen() || !m_core.open->caughtUp || m_core.open->allotmentAsked)
        return false;
    for (const BookedOp* booked : m_core.book.unseenAt(m_core.open->event, m_core.open->base.cursor()))
        if (std::holds_alternative<RequestAllotment>(booked->op.command))
            return false;
    return true;
}

// Time runs from before the request leaves: earlier than the centre can count.
void AllotmentKeeper::ask()
{
    const BookedStream* stream = m_core.book.stream(m_core.open->event);
    const BootTime now = m_core.bootTime();
    GrantRecord grant;
    grant.event = m_core.open->event;
    grant.requestOpN = stream ? stream->nextOpN() : 1;
    grant.bootId = now.bootId;
    grant.sentSinceBoot = now.sinceBoot;
    grant.sentAt = now.wall;
    JournalBatch journal;
    journal.grants.push_back(grant);
    const Result<std::uint64_t> opN =
        m_core.journalOp(RequestAllotment{m_core.identity->device, {}}, std::move(journal));
    if (!opN)
        return m_notice(opN.error());
    m_wakeOutbox();
}

// A replay names what is live now; the record of the first request for that fence stays the one that counts.
void AllotmentKeeper::settled(EventId event, const std::vector<Outcome>& outcomes)
{
    JournalBatch journal;
    for (const Outcome& outcome : outcomes) {
        for (const GrantRecord& grant : m_core.grants) {
            if (grant.event != event || grant.requestOpN != outcome.opN)
                continue;
            if (outcome.kind != OutcomeKind::Granted) {
                if (m_core.open && m_core.open->event == event)
                    m_core.open->allotmentAsked = true;
                continue;
            }
            const bool recorded =
                std::any_of(m_core.grants.begin(), m_core.grants.end(), [&](const GrantRecord& other) {
                    return other.event == event && other.fence == outcome.fence;
                });
            if (recorded)
                continue;
            journal.grants.push_back(grant);
            journal.grants.back().fence = outcome.fence;
        }
    }
    if (journal.grants.empty())
        return;
    if (Result<void> committed = m_core.commit(journal); !committed)
        m_notice(committed.error());
}

void AllotmentKeeper::seal(Fence fence)
{
    const Result<std::uint64_t> opN = m_core.journalOp(SealAllotment{fence, m_core.identity->device});
    if (!opN)
        return m_notice(opN.error());
    m_wakeOutbox();
}

bool AllotmentKeeper::salesUnanswered(Fence fence) const
{
    const BookedStream* stream = m_core.book.stream(m_core.open->event);
    return stream && std::any_of(stream->ops.begin(), stream->ops.end(), [fence](const BookedOp& booked) {
               const auto* sell = std::get_if<SellAllotted>(&booked.op.command);
               return sell && !booked.outcome && sell->fence == fence;
           });
}

void AllotmentKeeper::giveBack()
{
    const Allotment* own = m_core.ownAllotment();
    if (!own || m_core.barred() || !m_core.lineOpen() || m_core.sealPending(own->fence) || salesUnanswered(own->fence))
        return;
    seal(own->fence);
}

Result<void> AllotmentKeeper::returnOnRequest()
{
    const Allotment* own = m_core.ownAllotment();
    if (!own || m_core.sealPending(own->fence))
        return Error{ErrorCode::AllotmentGone, "This counter has no offline reserve."};
    if (const std::optional<Error> barred = m_core.barred()) // a suspect counter never seals (I19)
        return *barred;
    if (!m_core.lineOpen())
        return Error{ErrorCode::Offline, "The line is down: the reserve stays at this counter until it is back."};
    if (salesUnanswered(own->fence))
        return Error{ErrorCode::Unavailable, "Sales from the reserve are still being sent. Try again in a moment."};
    m_core.open->allotmentAsked = true;
    giveBack();
    return {};
}

} // namespace parterre

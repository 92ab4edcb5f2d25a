// The counter's side of the life of an allotment: asking, renewing, writing down the fence.
#include "sync/counter/allotment_keeper.h"

#include "sync/counter/reserve_rule.h"

#include <algorithm>

namespace parterre {

void AllotmentKeeper::opened()
{
    m_declined = false;
    m_asked.reset();
    m_sized = {};
}

void AllotmentKeeper::check()
{
    const Halt halt = m_core.halt();
    if (!m_core.open || !m_core.enrolled() || !m_core.signedIn || (halt != Halt::None && halt != Halt::Restored))
        return;
    const Allotment* own = m_core.ownAllotment();
    if (own && own->fence != m_sized) {
        m_sized = own->fence;
        m_size = own->places.units();
    }
    if (own && m_core.allotmentLeft().count() == 0) {
        if (!m_core.sealPending(own->fence) && maySeal(*own))
            seal(own->fence);
        return;
    }
    if (own)
        answerRecalls(*own);
    if (!mayAsk())
        return;
    if (!own)
        ask();
    else if (wantsRenewal(*own))
        renew(*own);
}

// Expired, or in limbo: it cannot be sold from any more, so it goes back. Not while a card is being charged for a part
// of it, nor while a request is unanswered whose grant this may be, nor while an alarm makes the centre refuse it. What
// nobody here remembers asking for may be of an installation before this one, and its paper unknown: it is given back
// only where there was none before, and never out of limbo.
bool AllotmentKeeper::maySeal(const Allotment& own) const
{
    PARTERRE_REQUIRE(!m_core.isSuspect()); // I19
    if (requestUnanswered() || isPaidFrom(own) || m_core.open->base.state().isTainted(own.device))
        return false;
    if (grantOf(own, m_core.open->event, m_core.grants))
        return true;
    return own.phase == AllotmentPhase::Active && m_core.identity->installGen == 1;
}

bool AllotmentKeeper::requestUnanswered() const
{
    const BookedStream* stream = m_core.book.stream(m_core.open->event);
    if (!stream)
        return false;
    return std::any_of(stream->ops.rbegin(), stream->ops.rend(), [](const BookedOp& booked) {
        return !booked.outcome && (std::holds_alternative<RequestAllotment>(booked.op.command) ||
                                   std::holds_alternative<RenewAllotment>(booked.op.command));
    });
}

bool AllotmentKeeper::requestUnseen() const
{
    for (const BookedOp* booked : m_core.book.unseenAt(m_core.open->event, m_core.open->base.cursor()))
        if (std::holds_alternative<RequestAllotment>(booked->op.command) ||
            std::holds_alternative<RenewAllotment>(booked->op.command))
            return true;
    return false;
}

bool AllotmentKeeper::mayAsk() const
{
    if (m_declined || m_core.halt() != Halt::None || !m_core.lineOpen() || !m_core.open->caughtUp)
        return false;
    if (m_asked && m_core.ports.clock.sinceBoot() - *m_asked < betweenRequests)
        return false;
    return !requestUnseen();
}

std::vector<AreaWish> AllotmentKeeper::wishes() const
{
    const EventState& base = m_core.open->base.state();
    const std::vector<AreaWish> sold =
        soldLastHour(base.plan(), m_core.book.stream(m_core.open->event), m_core.ports.clock.now());
    return wishesFor(base.plan(), base.terms(), sold);
}

// At half its life, or when less than half of what it should be is left; across restarts not more often than every ten
// minutes.
bool AllotmentKeeper::wantsRenewal(const Allotment& own) const
{
    const GrantRecord* grant = grantOf(own, m_core.open->event, m_core.grants);
    const std::optional<Milliseconds> elapsed = grant ? elapsedSince(*grant, m_core.bootTime()) : std::nullopt;
    if (!elapsed || *elapsed < betweenRequests)
        return false;
    if (*elapsed >= own.duration / 2)
        return true;
    const std::vector<AreaWish> wished = wishes();
    const Places reserve = m_core.reservePlaces();
    return wished.empty() ? reserve.units() * 2 < m_size : hasShrunk(m_core.open->base.state().plan(), reserve, wished);
}

void AllotmentKeeper::ask()
{
    send({RequestAllotment{m_core.identity->device, wishes()}}, 0);
}

// What is too much goes back in the same step, so that the centre can grant it where it is wanted.
void AllotmentKeeper::renew(const Allotment& own)
{
    const DeviceId device = m_core.identity->device;
    const std::vector<AreaWish> wished = wishes();
    const Places spare = without(m_core.reservePlaces(), m_hooks.inBasket());
    const Places surplus = surplusOf(m_core.open->base.state().plan(), spare, wished);
    std::vector<Command> commands;
    if (!surplus.empty() && surplus != own.places)
        commands.push_back(ReturnPlaces{own.fence, device, surplus});
    commands.push_back(RenewAllotment{device, own.fence, wished});
    const std::size_t request = commands.size() - 1;
    send(std::move(commands), request);
}

// Time runs from before the request leaves: earlier than the centre can count.
void AllotmentKeeper::send(std::vector<Command> commands, std::size_t request)
{
    const BootTime now = m_core.bootTime();
    GrantRecord grant;
    grant.event = m_core.open->event;
    grant.installGen = m_core.identity->installGen;
    grant.requestOpN = m_core.book.streamFor(m_core.open->event).nextOpN() + request;
    grant.bootId = now.bootId;
    grant.sentSinceBoot = now.sinceBoot;
    grant.sentAt = now.wall;
    JournalBatch journal;
    journal.grants.push_back(grant);
    m_asked = now.sinceBoot;
    const Result<std::uint64_t> opN = m_core.journalOps(m_core.open->event, std::move(commands), std::move(journal));
    if (!opN)
        return failed(opN.error());
    m_hooks.wakeOutbox();
}

// A full outbox is on the screen already; what could not be asked now is asked when it has room.
void AllotmentKeeper::failed(const Error& error)
{
    if (error.code != ErrorCode::LimitExceeded)
        m_hooks.notice(error);
}

// A replay names what is live now; the record of the first request for that fence stays the one that counts.
void AllotmentKeeper::settled(EventId event, const std::vector<Outcome>& outcomes)
{
    JournalBatch journal;
    for (const Outcome& outcome : outcomes) {
        if (outcome.kind != OutcomeKind::Granted || outcome.fence == Fence{})
            continue;
        const auto sameFence = [&](const GrantRecord& other) {
            return other.event == event && other.fence == outcome.fence;
        };
        if (std::any_of(m_core.grants.begin(), m_core.grants.end(), sameFence) ||
            std::any_of(journal.grants.begin(), journal.grants.end(), sameFence))
            continue;
        for (const GrantRecord& grant : m_core.grants) {
            if (grant.event != event || grant.requestOpN != outcome.opN)
                continue;
            journal.grants.push_back(grant);
            journal.grants.back().fence = outcome.fence;
        }
    }
    if (journal.grants.empty())
        return;
    if (Result<void> committed = m_core.commit(journal); !committed)
        m_hooks.notice(committed.error());
}

} // namespace parterre

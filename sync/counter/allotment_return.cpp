// AllotmentKeeper: giving back: what is recalled, what has expired, and everything when the event is closed.
#include "sync/counter/allotment_keeper.h"

#include "sync/counter/reserve_rule.h"
#include "sync/counter/sale_command.h"
#include "sync/domain/places.h"

#include <algorithm>

namespace parterre {
// Somebody at another counter or in the web shop wants these places now; whoever asks is waiting.
void AllotmentKeeper::answerRecalls(const Allotment& own)
{
    if (own.recalled.empty() || !m_core.lineOpen() || !m_core.open->caughtUp || m_core.halt() != Halt::None)
        return;
    const Places asked = without(own.recalled, pendingAnswers(own));
    if (asked.empty())
        return;
    const RecallAnswer answer = answerRecall(asked, without(m_core.reservePlaces(), m_hooks.inBasket()));
    const DeviceId device = m_core.identity->device;
    std::vector<Command> commands;
    if (!answer.give.empty())
        commands.push_back(ReturnPlaces{own.fence, device, answer.give});
    if (!answer.keep.empty())
        commands.push_back(KeepPlaces{own.fence, device, answer.keep});
    if (const Result<std::uint64_t> opN = m_core.journalOps(m_core.open->event, std::move(commands)); !opN)
        return failed(opN.error());
    m_hooks.wakeOutbox();
}

// What was answered and is not in the base yet.
Places AllotmentKeeper::pendingAnswers(const Allotment& own) const
{
    Places answered;
    for (const BookedOp* booked : m_core.book.unseenAt(m_core.open->event, m_core.open->base.cursor())) {
        if (const auto* given = std::get_if<ReturnPlaces>(&booked->op.command); given && own.isUnder(given->fence))
            answered = unionOf(answered, given->places);
        if (const auto* kept = std::get_if<KeepPlaces>(&booked->op.command); kept && own.isUnder(kept->fence))
            answered = unionOf(answered, kept->places);
    }
    return answered;
}

void AllotmentKeeper::seal(Fence fence)
{
    PARTERRE_REQUIRE(!m_core.isSuspect()); // I19
    const Result<std::uint64_t> opN = m_core.journalOp(SealAllotment{fence, m_core.identity->device});
    if (!opN)
        return failed(opN.error());
    m_hooks.wakeOutbox();
}

bool AllotmentKeeper::salesUnanswered(Fence fence) const
{
    const BookedStream* stream = m_core.book.stream(m_core.open->event);
    return stream && std::any_of(stream->ops.begin(), stream->ops.end(), [fence](const BookedOp& booked) {
               const auto* sell = std::get_if<SellAllotted>(&booked.op.command);
               return sell && !booked.outcome && sell->fence == fence;
           });
}

bool AllotmentKeeper::isPaidFrom(const Allotment& own) const
{
    for (const PaymentRecord* payment : m_core.openPayments(m_core.open->event))
        if (!std::holds_alternative<SellHold>(payment->sale)) {
            const Result<Places> places = placesOf(m_core.open->base.state().plan(), soldOrder(payment->sale)->tickets);
            if (!places || !intersection(*places, own.places).empty())
                return true;
        }
    return false;
}

void AllotmentKeeper::giveBack()
{
    const Allotment* own = m_core.ownAllotment();
    if (!own || m_core.halt() != Halt::None || !m_core.lineOpen() || m_core.sealPending(own->fence) ||
        salesUnanswered(own->fence) || isPaidFrom(*own) || !grantOf(*own, m_core.open->event, m_core.grants))
        return;
    seal(own->fence);
}

Result<void> AllotmentKeeper::returnOnRequest()
{
    const Allotment* own = m_core.ownAllotment();
    if (m_core.isSuspect())
        return Error{ErrorCode::Quarantined, "This counter's journal is not believed: a supervisor must write its "
                                             "reserve off."};
    if (!own || m_core.sealPending(own->fence))
        return Error{ErrorCode::AllotmentGone, "This counter has no offline reserve."};
    if (m_core.halt() != Halt::None)
        return Error{ErrorCode::Frozen, "Nothing is given back until a person has looked into it."};
    if (!grantOf(*own, m_core.open->event, m_core.grants))
        return Error{ErrorCode::Quarantined, "This reserve is of an earlier installation of this counter: a supervisor "
                                             "must write it off."};
    if (!m_core.lineOpen())
        return Error{ErrorCode::Offline, "The line is down: the reserve stays at this counter until it is back."};
    if (salesUnanswered(own->fence))
        return Error{ErrorCode::Unavailable, "Sales from the reserve are still being sent. Try again in a moment."};
    if (isPaidFrom(*own))
        return Error{ErrorCode::PaymentPending, "A card payment for seats of the reserve is still open."};
    m_declined = true;
    giveBack();
    return {};
}

} // namespace parterre

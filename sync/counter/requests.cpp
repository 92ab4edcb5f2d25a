// Waiting for outcomes.
#include "sync/counter/requests.h"

#include <algorithm>

namespace parterre {

void Requests::ask(Command command, JournalBatch with, Until until, Answer answer)
{
    const Result<std::uint64_t> opN = m_core.journalOp(std::move(command), std::move(with));
    if (!opN) {
        m_core.later([answer = std::move(answer), error = opN.error()] {
            answer({RequestEnd::Kind::NotAsked, 0, error});
        });
        return;
    }
    Waiting waiting;
    waiting.opN = *opN;
    waiting.cause = causeOf(m_core.book.stream(m_core.open->event)->lastHash());
    waiting.until = until;
    waiting.answer = std::move(answer);
    waiting.deadline = m_core.after(patience, [this, number = *opN] {
        for (auto it = m_waiting.begin(); it != m_waiting.end(); ++it)
            if (it->opN == number)
                return end(it, RequestEnd::Kind::Unanswered,
                           {ErrorCode::Timeout, "The centre did not answer in time."});
    });
    m_waiting.push_back(std::move(waiting));
    m_wakeOutbox();
}

void Requests::end(std::list<Waiting>::iterator waiting, RequestEnd::Kind kind, Error error)
{
    m_core.ports.scheduler.cancel(waiting->deadline);
    const RequestEnd ended{kind, waiting->opN, std::move(error)};
    const Answer answer = std::move(waiting->answer);
    m_waiting.erase(waiting);
    answer(ended);
}

void Requests::settled(const std::vector<Outcome>& outcomes)
{
    for (const Outcome& outcome : outcomes) {
        for (auto it = m_waiting.begin(); it != m_waiting.end(); ++it) {
            if (it->opN != outcome.opN)
                continue;
            const bool refused = outcome.kind == OutcomeKind::Refused || outcome.kind == OutcomeKind::Quarantined ||
                                 outcome.kind == OutcomeKind::Conflict;
            if (refused)
                end(it, RequestEnd::Kind::Refused, {outcome.error, outcome.detail});
            else
                it->outcome = outcome;
            break;
        }
    }
    endSeen();
}

bool Requests::awaits(const CauseId& cause) const
{
    return std::any_of(m_waiting.begin(), m_waiting.end(),
                       [&cause](const Waiting& waiting) { return waiting.cause == cause; });
}

// Pages may split what one op caused, so the last cause of a page waits for the outcome.
void Requests::baseMoved(const std::vector<LogEntry>& entries)
{
    std::vector<std::pair<std::uint64_t, std::uint64_t>> proven;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const bool last = i + 1 == entries.size() && m_core.open->base.cursor() < m_core.open->headSeq;
        const auto caused = std::find_if(m_waiting.begin(), m_waiting.end(),
                                         [&](const Waiting& waiting) { return waiting.cause == entries[i].cause; });
        if (last || caused == m_waiting.end() || (i + 1 < entries.size() && entries[i + 1].cause == caused->cause))
            continue;
        if (caused->until == Until::Answered)
            proven.emplace_back(caused->opN, entries[i].seq);
        else
            end(caused, RequestEnd::Kind::Done, {});
    }
    for (const auto& [opN, seq] : proven)
        m_proven(opN, seq);
    endSeen();
}

// An answer may ask something new, so the search starts over after each.
void Requests::endSeen()
{
    const auto isSeen = [this](const Waiting& waiting) {
        return waiting.outcome &&
               (waiting.until == Until::Answered || waiting.outcome->seq <= m_core.open->base.cursor());
    };
    for (;;) {
        const auto seen = std::find_if(m_waiting.begin(), m_waiting.end(), isSeen);
        if (seen == m_waiting.end())
            return;
        end(seen, RequestEnd::Kind::Done, {});
    }
}

void Requests::endAll(const Error& error)
{
    std::list<Waiting> ended;
    ended.swap(m_waiting);
    for (Waiting& waiting : ended) {
        m_core.ports.scheduler.cancel(waiting.deadline);
        waiting.answer({RequestEnd::Kind::Unanswered, waiting.opN, error});
    }
}

void Requests::lineDropped()
{
    endAll({ErrorCode::Offline, "The line dropped before the centre answered."});
}

void Requests::forgetAll()
{
    endAll({ErrorCode::Timeout, "The event was closed before the centre answered."});
}

} // namespace parterre

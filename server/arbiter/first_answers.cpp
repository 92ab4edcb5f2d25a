// FirstAnswers: looks keys up and rebuilds answers from the log.
#include "server/arbiter/first_answers.h"

#include "sync/wire/log_page.h"

namespace parterre {
namespace {

constexpr std::size_t maxAnswerBytes = 16 * LogPage::maxBytes; // of the entries of one command

CommandAnswer failed(Error error)
{
    CommandAnswer answer;
    answer.error = std::move(error);
    return answer;
}

} // namespace

std::optional<CommandAnswer> FirstAnswers::find(const CommandRequest& request, const LiveEvent& event,
                                                const LedgerBatch& batch)
{
    std::optional<StoredAnswer> first;
    if (const auto pending = m_inBatch.find(request.idempotency->key); pending != m_inBatch.end()) {
        first = batch.answers[pending->second];
    } else {
        Result<std::optional<StoredAnswer>> stored = m_ledger.answer(request.idempotency->key);
        if (!stored)
            return failed(stored.error());
        first = std::move(*stored);
    }
    if (!first)
        return std::nullopt;
    if (first->bodyHash != request.idempotency->bodyHash || first->event != event.id())
        return failed({ErrorCode::IdempotencyMismatch, "this key was used for another request"});
    return again(*first, event);
}

void FirstAnswers::add(const CommandRequest& request, const LiveEvent& event, Instant now, std::uint64_t firstSeq,
                       const std::optional<Error>& refused, LedgerBatch& batch)
{
    m_inBatch.emplace(request.idempotency->key, batch.answers.size());
    batch.answers.push_back({request.idempotency->key, request.idempotency->bodyHash, event.id(), now, refused,
                             firstSeq, event.state().seq()});
}

CommandAnswer FirstAnswers::again(const StoredAnswer& first, const LiveEvent& event)
{
    CommandAnswer answer;
    if (!first.refused && first.firstSeq > event.record().headSeq && first.lastSeq >= first.firstSeq) {
        answer.committed = event.publication(); // in the batch being collected
        answer.first = first.firstSeq - event.record().headSeq - 1;
        answer.count = first.lastSeq - first.firstSeq + 1;
    } else if (!first.refused && first.lastSeq >= first.firstSeq) {
        answer = fromLog(first, event);
    } else {
        answer.error = first.refused;
    }
    answer.replayed = true;
    return answer;
}

CommandAnswer FirstAnswers::fromLog(const StoredAnswer& first, const LiveEvent& event)
{
    const std::uint64_t count = first.lastSeq - first.firstSeq + 1;
    const Result<std::vector<StoredEntry>> stored =
        m_ledger.entries(event.id(), first.firstSeq - 1, count, maxAnswerBytes);
    if (!stored)
        return failed(stored.error());
    if (stored->size() != count)
        return failed({ErrorCode::Corrupt, "the log lacks entries of an answer"});
    CommandAnswer answer;
    for (const StoredEntry& entry : *stored) {
        Result<EntryBody> body = decodeEntry(entry.body);
        if (!body)
            return failed({ErrorCode::Corrupt, "entry " + std::to_string(entry.seq) + " cannot be read"});
        answer.entries.push_back({entry.seq, entry.at, entry.cause, std::move(*body)});
    }
    return answer;
}

} // namespace parterre

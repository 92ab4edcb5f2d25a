// Journal rules: loading, committing, guarding.
#include "sync/counter/core.h"

#include <algorithm>

namespace parterre {
namespace {

template <typename Record, typename Same>
void putRecord(std::vector<Record>& records, const Record& record, Same same)
{
    const auto known = std::find_if(records.begin(), records.end(), same);
    if (known == records.end())
        records.push_back(record);
    else
        *known = record;
}

} // namespace

bool isLineError(ErrorCode code)
{
    return code == ErrorCode::Offline || code == ErrorCode::Timeout || code == ErrorCode::Unavailable ||
           code == ErrorCode::Overloaded;
}

Result<void> Core::load()
{
    Result<JournalContents> contents = ports.journal.load();
    if (!contents)
        return contents.error();
    identity = contents->identity;
    if (identity)
        key = SigningKey::fromSeed(identity->seed);
    if (Result<void> loaded = loadOps(*contents); !loaded)
        return loaded;
    clerks = std::move(contents->clerks);
    baskets = std::move(contents->baskets);
    prints = std::move(contents->prints);
    payments = std::move(contents->payments);
    suspected = std::move(contents->suspect);
    if (ports.guard) {
        Result<std::vector<GuardMark>> known = ports.guard->load();
        if (!known && known.error().code != ErrorCode::Corrupt)
            return known.error();
        if (known)
            marks = std::move(*known);
    }
    Result<std::vector<EventSummary>> cached = ports.cache.events();
    if (!cached)
        return cached.error();
    events = std::move(*cached);
    return {};
}

Result<void> Core::loadOps(const JournalContents& contents)
{
    const std::uint32_t installGen = identity ? identity->installGen : 1;
    grants.clear();
    for (const GrantRecord& grant : contents.grants)
        if (grant.installGen == installGen)
            grants.push_back(grant);
    Result<void> loaded = book.load(contents, installGen);
    for (GrantRecord& grant : grants) // its answer may have come a moment before the end of the program
        if (const BookedStream* stream = book.stream(grant.event); stream && grant.fence == Fence{})
            if (const BookedOp* asked = stream->find(grant.requestOpN);
                asked && asked->outcome && asked->outcome->kind == OutcomeKind::Granted)
                grant.fence = asked->outcome->fence;
    return loaded;
}

Result<void> Core::commit(const JournalBatch& batch)
{
    if (broken)
        return *broken;
    Result<void> committed = ports.journal.commit(batch);
    if (committed)
        committed = moveGuard(batch);
    if (committed)
        mirror(batch);
    else
        broken = committed.error(); // never the same fsync twice: only a restart finds out what is on the disk
    return committed;
}

// After the journal and before anybody is told: a guard ahead of its journal is proof of a rollback, so it must never
// be ahead by itself. Of a journal that is not believed it keeps what it knows.
Result<void> Core::moveGuard(const JournalBatch& batch)
{
    if (!ports.guard || batch.ops.empty() || isSuspect())
        return {};
    const DeviceIdentity& writer = batch.identity ? *batch.identity : *identity;
    std::vector<GuardMark> moved = marksAfter(marks, writer, batch.ops);
    Result<void> stored = ports.guard->store(moved);
    if (stored)
        marks = std::move(moved);
    return stored;
}

// Memory follows the disk, never the other way round. Ops and outcomes go into the book by their own ways.
void Core::mirror(const JournalBatch& batch)
{
    if (batch.identity) {
        identity = batch.identity;
        key = SigningKey::fromSeed(identity->seed);
    }
    for (const ClerkRecord& record : batch.clerks)
        putRecord(clerks, record, [&](const ClerkRecord& known) { return known.name == record.name; });
    for (const GrantRecord& record : batch.grants)
        putRecord(grants, record, [&](const GrantRecord& known) {
            return known.event == record.event && known.requestOpN == record.requestOpN;
        });
    for (const PrintRecord& record : batch.prints)
        putRecord(prints, record, [&](const PrintRecord& known) {
            return known.order == record.order && known.attempt == record.attempt;
        });
    for (const PaymentRecord& record : batch.payments)
        putRecord(payments, record, [&](const PaymentRecord& known) { return known.ref == record.ref; });
    for (const LogRecord& record : batch.logs)
        book.setLog(record);
    if (batch.suspect)
        suspected = batch.suspect;
    if (batch.basket)
        putRecord(baskets, *batch.basket,
                  [&](const BasketRecord& known) { return known.event == batch.basket->event; });
}

Result<std::uint64_t> Core::journalOp(Command command, JournalBatch with)
{
    PARTERRE_REQUIRE(open.has_value());
    return journalOps(open->event, {std::move(command)}, std::move(with));
}

Result<std::uint64_t> Core::journalOps(EventId event, std::vector<Command> commands, JournalBatch with)
{
    PARTERRE_REQUIRE(enrolled() && !commands.empty() && with.ops.empty());
    with.ops = book.sealAll(*identity, *key, event, commands, clerk, ports.clock.now());
    std::uint64_t bytes = book.unansweredBytes();
    for (const JournalledOp& op : with.ops)
        bytes += static_cast<std::uint64_t>(op.sealed.bytes.size());
    if (book.unanswered() + with.ops.size() > ports.outbox.ops || bytes > ports.outbox.bytes)
        return Error{ErrorCode::LimitExceeded,
                     "As much waits for the line as may. Nothing more is sold here until it is back."};
    if (Result<void> committed = commit(with); !committed)
        return committed.error();
    for (std::size_t i = 0; i < commands.size(); ++i) {
        const JournalledOp& one = with.ops[i];
        book.add(one, {identity->device, identity->installGen, event, one.sealed.opN, one.at, clerk,
                       std::move(commands[i])});
    }
    return with.ops.front().sealed.opN;
}

std::uint32_t Core::outboxFill() const
{
    return outboxPercent(book.unanswered(), book.unansweredBytes(), ports.outbox);
}

LogRecord Core::logOf(EventId event) const
{
    const BookedStream* stream = book.stream(event);
    LogRecord log = stream ? stream->log : LogRecord{};
    log.event = event;
    return log;
}

Scheduler::TimerId Core::after(Milliseconds delay, std::function<void()> work)
{
    return ports.scheduler.after(delay, [alive = std::weak_ptr<int>(m_alive), work = std::move(work)] {
        if (!alive.expired())
            work();
    });
}

void Core::later(std::function<void()> work)
{
    after(Milliseconds(0), std::move(work));
}

Milliseconds Core::jitter(std::uint32_t attempt, Milliseconds cap)
{
    const std::int64_t most = std::min<std::int64_t>(cap.count(), 1000LL << std::min(attempt, 20u));
    std::uint64_t bits = 0;
    ports.random.fill(reinterpret_cast<std::uint8_t*>(&bits), sizeof bits);
    return Milliseconds(static_cast<std::int64_t>(bits % static_cast<std::uint64_t>(most + 1)));
}

} // namespace parterre

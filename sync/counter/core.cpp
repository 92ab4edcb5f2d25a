// Journal rules and the few questions every part of the machine asks.
#include "sync/counter/core.h"

#include "sync/domain/places.h"

#include <algorithm>

namespace parterre {

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
    if (Result<void> loaded = book.load(*contents, identity ? identity->installGen : 1); !loaded)
        return loaded;
    clerks = std::move(contents->clerks);
    grants = std::move(contents->grants);
    baskets = std::move(contents->baskets);
    prints = std::move(contents->prints);
    Result<std::vector<EventSummary>> known = ports.cache.events();
    if (!known)
        return known.error();
    events = std::move(*known);
    return {};
}

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

Result<void> Core::commit(const JournalBatch& batch)
{
    if (broken)
        return *broken;
    Result<void> committed = ports.journal.commit(batch);
    if (committed)
        mirror(batch);
    else
        broken = committed.error(); // never the same fsync twice: only a restart finds out what is on the disk
    return committed;
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
    if (batch.basket)
        putRecord(baskets, *batch.basket,
                  [&](const BasketRecord& known) { return known.event == batch.basket->event; });
}

std::optional<Error> Core::barred() const
{
    if (broken)
        return broken;
    const BookedStream* stream = open ? book.stream(open->event) : nullptr;
    return stream && stream->disowned ? std::optional(Error{ErrorCode::OpFork, {}}) : std::nullopt;
}

Result<std::uint64_t> Core::journalOp(Command command, JournalBatch with)
{
    PARTERRE_REQUIRE(open && enrolled());
    if (book.isFull())
        return Error{ErrorCode::LimitExceeded, "50,000 operations wait for the line; connect this counter first"};
    JournalledOp journalled = book.seal(*identity, *key, open->event, command, clerk, ports.clock.now());
    Op op{identity->device,  identity->installGen, open->event, journalled.sealed.opN, journalled.at, clerk,
          std::move(command)};
    with.ops.push_back(journalled);
    if (Result<void> committed = commit(with); !committed)
        return committed.error();
    book.add(journalled, std::move(op));
    return journalled.sealed.opN;
}

const Allotment* Core::ownAllotment() const
{
    return open && identity ? open->base.state().allotmentOf(identity->device) : nullptr;
}

bool Core::sealPending(Fence fence) const
{
    for (const BookedOp* booked : book.unseenAt(open->event, open->base.cursor()))
        if (const auto* seal = std::get_if<SealAllotment>(&booked->op.command); seal && seal->fence == fence)
            return true;
    return false;
}

Milliseconds Core::allotmentLeft() const
{
    const Allotment* own = ownAllotment();
    if (!own || own->phase != AllotmentPhase::Active || open->frozen || barred() || sealPending(own->fence))
        return Milliseconds(0);
    for (const GrantRecord& grant : grants)
        if (grant.event == open->event && grant.fence == own->fence)
            return reserveLeft(*own, grant, bootTime());
    return Milliseconds(0); // no record of asking for it: it is not ours to sell from (a lost journal)
}

Places Core::reservePlaces() const
{
    Places places;
    if (allotmentLeft().count() == 0)
        return places;
    const Allotment* own = ownAllotment();
    for (const SeatIndex seat : own->places.seats)
        if (open->overlay.mark(seat) == OverlayMark::None)
            places.seats.push_back(seat);
    for (const StandingUnits& units : own->places.standing)
        if (const std::uint32_t gone = open->overlay.unitsGone(units.area); gone < units.count)
            places.standing.push_back({units.area, units.count - gone});
    return places;
}

ViewContext Core::viewContext() const
{
    const Allotment* own = ownAllotment();
    return {own ? std::optional(own->fence) : std::nullopt, allotmentLeft().count() > 0, lineOpen(),
            lineOpen() && open->caughtUp, false};
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

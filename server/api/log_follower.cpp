// One new entry of an event is acted on at a time; events do not wait for each other.
#include "server/api/log_follower.h"

#include "sync/wire/log_page.h"

#include <charconv>

namespace parterre {
namespace {

constexpr std::size_t entriesAtOnce = 1'000;
constexpr std::size_t bytesAtOnce = 4 * 1024 * 1024;
constexpr std::uint64_t worthSaving = 50'000; // entries that a restart would look at in vain
constexpr Milliseconds saveEvery{5'000};
constexpr std::size_t mostFailing = 16; // of an event; past it the world is in the way, and all wait
constexpr Milliseconds firstRetry{1'000};
constexpr Milliseconds lastRetry{60'000};

} // namespace

LogFollower::LogFollower(ApiContext& context, std::string name, Acts acts)
    : m_context(context), m_name(std::move(name)), m_acts(std::move(acts))
{}

std::string LogFollower::nameOf(EventId event) const
{
    return m_name + '/' + event.toString();
}

Result<void> LogFollower::start()
{
    for (const EventMirror* mirror : m_context.mirrors.all()) {
        const auto stored = m_context.accounts.setting(nameOf(mirror->event()));
        if (!stored.ok())
            return stored.error();
        Place& place = m_places[mirror->event()];
        place.mirror = mirror;
        place.seen = mirror->seq();
        if (stored->has_value()) {
            const std::string& text = **stored;
            const auto parsed = std::from_chars(text.data(), text.data() + text.size(), place.seen);
            if (parsed.ec != std::errc())
                return Error{ErrorCode::Corrupt, "setting " + nameOf(mirror->event())};
            if (const auto caught = catchUp(place); !caught.ok())
                return caught;
        }
    }
    return savePositions();
}

// A log that was restored may end before the place we stood at: then there is nothing to catch up with.
Result<void> LogFollower::catchUp(Place& place)
{
    place.saved = place.seen;
    while (place.seen < place.mirror->seq()) {
        const auto page = m_context.orders.entries(place.mirror->event(), place.seen, entriesAtOnce, bytesAtOnce);
        if (!page.ok())
            return page.error();
        if (page->empty())
            break;
        for (const StoredEntry& stored : *page) {
            auto body = decodeEntry(stored.body);
            if (!body.ok())
                return body.error();
            take(place, {stored.seq, stored.at, stored.cause, std::move(*body)});
        }
    }
    place.seen = place.mirror->seq();
    return {};
}

void LogFollower::committed(const EventMirror& mirror, const CommittedEntries& entries)
{
    Place& place = m_places[mirror.event()];
    place.mirror = &mirror;
    for (const LogEntry& entry : entries.entries)
        take(place, entry);
}

void LogFollower::take(Place& place, const LogEntry& entry)
{
    if (entry.seq <= place.seen)
        return;
    place.seen = entry.seq;
    if (place.seen - place.saved > worthSaving)
        scheduleSave();
    if (!m_acts.concerns(entry.body))
        return;
    place.due.push_back(entry);
    if (!place.acting)
        actOnNext(place.mirror->event());
}

void LogFollower::actOnNext(EventId event)
{
    Place& place = m_places.at(event);
    place.acting = !place.due.empty() && place.failing.size() < mostFailing;
    if (!place.acting)
        return scheduleSave();
    // Later, so that whoever acts sees the state after the whole batch and may submit commands.
    m_context.scheduler.after(Milliseconds(0), [this, event] {
        const Place& now = m_places.at(event);
        m_acts.act(*now.mirror, now.due.front(), [this, event](Result<void> done) { acted(event, done); });
    });
}

void LogFollower::acted(EventId event, const Result<void>& done)
{
    Place& place = m_places.at(event);
    LogEntry entry = std::move(place.due.front());
    place.due.pop_front();
    if (!done.ok()) {
        const std::uint64_t seq = entry.seq;
        place.failing.emplace(seq, Failing{std::move(entry)});
        tryAgainLater(event, seq);
    }
    actOnNext(event);
}

void LogFollower::tryAgainLater(EventId event, std::uint64_t seq)
{
    const int failures = m_places.at(event).failing.at(seq).failures;
    const Milliseconds wait = std::min(lastRetry, firstRetry * (1 << std::min(failures - 1, 6)));
    m_context.scheduler.after(wait, [this, event, seq] {
        const Place& place = m_places.at(event);
        m_acts.act(*place.mirror, place.failing.at(seq).entry,
                   [this, event, seq](Result<void> done) { triedAgain(event, seq, done); });
    });
}

void LogFollower::triedAgain(EventId event, std::uint64_t seq, const Result<void>& done)
{
    Place& place = m_places.at(event);
    if (!done.ok()) {
        ++place.failing.at(seq).failures;
        return tryAgainLater(event, seq);
    }
    place.failing.erase(seq);
    if (!place.acting)
        actOnNext(event);
}

void LogFollower::scheduleSave()
{
    if (std::exchange(m_saveScheduled, true))
        return;
    m_context.scheduler.after(saveEvery, [this] {
        m_saveScheduled = false;
        if (!savePositions().ok())
            scheduleSave(); // the disk says no: what is not saved is acted on once more after a restart
    });
}

Result<void> LogFollower::savePositions()
{
    for (auto& [event, place] : m_places) {
        std::uint64_t position = place.due.empty() ? place.seen : place.due.front().seq - 1;
        if (!place.failing.empty())
            position = std::min(position, place.failing.begin()->first - 1);
        if (position == place.saved)
            continue;
        if (const auto put = m_context.accounts.putSetting(nameOf(event), std::to_string(position)); !put.ok())
            return put;
        place.saved = position;
    }
    return {};
}

} // namespace parterre

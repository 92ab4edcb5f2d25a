// The turns of a guest: think, ask, be answered.
#include "server/rehearse/crowd.h"

namespace parterre::rehearsal {
namespace {

constexpr Microseconds lookAtDeadlinesEvery{100'000};

} // namespace

struct Crowd::Guest final : Line::Owner
{
    Guest(Crowd& his, std::uint64_t number) : crowd(his), id(number) {}
    void replied(const Reply& reply) override { crowd.replied(*this, reply); }
    void failed(Failure failure, bool fresh) override { crowd.failed(*this, failure, fresh); }

    Crowd& crowd;
    const std::uint64_t id;
    std::uint64_t turn = 0; // of asking: what waits for an older one is void
    std::unique_ptr<Visitor> visitor;
    Origin origin;
    Ask ask;
    Microseconds intended{0};
    bool thinking = false;
    std::unique_ptr<Line> line;
    std::unique_ptr<Line> stream;
    std::unique_ptr<Watcher> watcher;
};

// Waits for the head of a stream; what follows is only counted.
struct Crowd::Watcher final : Line::Owner
{
    Watcher(Crowd& his, Microseconds at) : crowd(his), asked(at) {}
    void replied(const Reply& reply) override
    {
        crowd.m_recorder.answered(Call::Stream, reply, asked, crowd.m_loop.now());
    }
    void failed(Failure failure, bool) override
    {
        crowd.m_recorder.failed(Call::Stream, failure, asked, crowd.m_loop.now());
    }
    Crowd& crowd;
    Microseconds asked;
};

Crowd::Crowd(EventLoop& loop, const Target& target, Recorder& recorder, CrowdRules rules)
    : m_loop(loop), m_target(target), m_recorder(recorder), m_rules(rules)
{
    checkDeadlines();
}

Crowd::~Crowd()
{
    sendHome();
}

void Crowd::admit(std::unique_ptr<Visitor> visitor, Origin origin, Microseconds at)
{
    auto made = std::make_unique<Guest>(*this, ++m_ids);
    Guest& guest = *made;
    guest.visitor = std::move(visitor);
    guest.origin = std::move(origin);
    m_guests.emplace(guest.id, std::move(made));
    m_recorder.arrived(at);
    proceed(guest, guest.visitor->begin(at), at);
}

Crowd::Guest* Crowd::find(std::uint64_t id, std::uint64_t turn)
{
    const auto found = m_guests.find(id);
    return found != m_guests.end() && found->second->turn == turn ? found->second.get() : nullptr;
}

void Crowd::proceed(Guest& guest, Next next, Microseconds from)
{
    ++guest.turn;
    if (!next.ask)
        return leave(guest);
    guest.ask = std::move(*next.ask);
    guest.intended = from + next.after;
    if (next.after.count() == 0)
        return ask(guest);
    guest.thinking = true;
    m_loop.at(guest.intended, [this, alive = std::weak_ptr(m_alive), id = guest.id, turn = guest.turn] {
        if (Guest* waited = alive.expired() ? nullptr : find(id, turn))
            ask(*waited);
    });
}

void Crowd::ask(Guest& guest)
{
    guest.thinking = false;
    ++guest.turn;
    m_deadlines.push_back({m_loop.now() + m_rules.deadline, guest.id, guest.turn});
    send(guest);
}

void Crowd::send(Guest& guest)
{
    if (guest.line && !guest.line->free()) // the server closed it while its owner was thinking
        drop(std::move(guest.line));
    if (!guest.line && !findLine(guest)) {
        m_waiting.emplace_back(guest.id, guest.turn);
        return;
    }
    if (!guest.line->free()) {
        m_loop.at(m_loop.now(), [this, alive = std::weak_ptr(m_alive), id = guest.id, turn = guest.turn] {
            if (Guest* waited = alive.expired() ? nullptr : find(id, turn))
                failed(*waited, Failure::Unreachable, true);
        });
        return;
    }
    m_recorder.sent(guest.intended, m_loop.now());
    guest.line->send(guest.ask, guest.origin.header, &guest);
    follow(guest);
}

bool Crowd::findLine(Guest& guest)
{
    auto& idle = m_idle[guest.origin.source];
    while (!idle.empty()) {
        auto line = std::move(idle.back());
        idle.pop_back();
        if (line->free()) {
            guest.line = std::move(line);
            return true;
        }
        drop(std::move(line));
    }
    if (m_lines >= m_rules.mostLines)
        return false;
    ++m_lines;
    guest.line = std::make_unique<Line>(m_loop, m_target, guest.origin.source);
    return true;
}

void Crowd::drop(std::unique_ptr<Line> line)
{
    line->close();
    m_loop.bury(std::move(line));
    --m_lines;
    while (!m_waiting.empty()) {
        const auto [id, turn] = m_waiting.front();
        m_waiting.pop_front();
        if (!find(id, turn))
            continue;
        m_loop.at(m_loop.now(), [this, alive = std::weak_ptr(m_alive), id = id, turn = turn] {
            if (Guest* waited = alive.expired() ? nullptr : find(id, turn))
                send(*waited);
        });
        return;
    }
}

// To the next who waits, to those who come, or away.
void Crowd::giveLineBack(Guest& guest)
{
    auto line = std::move(guest.line);
    if (!line)
        return;
    if (!m_rules.shareLines || !line->free())
        return drop(std::move(line));
    for (; !m_waiting.empty(); m_waiting.pop_front()) {
        Guest* next = find(m_waiting.front().first, m_waiting.front().second);
        if (!next)
            continue;
        if (next->origin.source != line->source())
            return drop(std::move(line));
        m_waiting.pop_front();
        next->line = std::move(line);
        return send(*next);
    }
    m_idle[line->source()].push_back(std::move(line));
}

void Crowd::follow(Guest& guest)
{
    const auto wanted = guest.visitor->wantsStream();
    if (wanted.has_value() == (guest.stream != nullptr))
        return;
    if (guest.stream) {
        m_streamed += guest.stream->streamed();
        drop(std::move(guest.stream));
        return;
    }
    if (m_lines >= m_rules.mostLines)
        return;
    ++m_lines;
    guest.stream = std::make_unique<Line>(m_loop, m_target, guest.origin.source);
    guest.watcher = std::make_unique<Watcher>(*this, m_loop.now());
    if (guest.stream->free())
        guest.stream->send(*wanted, guest.origin.header, guest.watcher.get(), true);
}

void Crowd::replied(Guest& guest, const Reply& reply)
{
    const Microseconds now = m_loop.now();
    m_recorder.answered(guest.ask.call, reply, guest.intended, now);
    Next next = guest.visitor->answered(reply, now);
    if (guest.line && !guest.line->free())
        drop(std::move(guest.line));
    proceed(guest, std::move(next), now);
}

void Crowd::failed(Guest& guest, Failure failure, bool fresh)
{
    if (guest.line)
        drop(std::move(guest.line));
    // The server had closed a connection kept for later: that is no answer, and every browser asks again.
    if (!fresh && failure == Failure::Closed)
        return send(guest);
    const Microseconds now = m_loop.now();
    m_recorder.failed(guest.ask.call, failure, guest.intended, now);
    Reply none;
    none.failure = failure;
    proceed(guest, guest.visitor->answered(none, now), now);
}

void Crowd::leave(Guest& guest)
{
    giveLineBack(guest);
    if (guest.stream) {
        m_streamed += guest.stream->streamed();
        drop(std::move(guest.stream));
    }
    m_guests.erase(guest.id);
}

void Crowd::hurry(Microseconds within)
{
    std::vector<std::pair<std::uint64_t, std::uint64_t>> thinking;
    for (const auto& [id, guest] : m_guests)
        if (guest->thinking)
            thinking.emplace_back(id, guest->turn);
    const Microseconds now = m_loop.now();
    for (std::size_t i = 0; i < thinking.size(); ++i) {
        const Microseconds when =
            now + within * static_cast<std::int64_t>(i) / static_cast<std::int64_t>(thinking.size());
        m_loop.at(when, [this, alive = std::weak_ptr(m_alive), waited = thinking[i], when] {
            Guest* guest = alive.expired() ? nullptr : find(waited.first, waited.second);
            if (!guest)
                return; // had thought enough
            guest->intended = when;
            ask(*guest);
        });
    }
}

void Crowd::sendHome()
{
    m_waiting.clear();
    for (auto& [id, guest] : m_guests)
        for (auto* line : {&guest->line, &guest->stream})
            if (*line)
                drop(std::move(*line));
    m_guests.clear();
    for (auto& [source, idle] : m_idle)
        for (auto& line : idle)
            drop(std::move(line));
    m_idle.clear();
}

void Crowd::checkDeadlines()
{
    const Microseconds now = m_loop.now();
    for (; !m_deadlines.empty() && m_deadlines.front().by <= now; m_deadlines.pop_front())
        if (Guest* late = find(m_deadlines.front().guest, m_deadlines.front().turn))
            failed(*late, Failure::TooLate, true);
    m_loop.at(now + lookAtDeadlinesEvery, [this, alive = std::weak_ptr(m_alive)] {
        if (!alive.expired())
            checkDeadlines();
    });
}

} // namespace parterre::rehearsal

// The order of things: reach the server, read the hall, let people in, close the doors, open every order, count.
#include "server/rehearse/rehearsal.h"

#include "server/rehearse/arrivals.h"
#include "server/rehearse/bot.h"
#include "server/rehearse/fan.h"

#include <algorithm>

namespace parterre::rehearsal {
namespace {

constexpr Microseconds second{1'000'000};
constexpr Microseconds lookEvery{100'000};
constexpr Microseconds longestFarewell{20'000'000}; // for those who are paying when the doors close
constexpr Microseconds longestHurry{8'000'000};
constexpr Microseconds hurryForOne{4'000};
constexpr std::uint32_t botAddress = 0x7F42'4242; // 127.66.66.66

constexpr std::uint64_t keyOf(Role role, std::size_t index)
{
    return (static_cast<std::uint64_t>(role) << 40) | index;
}

} // namespace

Result<Figures> Rehearsal::run()
{
    watchForStop();
    for (const auto step : {&Rehearsal::reach, &Rehearsal::enrolCounters})
        if (const auto done = (this->*step)(); !done.ok())
            return done.error();
    m_startedAt = m_clock.now();
    m_loop.beginAnew();
    inviteEverybody();
    runCrowd();
    if (m_stopsAsked < 2) {
        openOrders();
        m_seen.states = seatsNow().value_or(m_seen.states);
    }
    return figures();
}

void Rehearsal::inviteEverybody()
{
    Manners manners;
    manners.pace = m_options.pace;
    manners.straight = m_options.straight;
    manners.buy = m_options.buy;
    manners.seed = m_options.seed;
    manners.run = m_run;
    manners.runKey = m_runKey;
    m_sales.emplace(*m_hall);
    m_scene.emplace(Scene{*m_hall, manners, m_people, *m_sales, m_recorder, m_startedAt, m_options.clerk});
    CrowdRules rules;
    rules.deadline = m_options.deadline;
    rules.mostLines = m_options.mostLines;
    m_crowd = std::make_unique<Crowd>(m_loop, m_target, m_recorder, rules);
    m_own->admit(std::make_unique<HallWatch>(m_hall->path(), m_seen), {}, Microseconds(0));
    // The crowd of a whole day in less: most come while two thirds of the time are left to buy.
    invite(Role::Fan, m_options.fans, m_options.straight ? m_options.lasts / 2 : m_options.lasts * 2 / 3);
    invite(Role::FlashFan, m_options.flash, m_options.within);
    invite(Role::Bot, m_options.bots, second);
    invite(Role::Counter, static_cast<std::uint32_t>(m_tills.size()), second);
}

void Rehearsal::invite(Role role, std::uint32_t count, Microseconds within)
{
    const auto arrivals = poissonArrivals(m_options.seed, keyOf(role, 0) | 1ULL << 39, count, Microseconds(0), within);
    for (std::size_t i = 0; i < arrivals.size(); ++i) {
        const std::size_t number = m_people.size();
        Person person;
        person.role = role;
        person.key = keyOf(role, i);
        person.arrivedAt = arrivals[i];
        m_people.push_back(person);
        m_loop.at(arrivals[i], [this, number, at = arrivals[i]] {
            if (m_scene->closing)
                return;
            ++m_arrived;
            m_crowd->admit(visitor(number), origin(number), at);
        });
    }
}

std::unique_ptr<Visitor> Rehearsal::visitor(std::size_t number)
{
    switch (m_people[number].role) {
    case Role::Fan:
    case Role::FlashFan:
        return std::make_unique<Fan>(*m_scene, number);
    case Role::Bot:
        return std::make_unique<Bot>(*m_scene, number);
    case Role::Counter:
        return till(number);
    }
    return nullptr;
}

// Each fan from a network of their own; all bots from one.
Origin Rehearsal::origin(std::size_t number) const
{
    if (!m_options.spreadAddresses)
        return {};
    const Role role = m_people[number].role;
    if (role == Role::Bot)
        return {botAddress, "X-Forwarded-For: 192.0.2.66\r\n"};
    const auto low = static_cast<std::uint32_t>(number % 250 + 1);
    const auto middle = static_cast<std::uint32_t>(number / 250 % 250);
    const auto high = static_cast<std::uint32_t>(number / 62'500 % 60 + (role == Role::Counter ? 130 : 1));
    return {0x7F00'0000U | high << 16 | middle << 8 | low, "X-Forwarded-For: 10." + std::to_string(high) + '.' +
                                                               std::to_string(middle) + '.' + std::to_string(low) +
                                                               "\r\n"};
}

void Rehearsal::runCrowd()
{
    tick();
    m_loop.run();
    m_lasted = m_loop.now();
    m_cutShort = m_crowd->present() > 0;
    m_crowd->sendHome();
    m_seen.enough = true;
}

void Rehearsal::tick()
{
    const Microseconds now = m_loop.now();
    if (now >= second * static_cast<std::int64_t>(m_nextSecond)) {
        m_recorder.present(m_crowd->present(), second * static_cast<std::int64_t>(m_nextSecond - 1));
        ++m_nextSecond;
        if (m_watcher)
            m_watcher(progress(now));
    }
    const std::size_t fans = m_options.fans + m_options.flash;
    if (now >= m_options.lasts || (fans > 0 && m_scene->fansGone == fans))
        close();
    const bool closed = m_closedAt != Person::never;
    if (closed && (m_crowd->present() == 0 || now > m_closedAt + longestFarewell || m_stopsAsked > 1))
        return m_loop.stop();
    m_loop.at(now + lookEvery, [this] { tick(); });
}

Progress Rehearsal::progress(Microseconds now) const
{
    Progress progress;
    progress.at = now;
    progress.arrived = m_arrived;
    progress.people = m_people.size();
    progress.present = m_crowd->present();
    progress.orders = m_sales->orders();
    for (std::size_t call = 0; call < callCount; ++call) {
        progress.refused += m_recorder.count(static_cast<Call>(call), Kind::Refused);
        progress.turnedAway += m_recorder.count(static_cast<Call>(call), Kind::TurnedAway);
        progress.failed += m_recorder.count(static_cast<Call>(call), Kind::Failed);
    }
    if (!m_seen.samples.empty())
        progress.hall = m_seen.samples.back();
    for (const Second& past : m_recorder.seconds())
        if (past.holdTimes.count() > 0)
            progress.holdP95 = past.holdTimes.percentile(0.95);
    return progress;
}

void Rehearsal::close()
{
    if (m_scene->closing)
        return;
    m_scene->closing = true;
    m_closedAt = m_loop.now();
    m_recorder.stopMeasuring();
    m_crowd->hurry(std::min(longestHurry, hurryForOne * static_cast<std::int64_t>(m_crowd->present())));
}

Figures Rehearsal::figures()
{
    Figures figures;
    figures.options = m_options;
    figures.title = m_hall->title();
    figures.venue = m_hall->venue();
    figures.currency = m_hall->currency();
    figures.seatCount = m_hall->seatCount();
    figures.startedAt = m_startedAt;
    figures.lasted = m_lasted;
    figures.interrupted = m_stopsAsked > 0;
    figures.cutShort = m_cutShort;
    figures.recorder = std::move(m_recorder);
    figures.sales = m_sales->check(m_before, m_seen.states);
    figures.people = m_people;
    figures.hall = m_seen.samples;
    return figures;
}

} // namespace parterre::rehearsal

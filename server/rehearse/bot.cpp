// Two requests in turn, for ever.
#include "server/rehearse/bot.h"

#include <algorithm>

namespace parterre::rehearsal {
namespace {

constexpr std::size_t grabs = 4;              // seats at a time, at most
constexpr std::uint32_t heldAtOnce = 50;      // baskets under as many sessions; then it watches over what it has
constexpr Microseconds refusedPause{250'000}; // a bot that is told to wait waits, a little

} // namespace

Bot::Bot(Scene& scene, std::size_t number)
    : m_scene(scene), m_number(number), m_random(scene.manners.seed, scene.people[number].key)
{}

Next Bot::begin(Microseconds now)
{
    m_scene.people[m_number].arrivedAt = now;
    return readMap();
}

Next Bot::readMap()
{
    m_holding = false;
    if (m_scene.closing)
        return Next::leave();
    return {m_scene.manners.botPause, Ask{Call::Seats, "GET", m_scene.hall.path() + "/seats", {}, {}, true}};
}

Next Bot::answered(const Reply& reply, Microseconds now)
{
    Person& me = m_scene.people[m_number];
    if (m_scene.closing)
        return Next::leave();
    if (reply.turnedAway() || reply.status == 0) {
        ++me.waits;
        Next next = readMap();
        next.after = std::max(next.after, refusedPause);
        return next;
    }
    if (!m_holding)
        return grab(textMember(reply.body, "states"));
    if (!reply.good()) {
        ++me.lost;
        m_mine.clear();
    } else if (me.heldAt == Person::never) {
        me.heldAt = now;
    }
    return readMap();
}

std::vector<std::size_t> Bot::mostSideBySide(std::string_view states)
{
    std::vector<std::size_t> seats;
    for (std::size_t quantity = grabs; seats.empty() && quantity > 0; --quantity)
        seats = m_scene.hall.chooseSeats(states, quantity, m_random);
    return seats;
}

Next Bot::grab(std::string_view states)
{
    const auto isFree = [states](std::size_t seat) { return seat < states.size() && states[seat] == 'f'; };
    const bool back = !m_mine.empty() && std::all_of(m_mine.begin(), m_mine.end(), isFree);
    if (!back && m_tries >= heldAtOnce)
        return readMap();
    if (!back)
        m_mine = mostSideBySide(states);
    if (m_mine.empty())
        return readMap();
    ++m_tries;
    m_holding = true;
    std::string body = R"({"seats":[)";
    for (const std::size_t seat : m_mine)
        body += (body.back() == '[' ? "\"" : ",\"") + m_scene.hall.label(seat) + '"';
    Ask ask{Call::Hold, "POST", m_scene.hall.path() + "/holds", {}, body + "]}", true};
    ask.addHeader("Content-Type", "application/json");
    // No session: each basket is a new visitor's, which is how a cap for one visitor is walked round.
    ask.addHeader("Idempotency-Key", "rehearsal-bot-" + m_scene.manners.run + "-" + std::to_string(m_number) + "-" +
                                         std::to_string(++m_keys));
    return {Microseconds(0), std::move(ask)};
}

} // namespace parterre::rehearsal

// The way through the shop. Times are medians of people; README.md has the table.
#include "server/rehearse/fan.h"

#include <algorithm>

namespace parterre::rehearsal {
namespace {

constexpr int mostFailures = 3; // of the same request, each a second or more after the other
constexpr int mostLooksAtOrder = 40;
constexpr double minute = 60;

Microseconds seconds(double count)
{
    return Microseconds(static_cast<std::int64_t>(count * 1e6));
}

std::string quoted(const std::vector<std::string>& labels)
{
    std::string json;
    for (const std::string& label : labels) {
        json += json.empty() ? "\"" : ",\"";
        for (const char c : label)
            (c == '"' || c == '\\' ? json += '\\' : json) += c;
        json += '"';
    }
    return R"({"seats":[)" + json + "]}";
}

// How many strings the first list of that name has.
std::size_t countOf(std::string_view json, std::string_view list)
{
    const std::size_t from = json.find(list);
    if (from == std::string_view::npos)
        return 0;
    const std::size_t to = json.find(']', from);
    std::size_t marks = 0;
    for (std::size_t at = from + list.size(); at < std::min(to, json.size()); ++at)
        marks += json[at] == '"' && json[at - 1] != '\\';
    return marks / 2;
}

} // namespace

std::vector<std::string> firstAlternative(std::string_view json)
{
    constexpr std::string_view name = R"("alternatives":[[)";
    std::size_t at = json.find(name);
    std::vector<std::string> labels;
    if (at == std::string_view::npos)
        return labels;
    at += name.size();
    while (at < json.size() && json[at] == '"') {
        std::string label;
        for (++at; at < json.size() && json[at] != '"'; ++at) {
            if (json[at] == '\\' && at + 1 < json.size())
                ++at;
            label += json[at];
        }
        labels.push_back(std::move(label));
        at += at + 1 < json.size() && json[at + 1] == ',' ? 2 : 1;
    }
    return labels;
}

Character Character::draw(CrowdRandom& random, const Manners& manners)
{
    Character who;
    who.quantity = manners.buy[random.below(manners.buy.size())];
    who.picksSeats = random.chance(0.65);
    who.followsMap = random.chance(0.3);
    who.onlyLooks = random.chance(0.08);
    who.changesMind = random.chance(0.04);
    who.firstCardFails = random.chance(0.05);
    who.triesLeft = 3 + static_cast<std::uint32_t>(random.below(6));
    who.patience = random.lognormal(seconds(2 * minute), 0.7);
    who.slowness = static_cast<double>(random.lognormal(Microseconds(1000), 0.3).count()) / 1000;
    if (manners.straight)
        who.followsMap = who.onlyLooks = who.changesMind = who.firstCardFails = false;
    return who;
}

Fan::Fan(Scene& scene, std::size_t number)
    : m_scene(scene),
      m_number(number),
      m_random(scene.manners.seed, scene.people[number].key),
      m_character(Character::draw(m_random, scene.manners))
{}

Microseconds Fan::thinks(double medianSeconds, double spread)
{
    const Microseconds time = m_random.lognormal(seconds(medianSeconds * m_character.slowness), spread);
    return m_scene.manners.straight ? Microseconds(0) : m_scene.humanly(time);
}

Next Fan::get(Step step, Call call, std::string path, Microseconds after, bool keepBody)
{
    m_step = step;
    m_failures = 0;
    m_last = Ask{call, "GET", std::move(path), {}, {}, keepBody};
    if (!m_session.empty())
        m_last.addHeader("Authorization", "Bearer " + m_session);
    return {after, m_last};
}

Next Fan::post(Step step, Call call, std::string path, std::string body, Microseconds after)
{
    m_step = step;
    m_failures = 0;
    m_last = Ask{call, "POST", std::move(path), {}, std::move(body), true};
    m_last.addHeader("Content-Type", "application/json");
    if (!m_session.empty())
        m_last.addHeader("Authorization", "Bearer " + m_session);
    // One key for one wish: whoever asks again because no answer came gets the first answer, and pays once.
    m_last.addHeader("Idempotency-Key", "rehearsal-" + m_scene.manners.run + "-" + std::to_string(m_number) + "-" +
                                            std::to_string(++m_keys));
    return {after, m_last};
}

Next Fan::end(Ending ending)
{
    person().ending = ending;
    ++m_scene.fansGone;
    return Next::leave();
}

std::optional<Ask> Fan::wantsStream() const
{
    const bool atMap = m_step == Step::Map || m_step == Step::Hold || m_step == Step::Checkout;
    if (!m_character.followsMap || !atMap)
        return std::nullopt;
    return Ask{Call::Stream, "GET", m_scene.hall.path() + "/seats/stream", "Accept: text/event-stream\r\n", {}, false};
}

Next Fan::begin(Microseconds now)
{
    person().arrivedAt = now;
    m_askedAt = now;
    if (m_scene.manners.straight)
        return lookAtMap(Microseconds(0));
    return get(Step::List, Call::EventList, "/api/v1/events", Microseconds(0), false);
}

Next Fan::answered(const Reply& reply, Microseconds now)
{
    person().waited += now - m_askedAt;
    Next next = step(reply, now);
    m_askedAt = now + next.after;
    return next;
}

Next Fan::step(const Reply& reply, Microseconds now)
{
    if (reply.turnedAway())
        return comeLater(reply);
    if (reply.status == 0 || reply.status >= 500)
        return askAgain(reply);
    if (!reply.session.empty())
        m_session = std::string(reply.session);
    const std::string& path = m_scene.hall.path();
    switch (m_step) {
    case Step::List:
        return get(Step::Page, Call::EventPage, path, thinks(3), false);
    case Step::Page: {
        const Microseconds reads = thinks(6);
        if (m_character.onlyLooks)
            return end(Ending::Left);
        Next next = get(Step::Plan, Call::Plan, path + "/plan", reads, false);
        next.ask->addHeader("Accept-Encoding", "gzip");
        m_last = *next.ask;
        return next;
    }
    case Step::Plan:
        return lookAtMap(Microseconds(0));
    case Step::Map:
        return seenMap(reply);
    case Step::Hold:
        return reply.good() ? held(reply, now) : lost(reply);
    case Step::Checkout:
        return reply.good() ? paid(reply, now) : notPaid(reply);
    case Step::Order:
        return sawOrder(reply);
    }
    return Next::leave();
}

// "Come later": waits as long as told and a little more, by chance, or gives up.
Next Fan::comeLater(const Reply& reply)
{
    ++person().waits;
    const Microseconds wait = seconds(std::max(1, reply.retryAfter) * (1 + 0.5 * m_random.unit()));
    m_waited += wait;
    person().waited += wait;
    const bool hasPaid = m_step == Step::Order;
    if ((m_waited > m_character.patience && !hasPaid) || (m_scene.closing && m_step < Step::Checkout))
        return end(Ending::TurnedAway);
    return {wait, m_last};
}

Next Fan::askAgain(const Reply&)
{
    if (++m_failures > mostFailures)
        return end(m_order.empty() ? Ending::Failed : Ending::Bought);
    return {seconds(m_failures * (0.5 + m_random.unit())), m_last};
}

Next Fan::lookAtMap(Microseconds after)
{
    if (m_scene.closing)
        return end(Ending::StillThere);
    return get(Step::Map, Call::Seats, m_scene.hall.path() + "/seats", after);
}

Next Fan::seenMap(const Reply& reply)
{
    if (!reply.good())
        return end(Ending::Failed);
    return chooseFrom(textMember(reply.body, "states"));
}

Next Fan::chooseFrom(std::string_view states)
{
    if (m_scene.closing)
        return end(Ending::StillThere);
    const Microseconds looks = thinks(9);
    if (states.empty() || !m_character.picksSeats)
        return hold(R"({"best":{"quantity":)" + std::to_string(m_character.quantity) + "}}", looks);
    const auto seats = m_scene.hall.chooseSeats(states, m_character.quantity, m_random);
    if (!seats.empty()) {
        std::vector<std::string> labels;
        for (const std::size_t seat : seats)
            labels.push_back(m_scene.hall.label(seat));
        return hold(quoted(labels), looks);
    }
    if (m_scene.manners.straight && !m_askedAnyway) {
        m_askedAnyway = true; // the server has the last word, and every buyer of a bench asks at least once
        return hold(R"({"best":{"quantity":1}})", looks);
    }
    // Nothing that fits. Fewer would do, and seats in somebody's basket may come back.
    if (m_character.triesLeft-- == 0)
        return end(Ending::SoldOut);
    if (states.find('f') != std::string_view::npos && m_character.quantity > 1)
        m_character.quantity = (m_character.quantity + 1) / 2;
    else if (states.find('h') == std::string_view::npos)
        return end(Ending::SoldOut);
    return lookAtMap(thinks(5));
}

Next Fan::hold(std::string places, Microseconds after)
{
    return post(Step::Hold, Call::Hold, m_scene.hall.path() + "/holds", std::move(places), after);
}

Next Fan::held(const Reply& reply, Microseconds now)
{
    m_hold = std::string(textMember(reply.body, "hold"));
    m_promisedMinor = numberMember(reply.body, "amount");
    m_seatsHeld = static_cast<std::uint32_t>(countOf(reply.body, R"("seats":[)"));
    if (person().heldAt == Person::never)
        person().heldAt = now;
    const Microseconds types = thinks(28);
    if (m_character.changesMind)
        return end(Ending::Left); // the basket stays until its time is over, as it does
    return pay(types);
}

// Somebody was faster, or there is not enough left.
Next Fan::lost(const Reply& reply)
{
    ++person().lost;
    const std::string_view code = reply.code();
    if (code != "seat_taken" && code != "not_enough_seats")
        return end(code == "not_on_sale" ? Ending::SoldOut : Ending::Failed);
    if (m_scene.closing)
        return end(Ending::StillThere);
    if (m_character.triesLeft-- == 0)
        return end(code == "seat_taken" ? Ending::Outrun : Ending::SoldOut);
    if (code == "seat_taken") {
        auto proposed = firstAlternative(reply.body);
        if (!proposed.empty() && m_random.chance(0.5))
            return hold(quoted(proposed), thinks(3));
        return lookAtMap(thinks(2));
    }
    if (m_scene.manners.straight)
        return end(Ending::SoldOut);
    if (m_character.quantity > 1) {
        m_character.quantity = (m_character.quantity + 1) / 2;
        return lookAtMap(thinks(2));
    }
    m_character.picksSeats = true; // the map says whether something may come back
    return lookAtMap(thinks(5));
}

Next Fan::pay(Microseconds after)
{
    const std::string email = "fan" + std::to_string(m_number) + "@rehearsal.invalid";
    const char* method = m_character.firstCardFails ? "test-decline" : "test";
    return post(Step::Checkout, Call::Checkout, "/api/v1/holds/" + m_hold + "/checkout",
                R"({"email":")" + email + R"(","name":"Rehearsal","payment":{"method":")" + method + "\"}}", after);
}

Next Fan::paid(const Reply& reply, Microseconds now)
{
    m_order = std::string(textMember(reply.body, "order"));
    m_key = std::string(textMember(reply.body, "key"));
    m_scene.sales.confirmed({m_order, m_key, m_promisedMinor});
    m_scene.recorder.ordered(m_seatsHeld, now);
    person().boughtAt = now;
    person().seats = m_seatsHeld;
    return openOrder(Microseconds(0));
}

Next Fan::notPaid(const Reply& reply)
{
    if (reply.status == 402) {
        m_character.firstCardFails = false;
        return pay(thinks(8));
    }
    if (reply.code() == "payment_pending")
        return {seconds(1), m_last};
    if (reply.status != 410) // anything else is no answer to a proper checkout
        return end(Ending::Failed);
    if (m_character.triesLeft-- == 0)
        return end(Ending::Outrun);
    return lookAtMap(thinks(3));
}

Next Fan::openOrder(Microseconds after)
{
    return get(Step::Order, Call::Order, "/api/v1/orders/" + m_order + "?key=" + m_key, after);
}

Next Fan::sawOrder(const Reply& reply)
{
    if (textMember(reply.body, "state") == "payment_pending" && ++m_looksAtOrder < mostLooksAtOrder)
        return openOrder(seconds(0.5));
    if (reply.good())
        m_scene.sales.opened(m_order, reply.body);
    return end(Ending::Bought);
}

} // namespace parterre::rehearsal

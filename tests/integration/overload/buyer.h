// Buyer: the cheapest visitor that still does what the shop is for: the page of an event, the map, one seat, the
// payment. Cheap, because it shares two cores with the server it loads.
#pragma once

#include "server/rehearse/hall.h"
#include "server/rehearse/visitor.h"

namespace parterre::testing {

using namespace rehearsal;

// What all buyers share.
struct Shop
{
    const Hall& hall;                // of every event: all are on the same plan
    std::vector<std::string> events; // ids
    bool again = false;              // a buyer who is done is the next one: a closed loop
    bool closing = false;
    std::uint64_t buyers = 0; // so far
    std::vector<std::size_t> taken =
        std::vector<std::size_t>(events.size()); // of each event: nobody asks for a seat twice
};

class Buyer final : public Visitor
{
public:
    explicit Buyer(Shop& shop) : m_shop(shop) {}

    Next begin(Microseconds) override { return start(); }
    Next answered(const Reply& reply, Microseconds) override
    {
        if (!reply.good())
            return given();
        switch (m_step) {
        case Call::EventPage:
            return get(Call::Seats, m_path + "/seats");
        case Call::Seats:
            return hold();
        case Call::Hold:
            return pay(reply);
        default:
            return done();
        }
    }

private:
    Next start()
    {
        if (m_shop.closing)
            return Next::leave();
        m_number = m_shop.buyers++;
        m_event = m_number % m_shop.events.size();
        m_path = "/api/v1/events/" + m_shop.events[m_event];
        return get(Call::EventPage, m_path);
    }
    Next done() { return m_shop.again ? start() : Next::leave(); }
    // Refused or turned away: somebody who comes once leaves; one of a closed loop is soon back, or the loop would
    // stand still for as long as it was told to wait, and its peak would be none.
    Next given()
    {
        if (!m_shop.again)
            return Next::leave();
        Next next = start();
        next.after = Microseconds(200'000);
        return next;
    }
    Next get(Call call, std::string path)
    {
        m_step = call;
        return {Microseconds(0), Ask{call, "GET", std::move(path), {}, {}, false}};
    }
    Next hold()
    {
        m_step = Call::Hold;
        Ask ask{Call::Hold, "POST", m_path + "/holds", {}, {}, true};
        // Once all are taken it is refused, which the test sees.
        ask.body = R"({"seats":[")" + m_shop.hall.label(m_shop.taken[m_event]++ % m_shop.hall.seatCount()) + "\"]}";
        ask.addHeader("Content-Type", "application/json");
        ask.addHeader("Idempotency-Key", "overload-hold-" + std::to_string(m_number));
        return {Microseconds(0), std::move(ask)};
    }
    Next pay(const Reply& reply)
    {
        m_step = Call::Checkout;
        Ask ask{Call::Checkout, "POST", {}, {}, R"({"email":"a@b.invalid","payment":{"method":"test"}})", true};
        ask.path = "/api/v1/holds/" + std::string(textMember(reply.body, "hold")) + "/checkout";
        ask.addHeader("Content-Type", "application/json");
        ask.addHeader("Authorization", "Bearer " + std::string(reply.session));
        ask.addHeader("Idempotency-Key", "overload-pay-" + std::to_string(m_number));
        return {Microseconds(0), std::move(ask)};
    }

    Shop& m_shop;
    Call m_step = Call::EventPage;
    std::uint64_t m_number = 0;
    std::size_t m_event = 0;
    std::string m_path;
};

} // namespace parterre::testing

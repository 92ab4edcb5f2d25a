// Fan: somebody who wants seats, as a script: looks, thinks, chooses, loses and tries again, types, pays, opens the
// order.
#pragma once

#include "server/rehearse/crowd_random.h"
#include "server/rehearse/scene.h"
#include "server/rehearse/visitor.h"

namespace parterre::rehearsal {

// What kind of person; drawn once, by their own chance.
struct Character
{
    std::uint32_t quantity = 1;
    bool picksSeats = true;   // on the map; else takes the best the server proposes
    bool followsMap = false;  // lets the map be kept up to date
    bool onlyLooks = false;   // leaves without wanting seats
    bool changesMind = false; // has seats and lets them go
    bool firstCardFails = false;
    std::uint32_t triesLeft = 4; // at seats somebody else was faster for
    Microseconds patience{0};    // waiting to be let in, all together
    double slowness = 1;         // of this person against the median

    static Character draw(CrowdRandom& random, const Manners& manners);
};

class Fan final : public Visitor
{
public:
    // `number`: of the person in scene.people, and the key of their chance.
    Fan(Scene& scene, std::size_t number);

    Next begin(Microseconds now) override;
    Next answered(const Reply& reply, Microseconds now) override;
    std::optional<Ask> wantsStream() const override;

    const Character& character() const { return m_character; } // for tests

private:
    enum class Step { List, Page, Plan, Map, Hold, Checkout, Order };

    Next step(const Reply& reply, Microseconds now);
    Person& person() { return m_scene.people[m_number]; }
    Microseconds thinks(double medianSeconds, double spread = 0.5);
    Next get(Step step, Call call, std::string path, Microseconds after, bool keepBody = true);
    Next post(Step step, Call call, std::string path, std::string body, Microseconds after);
    Next end(Ending ending);
    Next askAgain(const Reply& reply);
    Next comeLater(const Reply& reply);

    Next lookAtMap(Microseconds after);
    Next seenMap(const Reply& reply);
    Next chooseFrom(std::string_view states);
    Next hold(std::string places, Microseconds after);
    Next held(const Reply& reply, Microseconds now);
    Next lost(const Reply& reply);
    Next pay(Microseconds after);
    Next paid(const Reply& reply, Microseconds now);
    Next notPaid(const Reply& reply);
    Next openOrder(Microseconds after);
    Next sawOrder(const Reply& reply);

    Scene& m_scene;
    const std::size_t m_number;
    CrowdRandom m_random;
    Character m_character;
    Step m_step = Step::List;
    Ask m_last;                // to be asked again
    int m_failures = 0;        // of it
    Microseconds m_waited{0};  // because told to come later
    Microseconds m_askedAt{0}; // or will be: when the last request was meant to be sent
    std::uint32_t m_keys = 0;
    int m_looksAtOrder = 0;
    bool m_askedAnyway = false;
    std::string m_session;
    std::string m_hold;
    std::int64_t m_promisedMinor = 0;
    std::uint32_t m_seatsHeld = 0;
    std::string m_order;
    std::string m_key;
};

// The members of an error's details or a map's answer, for this script and its tests.
std::vector<std::string> firstAlternative(std::string_view json);

} // namespace parterre::rehearsal

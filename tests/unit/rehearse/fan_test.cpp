// A fan's way through the shop, answer by answer, without a socket.
#include "server/rehearse/bot.h"
#include "server/rehearse/fan.h"
#include "tests/unit/rehearse/stage.h"

#include <QTest>

using namespace parterre::rehearsal;
using namespace parterre::rehearsal::testing;

namespace {

constexpr auto heldAnswer = R"({"hold":"h1","seats":["S/1/1","S/1/2"],"total":{"amount":4000,"currency":"EUR"}})";
constexpr auto paidAnswer = R"({"order":"o1","key":"k1","payment":{"state":"captured"}})";
constexpr auto takenAnswer =
    R"({"error": {"code": "seat_taken", "message": "x", "details": {"seats":["S/1/1"],"alternatives":[["S/2/1","S/2/2"]]}}})";

std::string seats(const char* states)
{
    return R"({"log_id":"l","seq":1,"states":")" + std::string(states) + "\"}";
}

} // namespace

class FanTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void buysInOrder();
    void thinksBetweenStepsAndNotInAHurry();
    void triesAgainWhenSomebodyWasFaster();
    void leavesWhenNothingIsLeft();
    void comesBackWhenToldAndGivesUp();
    void asksAgainWithTheSameKeyWhenNoAnswerCame();
    void paysWithAnotherCardWhenDeclined();
    void waitsForASlowPayment();
    void endsNothingNewWhenDoorsClose();
    void chooseSeatsSideBySide();
    void readsAlternatives();
    void aBotGrabsItsSeatsAgain();

private:
    // A fan at the map of a straight stage, who picks two seats.
    struct Try
    {
        explicit Try(bool straight = true)
        {
            stage.scene.manners.straight = straight;
            stage.scene.manners.buy = {2};
            // The first who picks seats, does not follow the map and whose card is good.
            for (std::uint64_t key = 0;; ++key) {
                stage.people[0].key = key;
                fan = std::make_unique<Fan>(stage.scene, 0);
                const Character& who = fan->character();
                if (who.picksSeats && !who.onlyLooks && !who.changesMind && !who.firstCardFails)
                    break;
            }
            next = fan->begin(now);
        }
        void answer(int status, std::string_view body)
        {
            now += next.after + Microseconds(1'000);
            next = fan->answered(replyOf(status, body), now);
        }
        const std::string& path() const { return next.ask->path; }
        std::string key() const
        {
            const std::string& headers = next.ask->headers;
            const std::size_t at = headers.find("Idempotency-Key: ");
            return at == std::string::npos ? std::string() : headers.substr(at, headers.find("\r\n", at) - at);
        }

        Stage stage;
        std::unique_ptr<Fan> fan;
        Microseconds now{0};
        Next next;
    };
};

void FanTest::buysInOrder()
{
    Try one(false);
    const std::string event = one.stage.hall.path();
    QCOMPARE(one.path(), std::string("/api/v1/events"));
    one.answer(200, "{}");
    QCOMPARE(one.path(), event);
    one.answer(200, "{}");
    QCOMPARE(one.path(), event + "/plan");
    one.answer(200, "{}");
    QCOMPARE(one.path(), event + "/seats");
    one.answer(200, seats("ffffff"));
    QCOMPARE(one.path(), event + "/holds");
    QVERIFY(one.next.ask->body.starts_with(R"({"seats":["S/)"));
    QVERIFY(!one.key().empty());
    one.answer(201, heldAnswer);
    QCOMPARE(one.path(), std::string("/api/v1/holds/h1/checkout"));
    QVERIFY(one.next.ask->body.find(R"("method":"test")") != std::string::npos);
    one.answer(201, paidAnswer);
    QCOMPARE(one.path(), std::string("/api/v1/orders/o1?key=k1"));
    one.answer(200, orderJson({"S/1/1", "S/1/2"}, 4000));
    QVERIFY(!one.next.ask);
    const Person& person = one.stage.people[0];
    QCOMPARE(person.ending, Ending::Bought);
    QCOMPARE(person.seats, 2U);
    QVERIFY(person.heldAt > Microseconds(0) && person.boughtAt > person.heldAt);
    QCOMPARE(person.waited, Microseconds(7'000)); // seven answers of a millisecond; no thinking
    QVERIFY(one.stage.sales.check("ffffff", "xxffff").moneyAgrees());
    QCOMPARE(one.stage.scene.fansGone, 1U);
}

void FanTest::thinksBetweenStepsAndNotInAHurry()
{
    Try slow(false);
    slow.answer(200, "{}");
    QVERIFY(slow.next.after > Microseconds(300'000));
    Try quick(false);
    quick.stage.scene.manners.pace = 10;
    quick.answer(200, "{}");
    QVERIFY(std::abs(quick.next.after.count() * 10 - slow.next.after.count()) <
            10); // the same person, ten times as fast
    Try closing(false);
    closing.stage.scene.closing = true;
    closing.answer(200, "{}");
    QCOMPARE(closing.next.after, Microseconds(0));
}

void FanTest::triesAgainWhenSomebodyWasFaster()
{
    Try one;
    int holds = 0;
    int proposals = 0;
    one.answer(200, seats("ffffff"));
    std::string lastKey;
    while (one.next.ask) {
        if (one.next.ask->call == Call::Hold) {
            ++holds;
            proposals += one.next.ask->body == R"({"seats":["S/2/1","S/2/2"]})";
            QVERIFY(one.key() != lastKey); // a new wish
            lastKey = one.key();
            one.answer(409, takenAnswer);
        } else {
            one.answer(200, seats("ffffff"));
        }
    }
    QCOMPARE(one.stage.people[0].ending, Ending::Outrun);
    QCOMPARE(one.stage.people[0].lost, static_cast<std::uint32_t>(holds));
    QVERIFY(holds >= 3 && holds <= 10);
    QVERIFY(proposals > 0);
}

void FanTest::leavesWhenNothingIsLeft()
{
    const auto atMap = [](Try& fan) {
        for (int i = 0; i < 3; ++i)
            fan.answer(200, "{}");
    };
    Try one(false);
    atMap(one);
    one.answer(200, seats("xxxxxx"));
    QVERIFY(!one.next.ask);
    QCOMPARE(one.stage.people[0].ending, Ending::SoldOut);
    Try fewer(false);
    atMap(fewer);
    fewer.answer(200, seats("xxfxxx")); // wanted two, one is free
    QCOMPARE(fewer.next.ask->call, Call::Seats);
    fewer.answer(200, seats("xxfxxx"));
    QCOMPARE(fewer.next.ask->body, std::string(R"({"seats":["S/1/3"]})"));
    Try hoping(false);
    atMap(hoping);
    hoping.answer(200, seats("xxxxhh")); // may come back
    QCOMPARE(hoping.next.ask->call, Call::Seats);
    QVERIFY(hoping.next.after > Microseconds(0));
    Try straight; // of a bench: asks in any case
    straight.answer(200, seats("xxxxxx"));
    QCOMPARE(straight.next.ask->call, Call::Hold);
    straight.answer(409, R"({"error": {"code": "not_enough_seats"}})");
    QVERIFY(!straight.next.ask);
    QCOMPARE(straight.stage.people[0].ending, Ending::SoldOut);
}

void FanTest::comesBackWhenToldAndGivesUp()
{
    Try one;
    one.answer(200, seats("ffffff"));
    const std::string key = one.key();
    Reply busy = replyOf(503, "");
    busy.retryAfter = 4;
    int times = 0;
    while (one.next.ask && times < 1'000) {
        QCOMPARE(one.key(), key);
        one.next = one.fan->answered(busy, one.now);
        if (one.next.ask)
            QVERIFY(one.next.after >= Microseconds(4'000'000) && one.next.after <= Microseconds(6'000'000));
        ++times;
    }
    QCOMPARE(one.stage.people[0].ending, Ending::TurnedAway);
    QVERIFY(times > 1 && times < 1'000);
}

void FanTest::asksAgainWithTheSameKeyWhenNoAnswerCame()
{
    Try one;
    one.answer(200, seats("ffffff"));
    one.answer(201, heldAnswer);
    const std::string key = one.key();
    for (int i = 0; i < 3; ++i) {
        one.answer(i == 1 ? 500 : 0, "");
        QCOMPARE(one.key(), key); // or the fan might pay twice
        QVERIFY(one.next.after > Microseconds(0));
    }
    one.answer(0, "");
    QVERIFY(!one.next.ask);
    QCOMPARE(one.stage.people[0].ending, Ending::Failed);
}

void FanTest::paysWithAnotherCardWhenDeclined()
{
    Try one;
    one.answer(200, seats("ffffff"));
    one.answer(201, heldAnswer);
    const std::string key = one.key();
    one.answer(402, R"({"error": {"code": "payment_declined"}})");
    QCOMPARE(one.next.ask->call, Call::Checkout);
    QVERIFY(one.key() != key);
    one.answer(410, R"({"error": {"code": "hold_gone"}})"); // too slow: back to the map
    QCOMPARE(one.next.ask->call, Call::Seats);
}

void FanTest::waitsForASlowPayment()
{
    Try one;
    one.answer(200, seats("ffffff"));
    one.answer(201, heldAnswer);
    one.answer(201, R"({"order":"o1","key":"k1","payment":{"state":"pending"}})");
    for (int i = 0; i < 5; ++i) {
        one.answer(200, R"({"order":"o1","state":"payment_pending"})");
        QCOMPARE(one.next.ask->call, Call::Order);
        QVERIFY(one.next.after > Microseconds(0));
    }
    one.answer(200, orderJson({"S/1/1", "S/1/2"}, 4000));
    QVERIFY(!one.next.ask);
    QVERIFY(one.stage.sales.check("ffffff", "xxffff").unopened.empty());
}

void FanTest::endsNothingNewWhenDoorsClose()
{
    Try looking;
    looking.stage.scene.closing = true;
    looking.answer(200, seats("ffffff"));
    QVERIFY(!looking.next.ask);
    QCOMPARE(looking.stage.people[0].ending, Ending::StillThere);
    Try paying;
    paying.answer(200, seats("ffffff"));
    paying.stage.scene.closing = true;
    paying.answer(201, heldAnswer);
    QCOMPARE(paying.next.ask->call, Call::Checkout); // what is in the basket is paid for
    QCOMPARE(paying.next.after, Microseconds(0));
}

void FanTest::chooseSeatsSideBySide()
{
    const Hall hall = smallHall();
    CrowdRandom random(1, 1);
    for (int i = 0; i < 200; ++i) {
        // Seats 3 and 4 are neighbours by number, but in two rows.
        const auto pair = hall.chooseSeats("xffffx", 2, random);
        QCOMPARE(pair.size(), 2U);
        QVERIFY(pair == (std::vector<std::size_t>{1, 2}) || pair == (std::vector<std::size_t>{3, 4}));
        QVERIFY(hall.chooseSeats("xxffxx", 2, random).empty());
        QVERIFY(hall.chooseSeats("", 1, random).empty());
    }
}

void FanTest::readsAlternatives()
{
    QCOMPARE(firstAlternative(takenAnswer), (std::vector<std::string>{"S/2/1", "S/2/2"}));
    QCOMPARE(firstAlternative(R"({"alternatives":[["a\"b"],["c"]]})"), std::vector<std::string>{"a\"b"});
    QVERIFY(firstAlternative(R"({"alternatives":[]})").empty());
    QVERIFY(firstAlternative("").empty());
}

void FanTest::aBotGrabsItsSeatsAgain()
{
    Stage stage;
    stage.people[0].role = Role::Bot;
    Bot bot(stage.scene, 0);
    QCOMPARE(bot.begin(Microseconds(0)).ask->call, Call::Seats);
    Next next = bot.answered(replyOf(200, seats("xxxfff")), Microseconds(1));
    QCOMPARE(next.ask->body, std::string(R"({"seats":["S/2/1","S/2/2","S/2/3"]})")); // as much as there is
    const std::string first = next.ask->headers;
    QVERIFY(first.find("Authorization") == std::string::npos); // every basket a new visitor
    next = bot.answered(replyOf(201, heldAnswer), Microseconds(2));
    QCOMPARE(next.ask->call, Call::Seats);
    QVERIFY(next.after > Microseconds(0));
    next = bot.answered(replyOf(200, seats("xxxhhh")), Microseconds(3)); // nothing: looks on
    QCOMPARE(next.ask->call, Call::Seats);
    next = bot.answered(replyOf(200, seats("fffxxx")), Microseconds(4));
    QCOMPARE(next.ask->body, std::string(R"({"seats":["S/1/1","S/1/2","S/1/3"]})"));
    bot.answered(replyOf(201, heldAnswer), Microseconds(5));
    next = bot.answered(replyOf(200, seats("ffffff")), Microseconds(6)); // its own have come back: those, not others
    QCOMPARE(next.ask->body, std::string(R"({"seats":["S/1/1","S/1/2","S/1/3"]})"));
    QVERIFY(next.ask->headers != first);
    bot.answered(replyOf(429, ""), Microseconds(7));
    QCOMPARE(stage.people[0].waits, 1U);
    stage.scene.closing = true;
    QVERIFY(!bot.answered(replyOf(200, seats("ffffff")), Microseconds(8)).ask);
}

QTEST_GUILESS_MAIN(FanTest)
#include "fan_test.moc"

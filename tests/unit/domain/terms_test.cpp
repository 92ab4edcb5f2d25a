// Prices, the ranges of terms, canonical places and order codes.
#include "tests/support/sample_events.h"

#include <QTest>

#include <functional>

using namespace parterre;
using namespace parterre::testing;

using Change = std::function<void(EventTerms&)>;
Q_DECLARE_METATYPE(Change)

class TermsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pricesComeFromTheTable()
    {
        const SeatPlanPtr plan = samplePlan();
        EventTerms terms = sampleTerms(*plan);
        QCOMPARE(priceOf(terms, PriceAreaIndex{0}, PriceTypeIndex{0}).value().minor, 5'000);
        QCOMPARE(priceOf(terms, PriceAreaIndex{1}, PriceTypeIndex{1}).value().minor, 2'000);
        QCOMPARE(priceOf(terms, PriceAreaIndex{2}, PriceTypeIndex{0}).value().minor, 3'000);
        terms.prices[3] = std::nullopt;
        QCOMPARE(priceOf(terms, PriceAreaIndex{1}, PriceTypeIndex{1}).error().code, ErrorCode::NotPriced);
        QVERIFY(isPriced(terms, PriceAreaIndex{1}));
        terms.prices[2] = std::nullopt;
        QVERIFY(!isPriced(terms, PriceAreaIndex{1}));
        QVERIFY(isPriced(terms, PriceAreaIndex{2}));
    }

    void ranges_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<bool>("allowed");
        const auto row = [](const char* name, Change change, bool allowed) {
            QTest::newRow(name) << std::move(change) << allowed;
        };
        row(
            "as sampled", [](auto&) {}, true);
        row(
            "free of charge", [](auto& t) { t.prices[0] = 0; }, true);
        row(
            "highest price", [](auto& t) { t.prices[0] = 1'000'000'000; }, true);
        row(
            "over the highest", [](auto& t) { t.prices[0] = 1'000'000'001; }, false);
        row(
            "negative price", [](auto& t) { t.prices[0] = -1; }, false);
        row(
            "table too short", [](auto& t) { t.prices.pop_back(); }, false);
        row(
            "table too long", [](auto& t) { t.prices.push_back(1); }, false);
        row(
            "no price type", [](auto& t) { t.priceTypes.clear(), t.prices.clear(); }, false);
        row(
            "nameless price type", [](auto& t) { t.priceTypes[0].clear(); }, false);
        row(
            "price type twice", [](auto& t) { t.priceTypes[1] = t.priceTypes[0]; }, false);
        row(
            "holds of no time", [](auto& t) { t.holds.duration = Milliseconds(0); }, false);
        row(
            "holds of a day", [](auto& t) { t.holds.duration = std::chrono::hours(24); }, true);
        row(
            "holds of more", [](auto& t) { t.holds.duration = std::chrono::hours(25); }, false);
        row(
            "no extension", [](auto& t) { t.holds.extension = Milliseconds(0); }, true);
        row(
            "backward extension", [](auto& t) { t.holds.extension = Milliseconds(-1); }, false);
        row(
            "no payment time", [](auto& t) { t.holds.paymentCap = Milliseconds(0); }, false);
        row(
            "no units in a hold", [](auto& t) { t.holds.maxUnitsPerFanHold = 0; }, false);
        row(
            "before 1970", [](auto& t) { t.startsAt = Instant{-1}; }, false);
    }
    void ranges()
    {
        QFETCH(Change, change);
        QFETCH(bool, allowed);
        const SeatPlanPtr plan = samplePlan();
        EventTerms terms = sampleTerms(*plan);
        change(terms);
        QCOMPARE(checkTerms(terms, *plan).ok(), allowed);
        QCOMPARE(decide(EventState(plan), CreateEvent{terms}, sampleNow).ok(), allowed);
    }

    void placesHaveOneForm()
    {
        const SeatPlanPtr plan = samplePlan();
        const auto canonical = [&plan](Places places) { return canonicalPlaces(*plan, std::move(places)); };
        const SeatIndex a{3};
        const SeatIndex b{1};
        QCOMPARE(canonical({{a, b}, {}}).value(), (Places{{b, a}, {}}));
        QCOMPARE(canonical({}).value(), Places{});
        QCOMPARE(canonical({{a, b, a}, {}}).error().code, ErrorCode::Malformed);
        QCOMPARE(canonical({{SeatIndex{46}}, {}}).error().code, ErrorCode::UnknownSeat);
        QCOMPARE(canonical({{SeatIndex{0xFFFFFFFF}, SeatIndex{0}}, {}}).error().code, ErrorCode::UnknownSeat);
        QCOMPARE(canonical({{}, {{StandingIndex{1}, 1}}}).error().code, ErrorCode::UnknownSeat);
        QCOMPARE(canonical({{}, {{StandingIndex{0}, 0}}}).error().code, ErrorCode::Malformed);
        QCOMPARE(canonical({{}, {{StandingIndex{0}, 1}, {StandingIndex{0}, 1}}}).error().code, ErrorCode::Malformed);
        QCOMPARE((Places{{a, b}, {{StandingIndex{0}, 0xFFFFFFFF}}}).units(), 0x100000001ULL);
    }

    void placesOfTickets()
    {
        const SeatPlanPtr plan = samplePlan();
        const Places places = placesNamed(*plan, {"Circle/1/2", "Stalls/1/1"}, {{StandingIndex{0}, 3}});
        Order order = orderFor(*plan, sampleTerms(*plan), places, idOf<OrderId>(1));
        QCOMPARE(order.tickets.size(), std::size_t{5});
        QCOMPARE(order.totalMinor(), 5'000 + 4'000 + 3 * 3'000);
        QCOMPARE(placesOf(*plan, order.tickets).value(), places);
        order.tickets[0].standing = StandingIndex{0};
        QCOMPARE(placesOf(*plan, order.tickets).error().code, ErrorCode::Malformed);
        order.tickets[0] = {};
        QCOMPARE(placesOf(*plan, order.tickets).error().code, ErrorCode::Malformed);
    }

    void setsOfPlaces()
    {
        const SeatPlanPtr plan = samplePlan();
        const Places many = placesNamed(*plan, {"Stalls/1/1", "Stalls/1/2", "Stalls/1/3"}, {{StandingIndex{0}, 5}});
        const Places some = placesNamed(*plan, {"Stalls/1/2", "Stalls/1/4"}, {{StandingIndex{0}, 7}});
        const Places both = placesNamed(*plan, {"Stalls/1/2"}, {{StandingIndex{0}, 5}});
        QCOMPARE(intersection(many, some), both);
        QCOMPARE(difference(many, both), placesNamed(*plan, {"Stalls/1/1", "Stalls/1/3"}));
    }

    void orderCodes()
    {
        OrderId id;
        QCOMPARE(orderCode(id), std::string("00000000"));
        id.bytes = {0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xAA};
        QCOMPARE(orderCode(id), std::string("ZZZZZZZZ"));
        // 00001 00010 00011 … 01000: one digit after the other.
        id.bytes = {0x08, 0x86, 0x42, 0x98, 0xE8};
        QCOMPARE(orderCode(id), std::string("12345678"));
    }
};

QTEST_GUILESS_MAIN(TermsTest)
#include "terms_test.moc"

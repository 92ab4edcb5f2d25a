// The same seed makes the same crowd; times are spread as stated; arrivals bunch as a Poisson process does.
#include "server/rehearse/arrivals.h"
#include "server/rehearse/crowd_random.h"
#include "server/rehearse/fan.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <cmath>

using namespace parterre::rehearsal;

class CrowdRandomTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theSameKeyRepeatsAndAnotherDoesNot();
    void bytesAreFilledToTheEnd();
    void lognormalHasItsMedianAndSpread();
    void characterOfSomebodyDoesNotDependOnOthers();
    void arrivalsAreInOrderAndInTime();
    void arrivalsBunchAsByChance();
};

void CrowdRandomTest::theSameKeyRepeatsAndAnotherDoesNot()
{
    CrowdRandom a(5, 9);
    CrowdRandom b(5, 9);
    CrowdRandom other(5, 10);
    CrowdRandom otherSeed(6, 9);
    int same = 0;
    for (int i = 0; i < 100; ++i) {
        const std::uint64_t number = a.next();
        QCOMPARE(b.next(), number);
        same += (other.next() == number) + (otherSeed.next() == number);
    }
    QCOMPARE(same, 0);
}

void CrowdRandomTest::bytesAreFilledToTheEnd()
{
    std::array<std::uint8_t, 19> bytes{};
    CrowdRandom random(1, 1);
    std::array<int, 19> seen{};
    for (int i = 0; i < 50; ++i) {
        random.fill(bytes.data(), bytes.size());
        for (std::size_t at = 0; at < bytes.size(); ++at)
            seen[at] += bytes[at] != 0;
    }
    QVERIFY(std::all_of(seen.begin(), seen.end(), [](int times) { return times > 30; }));
}

void CrowdRandomTest::lognormalHasItsMedianAndSpread()
{
    CrowdRandom random(3, 3);
    std::vector<double> logs;
    for (int i = 0; i < 20'000; ++i)
        logs.push_back(std::log(static_cast<double>(random.lognormal(Microseconds(1'000'000), 0.5).count())));
    std::sort(logs.begin(), logs.end());
    QVERIFY(std::abs(logs[logs.size() / 2] - std::log(1e6)) < 0.02);
    QVERIFY(std::abs(logs[logs.size() * 84 / 100] - std::log(1e6) - 0.5) < 0.03); // one standard deviation
}

void CrowdRandomTest::characterOfSomebodyDoesNotDependOnOthers()
{
    const Manners manners;
    CrowdRandom once(7, 42);
    const Character first = Character::draw(once, manners);
    for (std::uint64_t key = 0; key < 10; ++key) {
        CrowdRandom others(7, key);
        Character::draw(others, manners);
    }
    CrowdRandom again(7, 42);
    const Character second = Character::draw(again, manners);
    QCOMPARE(second.quantity, first.quantity);
    QCOMPARE(second.patience, first.patience);
    QCOMPARE(second.slowness, first.slowness);
    QCOMPARE(second.picksSeats, first.picksSeats);
}

void CrowdRandomTest::arrivalsAreInOrderAndInTime()
{
    const auto times = poissonArrivals(1, 2, 1'000, Microseconds(500), Microseconds(10'000));
    QCOMPARE(times.size(), 1'000U);
    QVERIFY(std::is_sorted(times.begin(), times.end()));
    QVERIFY(times.front() >= Microseconds(500) && times.back() < Microseconds(10'500));
    QVERIFY(times == poissonArrivals(1, 2, 1'000, Microseconds(500), Microseconds(10'000)));
    QVERIFY(times != poissonArrivals(2, 2, 1'000, Microseconds(500), Microseconds(10'000)));
}

// In a Poisson process the number that come in a second varies with the root of its mean; evenly spaced arrivals would
// not vary at all.
void CrowdRandomTest::arrivalsBunchAsByChance()
{
    constexpr std::size_t spans = 1'000;
    const auto times = poissonArrivals(4, 2, 20 * spans, Microseconds(0), Microseconds(1'000 * spans));
    std::vector<double> counts(spans);
    for (const Microseconds time : times)
        ++counts[static_cast<std::size_t>(time.count() / 1'000)];
    double variance = 0;
    for (const double count : counts)
        variance += (count - 20) * (count - 20) / spans;
    QVERIFY2(variance > 16 && variance < 24, qPrintable(QString::number(variance)));
    // And the gaps between them are exponential: one in e is longer than the mean.
    int longer = 0;
    for (std::size_t i = 1; i < times.size(); ++i)
        longer += times[i] - times[i - 1] > Microseconds(50);
    QVERIFY(std::abs(longer / static_cast<double>(times.size()) - std::exp(-1)) < 0.02);
}

QTEST_GUILESS_MAIN(CrowdRandomTest)
#include "crowd_random_test.moc"

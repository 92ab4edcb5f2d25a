// Percentiles of the histogram against a sorted list of the same values.
#include "server/rehearse/crowd_random.h"
#include "server/rehearse/histogram.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace parterre::rehearsal;

class HistogramTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void smallValuesAreExact();
    void percentilesOfAnySizeAreWithinOneBucket_data();
    void percentilesOfAnySizeAreWithinOneBucket();
    void twoTogetherAreAsOne();
    void emptyIsNothing();
};

void HistogramTest::smallValuesAreExact()
{
    Histogram histogram;
    for (int i = 1; i <= 100; ++i)
        histogram.add(Microseconds(i));
    QCOMPARE(histogram.percentile(0.5).count(), 50);
    QCOMPARE(histogram.percentile(0.99).count(), 99);
    QCOMPARE(histogram.percentile(1).count(), 100);
    QCOMPARE(histogram.mean().count(), 50);
    Histogram few; // nine of ten are not 95 %
    for (int i = 1; i <= 10; ++i)
        few.add(Microseconds(i));
    QCOMPARE(few.percentile(0.95).count(), 10);
    histogram.add(Microseconds(-5)); // a clock that was read out of order
    QCOMPARE(histogram.percentile(0).count(), 0);
}

void HistogramTest::percentilesOfAnySizeAreWithinOneBucket_data()
{
    QTest::addColumn<unsigned>("precision");
    QTest::addColumn<double>("spread");
    QTest::newRow("narrow") << 7U << 0.2;
    QTest::newRow("wide") << 7U << 3.0;
    QTest::newRow("coarse") << 4U << 3.0;
}

void HistogramTest::percentilesOfAnySizeAreWithinOneBucket()
{
    QFETCH(unsigned, precision);
    QFETCH(double, spread);
    CrowdRandom random(11, 1);
    Histogram histogram(precision);
    std::vector<std::int64_t> sorted;
    for (int i = 0; i < 20'000; ++i) {
        const Microseconds value = random.lognormal(Microseconds(20'000), spread);
        sorted.push_back(value.count());
        histogram.add(value);
    }
    std::sort(sorted.begin(), sorted.end());
    QCOMPARE(histogram.count(), sorted.size());
    QCOMPARE(histogram.max().count(), sorted.back());
    for (const double share : {0.001, 0.25, 0.5, 0.9, 0.95, 0.99, 0.999, 1.0}) {
        const auto at = static_cast<std::size_t>(std::ceil(share * static_cast<double>(sorted.size()))) - 1;
        const double exact = static_cast<double>(sorted[at]);
        const double found = static_cast<double>(histogram.percentile(share).count());
        // A bucket's upper end: never below, and above by no more than its width.
        QVERIFY2(found >= exact && found <= exact * (1 + std::pow(2.0, -static_cast<double>(precision))) + 1,
                 qPrintable(QStringLiteral("%1: %2 %3").arg(share).arg(exact).arg(found)));
    }
}

void HistogramTest::twoTogetherAreAsOne()
{
    CrowdRandom random(11, 2);
    Histogram one;
    Histogram parts[2];
    for (int i = 0; i < 5'000; ++i) {
        const Microseconds value = random.exponential(Microseconds(3'000));
        one.add(value);
        parts[i % 2].add(value);
    }
    parts[0].add(parts[1]);
    QCOMPARE(parts[0].count(), one.count());
    QCOMPARE(parts[0].mean(), one.mean());
    for (const double share : {0.1, 0.5, 0.99})
        QCOMPARE(parts[0].percentile(share), one.percentile(share));
}

void HistogramTest::emptyIsNothing()
{
    const Histogram histogram;
    QCOMPARE(histogram.percentile(0.99).count(), 0);
    QCOMPARE(histogram.mean().count(), 0);
}

QTEST_GUILESS_MAIN(HistogramTest)
#include "histogram_test.moc"

// Who is sent away first when there is too much to do, and how evenly.
#include "server/guard/load_shedder.h"

#include <QTest>

using namespace parterre;

namespace {

void noteLong(LoadShedder& load, std::int64_t ms)
{
    for (std::size_t i = 0; i < LoadShedder::moments; ++i)
        load.note(Milliseconds(ms));
}

constexpr Worth all[] = {Worth::Payment, Worth::Hold, Worth::Map, Worth::Visit};

// Of a hundred requests of each worth, how many are served at that delay.
std::array<int, 4> servedAt(std::int64_t ms)
{
    LoadShedder load;
    noteLong(load, ms);
    std::array<int, 4> served{};
    for (int i = 0; i < 100; ++i)
        for (const Worth worth : all)
            served[static_cast<std::size_t>(worth)] += load.admits(worth) ? 1 : 0;
    return served;
}

} // namespace

class LoadShedderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void servesEverybodyWhileThereIsTime()
    {
        QCOMPARE(servedAt(0), (std::array{100, 100, 100, 100}));
        QCOMPARE(servedAt(6), (std::array{100, 100, 100, 100}));
    }

    void newVisitorsGoFirstAndPaymentsNever()
    {
        bool sawEachAlone[3] = {};
        for (std::int64_t ms = 0; ms < 10'000; ms = ms * 11 / 10 + 1) {
            const auto served = servedAt(ms);
            QCOMPARE(served[0], 100);
            QVERIFY(served[1] >= served[2] && served[2] >= served[3]);
            sawEachAlone[0] |= served[3] == 0 && served[2] > 0;
            sawEachAlone[1] |= served[2] == 0 && served[1] > 0;
            sawEachAlone[2] |= served[1] == 0;
        }
        QVERIFY(sawEachAlone[0] && sawEachAlone[1] && sawEachAlone[2]);
    }

    void theShareRefusedIsEven()
    {
        LoadShedder load;
        noteLong(load, 10); // about half way for visitors
        int inARow = 0;
        for (int i = 0; i < 100; ++i) {
            inARow = load.admits(Worth::Visit) ? 0 : inARow + 1;
            QVERIFY(inARow <= 1);
        }
        QVERIFY(load.shed(Worth::Visit) >= 40 && load.shed(Worth::Visit) <= 55);
        QCOMPARE(load.shed(Worth::Payment), std::uint64_t(0));
    }

    void aSingleStallIsNoOverload()
    {
        LoadShedder load;
        for (std::size_t i = 0; i < 100; ++i) {
            load.note(Milliseconds(i % LoadShedder::moments < 2 ? 1'000 : 1));
            QVERIFY(load.isCalm());
        }
    }

    void longAndShortByTurnsIsOverload()
    {
        LoadShedder load;
        for (std::size_t i = 0; i < LoadShedder::moments; ++i)
            load.note(Milliseconds(i % 4 == 0 ? 3 : 90));
        QCOMPARE(load.delay(), Milliseconds(90));
        for (std::size_t i = 0; i < LoadShedder::moments / 2 - 1; ++i)
            load.note(Milliseconds(3));
        QVERIFY(load.isCalm());
    }
};

QTEST_GUILESS_MAIN(LoadShedderTest)
#include "load_shedder_test.moc"

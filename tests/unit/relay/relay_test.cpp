// In order, never inside post(), and never so much at once that nothing else of the thread gets its turn.
#include "server/relay/relay.h"

#include <QCoreApplication>
#include <QTest>
#include <QTimer>

#include <thread>

using namespace parterre;

class RelayTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void inOrderAndLater()
    {
        const RelayPtr relay = relayTo(this);
        std::vector<int> done;
        for (int i = 0; i < 100; ++i)
            relay->post([&done, i] { done.push_back(i); });
        QVERIFY(done.empty());
        QTRY_COMPARE(done.size(), std::size_t(100));
        QVERIFY(std::is_sorted(done.begin(), done.end()));
    }

    void fromOtherThreads()
    {
        const RelayPtr relay = relayTo(this);
        int done = 0;
        std::vector<std::thread> threads;
        for (int t = 0; t < 4; ++t)
            threads.emplace_back([&] {
                for (int i = 0; i < 1'000; ++i)
                    relay->post([&done] { ++done; });
            });
        for (std::thread& thread : threads)
            thread.join();
        QTRY_COMPARE(done, 4'000);
    }

    // Work that brings more work, for ever: as sockets do that are read faster than they are answered.
    void timersGetTheirTurn()
    {
        const RelayPtr relay = relayTo(this);
        bool fired = false;
        int turns = 0;
        std::function<void()> again = [&] {
            if (!fired && ++turns < 1'000'000)
                relay->post(again);
        };
        relay->post(again);
        QTimer::singleShot(5, this, [&] { fired = true; });
        QTRY_VERIFY(fired);
        QVERIFY2(turns < 1'000'000, "the timer had to wait until there was nothing else to do");
    }

    void othersOfTheThreadGetTheirTurn()
    {
        const RelayPtr busy = relayTo(this);
        const RelayPtr other = relayTo(this);
        bool heard = false;
        int turns = 0;
        std::function<void()> again = [&] {
            if (turns == 10)
                other->post([&] { heard = true; });
            if (!heard && ++turns < 1'000'000)
                busy->post(again);
        };
        busy->post(again);
        QTRY_VERIFY(heard);
        QVERIFY(turns < 1'000);
    }

    void anEventLoopInsideKeepsTheOrder()
    {
        const RelayPtr relay = relayTo(this);
        std::vector<int> done;
        relay->post([&] {
            relay->post([&] { done.push_back(2); });
            for (int i = 0; i < 10; ++i)
                QCoreApplication::processEvents();
            done.push_back(1);
        });
        QTRY_COMPARE(done, (std::vector<int>{1, 2}));
    }
};

QTEST_GUILESS_MAIN(RelayTest)
#include "relay_test.moc"

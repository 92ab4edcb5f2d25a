// A slow disk is told from a queue.
#include "server/arbiter/commit_pace.h"

#include <QTest>

using namespace parterre;

class CommitPaceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isTheQuickestOfTheLastWindow()
    {
        CommitPace pace;
        Histogram commits;
        const auto at = [&](std::int64_t ms) {
            pace.look(commits, Milliseconds(ms));
            return pace.quickest();
        };
        QCOMPARE(at(1'000), Milliseconds(0));
        commits.counts[5] = 40; // 10 to 20 ms: bounds are 0, 1, 2, 5, 10, 20, …
        commits.counts[7] = 3;
        QCOMPARE(at(1'500), Milliseconds(0)); // not yet
        QCOMPARE(at(2'000), Milliseconds(10));
        QCOMPARE(at(3'000), Milliseconds(10)); // none since
        commits.counts[0] += 1;
        commits.counts[7] += 100;
        QCOMPARE(at(4'000), Milliseconds(0)); // slow for their size
        commits.counts.back() += 1;
        QCOMPARE(at(5'000), Milliseconds(5'000));
    }
};

QTEST_GUILESS_MAIN(CommitPaceTest)
#include "commit_pace_test.moc"

// A copy of the event that differs from the centre's is found out by its digest and fetched anew; when that does not
// help, a person must know (I12).
#include "tests/support/counter_rig.h"

#include <QtTest/QTest>

using namespace parterre;
using namespace parterre::testing;

class DigestTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_time = std::make_unique<VirtualTime>(sampleNow);
        m_centre = std::make_unique<FakeCentre>(*m_time);
        m_rig = std::make_unique<CounterRig>(*m_time, *m_centre);
        const Result<void> begun = m_rig->begin();
        QVERIFY2(begun.ok(), begun ? "" : begun.error().detail.c_str());
    }
    void cleanup()
    {
        m_rig.reset();
        m_centre.reset();
        m_time.reset();
    }

    // The cache says that a fan holds another seat than they do.
    void aDamagedCopyIsFetchedAnew()
    {
        QVERIFY(m_centre->fanHolds({"Stalls/1/1"}));
        QVERIFY(m_rig->settle());
        m_rig->crash();
        damageCache("Stalls/1/1", "Stalls/1/9");
        m_rig->link.cut = true;
        QVERIFY(m_rig->again().ok());
        QCOMPARE(m_rig->view("Stalls/1/1").mark, SeatMark::Free); // off line nobody can know
        QCOMPARE(m_rig->view("Stalls/1/9").mark, SeatMark::Held);
        const int snapshots = m_rig->link.snapshots;
        m_rig->link.cut = false;
        QVERIFY(m_rig->settle());
        QCOMPARE(m_rig->link.snapshots, snapshots + 1);
        QCOMPARE(m_rig->view("Stalls/1/1").mark, SeatMark::Held);
        QCOMPARE(m_rig->differences(), std::string());
        QVERIFY(m_rig->notices.empty() || m_rig->notices.back().code != ErrorCode::Corrupt);
        m_rig->link.cut = true;
        QVERIFY(m_rig->again().ok()); // and so is the cache
        QCOMPARE(m_rig->view("Stalls/1/1").mark, SeatMark::Held);
        QCOMPARE(m_rig->view("Stalls/1/9").mark, SeatMark::Free);
    }

    void aWrongDigestOnceIsNoAlarm()
    {
        const int snapshots = m_rig->link.snapshots;
        m_centre->digestError = 1;
        QVERIFY(m_time->runUntil([&] { return m_rig->link.snapshots > snapshots; }, std::chrono::minutes(1)));
        m_centre->digestError = 0;
        QVERIFY(m_centre->fanHolds({"Stalls/1/1"}));
        QVERIFY(m_rig->settle());
        QCOMPARE(m_rig->link.snapshots, snapshots + 1);
        QVERIFY(std::none_of(m_rig->notices.begin(), m_rig->notices.end(),
                             [](const Error& notice) { return notice.code == ErrorCode::Corrupt; }));
        QCOMPARE(m_rig->differences(), std::string());
        QCOMPARE(m_rig->view("Circle/1/1").freshness, Freshness::Fresh);
        QVERIFY(m_rig->add({"Stalls/1/2"}).ok());
        QVERIFY(m_rig->sell().ok());
    }

    void wrongAgainIsTold()
    {
        m_centre->digestError = 1;
        m_time->runFor(std::chrono::minutes(1));
        const auto told = std::count_if(m_rig->notices.begin(), m_rig->notices.end(),
                                        [](const Error& notice) { return notice.code == ErrorCode::Corrupt; });
        QCOMPARE(told, 1); // and not with every page
        QVERIFY(m_rig->wasTold("differs from the centre's, again"));
        QCOMPARE(m_rig->view("Circle/1/1").freshness, Freshness::Stale); // nothing is shown as certain
        const int snapshots = m_rig->link.snapshots;
        m_time->runFor(std::chrono::minutes(1));
        QCOMPARE(m_rig->link.snapshots, snapshots); // no storm
        m_rig->cutLine();
        QVERIFY(!m_rig->counter->maySellProvisionally().ok());
        QVERIFY(m_rig->addReserve(1).ok()); // what is its own is its own
        QVERIFY(m_rig->sell().ok());
    }

private:
    // In the cached log, a hold of `from` becomes one of `to`.
    void damageCache(const std::string& from, const std::string& to)
    {
        CachedEvent cached = m_rig->cache.load(m_centre->event()).value().value();
        int damaged = 0;
        for (LogEntry& entry : cached.entries)
            if (auto* placed = std::get_if<HoldPlaced>(&entry.body);
                placed && placed->places.seats == m_rig->seats({from})) {
                placed->places.seats = m_rig->seats({to});
                ++damaged;
            }
        QCOMPARE(damaged, 1);
        QVERIFY(m_rig->cache.replace(m_centre->event(), cached.plan, cached.snapshot).ok());
        QVERIFY(m_rig->cache.append(m_centre->event(), cached.entries).ok());
    }

    std::unique_ptr<VirtualTime> m_time;
    std::unique_ptr<FakeCentre> m_centre;
    std::unique_ptr<CounterRig> m_rig;
};

QTEST_GUILESS_MAIN(DigestTest)
#include "digest_test.moc"

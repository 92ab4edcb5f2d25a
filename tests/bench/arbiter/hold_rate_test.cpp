// Durable single-seat holds a second through submit(), 100,000 seats, SQLite FULL, 64 askers who wait for their answer.
#include "tests/support/arbiter_rig.h"

#include <QTest>

using namespace parterre;
using namespace parterre::testing;

namespace {

constexpr std::size_t seats = 100'000;

// Asks, waits for the answer, asks again; many of these share the test's thread as connections share the I/O thread.
class Load
{
public:
    Load(ArbiterRig& rig, bool withKeys) : m_rig(rig), m_withKeys(withKeys) { m_latencyUs.reserve(seats); }

    double run(std::size_t askers)
    {
        const auto begin = std::chrono::steady_clock::now();
        for (std::size_t i = 0; i < askers; ++i)
            askNext();
        while (m_latencyUs.size() < seats)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents);
        const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
        std::sort(m_latencyUs.begin(), m_latencyUs.end());
        return static_cast<double>(seats) / took.count();
    }
    std::uint32_t percentileUs(double part) const
    {
        return m_latencyUs[static_cast<std::size_t>(part * static_cast<double>(m_latencyUs.size() - 1))];
    }
    std::size_t refused() const { return m_refused; }

private:
    void askNext()
    {
        if (m_asked == seats)
            return;
        const std::uint64_t n = ++m_asked;
        if (n % 50 == 0)
            m_rig.clock.advance(Milliseconds(1)); // deadlines rise as they do at 50,000 a second
        // Ids as they come in life: random to the eye.
        PlaceHold hold{randomId<HoldId>(m_rig.random), randomId<HolderId>(m_rig.random), Channel::Fan, {}, {}};
        hold.places.seats.push_back(SeatIndex{static_cast<std::uint32_t>((n * 7'919) % seats)});
        std::optional<IdempotencyKey> key;
        if (m_withKeys)
            key = IdempotencyKey{randomId<HoldId>(m_rig.random).bytes, {}};
        const auto asked = std::chrono::steady_clock::now();
        m_rig.arbiter().submit(m_rig.request(hold, key), m_rig.context(), [this, asked](Result<CommandDone> done) {
            m_refused += done.ok() ? 0 : 1;
            const auto took = std::chrono::steady_clock::now() - asked;
            m_latencyUs.push_back(
                static_cast<std::uint32_t>(std::chrono::duration_cast<std::chrono::microseconds>(took).count()));
            askNext();
        });
    }

    ArbiterRig& m_rig;
    bool m_withKeys;
    std::uint64_t m_asked = 0;
    std::size_t m_refused = 0;
    std::vector<std::uint32_t> m_latencyUs;
};

} // namespace

class HoldRateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holdsASecond_data()
    {
        QTest::addColumn<bool>("withKeys");
        QTest::addColumn<int>("askers");
        QTest::newRow("64 askers") << false << 64;
        QTest::newRow("64 askers, idempotency keys") << true << 64;
        QTest::newRow("256 askers") << false << 256;
    }
    void holdsASecond()
    {
        QFETCH(bool, withKeys);
        QFETCH(int, askers);
        ArbiterRig rig(true, planFromText(std::vector<std::string>(seats / 100, std::string(100, 'A'))));
        Load load(rig, withKeys);
        const double rate = load.run(static_cast<std::size_t>(askers));
        const ArbiterMetrics metrics = rig.arbiter().metrics();
        QCOMPARE(load.refused(), std::size_t(0));
        QCOMPARE(rig.mirror().state().freeSeats(), std::uint32_t(0));
        std::printf("arbiter holds_per_s=%.0f p50_us=%u p99_us=%u batch=%.1f commit_ms=%.2f askers=%d keys=%s\n", rate,
                    load.percentileUs(0.5), load.percentileUs(0.99),
                    static_cast<double>(metrics.commands) / static_cast<double>(metrics.commits),
                    static_cast<double>(metrics.commitMs.sum) / static_cast<double>(metrics.commits), askers,
                    withKeys ? "yes" : "no");
    }
};

QTEST_GUILESS_MAIN(HoldRateTest)
#include "hold_rate_test.moc"

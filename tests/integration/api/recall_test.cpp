// Elastic reserves over HTTP: a fan gets a seat that a connected counter does not need within a second, and is refused
// what it does need; a counter that is silent keeps what it holds.
#include "tests/support/counter_client.h"

#include <QElapsedTimer>
#include <QTest>

#include <thread>

using namespace parterre;
using namespace parterre::testing;
using namespace Qt::StringLiterals;

class RecallTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { QVERIFY(m_rig.endsWell()); }

    void aSeatNotNeededComesBack();
    void aSeatInUseStays();
    void nobodyIsAskedForWhatNobodyMayHave();
    void aSilentCounterIsNotAsked();

private:
    // The next entries of the log, as a counter polls for them.
    std::vector<LogEntry> poll(double seconds);
    // Somebody asks while we answer: the hold as the fan gets it, and how long that took.
    template <typename Answer>
    std::pair<FanHold, qint64> askFor(SeatIndex seat, Answer answer);
    QByteArray label(SeatIndex seat) const { return QByteArray::fromStdString(m_plan->label(seat)); }

    ApiRig m_rig;
    SeatPlanPtr m_plan = planFromText(std::vector<std::string>(4, std::string(10, 'A')));
    CounterClient m_till;
    Fence m_fence;
    Places m_reserve;
    std::uint64_t m_cursor = 0;
    QByteArray m_logId;
};

void RecallTest::initTestCase()
{
    QVERIFY(m_rig.start({VenueEvent{1, m_plan, "A Night", {}, true}}));
    QVERIFY(m_till.enrol(m_rig, u"127.0.0.20"_s));
    m_logId = m_rig.http.get(eventPath(1) + "/seats").text("log_id").toLatin1();
    m_till.journal(RequestAllotment{m_till.device, {{PriceAreaIndex{0}, 6}}});
    const auto granted = m_till.push(m_rig.http, 1, 1);
    QVERIFY(granted.ok() && granted->outcomes.at(0).kind == OutcomeKind::Granted);
    m_fence = granted->outcomes.at(0).fence;
    for (const LogEntry& entry : poll(0))
        if (const auto* grant = std::get_if<AllotmentGranted>(&entry.body))
            m_reserve = grant->places;
    QVERIFY(m_reserve.seats.size() >= 3);
}

std::vector<LogEntry> RecallTest::poll(double seconds)
{
    const HttpReply reply =
        m_till.pull(m_rig.server.http(u"127.0.0.20"_s), m_logId, m_cursor, QByteArray::number(seconds));
    const auto page = decodeLogPage(reply.body);
    if (!page.ok() || page->entries.empty())
        return {};
    m_cursor = page->entries.back().seq;
    return page->entries;
}

template <typename Answer>
std::pair<FanHold, qint64> RecallTest::askFor(SeatIndex seat, Answer answer)
{
    FanHold hold;
    qint64 took = 0;
    std::thread fan([&] {
        QElapsedTimer timer;
        timer.start();
        hold = m_rig.hold(1, R"({"seats":[")" + label(seat) + R"("]})");
        took = timer.elapsed();
    });
    QElapsedTimer deadline;
    deadline.start();
    bool asked = false;
    while (!asked && deadline.elapsed() < 900)
        for (const LogEntry& entry : poll(0.3))
            if (const auto* recalled = std::get_if<AllotmentRecalled>(&entry.body)) {
                answer(recalled->places);
                asked = true;
            }
    fan.join();
    return {hold, took};
}

void RecallTest::aSeatNotNeededComesBack()
{
    const SeatIndex seat = m_reserve.seats[0];
    const QByteArray before = m_rig.http.get(eventPath(1) + "/seats").text("states").toLatin1();
    QCOMPARE(before[static_cast<int>(seat.value)], 'f'); // fans see it as free
    const auto [hold, took] = askFor(seat, [this](const Places& places) {
        m_till.journal(ReturnPlaces{m_fence, m_till.device, places});
        QVERIFY(m_till.push(m_rig.http, m_till.ops.size(), m_till.ops.size()).ok());
    });
    QCOMPARE(hold.status, 201);
    QVERIFY2(took < 1'000, qPrintable(QString::number(took)));
}

void RecallTest::aSeatInUseStays()
{
    const SeatIndex seat = m_reserve.seats[1];
    const auto [hold, took] = askFor(seat, [this](const Places& places) {
        m_till.journal(KeepPlaces{m_fence, m_till.device, places});
        QVERIFY(m_till.push(m_rig.http, m_till.ops.size(), m_till.ops.size()).ok());
    });
    QCOMPARE(hold.status, 409);
    QVERIFY2(took < 1'000, qPrintable(QString::number(took)));
    // Who asks again at once is answered without asking the counter a second time.
    (void)poll(0);
    QCOMPARE(m_rig.hold(1, R"({"seats":[")" + label(seat) + R"("]})").status, 409);
    QVERIFY(poll(0).empty());
}

void RecallTest::nobodyIsAskedForWhatNobodyMayHave()
{
    (void)poll(0);
    QByteArray labels = '"' + label(m_reserve.seats[2]) + '"';
    int count = 1;
    for (std::uint32_t seat = 0; count < 11; ++seat) { // one more than a fan may hold
        if (std::binary_search(m_reserve.seats.begin(), m_reserve.seats.end(), SeatIndex{seat}))
            continue;
        labels += ",\"" + label(SeatIndex{seat}) + '"';
        ++count;
    }
    QCOMPARE(m_rig.hold(1, "{\"seats\":[" + labels + "]}").status, 422);
    QVERIFY(poll(0).empty());
}

void RecallTest::aSilentCounterIsNotAsked()
{
    // Ten seconds at most until the centre has noticed the silence: five, and its look once a second.
    const SeatIndex seat = m_reserve.seats[2];
    const auto shown = [this, seat] {
        return m_rig.http.get(eventPath(1) + "/seats").text("states").toLatin1()[static_cast<int>(seat.value)];
    };
    QTRY_COMPARE_WITH_TIMEOUT(shown(), 'h', 10'000);
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(m_rig.hold(1, R"({"seats":[")" + label(seat) + R"("]})").status, 409);
    QVERIFY(timer.elapsed() < 900);
    // It is heard again: its places are to be had again.
    (void)poll(0);
    QTRY_COMPARE_WITH_TIMEOUT(shown(), 'f', 3'000);
}

QTEST_GUILESS_MAIN(RecallTest)
#include "recall_test.moc"

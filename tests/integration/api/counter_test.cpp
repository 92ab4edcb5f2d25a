// A counter's way over HTTP, with the real codecs: ops and their outcomes, repeats, gaps, forks, pulling and waiting.
#include "sync/wire/snapshot.h"
#include "tests/support/counter_client.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QTest>

using namespace parterre;
using namespace parterre::testing;
using namespace Qt::StringLiterals;

class CounterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { QVERIFY(m_rig.endsWell()); }

    void aDayOfOps();
    void outcomesSurviveAKill();
    void gapStopsTheBatch();
    void forkSetsTheCounterAside();
    void notUnderstoodIsKept();
    void pullsTheLog();
    void pollWaitsAsLongAsAsked();
    void pollAnswersAChangeAtOnce();
    void leavingAPollEarlyHarmsNobody();

private:
    CounterClient enrolled(std::uint64_t event);
    Order order(CounterClient& till, std::initializer_list<SeatIndex> seats, std::uint64_t number) const;
    Places allotted(const CounterClient& till, Fence fence) const;
    QByteArray logPath(std::uint64_t event, std::uint64_t after, const QByteArray& wait) const;
    std::uint64_t seqOf(std::uint64_t event) const
    {
        return m_rig.http.get(eventPath(event) + "/seats").json().value(QLatin1String("seq")).toVariant().toULongLong();
    }

    ApiRig m_rig;
    SeatPlanPtr m_plan = planFromText(std::vector<std::string>(20, std::string(20, 'A'))); // of event 1
    CounterClient m_till;                                                                  // after its day
    int m_enrolled = 0;
};

void CounterTest::initTestCase()
{
    // A thousand askers that leave come from one address here; its own limit is tested in integration/http.
    QVERIFY(m_rig.start({VenueEvent{1, m_plan, "A Large Night", {}, true}, VenueEvent{2}, VenueEvent{3}},
                        "connectionsPerAddress=4000\n"));
}

CounterClient CounterTest::enrolled(std::uint64_t event)
{
    CounterClient till;
    till.event = idOf<EventId>(event);
    if (!till.enrol(m_rig, u"127.0.0.%1"_s.arg(10 + m_enrolled++)))
        qFatal("a counter was not enrolled");
    return till;
}

Order CounterTest::order(CounterClient& till, std::initializer_list<SeatIndex> seats, std::uint64_t number) const
{
    Order made = orderFor(*m_plan, sampleTerms(*m_plan), {seats, {}}, idOf<OrderId>(number));
    made.channel = Channel::Counter;
    made.device = till.device;
    return made;
}

// As a snapshot shows it.
Places CounterTest::allotted(const CounterClient& till, Fence fence) const
{
    const HttpReply reply = m_rig.http.get(
        "/api/v1/events/" + QByteArray::fromStdString(till.event.toString()) + "/snapshot", bearer(till.token));
    const auto snapshot = decodeSnapshot(reply.body, m_plan);
    if (!snapshot.ok() || !snapshot->state.allotment(fence))
        return {};
    return snapshot->state.allotment(fence)->places;
}

QByteArray CounterTest::logPath(std::uint64_t event, std::uint64_t after, const QByteArray& wait) const
{
    const QByteArray logId = m_rig.http.get(eventPath(event) + "/seats").text("log_id").toLatin1();
    return eventPath(event) + "/log?log_id=" + logId + "&after=" + QByteArray::number(qulonglong(after)) +
           "&wait=" + wait;
}

void CounterTest::aDayOfOps()
{
    m_till = enrolled(1);
    // On line: hold and sell.
    const auto hold = idOf<HoldId>(1);
    const SeatIndex first{0};
    m_till.journal(PlaceHold{hold, m_till.holder(), Channel::Counter, {{first}, {}}, {}});
    m_till.journal(SellHold{hold, m_till.holder(), order(m_till, {first}, 1)});
    m_till.journal(RequestAllotment{m_till.device, {{PriceAreaIndex{0}, 4}}});
    const auto morning = m_till.push(m_rig.http, 1, 3);
    QVERIFY(morning.ok());
    QCOMPARE(morning->applied, std::uint64_t(3));
    QVERIFY(morning->outcomes[0].kind == OutcomeKind::Ok);
    QVERIFY(morning->outcomes[1].kind == OutcomeKind::Confirmed);
    QVERIFY(morning->outcomes[2].kind == OutcomeKind::Granted);
    const Fence fence = morning->outcomes[2].fence;
    const Places places = allotted(m_till, fence);
    QCOMPARE(places.seats.size(), std::size_t(4));

    // Nobody else gets a seat of the allotment.
    const FanHold fan =
        m_rig.hold(1, R"({"seats":[")" + QByteArray::fromStdString(m_plan->label(places.seats[0])) + R"("]})");
    QCOMPARE(fan.status, 409);

    // Off line: sell two, give one back; then close.
    m_till.journal(SellAllotted{fence, m_till.device, order(m_till, {places.seats[0], places.seats[1]}, 2)});
    m_till.journal(ReturnPlaces{fence, m_till.device, {{places.seats[2]}, {}}});
    m_till.journal(SealAllotment{fence, m_till.device});
    m_till.journal(SellAllotted{fence, m_till.device, order(m_till, {places.seats[3]}, 3)}); // after closing: late
    const auto evening = m_till.push(m_rig.http, 4, 7);
    QVERIFY(evening.ok());
    QVERIFY(evening->outcomes[0].kind == OutcomeKind::Confirmed);
    QVERIFY(evening->outcomes[1].kind == OutcomeKind::Ok || evening->outcomes[1].kind == OutcomeKind::Recorded);
    QVERIFY(evening->outcomes[2].kind == OutcomeKind::Ok || evening->outcomes[2].kind == OutcomeKind::Recorded);
    QVERIFY(evening->outcomes[3].kind == OutcomeKind::ConfirmedLate);
    const QString states = m_rig.http.get(eventPath(1) + "/seats").text("states");
    for (const std::size_t sold : {0U, 1U, 3U})
        QCOMPARE(states.at(places.seats[sold].value), u'x');
    QCOMPARE(states.at(places.seats[2].value), u'f');

    // The whole day again: the same outcomes, nothing moves.
    const QByteArray before = m_rig.seats(1);
    const auto again = m_till.push(m_rig.http, 1, 7);
    QVERIFY(again.ok());
    QVERIFY(again->outcomes[1] == morning->outcomes[1]);
    for (std::size_t i = 0; i < 4; ++i)
        QVERIFY(again->outcomes[3 + i] == evening->outcomes[i]);
    QCOMPARE(m_rig.seats(1), before);
}

void CounterTest::outcomesSurviveAKill()
{
    QCOMPARE(m_till.ops.size(), std::size_t(7));
    const auto before = m_till.push(m_rig.http, 1, 7);
    const QByteArray seats = m_rig.seats(1);
    m_rig.server.kill();
    QVERIFY(m_rig.again());
    const auto after = m_till.push(m_rig.http, 1, 7); // with the same token
    QVERIFY(before.ok() && after.ok());
    QVERIFY(*before == *after);
    QCOMPARE(m_rig.seats(1), seats);
}

void CounterTest::gapStopsTheBatch()
{
    CounterClient till = enrolled(2);
    for (std::uint64_t i = 0; i < 3; ++i)
        till.journal(PlaceHold{idOf<HoldId>(20 + i),
                               till.holder(),
                               Channel::Counter,
                               {{SeatIndex{static_cast<std::uint32_t>(i)}}, {}},
                               {}});
    const QByteArray before = m_rig.seats(2);
    const auto gap = till.push(m_rig.http, 2, 3);
    QVERIFY(gap.ok());
    QVERIFY(gap->stopped && gap->stopped->code == ErrorCode::OpGap);
    QCOMPARE(gap->applied, std::uint64_t(0));
    QCOMPARE(m_rig.seats(2), before);
    const auto whole = till.push(m_rig.http, 1, 3);
    QVERIFY(whole.ok() && !whole->stopped);
    QCOMPARE(whole->applied, std::uint64_t(3));
}

// A disk rolled back: op 1 is another than the one known here.
void CounterTest::forkSetsTheCounterAside()
{
    CounterClient till = enrolled(2);
    till.journal(PlaceHold{idOf<HoldId>(30), till.holder(), Channel::Counter, {{SeatIndex{10}}, {}}, {}});
    QVERIFY(till.push(m_rig.http, 1, 1).ok());
    CounterClient rolledBack = till;
    rolledBack.ops.clear();
    rolledBack.journal(PlaceHold{idOf<HoldId>(31), till.holder(), Channel::Counter, {{SeatIndex{11}}, {}}, {}});
    const QByteArray before = m_rig.seats(2);
    const auto fork = rolledBack.push(m_rig.http, 1, 1);
    QVERIFY(fork.ok());
    QVERIFY(fork->stopped && fork->stopped->code == ErrorCode::OpFork);
    till.journal(PlaceHold{idOf<HoldId>(32), till.holder(), Channel::Counter, {{SeatIndex{12}}, {}}, {}});
    const auto aside = till.push(m_rig.http, 2, 2);
    QVERIFY(aside.ok());
    QVERIFY(aside->stopped && aside->stopped->code == ErrorCode::Quarantined);
    const auto states = [](const QByteArray& answer) { return answer.mid(answer.indexOf("states")); };
    QCOMPARE(states(m_rig.seats(2)), states(before)); // an alarm is in the log, but no seat has moved
}

// Bytes this server does not understand are not lost and hold nothing up.
void CounterTest::notUnderstoodIsKept()
{
    CounterClient till = enrolled(2);
    till.seal("\x82\x01not an op");
    const auto reply = till.push(m_rig.http, 1, 1);
    QVERIFY(reply.ok());
    QCOMPARE(reply->applied, std::uint64_t(1));
    QVERIFY(reply->outcomes.at(0).kind == OutcomeKind::Quarantined);
}

void CounterTest::pullsTheLog()
{
    HttpHeaders headers = bearer(m_till.token);
    headers.emplace_back("Accept", "application/cbor");
    const HttpReply cbor = m_rig.http.get(logPath(1, 0, "0"), headers);
    QCOMPARE(cbor.status, 200);
    const auto page = decodeLogPage(cbor.body);
    QVERIFY(page.ok());
    QCOMPARE(page->entries.size(), static_cast<std::size_t>(seqOf(1)));
    QVERIFY(std::holds_alternative<EventCreated>(page->entries[0].body));
    EventState state(m_plan); // replayed here, it is the state there
    for (const LogEntry& entry : page->entries)
        apply(state, entry);
    const auto snapshot = decodeSnapshot(m_rig.http.get(eventPath(1) + "/snapshot", bearer(m_till.token)).body, m_plan);
    QVERIFY(snapshot.ok());
    QVERIFY(snapshot->state == state);
    const HttpReply json = m_rig.http.get(logPath(1, 0, "0"), bearer(m_till.token));
    QCOMPARE(json.json()[u"entries"_s].toArray().size(), static_cast<qsizetype>(page->entries.size()));
}

void CounterTest::pollWaitsAsLongAsAsked()
{
    QElapsedTimer timer;
    timer.start();
    const HttpReply reply = m_rig.http.get(logPath(3, seqOf(3), "0.5"), bearer(m_till.token));
    QCOMPARE(reply.status, 200);
    QVERIFY(reply.json()[u"entries"_s].toArray().isEmpty());
    QVERIFY2(timer.elapsed() >= 450, QByteArray::number(timer.elapsed()));
}

void CounterTest::pollAnswersAChangeAtOnce()
{
    HttpConnection poll(m_rig.server.port());
    poll.send(requestBytes("GET", logPath(3, seqOf(3), "30"), {}, bearer(m_till.token)));
    QCOMPARE(m_rig.hold(3, R"({"seats":["Stalls/1/1"]})").status, 201);
    const HttpReply reply = poll.reply(true, 10'000); // long before the 30 s are over
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.json()[u"entries"_s].toArray().size(), 1);
}

void CounterTest::leavingAPollEarlyHarmsNobody()
{
    const QByteArray request = requestBytes("GET", logPath(3, seqOf(3), "30"), {}, bearer(m_till.token));
    for (int i = 0; i < 1'000; ++i) {
        HttpConnection poll(m_rig.server.port());
        QVERIFY(poll.send(request));
        if (i % 100 == 50) // some leave while the answer is on its way
            QCOMPARE(m_rig.hold(3, R"({"standing":[{"area":"Floor","count":1}]})").status, 201);
        poll.leave();
    }
    QVERIFY(m_rig.server.isRunning());
    QCOMPARE(m_rig.hold(3, R"({"seats":["Stalls/1/2"]})").status, 201);
    // Nobody's place is taken by those who left: a new poll is still answered by the next change.
    HttpConnection poll(m_rig.server.port());
    poll.send(requestBytes("GET", logPath(3, seqOf(3), "30"), {}, bearer(m_till.token)));
    QCOMPARE(m_rig.hold(3, R"({"seats":["Stalls/1/3"]})").status, 201);
    QCOMPARE(poll.reply(true, 10'000).status, 200);
}

QTEST_GUILESS_MAIN(CounterTest)
#include "counter_test.moc"

// kill -9 under load: what the server acknowledged is there after the restart, and what it left unanswered happens once
// when it is asked again. The record of what was acknowledged is the test's own.
#include "tests/support/counter_client.h"
#include "tests/support/keyed_random.h"

#include <QDateTime>
#include <QTest>

#include <atomic>
#include <map>
#include <thread>

using namespace parterre;
using namespace parterre::testing;
using namespace Qt::StringLiterals;

namespace {

constexpr int rounds = 15;
constexpr int fans = 4;
constexpr int rowsOfSeats = 120;
constexpr int seatsInRow = 100;
const QByteArray payment = R"({"email":"fan@b.example","payment":{"method":"test"}})";

SeatPlanPtr largePlan()
{
    std::vector<std::string> lines{"# Hall"};
    lines.insert(lines.end(), rowsOfSeats, std::string(seatsInRow, 'A'));
    return planFromText(lines);
}

// One request as it was sent, and its answer if there was one.
struct Sent
{
    QByteArray method;
    QByteArray path;
    QByteArray body;
    HttpHeaders headers;
    HttpReply reply; // status 0: none came
    bool isAnswered() const { return reply.status != 0; }
};

// What one fan did: hold one seat, then perhaps pay or release.
struct Visit
{
    QByteArray seat;
    Sent hold;
    std::optional<Sent> pay;
    std::optional<Sent> release;
};

// Keeps a connection open; a call on a dead one is unanswered.
class Caller
{
public:
    explicit Caller(std::uint16_t port) : m_port(port) {}
    HttpReply call(const Sent& sent)
    {
        if (!m_connection || !m_connection->isOpen())
            m_connection = std::make_unique<HttpConnection>(m_port);
        m_connection->send(requestBytes(sent.method, sent.path, sent.body, sent.headers));
        return m_connection->reply(true, 20'000);
    }
    HttpReply get(const QByteArray& path, const HttpHeaders& headers = {})
    {
        return call({"GET", path, {}, headers, {}});
    }

private:
    std::uint16_t m_port;
    std::unique_ptr<HttpConnection> m_connection;
};

// Visits until the server is gone. Two neighbours draw the same seats, so they fight for every one.
std::vector<Visit> shop(std::uint16_t port, std::uint64_t seed, int round, int fan)
{
    KeyedRandom seats(seed, static_cast<std::uint64_t>(round * fans + fan / 2 + 1));
    KeyedRandom whims(seed, static_cast<std::uint64_t>(1'000'000 + round * fans + fan));
    Caller caller(port);
    std::vector<Visit> visits;
    for (int n = 0;; ++n) {
        Visit& visit = visits.emplace_back();
        visit.seat = "Hall/" + QByteArray::number(static_cast<int>(seats.below(rowsOfSeats)) + 1) + '/' +
                     QByteArray::number(static_cast<int>(seats.below(seatsInRow)) + 1);
        const QByteArray key = "round-" + QByteArray::number(round) + "-fan-" + QByteArray::number(fan) + "-visit-" +
                               QByteArray::number(n);
        visit.hold = {"POST",
                      eventPath(1) + "/holds",
                      R"({"seats":[")" + visit.seat + R"("]})",
                      {{"Idempotency-Key", key + "-hold"}},
                      {}};
        visit.hold.reply = caller.call(visit.hold);
        if (!visit.hold.isAnswered())
            return visits;
        if (visit.hold.reply.status != 201)
            continue;
        const QByteArray path = "/api/v1/holds/" + visit.hold.reply.text("hold").toLatin1();
        HttpHeaders headers = bearer(visit.hold.reply.header("Parterre-Session"));
        const std::uint64_t whim = whims.below(4);
        if (whim < 2) {
            headers.emplace_back("Idempotency-Key", key + "-pay");
            visit.pay = Sent{"POST", path + "/checkout", payment, headers, {}};
            visit.pay->reply = caller.call(*visit.pay);
        } else if (whim == 2) {
            visit.release = Sent{"DELETE", path, {}, headers, {}};
            visit.release->reply = caller.call(*visit.release);
        }
        if ((visit.pay && !visit.pay->isAnswered()) || (visit.release && !visit.release->isAnswered()))
            return visits;
    }
}

} // namespace

class KillTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void nothingAcknowledgedIsLost();

private:
    void counterWorks(int round);
    void load(int round);
    void checkVisit(Caller& caller, Visit& visit);
    void checkPaid(Caller& caller, Visit& visit);
    void checkCounter();
    void settleOnce(Caller& caller, Sent& sent);

    ApiRig m_rig;
    CounterClient m_counter;
    std::uint64_t m_seed = 0;
    SeatPlanPtr m_plan = largePlan();
    std::vector<Outcome> m_outcomes; // acknowledged, by op
    std::vector<std::vector<Visit>> m_visits;
    std::map<QByteArray, QByteArray> m_owners; // seat → order, for ever
    int m_acknowledged = 0;
    int m_unanswered = 0;
};

void KillTest::initTestCase()
{
    const QByteArray given = qgetenv("PARTERRE_SEED");
    m_seed = given.isEmpty() ? static_cast<std::uint64_t>(QDateTime::currentMSecsSinceEpoch()) : given.toULongLong();
    qInfo("seed: repeat with PARTERRE_SEED=%llu", static_cast<unsigned long long>(m_seed));
    VenueEvent event;
    event.plan = m_plan;
    QVERIFY(m_rig.start({event}));
    QVERIFY(m_counter.enrol(m_rig, u"127.0.0.2"_s));
}

// The counter holds one seat and sells it, two ops a push, until the server is gone.
void KillTest::counterWorks(int round)
{
    KeyedRandom seats(m_seed, static_cast<std::uint64_t>(2'000'000 + round));
    const EventTerms terms = VenueEvent{1, m_plan, {}, {}, true}.terms();
    for (;;) {
        const SeatIndex seat{static_cast<std::uint32_t>(seats.below(rowsOfSeats * seatsInRow))};
        const auto hold = idOf<HoldId>(0xC0000000 + m_counter.ops.size());
        m_counter.journal(PlaceHold{hold, m_counter.holder(), Channel::Counter, {{seat}, {}}, {}});
        Order order = orderFor(*m_plan, terms, {{seat}, {}}, idOf<OrderId>(0xC0000000 + m_counter.ops.size()));
        order.channel = Channel::Counter;
        order.device = m_counter.device;
        m_counter.journal(SellHold{hold, m_counter.holder(), order});
        const auto reply = m_counter.push(m_rig.http, m_outcomes.size() + 1, m_counter.ops.size());
        if (!reply.ok())
            return;
        m_outcomes.insert(m_outcomes.end(), reply->outcomes.begin(), reply->outcomes.end());
    }
}

void KillTest::load(int round)
{
    m_visits.assign(fans, {});
    std::vector<std::thread> threads;
    for (int fan = 0; fan < fans; ++fan)
        threads.emplace_back([this, round, fan, port = m_rig.server.port()] {
            m_visits[static_cast<std::size_t>(fan)] = shop(port, m_seed, round, fan);
        });
    threads.emplace_back([this, round] { counterWorks(round); });
    KeyedRandom moment(m_seed, static_cast<std::uint64_t>(3'000'000 + round));
    QTest::qWait(static_cast<int>(moment.between(20, 600))); // the moment is the point: any will do
    m_rig.server.kill();
    for (std::thread& thread : threads)
        thread.join();
}

// Asks an unanswered request again, twice: both answers are the same one.
void KillTest::settleOnce(Caller& caller, Sent& sent)
{
    if (!sent.isAnswered()) {
        ++m_unanswered;
        sent.reply = caller.call(sent);
    } else {
        ++m_acknowledged;
    }
    const HttpReply again = caller.call(sent);
    QVERIFY2(again.status == sent.reply.status, sent.path + '\n' + sent.reply.head + sent.reply.body + again.body);
    if (sent.reply.status == 201)
        QCOMPARE(again.body, sent.reply.body);
}

void KillTest::checkPaid(Caller& caller, Visit& visit)
{
    settleOnce(caller, *visit.pay);
    QVERIFY2(visit.pay->reply.status == 201, visit.pay->reply.body);
    const QByteArray order = visit.pay->reply.text("order").toLatin1();
    const HttpReply shown = caller.get("/api/v1/orders/" + order + "?key=" + visit.pay->reply.text("key").toLatin1());
    QCOMPARE(shown.status, 200);
    QVERIFY2(shown.body.contains('"' + visit.seat + '"'), shown.body);
    const auto [owner, fresh] = m_owners.try_emplace(visit.seat, order);
    QVERIFY2(fresh || owner->second == order, "sold twice: " + visit.seat);
}

void KillTest::checkVisit(Caller& caller, Visit& visit)
{
    if (visit.pay)
        return checkPaid(caller, visit);
    if (visit.release) {
        visit.release->isAnswered() ? ++m_acknowledged : ++m_unanswered;
        caller.call(*visit.release);
        const int status = caller.get(visit.release->path, visit.release->headers).status;
        QVERIFY2(status == 404 || status == 410, QByteArray::number(status));
        return;
    }
    settleOnce(caller, visit.hold);
    QVERIFY2(visit.hold.reply.status == 201 || visit.hold.reply.status == 409, visit.hold.reply.body);
    if (visit.hold.reply.status != 201)
        return;
    const HttpReply shown = caller.get("/api/v1/holds/" + visit.hold.reply.text("hold").toLatin1(),
                                       bearer(visit.hold.reply.header("Parterre-Session")));
    QVERIFY2(shown.status == 200, visit.hold.reply.body + shown.body);
    QVERIFY(shown.body.contains('"' + visit.seat + '"'));
}

// The unanswered ops again, and what was acknowledged before: the same outcomes.
void KillTest::checkCounter()
{
    const std::size_t known = m_outcomes.size();
    if (known < m_counter.ops.size()) {
        const auto reply = m_counter.push(m_rig.http, known + 1, m_counter.ops.size());
        QVERIFY2(reply.ok() && !reply->stopped, reply.ok() ? "stopped" : reply.error().detail.c_str());
        m_outcomes.insert(m_outcomes.end(), reply->outcomes.begin(), reply->outcomes.end());
        m_unanswered += static_cast<int>(m_outcomes.size() - known);
    }
    QCOMPARE(m_outcomes.size(), m_counter.ops.size());
    const std::size_t first = m_outcomes.size() > 100 ? m_outcomes.size() - 99 : 1;
    const auto again = m_counter.push(m_rig.http, first, m_counter.ops.size());
    QVERIFY(again.ok());
    for (std::size_t i = 0; i < again->outcomes.size(); ++i)
        QVERIFY2(again->outcomes[i] == m_outcomes[first - 1 + i], "an outcome changed");
    m_acknowledged += static_cast<int>(again->outcomes.size());
}

void KillTest::nothingAcknowledgedIsLost()
{
    for (int round = 0; round < rounds; ++round) {
        load(round);
        QVERIFY(m_rig.again());
        Caller caller(m_rig.server.port());
        for (auto& visits : m_visits)
            for (Visit& visit : visits) {
                checkVisit(caller, visit);
                if (QTest::currentTestFailed())
                    return qWarning("round %d, seat %s", round, visit.seat.constData());
            }
        checkCounter();
        if (QTest::currentTestFailed())
            return qWarning("round %d", round);
        const QByteArray seats = m_rig.seats(1);
        QVERIFY(seats.contains("\"states\""));
    }
    m_rig.server.kill();
    const CommandRun verified = m_rig.server.verify();
    QVERIFY2(verified.status == 0, verified.out + verified.err);
    QVERIFY(verified.out.contains("double_sold=0"));
    qInfo("rounds=%d acknowledged=%d unanswered=%d fan_orders=%zu ops=%zu | %s", rounds, m_acknowledged, m_unanswered,
          m_owners.size(), m_outcomes.size(), verified.out.trimmed().constData());
    QVERIFY(m_acknowledged > 100);
}

QTEST_GUILESS_MAIN(KillTest)
#include "kill_test.moc"

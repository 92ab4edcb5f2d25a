// The crowd on real sockets, with a server on the same loop that answers when it is told to.
#include "server/rehearse/crowd.h"

#include <QTest>

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <functional>
#include <optional>

using namespace parterre::rehearsal;

namespace {

constexpr Microseconds ms(int count)
{
    return Microseconds(count * 1'000);
}

// Takes connections and requests when asked to look, and answers each with `answer`.
class ScriptedServer
{
public:
    ScriptedServer()
    {
        m_listener = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        ::bind(m_listener, reinterpret_cast<sockaddr*>(&address), sizeof address);
        ::listen(m_listener, 64);
        socklen_t size = sizeof address;
        ::getsockname(m_listener, reinterpret_cast<sockaddr*>(&address), &size);
        problem = Target::resolve("http://127.0.0.1:" + std::to_string(ntohs(address.sin_port)), target);
    }
    ~ScriptedServer()
    {
        hangUp();
        ::close(m_listener);
    }

    void look()
    {
        for (int peer = ::accept4(m_listener, nullptr, nullptr, SOCK_NONBLOCK); peer >= 0;
             peer = ::accept4(m_listener, nullptr, nullptr, SOCK_NONBLOCK)) {
            m_peers.push_back(peer);
            ++accepted;
        }
        for (const int peer : m_peers) {
            char request[4096];
            const ssize_t size = ::recv(peer, request, sizeof request, 0);
            if (size <= 0)
                continue;
            requests.emplace_back(request, static_cast<std::size_t>(size));
            const std::string reply = answer(requests.back());
            ::send(peer, reply.data(), reply.size(), MSG_NOSIGNAL);
        }
    }
    // Looks every millisecond from that time on.
    void lookFrom(EventLoop& loop, Microseconds from)
    {
        loop.at(from, [this, &loop] {
            look();
            lookFrom(loop, loop.now() + ms(1));
        });
    }
    void hangUp()
    {
        for (const int peer : m_peers)
            ::close(peer);
        m_peers.clear();
    }

    Target target;
    std::string problem;
    std::vector<std::string> requests;
    int accepted = 0;
    std::function<std::string(const std::string&)> answer = [](const std::string&) {
        return "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}";
    };

private:
    int m_listener;
    std::vector<int> m_peers;
};

// Asks so many times, thinking between.
class Asker final : public Visitor
{
public:
    Asker(int times, Microseconds thinks, std::vector<int>& statuses, bool follows = false)
        : m_left(times), m_thinks(thinks), m_statuses(statuses), m_follows(follows)
    {}
    Next begin(Microseconds) override { return ask(Microseconds(0)); }
    Next answered(const Reply& reply, Microseconds) override
    {
        m_statuses.push_back(reply.failure == Failure::None ? reply.status : -static_cast<int>(reply.failure));
        return --m_left > 0 ? ask(m_thinks) : Next::leave();
    }
    std::optional<Ask> wantsStream() const override
    {
        return m_follows ? std::optional(Ask{Call::Stream, "GET", "/stream", {}, {}, false}) : std::nullopt;
    }

private:
    static Next ask(Microseconds after) { return {after, Ask{Call::Hold, "POST", "/hold", {}, "{}", true}}; }

    int m_left;
    Microseconds m_thinks;
    std::vector<int>& m_statuses;
    bool m_follows;
};

} // namespace

class CrowdTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_loop = std::make_unique<EventLoop>();
        m_recorder = Recorder();
        m_server = std::make_unique<ScriptedServer>();
        m_statuses.clear();
        QCOMPARE(m_server->problem, std::string());
    }
    void timesCountFromWhenSomebodyMeantToAsk();
    void whoThinksIsNotCountedAsWaiting();
    void aConnectionClosedMeanwhileIsNoAnswer();
    void aConnectionClosedInTheMiddleIs();
    void tooLateIsAnAnswerToo();
    void nobodyThereIsSaid();
    void streamsAreFollowedAndLeft();
    void whoHurriesDoesNotThink();

private:
    // Runs until everybody has left, ten seconds at most.
    void run(Crowd& crowd)
    {
        m_loop->at(m_loop->now() + ms(1), [this, &crowd] { wait(crowd); });
        m_loop->run();
        QCOMPARE(crowd.present(), std::size_t(0));
    }
    void wait(Crowd& crowd)
    {
        if (crowd.present() == 0 || m_loop->now() > ms(10'000))
            return m_loop->stop();
        m_loop->at(m_loop->now() + ms(1), [this, &crowd] { wait(crowd); });
    }
    const Histogram& holds(Kind kind = Kind::Accepted) const { return m_recorder.times(Call::Hold, kind); }

    std::unique_ptr<EventLoop> m_loop;
    Recorder m_recorder;
    std::unique_ptr<ScriptedServer> m_server;
    std::vector<int> m_statuses;
};

// The server stalls for 300 ms; ten come meanwhile and share one connection. Each waited since they came. Counted from
// when each was sent, only the first would have.
void CrowdTest::timesCountFromWhenSomebodyMeantToAsk()
{
    Crowd crowd(*m_loop, m_server->target, m_recorder, {ms(5'000), 1, true});
    for (int i = 0; i < 10; ++i)
        m_loop->at(ms(10 * i), [&, i] { crowd.admit(std::make_unique<Asker>(1, ms(0), m_statuses), {}, ms(10 * i)); });
    m_server->lookFrom(*m_loop, ms(300));
    m_loop->at(ms(150), [&] { QCOMPARE(crowd.lines(), std::size_t(1)); });
    m_loop->at(ms(200), [&] { run(crowd); });
    m_loop->run();
    QCOMPARE(m_statuses, std::vector<int>(10, 200));
    QCOMPARE(m_server->accepted, 1);
    QVERIFY(holds().percentile(0) >= ms(210)); // who came last, 90 ms after the first
    QVERIFY(holds().max() >= ms(300));
    QVERIFY(m_recorder.lateness().max() >= ms(200)); // and the report says that they were sent late
}

void CrowdTest::whoThinksIsNotCountedAsWaiting()
{
    Crowd crowd(*m_loop, m_server->target, m_recorder, {});
    m_server->lookFrom(*m_loop, ms(0));
    crowd.admit(std::make_unique<Asker>(3, ms(200), m_statuses), {}, m_loop->now());
    run(crowd);
    QCOMPARE(holds().count(), 3U);
    QVERIFY(m_loop->now() >= ms(400));
    QVERIFY(holds().percentile(0.6) < ms(200));
}

void CrowdTest::aConnectionClosedMeanwhileIsNoAnswer()
{
    Crowd crowd(*m_loop, m_server->target, m_recorder, {});
    m_server->lookFrom(*m_loop, ms(0));
    crowd.admit(std::make_unique<Asker>(2, ms(200), m_statuses), {}, m_loop->now());
    m_loop->at(ms(100), [this] { m_server->hangUp(); }); // while somebody thinks
    run(crowd);
    QCOMPARE(m_statuses, (std::vector<int>{200, 200}));
    QCOMPARE(m_server->accepted, 2);
    QCOMPARE(holds(Kind::Failed).count(), 0U);
}

void CrowdTest::aConnectionClosedInTheMiddleIs()
{
    Crowd crowd(*m_loop, m_server->target, m_recorder, {});
    m_server->answer = [](const std::string&) { return "HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\nhalf"; };
    m_server->lookFrom(*m_loop, ms(0));
    crowd.admit(std::make_unique<Asker>(1, ms(0), m_statuses), {}, m_loop->now());
    m_loop->at(ms(100), [this] { m_server->hangUp(); });
    run(crowd);
    QCOMPARE(m_statuses, std::vector<int>{-static_cast<int>(Failure::Closed)});
    QCOMPARE(m_server->requests.size(), std::size_t(1)); // who asks again decides the script
    QCOMPARE(holds(Kind::Failed).count(), 1U);
}

void CrowdTest::tooLateIsAnAnswerToo()
{
    Crowd crowd(*m_loop, m_server->target, m_recorder, {ms(150), 10, false});
    crowd.admit(std::make_unique<Asker>(1, ms(0), m_statuses), {}, m_loop->now()); // nobody ever looks
    run(crowd);
    QCOMPARE(m_statuses, std::vector<int>{-static_cast<int>(Failure::TooLate)});
    QVERIFY(holds(Kind::Failed).max() >= ms(150));
}

void CrowdTest::nobodyThereIsSaid()
{
    const Target gone = m_server->target;
    m_server.reset();
    Crowd crowd(*m_loop, gone, m_recorder, {});
    crowd.admit(std::make_unique<Asker>(1, ms(0), m_statuses), {}, m_loop->now());
    run(crowd);
    QCOMPARE(m_statuses, std::vector<int>{-static_cast<int>(Failure::Unreachable)});
    Target nowhere;
    QVERIFY(!Target::resolve("https://example.org", nowhere).empty());
    QVERIFY(!Target::resolve("http://", nowhere).empty());
}

void CrowdTest::streamsAreFollowedAndLeft()
{
    Crowd crowd(*m_loop, m_server->target, m_recorder, {});
    m_server->answer = [](const std::string& request) {
        return request.starts_with("GET /stream")
                   ? "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\nid: 1\n\n"
                   : "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}";
    };
    m_server->lookFrom(*m_loop, ms(0));
    crowd.admit(std::make_unique<Asker>(2, ms(100), m_statuses, true), {}, m_loop->now());
    m_loop->at(ms(50), [&] { QCOMPARE(crowd.lines(), std::size_t(2)); });
    run(crowd);
    QCOMPARE(m_statuses, (std::vector<int>{200, 200}));
    QCOMPARE(m_recorder.count(Call::Stream, Kind::Accepted), 1U);
    QCOMPARE(crowd.streamed(), 7U);
    QCOMPARE(crowd.lines(), std::size_t(0));
}

void CrowdTest::whoHurriesDoesNotThink()
{
    Crowd crowd(*m_loop, m_server->target, m_recorder, {});
    m_server->lookFrom(*m_loop, ms(0));
    crowd.admit(std::make_unique<Asker>(2, ms(60'000), m_statuses), {}, m_loop->now());
    m_loop->at(ms(100), [&] { crowd.hurry(ms(50)); });
    run(crowd);
    QCOMPARE(m_statuses, (std::vector<int>{200, 200}));
}

QTEST_GUILESS_MAIN(CrowdTest)
#include "crowd_test.moc"

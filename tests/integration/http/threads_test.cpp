// Sockets on several threads, answers on one: the same answers as with one thread, whoever leaves early or reads
// slowly.
#include "server/http/prepared.h"
#include "server/http/server_threads.h"
#include "sync/link/qt_clock.h"
#include "tests/support/blocking_http.h"
#include "tests/support/http_rig.h"

#include <QTest>

#include <thread>

using namespace parterre;
using namespace parterre::testing;
using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t threadCount = 3;

struct ThreadedRig
{
    explicit ThreadedRig(http::Limits limits = {}) : home(limits, clock), threads(home, limits, clock, threadCount)
    {
        auto& router = home.router();
        router.add(http::Method::Get, "/here", [this](const http::Request&, const http::Responder& responder) {
            responder.send(http::textResponse(200, std::this_thread::get_id() == main ? "home" : "elsewhere"));
        });
        router.add(http::Method::Get, "/prepared",
                   [this](const http::Request& request, const http::Responder& responder) {
                       inLanes += std::this_thread::get_id() == main ? 0 : 1;
                       responder.send(prepared.answer(request));
                   },
                   {0, true});
        router.add(http::Method::Post, "/echo", [](const http::Request& request, const http::Responder& responder) {
            responder.send(http::textResponse(200, QByteArray::fromStdString(std::string(request.header("x-name"))) +
                                                       request.body));
        });
        router.add(http::Method::Get, "/later",
                   [this](const http::Request&, const http::Responder& responder) { waiting.push_back(responder); });
        router.add(http::Method::Get, "/never", [](const http::Request&, const http::Responder&) {});
        router.add(http::Method::Get, "/stream", [this](const http::Request&, const http::Responder& responder) {
            streams.push_back(responder.stream({200, "text/event-stream", {}, {}, false}));
        });
    }
    bool listen()
    {
        const auto bound = threads.listen(QHostAddress(QHostAddress::LocalHost), 0);
        port = bound.ok() ? *bound : 0;
        return bound.ok();
    }
    // Runs `client` on a thread of its own while this one answers.
    template <typename Client>
    bool serve(int clients, const Client& client)
    {
        std::atomic<int> running{clients};
        std::vector<std::thread> all;
        for (int i = 0; i < clients; ++i)
            all.emplace_back([&, i] {
                client(i);
                --running;
            });
        const bool ended = runUntil([&] { return running == 0; });
        for (std::thread& one : all)
            one.join();
        return ended;
    }

    QtClock clock;
    const std::thread::id main = std::this_thread::get_id();
    std::atomic<int> inLanes{0};
    const http::Prepared prepared{"text/plain", {}, QByteArray(10'000, 'p'), http::Effort::Best};
    std::vector<http::Responder> waiting;
    std::vector<http::Stream> streams;
    std::uint16_t port = 0;
    http::Server home;
    http::ServerThreads threads;
};

} // namespace

class ThreadsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersAtHomeAndWherePrepared()
    {
        ThreadedRig rig;
        QVERIFY(rig.listen());
        std::atomic<int> good{0};
        QVERIFY(rig.serve(12, [&](int client) {
            BlockingHttp http(rig.port);
            for (int i = 0; i < 50; ++i) {
                const QByteArray name = QByteArray::number(client * 1'000 + i);
                good += http.get("/here").body == "home" ? 1 : 0;
                good += http.post("/echo", QByteArray(i * 100, 'e'), {{"X-Name", name}}).body ==
                                name + QByteArray(i * 100, 'e')
                            ? 1
                            : 0;
                good += http.get("/prepared").body.size() == 10'000 ? 1 : 0;
                good += http.get("/nothing").status == 404 ? 1 : 0;
            }
        }));
        QCOMPARE(good.load(), 12 * 50 * 4);
        QCOMPARE(rig.inLanes.load(), 12 * 50);
    }

    void aDroppedResponderAnswers500()
    {
        ThreadedRig rig;
        QVERIFY(rig.listen());
        std::atomic<int> status{0};
        QVERIFY(rig.serve(1, [&](int) { status = BlockingHttp(rig.port).get("/never").status; }));
        QCOMPARE(status.load(), 500);
    }

    void outlivesPeersThatLeaveEarly()
    {
        ThreadedRig rig;
        QVERIFY(rig.listen());
        QVERIFY(rig.serve(20, [&](int) {
            HttpConnection peer(rig.port);
            peer.send(requestBytes("GET", "/later"));
            peer.leave();
        }));
        runUntil([&] { return rig.waiting.size() == 20; });
        QVERIFY(runUntil([&] {
            return std::none_of(rig.waiting.begin(), rig.waiting.end(),
                                [](const http::Responder& one) { return one.isPeerThere(); });
        }));
        for (const http::Responder& one : rig.waiting)
            one.send(http::textResponse(200, "too late"));
        std::atomic<int> status{0};
        QVERIFY(rig.serve(1, [&](int) { status = BlockingHttp(rig.port).get("/here").status; }));
        QCOMPARE(status.load(), 200);
    }

    void streamsAcrossThreads()
    {
        ThreadedRig rig;
        QVERIFY(rig.listen());
        std::atomic<int> heard{0};
        bool told = false;
        std::atomic<int> running{5};
        std::vector<std::thread> readers;
        for (int i = 0; i < 5; ++i)
            readers.emplace_back([&] {
                HttpConnection reader(rig.port);
                reader.send(requestBytes("GET", "/stream"));
                heard += reader.readThrough("data: 99\n\n").contains("data: 0\n\n") ? 1 : 0;
                --running;
            });
        QVERIFY(runUntil([&] {
            if (!told && rig.streams.size() == 5) {
                told = true;
                for (int k = 0; k < 100; ++k)
                    for (http::Stream& stream : rig.streams)
                        stream.write("data: " + QByteArray::number(k) + "\n\n");
            }
            return running == 0;
        }));
        for (std::thread& reader : readers)
            reader.join();
        QCOMPARE(heard.load(), 5);
        QVERIFY(runUntil([&] {
            return std::none_of(rig.streams.begin(), rig.streams.end(),
                                [](const http::Stream& one) { return one.isOpen(); });
        }));
    }

    void aStreamNobodyReadsGrowsABacklog()
    {
        http::Limits limits;
        limits.streamBacklog = 64 * 1024;
        ThreadedRig rig(limits);
        QVERIFY(rig.listen());
        StubbornPeer peer(rig.port, 4 * 1024);
        peer.send("GET /stream HTTP/1.1\r\nHost: a\r\n\r\n");
        QVERIFY(runUntil([&] { return rig.streams.size() == 1; }));
        qint64 most = 0;
        QVERIFY(runUntil([&] {
            rig.streams[0].write(QByteArray(4 * 1024, 'x'));
            most = std::max(most, rig.streams[0].backlog());
            return !rig.streams[0].isOpen();
        }));
        QVERIFY(most > 8 * 1024);
    }

    void countsConnectionsOfAllThreadsTogether()
    {
        http::Limits limits;
        limits.connectionsPerAddress = 10;
        ThreadedRig rig(limits);
        QVERIFY(rig.listen());
        std::atomic<int> refused{0};
        std::atomic<int> served{0};
        std::atomic<int> asked{0};
        QVERIFY(rig.serve(14, [&](int) {
            HttpConnection peer(rig.port);
            peer.send(requestBytes("GET", "/here"));
            const int status = peer.reply().status;
            refused += status == 429 ? 1 : 0;
            served += status == 200 ? 1 : 0;
            ++asked;
            const QDeadlineTimer deadline(10'000);
            while (asked < 14 && !deadline.hasExpired())
                std::this_thread::yield();
        }));
        QCOMPARE(served.load(), 10);
        QCOMPARE(refused.load(), 4);
    }

    void thePortOfAnotherIsNotShared()
    {
        ThreadedRig rig;
        QVERIFY(rig.listen());
        ThreadedRig other;
        QCOMPARE(other.threads.listen(QHostAddress(QHostAddress::LocalHost), rig.port).error().code,
                 ErrorCode::Unavailable);
    }

    void stopsGracefully()
    {
        ThreadedRig rig;
        QVERIFY(rig.listen());
        std::atomic<int> status{0};
        bool stopped = false;
        std::thread client([&] { status = BlockingHttp(rig.port).get("/later").status; });
        QVERIFY(runUntil([&] { return rig.waiting.size() == 1; }));
        rig.threads.stop(Milliseconds(5'000), [&] { stopped = true; });
        rig.waiting[0].send(http::textResponse(200, "finished"));
        QVERIFY(runUntil([&] { return stopped; }));
        client.join();
        QCOMPARE(status.load(), 200);
    }

    void diesWithWorkUnderWay()
    {
        auto rig = std::make_unique<ThreadedRig>();
        QVERIFY(rig->listen());
        std::vector<http::Responder> kept;
        std::thread client([port = rig->port] { (void)BlockingHttp(port).get("/later"); });
        QVERIFY(runUntil([&] { return rig->waiting.size() == 1; }));
        kept = std::move(rig->waiting);
        rig.reset();
        client.join();
        QVERIFY(!kept[0].isPeerThere());
        kept[0].send(http::textResponse(200, "nobody hears it"));
    }
};

QTEST_GUILESS_MAIN(ThreadsTest)
#include "threads_test.moc"

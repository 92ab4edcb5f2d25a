// As many connections as the server takes, and nobody on them says a word: those who ask are served as ever, the next
// one is told to come again, and the silent ones are put out when their time is over.
#include "tests/integration/overload/load_phase.h"
#include "tests/support/api_rig.h"
#include "tests/support/generated_plans.h"

#include <QTest>

#include <cerrno>
#include <sys/resource.h>

using namespace parterre;
using namespace parterre::testing;

namespace {

constexpr std::size_t wanted = 20'000;
constexpr std::size_t serversOwnFiles = 64; // as the program says: connections are what the limit of files leaves
constexpr std::size_t anAddress = 60;       // of 64
constexpr std::uint64_t memoryEach = 8 * 1024;
constexpr int idleMs = 30'000;

// The limit of open files, as high as the system lets us, for the server too.
std::size_t openFiles()
{
    rlimit files{};
    ::getrlimit(RLIMIT_NOFILE, &files);
    rlimit more = files;
    more.rlim_cur = more.rlim_max = 2 * wanted;
    if (files.rlim_max < more.rlim_max && ::setrlimit(RLIMIT_NOFILE, &more) != 0) {
        files.rlim_cur = files.rlim_max;
        ::setrlimit(RLIMIT_NOFILE, &files);
    }
    ::getrlimit(RLIMIT_NOFILE, &files);
    return files.rlim_cur;
}

int connectFrom(const QByteArray& address, std::uint16_t port)
{
    const int descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in from{};
    from.sin_family = AF_INET;
    from.sin_addr.s_addr = htonl(QHostAddress(QString::fromLatin1(address)).toIPv4Address());
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_port = htons(port);
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (descriptor >= 0 && ::bind(descriptor, reinterpret_cast<sockaddr*>(&from), sizeof from) == 0 &&
        ::connect(descriptor, reinterpret_cast<sockaddr*>(&to), sizeof to) == 0)
        return descriptor;
    qWarning("a socket from %s: %s", address.constData(), std::strerror(errno));
    ::close(descriptor);
    return -1;
}

// The i-th seat of the first section, fifty a row.
QByteArray bodyFor(int i)
{
    return QByteArray("{\"seats\":[\"S1/") + static_cast<char>('A' + i / 50) + '/' + QByteArray::number(i % 50 + 1) +
           "\"]}";
}

class SilentCrowd
{
public:
    ~SilentCrowd()
    {
        for (const int descriptor : m_sockets)
            ::close(descriptor);
    }
    // Every second one asks once and stays, the others never say anything.
    bool come(std::size_t count, std::uint16_t port)
    {
        const QByteArray request = requestBytes("GET", "/healthz");
        for (std::size_t i = 0; i < count; ++i) {
            const std::size_t house = i / anAddress;
            const int descriptor = connectFrom(
                "127.2." + QByteArray::number(house / 250) + '.' + QByteArray::number(house % 250 + 1), port);
            if (descriptor < 0)
                return false;
            m_sockets.push_back(descriptor);
            char answer[1'024];
            if (i % 2 == 1 &&
                (::send(descriptor, request.constData(), static_cast<std::size_t>(request.size()), 0) < 0 ||
                 ::recv(descriptor, answer, sizeof answer, 0) <= 0))
                return false;
        }
        return true;
    }
    // Those that the server has not closed.
    std::size_t present() const
    {
        std::size_t open = 0;
        char byte = 0;
        for (const int descriptor : m_sockets)
            open += ::recv(descriptor, &byte, 1, MSG_PEEK | MSG_DONTWAIT) < 0 && errno == EAGAIN ? 1 : 0;
        return open;
    }

private:
    std::vector<int> m_sockets;
};

} // namespace

class IdleTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whoSaysNothingIsInNobodysWay()
    {
        const std::size_t files = openFiles();
        const std::size_t places = std::min(wanted, files - serversOwnFiles);
        ApiRig rig;
        QVERIFY(rig.start({{1, test::block(2'000, 1.5)}}, "connections=" + QByteArray::number(wanted) +
                                                              "\nidleMs=" + QByteArray::number(idleMs) + '\n'));
        const std::uint64_t before = memoryOf(rig.server.pid());
        HttpConnection fan(rig.server.port(), QStringLiteral("127.3.0.1"));
        SilentCrowd crowd;
        QElapsedTimer timer;
        timer.start();
        QVERIFY(crowd.come(places - 1, rig.server.port()));
        const qint64 cameWithin = timer.elapsed();

        qint64 longest = 0;
        for (int i = 0; i < 200; ++i) {
            QElapsedTimer one;
            one.start();
            QVERIFY(fan.send(requestBytes("POST", eventPath(1) + "/holds", bodyFor(i))));
            const HttpReply reply = fan.reply();
            QVERIFY2(reply.status == 201, reply.head + reply.body);
            longest = std::max(longest, one.elapsed());
        }
        const std::uint64_t grown = memoryOf(rig.server.pid()) - before;
        const HttpReply next = rig.server.http(QStringLiteral("127.3.0.2")).get("/healthz");
        const std::size_t present = crowd.present();
        qInfo("%zu silent connections within %lld ms, %.1f kB each; the longest of 200 holds %lld ms", places - 1,
              static_cast<long long>(cameWithin), static_cast<double>(grown) / 1024 / static_cast<double>(places),
              static_cast<long long>(longest));
        QCOMPARE(present, places - 1);
        QCOMPARE(next.status, 503);
        QVERIFY(!next.header("Retry-After").isEmpty());
        QVERIFY(longest < 1'000);
        QVERIFY(grown < memoryEach * places);

        QTRY_COMPARE_WITH_TIMEOUT(crowd.present(), 0U, 2 * idleMs);
        const auto health = [&] { return rig.server.http(QStringLiteral("127.3.0.2")).get("/healthz").status; };
        QTRY_COMPARE_WITH_TIMEOUT(health(), 200, 10'000); // it lingers for a moment
        QVERIFY(rig.endsWell());
    }
};

QTEST_GUILESS_MAIN(IdleTest)
#include "idle_test.moc"

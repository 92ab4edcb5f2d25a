// HttpLink over real sockets against a server that says what the test tells it to.
#include "sync/link/http_link.h"
#include "sync/link/qt_clock.h"
#include "sync/link/qt_scheduler.h"

#include <QElapsedTimer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QtTest/QTest>

using namespace parterre;
using namespace Qt::StringLiterals;

namespace {

struct Seen
{
    QByteArray target; // "GET /path"
    QByteArray head;
    QByteArray body;
};

// Answers every request by a function of it; an empty answer means silence.
class StubServer : public QTcpServer
{
public:
    std::function<QByteArray(const Seen&)> answer;
    std::vector<Seen> seen;

    StubServer()
    {
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket* socket = nextPendingConnection();
            auto buffer = std::make_shared<QByteArray>();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket, buffer] {
                *buffer += socket->readAll();
                serve(*socket, *buffer);
            });
        });
        listen(QHostAddress::LocalHost);
    }
    std::string address() const { return "http://127.0.0.1:" + std::to_string(serverPort()); }

private:
    void serve(QTcpSocket& socket, QByteArray& buffer)
    {
        const qsizetype end = buffer.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        const QByteArray head = buffer.left(end);
        const qsizetype field = head.toLower().indexOf("content-length: ");
        const qsizetype size = field < 0 ? 0 : head.mid(field + 16, head.indexOf("\r\n", field) - field - 16).toInt();
        if (buffer.size() < end + 4 + size)
            return;
        seen.push_back({head.left(head.indexOf(" HTTP/")), head, buffer.mid(end + 4, size)});
        buffer.remove(0, end + 4 + size);
        const QByteArray reply = answer(seen.back());
        if (!reply.isEmpty())
            socket.write(reply);
    }
};

QByteArray http(int status, const QByteArray& body, const QByteArray& type = "application/json")
{
    return "HTTP/1.1 " + QByteArray::number(status) + " x\r\nContent-Type: " + type +
           "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

const QByteArray session = "{\"token\":\"tok\",\"role\":\"seller\",\"expires_at\":\"2026-11-25T00:00:00Z\"}";
const QByteArray forgotten = "{\"error\":{\"code\":\"unauthenticated\",\"message\":\"who?\"}}";

} // namespace

class HttpLinkTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<StubServer>();
        QVERIFY(m_server->isListening());
        m_link = std::make_unique<HttpLink>();
        m_device.server = m_server->address();
        m_device.device.bytes.fill(7);
        m_device.seed.fill(9);
        m_link->setDevice(m_device);
        m_server->answer = [](const Seen& seen) {
            return seen.target.endsWith("/sessions") ? http(201, session) : http(404, "{}");
        };
    }

    void enrols()
    {
        m_server->answer = [](const Seen&) {
            return http(201,
                        "{\"device\":\"07070707070707070707070707070707\",\"install_gen\":2,\"server_public_key\":\"" +
                            toBase64Url(Bytes(32, 'k').constData(), 32) + "\"}");
        };
        const Result<EnrolledDevice> enrolled = wait<EnrolledDevice>([this](auto done) {
            m_link->enrol({m_server->address(), "c", "Till", {}}, done);
        });
        QVERIFY2(enrolled.ok(), enrolled ? "" : enrolled.error().detail.c_str());
        QCOMPARE(enrolled->device, m_device.device);
        QCOMPARE(enrolled->installGen, 2u);
        QCOMPARE(enrolled->serverKey[31], std::uint8_t('k'));
        QCOMPARE(m_server->seen.at(0).target, QByteArray("POST /api/v1/counters/enrol"));
        QVERIFY(!m_server->seen.at(0).body.contains("install_gen"));
        (void)wait<EnrolledDevice>([this](auto done) {
            m_link->enrol({m_server->address(), "c", "Till", {}, m_device.device, 7}, done);
        });
        QVERIFY(m_server->seen.at(1).body.contains("\"device\":\"07070707070707070707070707070707\""));
        QVERIFY(m_server->seen.at(1).body.contains("\"install_gen\":7"));
    }

    void signsPushesWithTheDeviceKey()
    {
        OutcomeBatch reply;
        reply.applied = 3;
        m_server->answer = [&reply](const Seen& seen) {
            return seen.target.endsWith("/sessions") ? http(201, session) : http(200, encodeOutcomeBatch(reply));
        };
        QVERIFY(signIn().ok());
        OpBatch batch;
        batch.device = m_device.device;
        batch.ops.push_back({1, "bytes", {}, {}});
        const Result<OutcomeBatch> pushed = wait<OutcomeBatch>([&](auto done) { m_link->pushOps(batch, done); });
        QVERIFY2(pushed.ok(), pushed ? "" : pushed.error().detail.c_str());
        QVERIFY(*pushed == reply);
        const Seen& seen = m_server->seen.back();
        QCOMPARE(seen.target, QByteArray("POST /api/v1/counters/07070707070707070707070707070707/ops"));
        QVERIFY(seen.head.contains("Authorization: Bearer tok"));
        QVERIFY(isSigned(seen, seen.body));
    }

    // Which of the logs it has seen, and how far, is not anybody's to say.
    void signsPulls()
    {
        m_server->answer = [](const Seen& seen) {
            return seen.target.endsWith("/sessions") ? http(201, session) : http(200, encodeLogPage({}));
        };
        QVERIFY(signIn().ok());
        const PullQuery query{EventId{{3}}, LogId{{4}}, 5, Milliseconds(0)};
        QVERIFY(wait<LogPage>([&](auto done) { m_link->pullLog(query, done); }).ok());
        const Seen& seen = m_server->seen.back();
        QVERIFY(seen.head.contains("Parterre-Device: 07070707070707070707070707070707"));
        QVERIFY(isSigned(seen, pullStatement(query.event, query.logId, query.after)));
        QVERIFY(!isSigned(seen, pullStatement(query.event, query.logId, query.after + 1)));
    }

    void signsInAgainWhenTheCentreForgot()
    {
        int refusals = 1;
        m_server->answer = [&refusals](const Seen& seen) {
            if (seen.target.endsWith("/sessions"))
                return http(201, session);
            return refusals-- > 0 ? http(401, forgotten)
                                  : http(200, "{\"events\":[{\"id\":\"01000000000000000000000000000001\",\"title\":\"A "
                                              "Night\",\"venue\":\"House\",\"starts_at\":\"2026-12-01T19:30:00Z\","
                                              "\"time_zone\":\"Europe/Vienna\"}]}");
        };
        QVERIFY(signIn().ok());
        const auto events = wait<std::vector<EventSummary>>([this](auto done) { m_link->events(done); });
        QVERIFY2(events.ok(), events ? "" : events.error().detail.c_str());
        QCOMPARE(events->size(), std::size_t(1));
        QCOMPARE(events->front().title, std::string("A Night"));
        QCOMPARE(m_server->seen.size(), std::size_t(4)); // session, refused, session, events
    }

    void givesUpWhenTheCentreKeepsForgetting()
    {
        m_server->answer = [](const Seen& seen) {
            return seen.target.endsWith("/sessions") ? http(201, session) : http(401, forgotten);
        };
        QVERIFY(signIn().ok());
        const auto events = wait<std::vector<EventSummary>>([this](auto done) { m_link->events(done); });
        QCOMPARE(events.error().code, ErrorCode::Unauthenticated);
        QCOMPARE(m_server->seen.size(), std::size_t(4));
    }

    void signsInByItselfWhenTheLineReturns()
    {
        m_server->close();
        QVERIFY(isOffline(signIn().error().code));
        QVERIFY(m_server->listen(QHostAddress::LocalHost, QUrl(QString::fromStdString(m_device.server)).port()));
        m_server->answer = [](const Seen& seen) {
            return seen.target.endsWith("/sessions") ? http(201, session) : http(200, "{\"events\":[]}");
        };
        QVERIFY(wait<std::vector<EventSummary>>([this](auto done) { m_link->events(done); }).ok());
    }

    void forgetsAWrongPassword()
    {
        m_server->answer = [](const Seen&) { return http(401, forgotten); };
        QCOMPARE(signIn().error().code, ErrorCode::Unauthenticated);
        const auto events = wait<std::vector<EventSummary>>([this](auto done) { m_link->events(done); });
        QCOMPARE(events.error().code, ErrorCode::Unauthenticated);
        QCOMPARE(m_server->seen.size(), std::size_t(1)); // not asked with a password known to be wrong
    }

    void aSilentCentreIsNoticedWithinTwoSeconds()
    {
        QVERIFY(signIn().ok());
        m_server->answer = [](const Seen&) { return QByteArray(); };
        QElapsedTimer timer;
        timer.start();
        const Result<LogPage> page = wait<LogPage>([this](auto done) {
            m_link->pullLog({EventId{}, LogId{}, 4, Milliseconds(1000)}, done);
        });
        QCOMPARE(page.error().code, ErrorCode::Timeout);
        QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
        QVERIFY(m_server->seen.back().target.endsWith("/log?log_id=00000000000000000000000000000000&after=4&wait=1"));
    }

    // A crowd makes the centre slow, and a clerk at the sign-in has nothing else to do: longer than for other calls.
    void aClerkIsWaitedForAtASlowSignIn()
    {
        m_server->answer = [](const Seen&) { return QByteArray(); };
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(signIn().error().code, ErrorCode::Timeout);
        QVERIFY2(timer.elapsed() > 8'000 && timer.elapsed() < 12'000, qPrintable(QString::number(timer.elapsed())));
    }

    void errorsKeepTheirNames_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("resync") << 409 << QByteArray("{\"error\":{\"code\":\"resync\",\"message\":\"\"}}")
                                << ErrorCode::Resync;
        QTest::newRow("future") << 409 << QByteArray("{\"error\":{\"code\":\"future_cursor\",\"message\":\"\"}}")
                                << ErrorCode::FutureCursor;
        QTest::newRow("proxy") << 502 << QByteArray("<html>bad gateway") << ErrorCode::Unavailable;
        QTest::newRow("nonsense") << 418 << QByteArray("tea") << ErrorCode::Internal;
        QTest::newRow("not a page") << 200 << QByteArray("hello") << ErrorCode::Malformed;
        QTest::newRow("too large") << 200 << QByteArray(3 * 1024 * 1024, 'x') << ErrorCode::TooLarge;
    }
    void errorsKeepTheirNames()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(ErrorCode, code);
        QVERIFY(signIn().ok());
        m_server->answer = [&](const Seen&) { return http(status, body); };
        const Result<LogPage> page = wait<LogPage>([this](auto done) {
            m_link->pullLog({EventId{}, LogId{}, 0, Milliseconds(0)}, done);
        });
        QVERIFY(!page.ok());
        QCOMPARE(page.error().code, code);
    }

    void schedulerRunsAndCancels()
    {
        QtScheduler scheduler;
        std::vector<int> ran;
        scheduler.after(Milliseconds(20), [&] { ran.push_back(2); });
        scheduler.cancel(scheduler.after(Milliseconds(5), [&] { ran.push_back(9); }));
        scheduler.after(Milliseconds(0), [&] {
            ran.push_back(1);
            scheduler.after(Milliseconds(40), [&] { ran.push_back(3); });
        });
        QVERIFY(QTest::qWaitFor([&] { return ran.size() == 3; }));
        QCOMPARE(ran, (std::vector<int>{1, 2, 3}));
        QVERIFY(QtClock().sinceBoot().count() > 0);
        QVERIFY(!QtClock::bootId().empty());
    }

private:
    // By the key of this device.
    bool isSigned(const Seen& seen, const Bytes& message) const
    {
        const QByteArray name = "Parterre-Signature: ";
        const qsizetype at = seen.head.indexOf(name) + name.size();
        const std::optional<Bytes> raw = fromBase64Url(seen.head.mid(at, seen.head.indexOf("\r\n", at) - at));
        if (!raw || raw->size() != 64)
            return false;
        Signature signature;
        std::copy(raw->begin(), raw->end(), signature.begin());
        const PublicKey key = SigningKey::fromSeed(m_device.seed).publicKey();
        return verifySignature(key, message.constData(), static_cast<std::size_t>(message.size()), signature);
    }
    static bool isOffline(ErrorCode code) { return code == ErrorCode::Offline || code == ErrorCode::Timeout; }
    Result<SignedIn> signIn()
    {
        return wait<SignedIn>([this](auto done) { m_link->signIn("ann", "secret", done); });
    }
    template <typename T, typename Ask>
    Result<T> wait(Ask ask)
    {
        std::optional<Result<T>> answer;
        ask([&answer](Result<T> result) {
            PARTERRE_REQUIRE(!answer);
            answer = std::move(result);
        });
        PARTERRE_REQUIRE(!answer);
        PARTERRE_REQUIRE(QTest::qWaitFor([&answer] { return answer.has_value(); }, 15'000));
        return std::move(*answer);
    }

    std::unique_ptr<StubServer> m_server;
    std::unique_ptr<HttpLink> m_link;
    DeviceCredentials m_device;
};

QTEST_GUILESS_MAIN(HttpLinkTest)
#include "http_link_test.moc"

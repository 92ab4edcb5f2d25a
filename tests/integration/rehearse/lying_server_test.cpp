// A server that sells every seat to everybody, or takes another price than it said: the rehearsal must find it out.
#include "server/http/server.h"
#include "sync/link/qt_clock.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace parterre;
using namespace Qt::StringLiterals;

namespace {

constexpr auto eventId = "00000000000000000000000000000001";

// As much of the API as a fan who comes straight to the seats asks for.
class LyingServer
{
public:
    enum class Lie { None, SellsTwice, ForgetsSales, TakesMore };

    explicit LyingServer(Lie lie) : m_lie(lie), m_server({}, m_clock)
    {
        const std::string event = "/api/v1/events/" + std::string(eventId);
        answer("/api/v1/events", R"({"events":[{"id":")" + QByteArray(eventId) + R"(","sale_state":"on_sale"}]})");
        answer(event, R"({"id":")" + QByteArray(eventId) +
                          R"(","title":"T","venue":"V","sale_state":"on_sale","price_areas":[{"name":"A","prices":[)"
                          R"({"type":"N","price":{"amount":2000,"currency":"EUR"}}]}],"standing":[]})");
        QByteArray seats;
        for (int i = 1; i <= places; ++i)
            seats += QByteArray(i > 1 ? "," : "") + R"({"label":"S/1/)" + QByteArray::number(i) + R"(","area":"A"})";
        answer(event + "/plan", R"({"sections":[{"name":"S","rows":[{"name":"1","seats":[)" + seats + "]}]}]}");
        on(http::Method::Get, event + "/seats", [this](const http::Request&) {
            const int gone = m_lie == Lie::ForgetsSales ? 0 : std::min(m_sold, places);
            return R"({"seq":1,"states":")" + QByteArray(gone, 'x') + QByteArray(places - gone, 'f') + "\"}";
        });
        on(http::Method::Post, event + "/holds", [this](const http::Request&) {
            const int seat = m_lie == Lie::SellsTwice ? 1 : ++m_held;
            return R"({"hold":")" + QByteArray::number(seat) + R"(","seats":["S/1/1"],"total":{"amount":2000}})";
        });
        on(http::Method::Post, "/api/v1/holds/{hold}/checkout", [this](const http::Request& request) {
            const QByteArray order =
                QByteArray::number(++m_sold) + '-' + QByteArray::fromStdString(std::string(request.param("hold")));
            return R"({"order":")" + order + R"(","key":"k","payment":{"state":"captured"}})";
        });
        on(http::Method::Get, "/api/v1/orders/{order}", [this](const http::Request& request) {
            const QByteArray seat = QByteArray::fromStdString(std::string(request.param("order"))).split('-').back();
            const QByteArray price = m_lie == Lie::TakesMore ? "2001" : "2000";
            return R"({"state":"paid","tickets":[{"place":"S/1/)" + seat + R"(","price":{"amount":)" + price +
                   R"(}}],"total":{"amount":)" + price + "}}";
        });
        m_port = m_server.listen(QHostAddress::LocalHost, 0).value();
    }
    std::uint16_t port() const { return m_port; }

private:
    using Handler = std::function<QByteArray(const http::Request&)>;
    void on(http::Method method, const std::string& path, Handler handler)
    {
        m_server.router().add(method, path, [=](const http::Request& request, const http::Responder& responder) {
            responder.send(http::jsonResponse(method == http::Method::Get ? 200 : 201, handler(request)));
        });
    }
    void answer(const std::string& path, const QByteArray& body)
    {
        on(http::Method::Get, path, [body](const http::Request&) { return body; });
    }

    static constexpr int places = 40;
    Lie m_lie;
    QtClock m_clock;
    http::Server m_server;
    int m_held = 0;
    int m_sold = 0;
    std::uint16_t m_port = 0;
};

} // namespace

class LyingServerTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isFoundOut_data();
    void isFoundOut();
};

void LyingServerTest::isFoundOut_data()
{
    QTest::addColumn<int>("lie");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("list");
    QTest::newRow("an honest one") << static_cast<int>(LyingServer::Lie::None) << 0 << QString();
    QTest::newRow("sells a seat twice") << static_cast<int>(LyingServer::Lie::SellsTwice) << 1 << u"sold_twice"_s;
    QTest::newRow("forgets what it sold") << static_cast<int>(LyingServer::Lie::ForgetsSales) << 1 << u"not_taken"_s;
    QTest::newRow("takes more than it said") << static_cast<int>(LyingServer::Lie::TakesMore) << 1 << u"wrong_money"_s;
}

void LyingServerTest::isFoundOut()
{
    QFETCH(int, lie);
    QFETCH(int, status);
    QFETCH(QString, list);
    LyingServer server(static_cast<LyingServer::Lie>(lie));
    QTemporaryDir folder;
    QProcess rehearsal;
    QEventLoop loop; // the server's
    QObject::connect(&rehearsal, &QProcess::finished, &loop, &QEventLoop::quit);
    rehearsal.start(QStringLiteral(PARTERRE_SERVER),
                    {u"rehearse"_s, u"--target"_s, u"http://127.0.0.1:%1"_s.arg(server.port()), u"--report"_s,
                     folder.path(), u"--fans"_s, u"20"_s, u"--buy"_s, u"1"_s, u"--straight"_s, u"--for"_s, u"5"_s});
    loop.exec();
    QCOMPARE(rehearsal.exitStatus(), QProcess::NormalExit);
    QCOMPARE(rehearsal.exitCode(), status);
    QFile file(folder.filePath(u"report.json"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonObject sales = QJsonDocument::fromJson(file.readAll()).object()[u"sales"_s].toObject();
    QCOMPARE(sales[u"orders"_s].toInt(), 20);
    for (const QString& name : {u"sold_twice"_s, u"not_taken"_s, u"wrong_money"_s})
        QCOMPARE(sales[name].toArray().isEmpty(), name != list);
    QCOMPARE(rehearsal.readAllStandardOutput().contains("!!"), status == 1);
}

QTEST_GUILESS_MAIN(LyingServerTest)
#include "lying_server_test.moc"

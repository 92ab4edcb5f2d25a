// What a request is worth when there is too much to do.
#include "server/api/front_gate.h"

#include <QTest>

using namespace parterre;

namespace {

struct ClosedDoor : Admission
{
    bool admits(const EventId& event, const std::optional<HolderId>& fan) const override
    {
        return event != closed || fan == guest;
    }
    EventId closed = *EventId::fromString("0000000000000000000000000000000a");
    HolderId guest = *HolderId::fromString("000000000000000000000000000000ff");
};

} // namespace

class FrontGateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void worth_data()
    {
        QTest::addColumn<int>("method");
        QTest::addColumn<QString>("path");
        QTest::addColumn<int>("worth"); // -1: always served
        const auto row = [](http::Method method, const char* path, std::optional<Worth> worth) {
            QTest::addRow("%s %d", path, static_cast<int>(method))
                << static_cast<int>(method) << path << (worth ? static_cast<int>(*worth) : -1);
        };
        using http::Method;
        row(Method::Get, "/", Worth::Visit);
        row(Method::Get, "/events/1", Worth::Visit);
        row(Method::Get, "/api/v1/events", Worth::Visit);
        row(Method::Get, "/api/v1/events/1", Worth::Visit);
        row(Method::Get, "/events/1/seats", Worth::Map);
        row(Method::Head, "/api/v1/events/1/seats", Worth::Map);
        row(Method::Get, "/api/v1/events/1/plan", Worth::Map);
        row(Method::Get, "/api/v1/events/1/seats/stream", Worth::Map);
        row(Method::Post, "/api/v1/events/1/holds", Worth::Hold);
        row(Method::Post, "/events/1/hold", Worth::Hold);
        row(Method::Get, "/holds/1", Worth::Payment);
        row(Method::Post, "/holds/1/checkout", Worth::Payment);
        row(Method::Post, "/api/v1/holds/1/checkout", Worth::Payment);
        row(Method::Get, "/api/v1/orders/1", Worth::Payment);
        row(Method::Get, "/orders/1", Worth::Payment);
        row(Method::Post, "/api/v1/payments/notices", std::nullopt);
        row(Method::Post, "/pay/1", std::nullopt);
        row(Method::Get, "/healthz", std::nullopt);
        row(Method::Get, "/style.css", std::nullopt);
        row(Method::Post, "/api/v1/staff/sessions", std::nullopt);
        row(Method::Post, "/api/v1/counters/1/ops", std::nullopt);
        row(Method::Get, "/api/v1/events/1/log", std::nullopt);
        row(Method::Get, "/api/v1/events/1/snapshot", std::nullopt);
    }
    void worth()
    {
        QFETCH(int, method);
        QFETCH(QString, path);
        QFETCH(int, worth);
        http::Request request;
        request.method = static_cast<http::Method>(method);
        request.path = path.toStdString();
        const auto found = worthOf(request);
        QCOMPARE(found ? static_cast<int>(*found) : -1, worth);
    }

    void theDoorIsAskedAtTheSeats_data()
    {
        QTest::addColumn<int>("method");
        QTest::addColumn<QString>("path");
        QTest::addColumn<bool>("asked");
        const auto row = [](http::Method method, const char* path, bool asked) {
            QTest::addRow("%s %d", path, static_cast<int>(method)) << static_cast<int>(method) << path << asked;
        };
        using http::Method;
        row(Method::Get, "/events/0000000000000000000000000000000a/seats", true);
        row(Method::Post, "/events/0000000000000000000000000000000a/hold", true);
        row(Method::Get, "/api/v1/events/0000000000000000000000000000000a/seats", true);
        row(Method::Head, "/api/v1/events/0000000000000000000000000000000a/seats", true);
        row(Method::Get, "/api/v1/events/0000000000000000000000000000000A/seats/stream", true);
        row(Method::Post, "/api/v1/events/0000000000000000000000000000000a/holds", true);
        row(Method::Post, "/api/v1/events/0000000000000000000000000000000b/holds", false); // another event
        row(Method::Get, "/api/v1/events/0000000000000000000000000000000a/plan", false);
        row(Method::Get, "/api/v1/events/0000000000000000000000000000000a", false);
        row(Method::Get, "/events/0000000000000000000000000000000a", false);
        row(Method::Get, "/api/v1/events/0000000000000000000000000000000a/log", false); // counters
        row(Method::Post, "/holds/0000000000000000000000000000000a/checkout", false);   // inside already
    }
    void theDoorIsAskedAtTheSeats()
    {
        QFETCH(int, method);
        QFETCH(QString, path);
        QFETCH(bool, asked);
        http::Request request;
        request.method = static_cast<http::Method>(method);
        request.path = path.toStdString();
        const ClosedDoor door;
        QCOMPARE(isAdmitted(door, request, std::nullopt), !asked);
        QCOMPARE(isAdmitted(door, request, HolderId{}), !asked);
        QVERIFY(isAdmitted(door, request, door.guest));
        QVERIFY(isAdmitted(OpenDoor(), request, std::nullopt));
    }
};

QTEST_GUILESS_MAIN(FrontGateTest)
#include "front_gate_test.moc"

// How a server ends: gracefully, in time, all at once; and what it says when it cannot begin.
#include "tests/support/http_rig.h"

#include <QTest>

#include <vector>

using namespace parterre;
using namespace parterre::http;
using namespace parterre::testing;

class StoppingTest : public QObject
{
    Q_OBJECT
    std::vector<Responder> m_pending;

    static QByteArray request(const QByteArray& line) { return line + "\r\nHost: x\r\n\r\n"; }
    void addRoutes(HttpRig& rig)
    {
        m_pending.clear();
        rig.server.router().add(Method::Get, "/now/{text}", [](const Request&, const Responder& responder) {
            responder.send(textResponse(200, "now"));
        });
        rig.server.router().add(Method::Get, "/later", [this](const Request&, Responder responder) {
            m_pending.push_back(std::move(responder));
        });
    }

private Q_SLOTS:
    void stopsGracefully()
    {
        HttpRig rig;
        addRoutes(rig);
        HttpPeer idle(rig.port);
        HttpPeer busy(rig.port);
        busy.send(request("GET /later HTTP/1.1") + request("GET /now/a HTTP/1.1"));
        QVERIFY(runUntil([&] { return m_pending.size() == 1 && rig.server.open() == 2; }));
        bool stopped = false;
        rig.server.stop(Milliseconds(5'000), [&] { stopped = true; });
        QVERIFY(!stopped); // later, even if nothing is under way
        QVERIFY(idle.waitClosed());
        QVERIFY(!stopped);
        m_pending.front().send(textResponse(200, "done"));
        const HttpAnswer answer = busy.answer();
        QCOMPARE(answer.body, QByteArray("done"));
        QVERIFY(answer.head.contains("Connection: close\r\n"));
        QVERIFY(busy.waitClosed());
        QVERIFY(busy.in.isEmpty()); // the second request was not taken
        QVERIFY(runUntil([&] { return stopped; }));
        HttpPeer late(rig.port);
        QVERIFY(late.isClosed());
    }

    void stopsInTime()
    {
        HttpRig rig;
        addRoutes(rig);
        HttpPeer busy(rig.port);
        busy.send(request("GET /later HTTP/1.1"));
        QVERIFY(runUntil([&] { return m_pending.size() == 1; }));
        bool stopped = false;
        rig.server.stop(Milliseconds(5'000), [&] { stopped = true; });
        rig.pass(Milliseconds(5'100));
        QVERIFY(runUntil([&] { return stopped; }));
        m_pending.front().send(textResponse(200, "too late"));
        QCOMPARE(rig.server.open(), 0U);
    }

    void diesWithAnswersUnderWay()
    {
        auto rig = std::make_unique<HttpRig>();
        addRoutes(*rig);
        HttpPeer busy(rig->port);
        busy.send(request("GET /later HTTP/1.1"));
        QVERIFY(runUntil([&] { return m_pending.size() == 1; }));
        rig.reset();
        QVERIFY(!m_pending.front().isPeerThere());
        m_pending.front().send(textResponse(200, "too late"));
        m_pending.clear();
        QVERIFY(busy.waitClosed());
    }

    void saysWhyItCannotListen()
    {
        HttpRig rig;
        HttpRig other;
        const auto bound = other.server.listen(QHostAddress(QHostAddress::LocalHost), rig.port);
        QCOMPARE(bound.error().code, ErrorCode::Unavailable);
        QVERIFY(QByteArray::fromStdString(bound.error().detail).contains("127.0.0.1:" + QByteArray::number(rig.port)));
    }
};

QTEST_GUILESS_MAIN(StoppingTest)
#include "stopping_test.moc"

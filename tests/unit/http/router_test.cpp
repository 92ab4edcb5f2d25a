// Router: which route answers, with which parameters, and what it says when none does.
#include "server/http/router.h"

#include <QTest>

using namespace parterre;
using namespace parterre::http;

class RouterTest : public QObject
{
    Q_OBJECT
    Router m_router;
    std::string m_called;

private Q_SLOTS:
    void initTestCase()
    {
        const auto add = [this](Method method, const char* pattern) {
            const std::string name = std::string(methodName(method)) + " " + pattern;
            m_router.add(method, pattern, [this, name](const Request&, const Responder&) { m_called = name; },
                         {name.size()});
        };
        add(Method::Get, "/");
        add(Method::Get, "/events");
        add(Method::Get, "/events/{event}");
        add(Method::Delete, "/events/{event}");
        add(Method::Get, "/events/latest");
        add(Method::Get, "/events/{event}/seats");
        add(Method::Post, "/events/{event}/holds/{hold}/extend");
        add(Method::Post, "/only/post");
        add(Method::Get, "/{page}/edit");
        add(Method::Get, "/events/latest/news/today");
    }

    void matches_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("expected"); // of the route, or the error
        QTest::addColumn<QByteArray>("params");
        const auto row = [](QByteArray method, QByteArray path, QByteArray expected, QByteArray params = "") {
            QTest::newRow((method + " " + path).constData()) << method << path << expected << params;
        };
        row("GET", "/", "GET /");
        row("GET", "/events", "GET /events");
        row("HEAD", "/events", "GET /events");
        row("GET", "/events/7", "GET /events/{event}", "event=7");
        row("DELETE", "/events/7", "DELETE /events/{event}", "event=7");
        row("GET", "/events/latest", "GET /events/latest");
        row("GET", "/events/a b/seats", "GET /events/{event}/seats", "event=a b");
        row("GET", "/events/latest/seats", "GET /events/{event}/seats", "event=latest");
        row("GET", "/events/edit", "GET /events/{event}", "event=edit");
        row("GET", "/about/edit", "GET /{page}/edit", "page=about");
        row("POST", "/events/7/holds/h1/extend", "POST /events/{event}/holds/{hold}/extend", "event=7|hold=h1");
        row("GET", "/events/7/holds/h1/extend", "not allowed: POST");
        row("POST", "/events/7", "not allowed: GET, HEAD, DELETE");
        row("DELETE", "/events/latest", "not allowed: GET, HEAD");
        row("HEAD", "/only/post", "not allowed: POST");
        row("GET", "/event", "not found");
        row("GET", "/events/7/holds", "not found");
        row("GET", "/events/latest/news", "not found");
        row("GET", "/Events", "not found");
    }
    void matches()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, expected);
        QFETCH(QByteArray, params);
        std::vector<NameValue> found{{"left", "over"}};
        const auto route = m_router.match(*methodFromName(method.toStdString()), path.toStdString(), found);
        if (route.ok())
            QCOMPARE((*route)->options.bodyBytes, static_cast<std::size_t>(expected.size()));
        else if (route.error().code == ErrorCode::NotFound)
            QCOMPARE(expected, QByteArray("not found"));
        else
            QCOMPARE("not allowed: " + QByteArray::fromStdString(route.error().detail), expected);
        QByteArray text;
        for (const auto& [name, value] : found)
            text += (text.isEmpty() ? "" : "|") + QByteArray::fromStdString(name + "=" + value);
        if (route.ok() || route.error().code == ErrorCode::NotFound)
            QCOMPARE(text, params);
    }

    void knowsMethods()
    {
        QCOMPARE(methodFromName("PATCH"), std::optional(Method::Patch));
        for (const char* name : {"", "get", "TRACE", "CONNECT", "GETT", "GE"})
            QVERIFY(!methodFromName(name));
    }
};

QTEST_GUILESS_MAIN(RouterTest)
#include "router_test.moc"

// The description of the API and the server say the same: no route is missing on either side.
#include "tests/support/api_rig.h"

#include <QDirIterator>
#include <QRegularExpression>
#include <QTest>

#include <set>

using namespace parterre;
using namespace parterre::testing;
using namespace Qt::StringLiterals;

namespace {

// "GET /api/v1/events/{event}" for every operation under "paths:" of our own plain YAML.
std::set<QByteArray> describedRoutes(const QByteArray& yaml)
{
    std::set<QByteArray> routes;
    QByteArray path;
    bool inPaths = false;
    for (const QByteArray& line : yaml.split('\n')) {
        if (!line.isEmpty() && line[0] != ' ' && line[0] != '#')
            inPaths = line == "paths:";
        if (!inPaths)
            continue;
        if (line.startsWith("  /"))
            path = line.trimmed().chopped(1);
        for (const char* method : {"get", "post", "put", "patch", "delete"})
            if (line == "    " + QByteArray(method) + ":")
                routes.insert(QByteArray(method).toUpper() + ' ' + path);
    }
    return routes;
}

// Every add(Method::…, "…") of the server's sources.
std::set<QByteArray> registeredRoutes()
{
    static const QRegularExpression call(u"\\.add\\(\\s*(?:http::)?Method::(\\w+),\\s*\"([^\"]+)\""_s);
    std::set<QByteArray> routes;
    for (const QString& folder : {u"/server/api"_s, u"/server/web"_s, u"/server/daemon"_s}) {
        QDirIterator files(QStringLiteral(PARTERRE_SOURCE_DIR) + folder, {u"*.cpp"_s}, QDir::Files);
        while (files.hasNext()) {
            QFile file(files.next());
            if (!file.open(QIODevice::ReadOnly))
                continue;
            auto calls = call.globalMatch(QString::fromUtf8(file.readAll()));
            while (calls.hasNext()) {
                const auto match = calls.next();
                routes.insert(match.captured(1).toUpper().toLatin1() + ' ' + match.captured(2).toLatin1());
            }
        }
    }
    // Files are served by being there; everyRouteAnswers() asks for these two.
    routes.insert("GET /style.css");
    routes.insert("GET /api/openapi.yaml");
    return routes;
}

QByteArray missing(const std::set<QByteArray>& from, const std::set<QByteArray>& in)
{
    QByteArray names;
    for (const QByteArray& name : from)
        if (!in.contains(name))
            names += name + "; ";
    return names;
}

} // namespace

class OpenApiTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_rig.start({VenueEvent{}}, {}, "releaseJitterMs=0\nmetricsToken=figures-for-nobody-else\n"));
    }
    void cleanupTestCase() { QVERIFY(m_rig.endsWell()); }

    void isServed()
    {
        const HttpReply reply = m_rig.http.get("/api/openapi.yaml");
        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.header("Content-Type"), QByteArray("application/yaml"));
        QFile file(QStringLiteral(PARTERRE_SOURCE_DIR "/resources/openapi.yaml"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(reply.body, file.readAll());
    }

    void saysWhatIsThere()
    {
        const auto described = describedRoutes(m_rig.http.get("/api/openapi.yaml").body);
        const auto registered = registeredRoutes();
        QVERIFY(registered.size() > 25);
        QCOMPARE(missing(registered, described), QByteArray());
        QCOMPARE(missing(described, registered), QByteArray());
    }

    void figuresAreForWhoHasTheToken()
    {
        QCOMPARE(m_rig.http.get("/metrics").status, 404);
        QCOMPARE(m_rig.http.get("/metrics", bearer("figures-for-nobody")).status, 404);
        const auto read = [&] { return m_rig.http.get("/metrics", bearer("figures-for-nobody-else")); };
        const HttpReply before = read();
        QCOMPARE(before.header("Content-Type"), QByteArray("text/plain; version=0.0.4; charset=utf-8"));
        QVERIFY(before.body.contains("\nparterre_commands_total 0\n"));
        QCOMPARE(m_rig.hold(1, "{\"best\":{\"quantity\":1}}").status, 201);
        const QByteArray after = read().body;
        QVERIFY2(after.contains("\nparterre_commands_total 1\n"), after);
        QVERIFY2(after.contains("\nparterre_commit_milliseconds_bucket{le=\"+Inf\"} 1\n"), after);
        QVERIFY2(after.contains("\nparterre_shed_total{worth=\"hold\"} 0\n"), after);
    }

    // Asked with a method no address takes, the server names those it does take.
    void everyRouteAnswers()
    {
        for (const QByteArray& route : describedRoutes(m_rig.http.get("/api/openapi.yaml").body)) {
            const qsizetype space = route.indexOf(' ');
            QByteArray path = route.mid(space + 1);
            for (const char* name :
                 {"{event}", "{hold}", "{order}", "{device}", "{fence}", "{seq}", "{case}", "{step}"})
                path.replace(name, idText(1));
            const HttpReply reply = m_rig.http.call("PATCH", path);
            QVERIFY2(reply.status == 405, route + " answers " + QByteArray::number(reply.status));
            QVERIFY2((", " + reply.header("Allow") + ',').contains(", " + route.left(space) + ','), route);
        }
    }

    // No reference leads nowhere.
    void referencesHold()
    {
        const QString yaml = QString::fromUtf8(m_rig.http.get("/api/openapi.yaml").body);
        static const QRegularExpression reference(u"#/components/(\\w+)/(\\w+)"_s);
        auto references = reference.globalMatch(yaml);
        QVERIFY(references.hasNext());
        while (references.hasNext()) {
            const auto match = references.next();
            const qsizetype section = yaml.indexOf(u"\n  %1:\n"_s.arg(match.captured(1)));
            QVERIFY2(section > 0 && yaml.indexOf(u"\n    %1:"_s.arg(match.captured(2)), section) > 0,
                     qPrintable(match.captured()));
        }
    }

private:
    ApiRig m_rig;
};

QTEST_GUILESS_MAIN(OpenApiTest)
#include "openapi_test.moc"

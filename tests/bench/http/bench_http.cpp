// How many requests one thread answers while wrk shares the machine, and the processor time of one request, which does
// not depend on who else works here. With --serve it only serves, for a profiler.
#include "server/http/server.h"

#include <QCoreApplication>
#include <QProcess>
#include <QRegularExpression>

#include <chrono>
#include <cstdio>

#include <sys/resource.h>

using namespace parterre;

namespace {

class SystemClock : public Clock
{
public:
    Instant now() const override
    {
        return {std::chrono::duration_cast<Milliseconds>(std::chrono::system_clock::now().time_since_epoch()).count()};
    }
    Milliseconds sinceBoot() const override
    {
        return std::chrono::duration_cast<Milliseconds>(std::chrono::steady_clock::now().time_since_epoch());
    }
};

struct Case
{
    const char* name;
    const char* path;
    const char* script; // of wrk, "" for none
};

constexpr Case cases[] = {
    {"get", "/hello", ""},
    {"get_browser", "/api/v1/events/0000000000000001/seats?since=12", "browser.lua"},
    {"post_deferred", "/api/v1/events/0000000000000001/holds", "post.lua"},
};

void addRoutes(http::Server& server)
{
    const auto hello = [](const http::Request&, const http::Responder& responder) {
        responder.send(http::textResponse(200, "hello\n"));
    };
    server.router().add(http::Method::Get, "/hello", hello);
    server.router().add(http::Method::Get, "/api/v1/events/{event}/seats", hello);
    server.router().add(http::Method::Post, "/api/v1/events/{event}/holds",
                        [&server](const http::Request&, http::Responder responder) {
                            QMetaObject::invokeMethod(
                                &server,
                                [responder = std::move(responder)] {
                                    responder.send(http::jsonResponse(201, R"({"hold":"0000000000000001"})"));
                                },
                                Qt::QueuedConnection);
                        });
}

// Of this process alone, user and system.
double cpuMicroseconds()
{
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    return (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1e6 + usage.ru_utime.tv_usec + usage.ru_stime.tv_usec;
}

bool measure(const Case& each, const http::Server& server, std::uint16_t port, const QString& connections)
{
    QStringList arguments{QStringLiteral("-t1"), QStringLiteral("-c") + connections, QStringLiteral("-d3s"),
                          QStringLiteral("--latency")};
    if (*each.script)
        arguments << QStringLiteral("-s")
                  << QStringLiteral(PARTERRE_SOURCE_DIR "/tests/bench/http/") + QLatin1String(each.script);
    arguments << QStringLiteral("http://127.0.0.1:%1").arg(port) + QLatin1String(each.path);
    QProcess wrk;
    QEventLoop loop;
    QObject::connect(&wrk, &QProcess::finished, &loop, &QEventLoop::quit);
    const double cpuBefore = cpuMicroseconds();
    const auto answeredBefore = server.counts().answered;
    wrk.start(QStringLiteral("wrk"), arguments);
    loop.exec();
    const double cpu = (cpuMicroseconds() - cpuBefore) / double(server.counts().answered - answeredBefore);
    const QString output = QString::fromUtf8(wrk.readAllStandardOutput());
    const auto found = [&](const char* pattern) {
        return QRegularExpression(QLatin1String(pattern)).match(output).captured(1).toStdString();
    };
    const std::string errors = found("(Non-2xx[^\n]*|Socket errors[^\n]*)");
    std::printf("http_%s per_second=%s cpu_us=%.1f p99=%s connections=%s %s\n", each.name,
                found("Requests/sec: *([0-9.]+)").c_str(), cpu, found("99% *([0-9.a-z]+)").c_str(),
                qPrintable(connections), errors.c_str());
    return errors.empty();
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = app.arguments();
    const SystemClock clock;
    http::Limits limits;
    limits.connectionsPerAddress = 10'000;
    http::Server server(limits, clock);
    addRoutes(server);
    const bool serveOnly = arguments.contains(QStringLiteral("--serve"));
    const auto port = server.listen(QHostAddress::LocalHost, serveOnly ? 18'080 : 0);
    if (!port.ok()) {
        std::fprintf(stderr, "%s\n", port.error().detail.c_str());
        return 1;
    }
    if (serveOnly)
        return app.exec();
    const QString connections = arguments.size() > 1 ? arguments[1] : QStringLiteral("64");
    bool clean = true;
    for (const Case& each : cases)
        clean = measure(each, server, *port, connections) && clean;
    return clean ? 0 : 1;
}

// parterre-server: the centre's program and its command line.
#include "server/daemon/commands.h"
#include "server/daemon/server_config.h"
#include "server/daemon/server_process.h"
#include "server/daemon/stop_signals.h"

#include <QCommandLineParser>
#include <QDir>
#include <QGuiApplication>
#include <QUrl>

#include <algorithm>
#include <cstdio>
#include <memory>
#include <string_view>
#include <sys/resource.h>

namespace {

using namespace parterre;
using namespace Qt::StringLiterals;

constexpr auto usage = R"(parterre-server: the centre of a Parterre venue

  parterre-server serve --data DIR [--listen 127.0.0.1:8080] [--config FILE]
                        [--test-payments] [--test-slow-after 3000]
                                                         pretends to be a bank; a slow one, for so many ms
  parterre-server demo-data --data DIR [--venue FILE] [--plan FILE]
                                                         a ready venue with events on sale
  parterre-server user add NAME --role seller|supervisor|manager|admin --data DIR
                                                         the password comes from standard input
  parterre-server counter enrol NAME --data DIR          prints a one-time enrolment code
  parterre-server plan import FILE --venue NAME --data DIR
  parterre-server event returns EVENT HOURS|never --data DIR
                                                         until how long before the start fans may give tickets back
  parterre-server verify --data DIR                      exit status 1 and the list if anything is wrong
  parterre-server backup --data DIR --to FILE            everything in one file, also while the server runs
  parterre-server restore --data DIR --from FILE         every event waits for its counters afterwards
  parterre-server rehearse --target URL --report DIR     plays an on-sale against a running server; rehearse --help
)";

struct Arguments
{
    QStringList words; // the command and its names
    QString data;
    QString listen = u"127.0.0.1:8080"_s;
    QString config;
    QString store = u"sqlite"_s;
    QString role;
    QString venue;
    QString plan;
    QString to;
    QString from;
    bool testPayments = false;
    QString testSlowAfter = u"3000"_s;
};

Arguments parseArguments(const QCoreApplication& application)
{
    QCommandLineParser parser;
    const auto option = [&parser](const QString& name, const QString& value) {
        const QCommandLineOption made(name, {}, value);
        parser.addOption(made);
        return made;
    };
    const auto data = option(u"data"_s, u"folder"_s);
    const auto listen = option(u"listen"_s, u"address:port"_s);
    const auto config = option(u"config"_s, u"file"_s);
    const auto store = option(u"store"_s, u"store"_s);
    const auto role = option(u"role"_s, u"role"_s);
    const auto venue = option(u"venue"_s, u"name"_s);
    const auto plan = option(u"plan"_s, u"file"_s);
    const auto to = option(u"to"_s, u"file"_s);
    const auto from = option(u"from"_s, u"file"_s);
    const auto testPayments = option(u"test-payments"_s, {});
    const auto testSlowAfter = option(u"test-slow-after"_s, u"ms"_s);
    const auto help = option(u"help"_s, {});
    if (!parser.parse(application.arguments()) || parser.isSet(help)) {
        if (!parser.isSet(help))
            std::fprintf(stderr, "parterre-server: %s\n", qPrintable(parser.errorText()));
        std::fputs(usage, parser.isSet(help) ? stdout : stderr);
        std::exit(parser.isSet(help) ? 0 : 2);
    }
    Arguments arguments;
    arguments.words = parser.positionalArguments();
    arguments.data = parser.value(data);
    arguments.config = parser.value(config);
    arguments.role = parser.value(role);
    arguments.venue = parser.value(venue);
    arguments.plan = parser.value(plan);
    arguments.to = parser.value(to);
    arguments.from = parser.value(from);
    arguments.testPayments = parser.isSet(testPayments);
    if (parser.isSet(testSlowAfter))
        arguments.testSlowAfter = parser.value(testSlowAfter);
    if (parser.isSet(listen))
        arguments.listen = parser.value(listen);
    if (parser.isSet(store))
        arguments.store = parser.value(store);
    return arguments;
}

constexpr qulonglong longestTime = 24 * 3'600'000; // ms

// A connection is a file descriptor: takes as many as the system gives, and no more connections than that.
void fitConnections(http::Limits& limits)
{
    constexpr rlim_t ownFiles = 64; // the ledger, the log, standard streams
    rlimit files{};
    if (::getrlimit(RLIMIT_NOFILE, &files) != 0)
        return;
    files.rlim_cur = files.rlim_max;
    if (::setrlimit(RLIMIT_NOFILE, &files) != 0)
        ::getrlimit(RLIMIT_NOFILE, &files);
    if (files.rlim_cur == RLIM_INFINITY || files.rlim_cur > limits.connections + ownFiles)
        return;
    limits.connections = static_cast<std::size_t>(files.rlim_cur > 2 * ownFiles ? files.rlim_cur - ownFiles : ownFiles);
    std::fprintf(stderr, "parterre-server: the limit of open files allows %zu connections\n", limits.connections);
}

bool parseListen(const QString& text, ServerOptions& options)
{
    const qsizetype colon = text.lastIndexOf(u':');
    bool ok = false;
    const uint port = text.mid(colon + 1).toUInt(&ok);
    QString host = text.left(std::max<qsizetype>(colon, 0));
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.mid(1, host.size() - 2);
    if (host == u"localhost")
        host = u"127.0.0.1"_s;
    if (!ok || port > 65'535 || colon < 0 || !options.address.setAddress(host))
        return false;
    options.port = static_cast<std::uint16_t>(port);
    return true;
}

int serve(QCoreApplication& application, const Arguments& arguments)
{
    ServerOptions options;
    options.data = arguments.data;
    options.testPayments = arguments.testPayments;
    bool isTime = false;
    options.testSlowAfter = Milliseconds(arguments.testSlowAfter.toUInt(&isTime));
    if (!isTime || options.testSlowAfter > Milliseconds(longestTime))
        return failWith(
            u"--test-slow-after takes milliseconds, such as 3000; '%1' is none."_s.arg(arguments.testSlowAfter));
    if (!parseListen(arguments.listen, options))
        return failWith(u"--listen takes ADDRESS:PORT, such as 127.0.0.1:8080; '%1' is none."_s.arg(arguments.listen));
    if (arguments.store != u"sqlite")
        return failWith(u"--store: only sqlite is there so far."_s);
    if (const auto config = readConfig(arguments.config, options); !config.ok())
        return failWith(config.error());
    fitConnections(options.limits);
    std::unique_ptr<ServerProcess> process;
    bool stopping = false;
    const auto stop = [&] {
        if (!process || std::exchange(stopping, true))
            application.exit(0);
        else
            process->stop([&application] { application.exit(0); });
    };
    const auto reload = [&] {
        const auto done = process ? process->reloadCertificate() : Result<void>();
        std::fprintf(stderr, "parterre-server: SIGHUP: %s\n",
                     done.ok() ? "the certificate was read again"
                               : ("the old certificate stays: " + done.error().detail).c_str());
    };
    const StopSignals signals(stop, reload);
    if (!QDir().mkpath(options.data))
        return failWith(u"The folder %1 cannot be made."_s.arg(options.data));
    auto started = ServerProcess::start(options);
    if (!started.ok())
        return failWith(started.error());
    process = std::move(*started);
    std::printf("parterre-server: %zu events, listening on %s://%s:%u\n", process->events(),
                options.certificate.isEmpty() ? "http" : "https", qPrintable(options.address.toString()),
                process->port());
    std::fflush(stdout);
    return application.exec();
}

// Only the server draws (tickets as PDF), and it has no display.
std::unique_ptr<QCoreApplication> makeApplication(int& argc, char* argv[])
{
    if (std::none_of(argv, argv + argc, [](const char* word) { return std::string_view(word) == "serve"; }))
        return std::make_unique<QCoreApplication>(argc, argv);
    qputenv("QT_QPA_PLATFORM", "offscreen");
    return std::make_unique<QGuiApplication>(argc, argv);
}

} // namespace

int main(int argc, char* argv[])
{
    const auto made = makeApplication(argc, argv);
    QCoreApplication& application = *made;
    if (application.arguments().value(1) == u"rehearse")
        return rehearse(application.arguments());
    const Arguments arguments = parseArguments(application);
    const QString command = arguments.words.value(0);
    const QString second = arguments.words.value(1);
    const QString name = arguments.words.value(2);
    if (arguments.data.isEmpty() && !command.isEmpty())
        return failWith(u"--data DIR is missing: the folder of the venue's data."_s);
    if (command == u"serve")
        return serve(application, arguments);
    if (command == u"demo-data")
        return demoData(arguments.data, arguments.venue, arguments.plan);
    if (command == u"user" && second == u"add" && !name.isEmpty())
        return addUser(arguments.data, name, arguments.role);
    if (command == u"counter" && second == u"enrol" && !name.isEmpty())
        return enrolCounter(arguments.data, name);
    if (command == u"plan" && second == u"import" && !name.isEmpty() && !arguments.venue.isEmpty())
        return importPlan(arguments.data, name, arguments.venue);
    if (command == u"event" && second == u"returns" && arguments.words.size() == 4)
        return setReturns(arguments.data, name, arguments.words[3]);
    if (command == u"verify")
        return verifyData(arguments.data);
    if (command == u"backup" && !arguments.to.isEmpty())
        return backupData(arguments.data, arguments.to);
    if (command == u"restore" && !arguments.from.isEmpty())
        return restoreData(arguments.data, arguments.from);
    std::fputs(usage, stderr);
    return 2;
}

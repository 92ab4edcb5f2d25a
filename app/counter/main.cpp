// parterre: the counter's program.
#include "app/counter/desk_wiring.h"
#include "app/counter/script_driver.h"
#include "app/devices/pdf_ticket_printer.h"
#include "sync/journal/sql_cache.h"
#include "sync/journal/sql_journal.h"
#include "sync/link/http_link.h"
#include "sync/link/qt_clock.h"
#include "sync/link/qt_scheduler.h"
#include "sync/wire/signing.h"
#include "ui/common/error_text.h"
#include "ui/common/theme.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QLibraryInfo>
#include <QStandardPaths>
#include <QTranslator>

#include <cstdio>

namespace {

using namespace parterre;
using namespace Qt::StringLiterals;

struct Options
{
    QString data;
    QString server;
    QString tickets;
    bool script = false;
};

Options readOptions(const QApplication& application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QObject::tr("Parterre box office: sells seats from a live map, with the line down too."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QString home = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    const QCommandLineOption data(u"data"_s, QObject::tr("Folder of the journal and the cache."), u"folder"_s, home);
    const QCommandLineOption server(u"server"_s, QObject::tr("Address of the centre, offered at the first set-up."),
                                    u"url"_s, u"http://127.0.0.1:8080"_s);
    const QCommandLineOption tickets(u"tickets"_s, QObject::tr("Folder for printed tickets (PDF)."), u"folder"_s);
    const QCommandLineOption script(u"script"_s, QObject::tr("Play the commands from standard input, one a line."));
    parser.addOptions({data, server, tickets, script});
    parser.process(application);
    Options options{parser.value(data), parser.value(server), parser.value(tickets), parser.isSet(script)};
    if (options.tickets.isEmpty())
        options.tickets = options.data + u"/tickets"_s;
    return options;
}

int fail(const Error& error)
{
    std::fprintf(stderr, "parterre: %s\n", qPrintable(errorText(error)));
    return 1;
}

int run(QApplication& application, const Options& options)
{
    if (!QDir().mkpath(options.data))
        return fail({ErrorCode::Storage, options.data.toStdString()});
    QtClock clock;
    QtScheduler scheduler;
    SystemRandom random;
    auto journal = SqlJournal::open(options.data + u"/journal.db"_s);
    if (!journal.ok())
        return fail(journal.error());
    auto cache = SqlCache::open(options.data + u"/cache.db"_s);
    if (!cache.ok())
        return fail(cache.error());
    HttpLink link;
    Counter counter({link, **journal, **cache, clock, scheduler, random, QtClock::bootId()});
    if (const auto started = counter.start(); !started.ok())
        return fail(started.error());
    PdfTicketPrinter printer(options.tickets);
    DeskWindow window(options.server);
    DeskWiring wiring(counter, printer, clock, window);
    wiring.begin();
    window.show();
    std::unique_ptr<ScriptDriver> script;
    if (options.script)
        script = std::make_unique<ScriptDriver>(ScriptHands(counter, window), 0);
    return application.exec();
}

} // namespace

int main(int argc, char* argv[])
{
    QApplication application(argc, argv);
    application.setApplicationName(u"parterre"_s);
    application.setApplicationVersion(u"0.1.0"_s);
    // A system without a language gets one a person can read: "€45.00" and "19:30" instead of "45.00 €" and "19:30:00".
    if (QLocale().language() == QLocale::C)
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    QTranslator translator;
    if (translator.load(QLocale(), u"parterre"_s, u"_"_s, u":/translations"_s))
        application.installTranslator(&translator);
    applyTheme(application, desktopScheme());
    return run(application, readOptions(application));
}

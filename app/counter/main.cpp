// parterre: the counter's program.
#include "app/counter/desk_wiring.h"
#include "app/counter/language.h"
#include "app/counter/script_driver.h"
#include "app/devices/pdf_letter_printer.h"
#include "app/devices/pdf_ticket_printer.h"
#include "sync/journal/file_guard.h"
#include "sync/journal/sql_cache.h"
#include "sync/journal/sql_journal.h"
#include "sync/link/http_admin_link.h"
#include "sync/link/http_link.h"
#include "sync/link/qt_clock.h"
#include "sync/link/qt_scheduler.h"
#include "sync/wire/signing.h"
#include "ui/common/error_text.h"
#include "ui/common/theme.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QStandardPaths>

#include <cstdio>

namespace {

using namespace parterre;
using namespace Qt::StringLiterals;

struct Options
{
    QString data;
    QString guard;
    QString server;
    QString tickets;
    QString scheme;
    int textSize = 100; // per cent
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
    const QString config = QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation);
    const QCommandLineOption guard(u"guard"_s,
                                   QObject::tr("Folder, best on another disk, that shows when the journal was rolled "
                                               "back."),
                                   u"folder"_s);
    const QCommandLineOption server(u"server"_s, QObject::tr("Address of the centre, offered at the first set-up."),
                                    u"url"_s, u"http://127.0.0.1:8080"_s);
    const QCommandLineOption tickets(u"tickets"_s, QObject::tr("Folder for printed tickets (PDF)."), u"folder"_s);
    const QCommandLineOption script(u"script"_s, QObject::tr("Play the commands from standard input, one a line."));
    const QCommandLineOption scheme(u"scheme"_s, QObject::tr("Colours: light, dark or contrast; else as the desktop."),
                                    u"name"_s);
    const QCommandLineOption text(u"text-size"_s, QObject::tr("Size of text in per cent, 100 to 200."), u"percent"_s,
                                  u"100"_s);
    parser.addOptions({data, guard, server, tickets, scheme, text, script});
    parser.process(application);
    Options options{parser.value(data),   parser.value(guard),        parser.value(server), parser.value(tickets),
                    parser.value(scheme), parser.value(text).toInt(), parser.isSet(script)};
    if (options.guard.isEmpty())
        options.guard = parser.isSet(data) ? QDir::cleanPath(options.data) + u".guard"_s : config;
    if (options.tickets.isEmpty())
        options.tickets = options.data + u"/tickets"_s;
    return options;
}

tokens::Scheme schemeNamed(const QString& name)
{
    if (name == u"light")
        return tokens::Scheme::Light;
    if (name == u"dark")
        return tokens::Scheme::Dark;
    return name == u"contrast" ? tokens::Scheme::HighContrast : desktopScheme();
}

int fail(const Error& error)
{
    std::fprintf(stderr, "parterre: %s\n", qPrintable(errorText(error)));
    return 1;
}

int run(QApplication& application, const Options& options)
{
    for (const QString& folder : {options.data, options.guard})
        if (!QDir().mkpath(folder))
            return fail({ErrorCode::Storage, folder.toStdString()});
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
    HttpAdminLink admin(link);
    HandTerminal terminal;
    FileGuard guard(options.guard + u"/journal.guard"_s);
    CounterPorts ports{link, **journal, **cache, clock, scheduler, random, QtClock::bootId(), &guard};
    ports.terminal = &terminal;
    Counter counter(ports);
    if (const auto started = counter.start(); !started.ok())
        return fail(started.error());
    PdfTicketPrinter printer(options.tickets);
    PdfLetterPrinter letters(options.tickets);
    DeskWindow window(options.server);
    DeskWiring wiring(counter, {printer, letters, terminal, admin}, clock, window);
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
    speak(QLocale().language() == QLocale::C ? QLocale(QLocale::English, QLocale::UnitedKingdom) : QLocale());
    const Options options = readOptions(application);
    applyTheme(application, schemeNamed(options.scheme), options.textSize / 100.0);
    return run(application, options);
}

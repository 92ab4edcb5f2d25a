// rehearse: the options of an on-sale rehearsal, its progress on the terminal, and where its reports go.
#include "server/daemon/commands.h"

#include "server/rehearse/rehearsal.h"
#include "server/rehearse/report.h"
#include "sync/link/qt_clock.h"
#include "sync/wire/signing.h"

#include <QCommandLineParser>
#include <QDir>
#include <QFile>
#include <QSaveFile>

#include <cmath>
#include <csignal>
#include <cstdio>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <unistd.h>

namespace parterre {
namespace {

using namespace Qt::StringLiterals;
using namespace rehearsal;

constexpr int usageError = 2;
constexpr std::uint32_t mostPeople = 200'000;
constexpr double longest = 24 * 3'600;

constexpr auto usage = R"(parterre-server rehearse: plays an on-sale against a running server and reports how it went

  parterre-server rehearse --target http://HOST:PORT [--event ID|first] --report DIR
      --fans N            people who look, think, choose, pay          100
      --flash F           more of them, all within the first seconds   0
      --within T          so many seconds                              10
      --bots M            programs that grab seats and never pay       0
      --counter-codes FILE --clerk NAME --clerk-password-file FILE
                          counters that sell at the same time, one a line of one-time codes
      --counters C        no more of them than that
      --for SECONDS       how long the sale lasts                      60
      --buy 1,2,2,4       how many seats somebody wants, each as often
      --pace X            people are so many times as fast as in life  1
      --straight          nobody looks around: seats, basket, payment at once
      --seed S            the same crowd again
      --spread-addresses  each fan from an address of their own: by X-Forwarded-For (where the server's
                          [front] trustedProxies has us), on this computer also by 127.x.y.z
      --connections N     at once, at most                             10000
      --lang en|de        of the report

Rehearse on a copy: what is bought is bought. The server needs --test-payments. Ctrl+C ends early and still reports.
Exit status: 0 every seat was sold once and the money agrees, 1 not so, 2 it could not be played.
)";

int refuse(const QString& sentence)
{
    std::fprintf(stderr, "parterre-server rehearse: %s\n", qPrintable(sentence));
    return usageError;
}

// Takes options one after the other and remembers the first that is wrong.
class Options
{
public:
    explicit Options(const QStringList& arguments)
    {
        for (const char* name :
             {"target", "event", "fans", "flash", "within", "bots", "counters", "counter-codes", "clerk",
              "clerk-password-file", "for", "buy", "pace", "seed", "connections", "lang", "report"})
            m_parser.addOption(QCommandLineOption(QLatin1String(name), {}, u"value"_s));
        for (const char* name : {"straight", "spread-addresses", "help"})
            m_parser.addOption(QCommandLineOption(QLatin1String(name)));
        if (!m_parser.parse(arguments))
            m_problem = m_parser.errorText();
    }
    bool isSet(const char* name) const { return m_parser.isSet(QLatin1String(name)); }
    QString text(const char* name) const { return m_parser.value(QLatin1String(name)); }
    void count(const char* name, std::uint32_t& out, std::uint32_t most = mostPeople)
    {
        if (!isSet(name))
            return;
        bool ok = false;
        const uint value = text(name).toUInt(&ok);
        if (!ok || value > most)
            return wrong(name, u"a whole number up to %1"_s.arg(most));
        out = value;
    }
    void number(const char* name, double& out, double least, double most)
    {
        if (!isSet(name))
            return;
        bool ok = false;
        const double value = text(name).toDouble(&ok);
        if (!ok || !std::isfinite(value) || value < least || value > most)
            return wrong(name, u"a number from %1 to %2"_s.arg(least).arg(most));
        out = value;
    }
    void wrong(const char* name, const QString& expected)
    {
        if (m_problem.isEmpty())
            m_problem =
                u"--%1 takes %2; '%3' is none. Nothing was done."_s.arg(QLatin1String(name), expected, text(name));
    }
    const QString& problem() const { return m_problem; }

private:
    QCommandLineParser m_parser;
    QString m_problem;
};

Microseconds microseconds(double seconds)
{
    return Microseconds(static_cast<std::int64_t>(seconds * 1e6));
}

QStringList linesOf(Options& options, const char* name)
{
    if (!options.isSet(name))
        return {};
    QFile file(options.text(name));
    if (!file.open(QIODevice::ReadOnly)) {
        options.wrong(name, u"a file that can be read"_s);
        return {};
    }
    QStringList lines;
    for (const QString& line : QString::fromUtf8(file.readAll()).split(u'\n'))
        if (!line.trimmed().isEmpty())
            lines << line.trimmed();
    return lines;
}

void readCounters(Options& options, RehearsalOptions& out)
{
    std::uint32_t most = 1000;
    options.count("counters", most, 1000);
    for (const QString& code : linesOf(options, "counter-codes"))
        if (out.counterCodes.size() < most)
            out.counterCodes.push_back(code.toStdString());
    out.clerk = options.text("clerk").toStdString();
    out.clerkPassword = linesOf(options, "clerk-password-file").value(0).toStdString();
    if (options.isSet("counters") && most > 0 && out.counterCodes.size() < most)
        options.wrong("counters",
                      u"no more than there are one-time codes in --counter-codes FILE (see counter enrol)"_s);
    if (!out.counterCodes.empty() && (out.clerk.empty() || out.clerkPassword.empty()))
        options.wrong("counter-codes", u"a clerk as well: --clerk NAME and --clerk-password-file FILE"_s);
}

RehearsalOptions read(Options& options, Random& random)
{
    RehearsalOptions out;
    random.fill(reinterpret_cast<std::uint8_t*>(&out.seed), 4); // short enough to be typed again
    if (options.isSet("target"))
        out.target = options.text("target").toStdString();
    if (options.isSet("event"))
        out.event = options.text("event").toStdString();
    options.count("fans", out.fans);
    options.count("flash", out.flash);
    options.count("bots", out.bots);
    auto most = static_cast<std::uint32_t>(out.mostLines);
    options.count("connections", most, 1'000'000);
    out.mostLines = std::max<std::uint32_t>(most, 1);
    double within = 10;
    double lasts = 60;
    options.number("within", within, 0.1, longest);
    options.number("for", lasts, 0.1, longest);
    options.number("pace", out.pace, 0.1, 1'000);
    out.within = microseconds(within);
    out.lasts = microseconds(lasts);
    out.straight = options.isSet("straight");
    out.spreadAddresses = options.isSet("spread-addresses");
    if (options.isSet("seed")) {
        bool ok = false;
        out.seed = options.text("seed").toULongLong(&ok);
        if (!ok)
            options.wrong("seed", u"a whole number"_s);
    }
    if (options.isSet("buy")) {
        out.buy.clear();
        for (const QString& quantity : options.text("buy").split(u',')) {
            out.buy.push_back(quantity.toUInt());
            if (out.buy.back() == 0 || out.buy.back() > 100)
                options.wrong("buy", u"whole numbers from 1 to 100 with commas, such as 1,2,4"_s);
        }
    }
    readCounters(options, out);
    if (options.isSet("lang") && options.text("lang") != u"de" && options.text("lang") != u"en")
        options.wrong("lang", u"en or de"_s);
    return out;
}

// A connection is a file descriptor.
void fitConnections(RehearsalOptions& options)
{
    rlimit files{};
    if (::getrlimit(RLIMIT_NOFILE, &files) != 0)
        return;
    files.rlim_cur = files.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &files);
    if (::getrlimit(RLIMIT_NOFILE, &files) == 0 && files.rlim_cur != RLIM_INFINITY && files.rlim_cur > 128)
        options.mostLines = std::min<std::size_t>(options.mostLines, files.rlim_cur - 64);
}

int openStopSignals()
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    ::pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    return ::signalfd(-1, &signals, SFD_CLOEXEC | SFD_NONBLOCK);
}

void show(const Progress& progress, const Spoken& say)
{
    const bool terminal = ::isatty(STDOUT_FILENO) != 0;
    QString line = say("%1  came %2 of %3, here %4; ", "%1  gekommen %2 von %3, da %4; ")
                       .arg(say.seconds(progress.at), say.number(progress.arrived), say.number(progress.people),
                            say.number(progress.present));
    if (progress.hall)
        line += say("seats free %1, in baskets %2, taken %3; ", "Plätze frei %1, in Warenkörben %2, vergeben %3; ")
                    .arg(say.number(progress.hall->free), say.number(progress.hall->held),
                         say.number(progress.hall->taken));
    line += say("orders %1; refused %2, come later %3, errors %4; basket 95 % in %5",
                "Bestellungen %1; abgelehnt %2, später %3, Fehler %4; Warenkorb 95 % in %5")
                .arg(say.number(progress.orders), say.number(progress.refused), say.number(progress.turnedAway),
                     say.number(progress.failed), say.milliseconds(progress.holdP95));
    std::printf(terminal ? "\r\x1b[K%s" : "%s\n", qPrintable(line));
    std::fflush(stdout);
}

bool write(const QString& file, const QByteArray& text)
{
    QSaveFile out(file);
    return out.open(QIODevice::WriteOnly) && out.write(text) == text.size() && out.commit();
}

QString sentenceOf(const Error& error, const RehearsalOptions& options)
{
    const QString detail = QString::fromStdString(error.detail);
    const QString target = QString::fromStdString(options.target);
    switch (error.code) {
    case ErrorCode::Unavailable:
        return u"%1 cannot be reached or is too busy (%2). Start the server, or look at --target. Nothing was bought."_s
            .arg(target, detail);
    case ErrorCode::NotFound:
        return u"%1 has no such event: %2. Nothing was bought."_s.arg(target, detail);
    case ErrorCode::NotOnSale:
        return u"'%1' is not on sale. Open its sale first; nothing was bought."_s.arg(detail);
    default:
        return u"%1 Nothing was bought."_s.arg(detail);
    }
}

} // namespace

int rehearse(const QStringList& arguments)
{
    Options options(arguments);
    if (options.isSet("help")) {
        std::fputs(usage, stdout);
        return 0;
    }
    SystemRandom random;
    RehearsalOptions wanted = read(options, random);
    if (!options.problem().isEmpty())
        return refuse(options.problem());
    const QString folder = options.text("report");
    if (!folder.isEmpty() && !QDir().mkpath(folder))
        return refuse(u"The folder %1 cannot be made. Nothing was done."_s.arg(folder));
    fitConnections(wanted);
    const Spoken say(options.text("lang") == u"de" ? Spoken::Language::German : Spoken::Language::English);
    const QtClock clock;
    Rehearsal rehearsal(wanted, clock, random, openStopSignals(), [&say](const Progress& now) { show(now, say); });
    const auto figures = rehearsal.run();
    if (!figures.ok())
        return refuse(sentenceOf(figures.error(), wanted));
    std::printf("\n%s", qPrintable(reportText(*figures, say)));
    if (!folder.isEmpty()) {
        const QDir dir(folder);
        if (!write(dir.filePath(u"report.json"_s), reportJson(*figures)) ||
            !write(dir.filePath(u"report.html"_s), reportHtml(*figures, say)))
            return refuse(u"The report cannot be written to %1. The rehearsal itself is done."_s.arg(folder));
        std::printf(
            "%s\n",
            qPrintable(
                say("The report is in %1.", "Der Bericht liegt in %1.").arg(dir.absoluteFilePath(u"report.html"_s))));
    }
    return figures->good() ? 0 : 1;
}

} // namespace parterre

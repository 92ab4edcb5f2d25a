// P7 and P8: a counter with its real journal sells off line, and comes back after a long night. It does as it is told
// on standard input and answers each command with one line; tests/bench/counters.py speaks to it.
//   sell N      off line: N sales from the reserve, one seat each      → sales N add_p50 add_p99 sell_p50 sell_p99 (ms)
//   promise N   off line: N provisional sales, one seat each           → ops WAITING SECONDS
//   reopen      the event is opened anew, with a reserve after the pace of the sales so far; then off line → reserve
//   up          the line comes back; until all is sent and seen        → up SECONDS OPS ENTRIES BYTES
#include "sync/counter/counter.h"
#include "sync/journal/file_guard.h"
#include "sync/journal/sql_cache.h"
#include "sync/journal/sql_journal.h"
#include "sync/link/http_link.h"
#include "sync/link/qt_clock.h"
#include "sync/link/qt_scheduler.h"
#include "sync/wire/signing.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <iostream>

namespace {

using namespace parterre;

// Counts what the log costs on the wire.
class CountingLink : public HttpLink
{
public:
    std::size_t entries = 0;
    std::size_t bytes = 0;

    void pullLog(const PullQuery& query, Completion<LogPage> done) override
    {
        HttpLink::pullLog(query, [this, done = std::move(done)](Result<LogPage> page) {
            if (page) {
                entries += page->entries.size();
                bytes += page->entries.empty() ? 0 : encodeLogPage(*page).size();
            }
            done(std::move(page));
        });
    }
};

double percentile(std::vector<double> times, double which)
{
    std::sort(times.begin(), times.end());
    return times.empty() ? 0 : times[static_cast<std::size_t>(which * static_cast<double>(times.size() - 1))];
}

double milliseconds(const QElapsedTimer& timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

[[noreturn]] void fail(const Error& error)
{
    std::fprintf(stderr, "bench_counter: %s: %s\n", std::string(wireName(error.code)).c_str(), error.detail.c_str());
    std::exit(1);
}

class Bench : public CounterListener
{
public:
    Bench(const QString& folder, const std::string& server, const std::string& code)
        : m_journal(opened(SqlJournal::open(folder + QStringLiteral("/journal.db")))),
          m_cache(opened(SqlCache::open(folder + QStringLiteral("/cache.db")))),
          m_guard(folder + QStringLiteral("/journal.guard")),
          m_counter({m_link, *m_journal, *m_cache, m_clock, m_scheduler, m_random, QtClock::bootId(), &m_guard})
    {
        m_counter.setListener(this);
        must(m_counter.start());
        must(wait<void>([&](auto done) { m_counter.enrol(server, code, "Bench till", done); }));
    }

    void enter(const std::string& clerk, const std::string& password, const std::string& event)
    {
        must(wait<void>([&](auto done) { m_counter.signIn(clerk, password, done); }));
        m_event = EventId::fromString(event).value();
        open();
    }

    void reopen()
    {
        m_counter.closeEvent();
        open();
        std::printf("reserve %u\n", m_counter.lineReport().reserveSeats);
    }

    void open()
    {
        must(wait<void>([&](auto done) { m_counter.openEvent(m_event, done); }));
        until([this] {
            return m_counter.lineReport().state == LineState::Up && m_counter.lineReport().reserveSeats > 0;
        });
        m_counter.simulateLineDown(true);
        until([this] { return m_counter.lineReport().state == LineState::Down; });
    }

    void sell(std::size_t count)
    {
        std::vector<double> adding;
        std::vector<double> selling;
        for (std::uint32_t i = 0; i < m_counter.plan()->seatCount() && selling.size() < count; ++i) {
            if (!m_counter.seatView(SeatIndex{i}).reserve)
                continue;
            QElapsedTimer timer;
            timer.start();
            must(wait<void>([&](auto done) { m_counter.addSeats({SeatIndex{i}}, done); }));
            adding.push_back(milliseconds(timer));
            timer.start();
            pay();
            selling.push_back(milliseconds(timer));
        }
        std::printf("sales %zu %.3f %.3f %.3f %.3f\n", selling.size(), percentile(adding, 0.5),
                    percentile(adding, 0.99), percentile(selling, 0.5), percentile(selling, 0.99));
    }

    void promise(std::size_t count)
    {
        QElapsedTimer timer;
        timer.start();
        for (std::uint32_t i = m_counter.plan()->seatCount(); i-- > 0 && m_counter.lineReport().unsentOps < count;) {
            if (!m_counter.seatView(SeatIndex{i}).provisional)
                continue;
            must(wait<void>([&](auto done) { m_counter.addSeats({SeatIndex{i}}, done); }));
            pay();
        }
        std::printf("ops %u %.3f\n", m_counter.lineReport().unsentOps, milliseconds(timer) / 1000);
    }

    void up()
    {
        const std::uint32_t ops = m_counter.lineReport().unsentOps;
        m_link.entries = m_link.bytes = 0;
        QElapsedTimer timer;
        timer.start();
        m_counter.simulateLineDown(false);
        until([this] {
            return std::exchange(m_lineMoved, false) && m_counter.lineReport().state == LineState::Up &&
                   m_counter.lineReport().unsentOps == 0;
        });
        std::printf("up %.3f %u %zu %zu\n", milliseconds(timer) / 1000, ops, m_link.entries, m_link.bytes);
    }

    void lineChanged() override { m_lineMoved = true; }
    void eventsChanged() override {}
    void viewReset() override {}
    void seatsChanged(const std::vector<SeatIndex>&) override {}
    void basketChanged() override {}
    void ordersChanged() override {}
    void noticed(const Error& what) override { std::fprintf(stderr, "bench_counter: %s\n", what.detail.c_str()); }

private:
    template <typename T>
    static T opened(Result<T> result)
    {
        if (!result)
            fail(result.error());
        return std::move(*result);
    }
    template <typename T>
    static void must(const Result<T>& result)
    {
        if (!result)
            fail(result.error());
    }

    template <typename Ready>
    static void until(Ready ready)
    {
        const QDeadlineTimer deadline(std::chrono::minutes(2));
        QTimer alarm; // wakes the wait below; with a time of its own processEvents() would spin instead of sleeping
        alarm.start(std::chrono::minutes(2));
        while (!ready()) {
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
            if (deadline.hasExpired())
                fail({ErrorCode::Timeout, "two minutes of waiting"});
        }
    }
    template <typename T, typename Ask>
    static Result<T> wait(Ask ask)
    {
        std::optional<Result<T>> answer;
        ask([&answer](Result<T> result) { answer = std::move(result); });
        until([&answer] { return answer.has_value(); });
        return std::move(*answer);
    }

    void pay()
    {
        const SaleRequest request{TenderMethod::Cash, m_counter.basket().total.minor,
                                  Buyer{"Ms Bench", "bench@example.org", {}}, Wish::Ask};
        must(wait<SaleDone>([&](auto done) { m_counter.sell(request, done); }));
    }

    EventId m_event;
    bool m_lineMoved = false;
    QtClock m_clock;
    QtScheduler m_scheduler;
    SystemRandom m_random;
    CountingLink m_link;
    std::unique_ptr<SqlJournal> m_journal;
    std::unique_ptr<SqlCache> m_cache;
    FileGuard m_guard;
    Counter m_counter;
};

} // namespace

// FOLDER SERVER CODE CLERK PASSWORD EVENT
int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    if (argc != 7) {
        std::fprintf(stderr, "bench_counter FOLDER SERVER CODE CLERK PASSWORD EVENT; tests/bench/run starts it\n");
        return 2;
    }
    Bench bench(QString::fromLocal8Bit(argv[1]), argv[2], argv[3]);
    bench.enter(argv[4], argv[5], argv[6]);
    std::printf("ready\n");
    std::fflush(stdout);
    std::string verb;
    while (std::cin >> verb) {
        std::size_t count = 0;
        if (verb == "sell" && std::cin >> count)
            bench.sell(count);
        else if (verb == "promise" && std::cin >> count)
            bench.promise(count);
        else if (verb == "reopen")
            bench.reopen();
        else if (verb == "up")
            bench.up();
        else
            return 2;
        std::fflush(stdout);
    }
    return 0;
}

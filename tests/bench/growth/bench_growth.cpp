// Makes a log long without a server, and measures holds on a running one.
//   bench_growth fill DATA ENTRIES                        the first event of the ledger, by holds and releases of a
//   counter bench_growth holds URL EVENT COUNT ASKERS seats|best  one hold after the other; prints: holds COUNT REFUSED
//   P50 P99 MAX
#include "server/arbiter/arbiter.h"
#include "server/ledger/sql/sql_ledger.h"
#include "server/rehearse/crowd.h"
#include "server/rehearse/hall.h"
#include "sync/link/qt_clock.h"
#include "sync/wire/signing.h"

#include <QCoreApplication>
#include <QEventLoop>

#include <cstdio>

using namespace parterre;

namespace {

int fail(const std::string& sentence)
{
    std::fprintf(stderr, "bench_growth: %s\n", sentence.c_str());
    return 1;
}

// Askers who hold a seat and let it go.
class Filler
{
public:
    Filler(Arbiter& arbiter, const OpenedEvent& opened, std::uint64_t entries)
        : m_arbiter(arbiter),
          m_event(opened.record.event),
          m_seats(opened.state->plan().seatCount()),
          m_entries(entries)
    {}
    void run()
    {
        for (std::uint32_t i = 0, all = m_askers; i < all; ++i)
            hold(i);
        m_loop.exec();
    }
    bool failed() const { return m_failed; }

private:
    void submit(Command command, std::function<void()> then)
    {
        CommandRequest request;
        request.event = m_event;
        request.command = std::move(command);
        request.cause = randomId<CauseId>(m_random);
        m_arbiter.submit(std::move(request), &m_loop, [this, then = std::move(then)](Result<CommandDone> done) {
            m_failed = m_failed || !done.ok();
            if (m_failed)
                return m_loop.quit();
            ++m_written;
            then();
        });
    }
    void hold(std::uint32_t asker)
    {
        if (m_written >= m_entries) { // whoever holds lets go first
            if (--m_askers == 0)
                m_loop.quit();
            return;
        }
        const HoldId id = randomId<HoldId>(m_random);
        const HolderId holder = randomId<HolderId>(m_random);
        Places places{{SeatIndex{asker % m_seats}}, {}};
        submit(PlaceHold{id, holder, Channel::Counter, std::move(places), {}}, [=, this] {
            submit(ReleaseHold{id, holder}, [=, this] { hold(asker); });
        });
    }

    Arbiter& m_arbiter;
    EventId m_event;
    std::uint32_t m_seats;
    std::uint64_t m_entries;
    std::uint64_t m_written = 0;
    std::uint32_t m_askers = 64;
    bool m_failed = false;
    SystemRandom m_random;
    QEventLoop m_loop;
};

int fill(const QString& data, std::uint64_t entries)
{
    auto ledger = SqlLedger::open(data);
    if (!ledger.ok())
        return fail(ledger.error().detail);
    QtClock clock;
    SystemRandom random;
    Arbiter arbiter(**ledger, clock, random);
    if (const auto loaded = arbiter.load(); !loaded.ok())
        return fail(loaded.error().detail);
    const auto opened = arbiter.opened();
    if (opened.empty())
        return fail("there is no event");
    arbiter.start();
    Filler filler(arbiter, opened.front(), entries);
    filler.run();
    arbiter.stop();
    return filler.failed() ? fail("a command was refused") : 0;
}

// ---- Measuring

using namespace rehearsal;

struct Holds
{
    Hall hall;
    bool best = false;
    std::size_t count = 0;
    std::size_t next = 0;
    std::string run;
};

class Holder final : public Visitor
{
public:
    explicit Holder(Holds& holds) : m_holds(holds) {}
    Next begin(Microseconds) override { return next(); }
    Next answered(const Reply&, Microseconds) override { return next(); }

private:
    Next next()
    {
        if (m_holds.next == m_holds.count)
            return Next::leave();
        const std::size_t number = m_holds.next++;
        const Hall& hall = m_holds.hall;
        Ask ask{Call::Hold, "POST", hall.path() + "/holds", {}, R"({"best":{"quantity":1}})", true};
        if (!m_holds.best) // scattered: 7919 is prime
            ask.body = R"({"seats":[")" + hall.label(number * 7'919 % hall.seatCount()) + "\"]}";
        ask.addHeader("Content-Type", "application/json");
        ask.addHeader("Idempotency-Key", "growth-" + m_holds.run + '-' + std::to_string(number));
        return {Microseconds(0), std::move(ask)};
    }

    Holds& m_holds;
};

class Getter final : public Visitor
{
public:
    Getter(EventLoop& loop, std::string path, QByteArray& out) : m_loop(loop), m_path(std::move(path)), m_out(out) {}
    Next begin(Microseconds) override { return {Microseconds(0), Ask{Call::Plan, "GET", m_path, {}, {}, true}}; }
    Next answered(const Reply& reply, Microseconds) override
    {
        if (reply.good())
            m_out = QByteArray(reply.body.data(), static_cast<qsizetype>(reply.body.size()));
        m_loop.stop();
        return Next::leave();
    }

private:
    EventLoop& m_loop;
    std::string m_path;
    QByteArray& m_out;
};

int holds(const std::string& url, const std::string& event, std::size_t count, std::size_t askers, bool best)
{
    Target target;
    if (const std::string problem = Target::resolve(url, target); !problem.empty())
        return fail(problem);
    EventLoop loop;
    Recorder recorder;
    Crowd crowd(loop, target, recorder, {});
    QByteArray details;
    QByteArray plan;
    for (const auto& [path, out] : {std::pair{"", &details}, std::pair{"/plan", &plan}}) {
        crowd.admit(std::make_unique<Getter>(loop, "/api/v1/events/" + event + path, *out), {}, loop.now());
        loop.run();
    }
    auto hall = Hall::read(details, plan);
    if (!hall.ok() || hall->seatCount() < count)
        return fail("the hall is too small, or no hall");
    SystemRandom random;
    std::uint32_t run = 0;
    random.fill(reinterpret_cast<std::uint8_t*>(&run), sizeof run);
    Holds shared{std::move(*hall), best, count, 0, std::to_string(run)};
    for (std::size_t i = 0; i < askers; ++i) // each from an address of their own
        crowd.admit(std::make_unique<Holder>(shared), {0x7F02'0001U + static_cast<std::uint32_t>(i), {}}, loop.now());
    const std::function<void()> look = [&] {
        if (crowd.present() == 0)
            return loop.stop();
        loop.at(loop.now() + Microseconds(10'000), look);
    };
    look();
    loop.run();
    const auto& times = recorder.times(Call::Hold, Kind::Accepted);
    const auto ms = [](Microseconds time) { return static_cast<double>(time.count()) / 1000; };
    std::printf("holds %llu %llu %.3f %.3f %.3f\n", static_cast<unsigned long long>(times.count()),
                static_cast<unsigned long long>(count - times.count()), ms(times.percentile(0.5)),
                ms(times.percentile(0.99)), ms(times.max()));
    return 0;
}

} // namespace

int main(int argc, char* argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList words = application.arguments();
    if (words.value(1) == QLatin1String("fill") && words.size() == 4)
        return fill(words[2], words[3].toULongLong());
    if (words.value(1) == QLatin1String("holds") && words.size() == 7)
        return holds(words[2].toStdString(), words[3].toStdString(), words[4].toULongLong(), words[5].toULongLong(),
                     words[6] == QLatin1String("best"));
    return fail("fill DATA ENTRIES, or holds URL EVENT COUNT ASKERS seats|best");
}

// Arbiter: the queue in front of the BatchWriter and the thread that runs it.
#include "server/arbiter/arbiter.h"

#include "server/arbiter/batch_writer.h"
#include "server/arbiter/command_queue.h"
#include "server/arbiter/writer_thread.h"

namespace parterre {
namespace {

constexpr std::size_t queueBound = 20'000;
// A batch is closed at this many commands, so that the first of them does not wait for a crowd.
constexpr std::size_t maxBatchCommands = 512;

std::size_t weightOf(const Job& job)
{
    const auto* ops = std::get_if<OpsJob>(&job);
    return ops ? std::max<std::size_t>(ops->batch.ops.size(), 1) : 1;
}

// The first jobs of `jobs` that make one batch; at least one.
std::span<Job> nextBatch(std::span<Job> jobs)
{
    std::size_t count = 0;
    std::size_t weight = 0;
    while (count < jobs.size() && (count == 0 || weight + weightOf(jobs[count]) <= maxBatchCommands))
        weight += weightOf(jobs[count++]);
    return jobs.first(count);
}

} // namespace

struct Arbiter::Impl
{
    Impl(Ledger& ledger, const Clock& theClock, Random& random)
        : clock(theClock), queue(queueBound), writer(ledger, theClock, random, counters)
    {}

    void put(Job job);
    void work();
    void runAll(std::vector<Job>& jobs, Milliseconds waitedSince);
    void turnAway(Job job, const Error& error);

    const Clock& clock;
    ArbiterCounters counters;
    RelayBook relays;
    std::vector<Follower> followers;
    CommandQueue<Job> queue;
    BatchWriter writer;
    WriterThread thread;
};

void Arbiter::Impl::put(Job job)
{
    switch (queue.put(job)) {
    case Queued::Taken:
        return;
    case Queued::Full:
        counters.overloaded.add();
        return turnAway(std::move(job), {ErrorCode::Overloaded, "too many requests are waiting"});
    case Queued::Closed:
        return turnAway(std::move(job), {ErrorCode::Unavailable, "the server is stopping"});
    }
}

void Arbiter::Impl::turnAway(Job job, const Error& error)
{
    std::vector<Reply> replies;
    replies.push_back(failedReply(std::move(job), error));
    deliver({}, {}, std::move(replies));
}

void Arbiter::Impl::work()
{
    std::vector<Job> jobs;
    Milliseconds lastTake = clock.sinceBoot();
    bool more = true;
    while (more) {
        more = queue.takeAll(jobs, writer.untilNextWork());
        const Milliseconds now = clock.sinceBoot();
        runAll(jobs, queue.slept() ? now : lastTake);
        lastTake = now;
        jobs.clear();
    }
}

// What is in `jobs` came after the queue was emptied before, at `waitedSince`: nothing has waited longer than that.
void Arbiter::Impl::runAll(std::vector<Job>& jobs, Milliseconds waitedSince)
{
    writer.mendWhenDue();
    std::span<Job> left(jobs);
    do { // once without jobs too: what has expired is swept
        const std::span<Job> batch = nextBatch(left);
        if (!batch.empty()) {
            counters.batchCommands.add(batch.size());
            counters.queueDelayMs.add(static_cast<std::uint64_t>((clock.sinceBoot() - waitedSince).count()));
        }
        BatchResult result = writer.run(batch);
        queue.finished(batch.size());
        deliver(followers, std::move(result.committed), std::move(result.replies));
        left = left.subspan(batch.size());
    } while (!left.empty());
}

Arbiter::Arbiter(Ledger& ledger, const Clock& clock, Random& random)
    : m_impl(std::make_unique<Impl>(ledger, clock, random))
{}

Arbiter::~Arbiter()
{
    stop();
}

Result<void> Arbiter::load()
{
    return m_impl->writer.shelf().load();
}

std::vector<OpenedEvent> Arbiter::opened() const
{
    return m_impl->writer.shelf().opened();
}

void Arbiter::follow(QObject* context, std::function<void(const std::vector<CommittedPtr>&)> onCommitted)
{
    PARTERRE_REQUIRE(!m_impl->thread.started());
    m_impl->followers.push_back({{m_impl->relays.of(context), context}, std::move(onCommitted)});
}

void Arbiter::start()
{
    m_impl->thread.start([impl = m_impl.get()] { impl->work(); });
}

void Arbiter::stop()
{
    m_impl->queue.close();
    m_impl->thread.join();
    // Only when the thread never ran is anything left.
    std::vector<Job> left;
    m_impl->queue.takeAll(left, Milliseconds(0));
    for (Job& job : left)
        m_impl->turnAway(std::move(job), {ErrorCode::Unavailable, "the server is stopping"});
}

void Arbiter::submit(CommandRequest request, QObject* context, Completion<CommandDone> done)
{
    m_impl->put(CommandJob{std::move(request), {m_impl->relays.of(context), context}, std::move(done)});
}

void Arbiter::submitOps(OpBatch batch, QObject* context, Completion<OutcomeBatch> done)
{
    m_impl->put(OpsJob{std::move(batch), {m_impl->relays.of(context), context}, std::move(done)});
}

void Arbiter::createEvent(EventTerms terms, QObject* context, Completion<OpenedEvent> done)
{
    m_impl->put(CreateJob{std::move(terms), {m_impl->relays.of(context), context}, std::move(done)});
}

bool Arbiter::healthy() const
{
    return m_impl->writer.healthy();
}

ArbiterMetrics Arbiter::metrics() const
{
    return m_impl->counters.value(m_impl->queue.size());
}

} // namespace parterre

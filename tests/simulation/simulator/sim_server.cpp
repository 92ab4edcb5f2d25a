// Batches every two milliseconds of virtual time; everything else is the production core.
#include "tests/simulation/simulator/sim_server.h"

#include "server/arbiter/log_restore.h"
#include "sync/wire/snapshot.h"
#include "tests/simulation/simulator/new_disks.h"

namespace parterre::testing {
namespace {

constexpr Milliseconds batchEvery{2};
constexpr Milliseconds silence{5'000};
constexpr std::uint64_t serverNode = 1;

} // namespace

SimServer::SimServer(VirtualTime& time, Choices& choices, const FaultPlan& faults, std::optional<Mutant> mutant,
                     Situations& situations)
    : m_time(time), m_choices(choices), m_faults(faults), m_mutant(mutant), m_situations(situations), m_random(1)
{
    look();
}

SimServer::~SimServer()
{
    m_writer.reset();
    m_ledger.reset();
}

void SimServer::create(const SeatPlanPtr& plan, EventTerms terms)
{
    PARTERRE_REQUIRE(start().ok());
    terms.plan = planIdOf(plan->parts());
    m_event = terms.event;
    PARTERRE_REQUIRE(m_ledger->savePlan({terms.plan, "Sample House", "plan", encodePlan(plan->parts())}).ok());
    std::vector<Job> jobs{CreateJob{std::move(terms), {}, {}}};
    BatchResult result = m_writer->run(jobs);
    PARTERRE_REQUIRE(std::get<CreateReply>(result.replies.front()).answer.ok());
    m_mirror = std::make_unique<EventMirror>(m_writer->shelf().opened().front());
    for (const CommittedPtr& committed : result.committed)
        if (hooks.committed)
            hooks.committed(*committed);
}

Result<void> SimServer::start()
{
    if (++m_life == 1)
        m_disk.restore(newServerDisk());
    m_random = KeyedBytes(5'000 + m_life);
    Result<std::unique_ptr<SqlLedger>> opened = SqlLedger::open(ledgerFolder(), m_disk);
    if (!opened)
        return opened.error();
    m_ledger = std::move(*opened);
    m_writer = std::make_unique<BatchWriter>(*m_ledger, m_time, m_random, m_counters);
    if (Result<void> loaded = m_writer->shelf().load(); !loaded)
        return loaded;
    const std::vector<OpenedEvent> events = m_writer->shelf().opened();
    if (events.empty())
        return {};
    const std::uint64_t known = m_mirror ? m_mirror->seq() : events.front().record.headSeq;
    const bool sameLog = m_mirror && m_mirror->logId() == events.front().record.logId;
    m_mirror = std::make_unique<EventMirror>(events.front());
    return sameLog && known < m_mirror->seq() ? tellUnpublished(known) : Result<void>();
}

// A commit that was durable when the program died was told to nobody; whoever follows the log hears of it now.
Result<void> SimServer::tellUnpublished(std::uint64_t after)
{
    Result<std::vector<StoredEntry>> stored = m_ledger->entries(m_event, after, 10'000, 16'000'000);
    if (!stored)
        return stored.error();
    CommittedEntries stretch{m_event, m_mirror->logId(), {}, std::move(*stored), nullptr};
    for (const StoredEntry& entry : stretch.stored)
        stretch.entries.push_back({entry.seq, entry.at, entry.cause, decodeEntry(entry.body).value()});
    if (hooks.committed)
        hooks.committed(stretch);
    return {};
}

void SimServer::submit(Command command, std::optional<IdempotencyKey> key, Completion<CommandDone> done)
{
    if (m_mutant == Mutant::HoldDoubleCounted)
        freeWhatIsBeingPaid(command);
    CommandRequest request{m_event, std::move(command), randomId<CauseId>(m_random), key};
    m_jobs.push_back(CommandJob{std::move(request), {}, std::move(done)});
    work();
}

std::uint32_t SimServer::enrol(DeviceId device, bool again)
{
    std::uint32_t& installGen = m_installGens.try_emplace(device, 1).first->second;
    return again ? ++installGen : installGen;
}

// What the counters' endpoint looks at before the arbiter does.
void SimServer::push(const OpBatch& batch, Completion<OutcomeBatch> done)
{
    if (m_installGens[batch.device] != batch.installGen)
        return done(Error{ErrorCode::OpFork, "the centre knows this counter as another installation"});
    m_heard[batch.device] = m_time.sinceBoot();
    if (hooks.pushed)
        hooks.pushed(batch);
    if (m_mutant == Mutant::ClockDecides)
        letEarlierClocksWin(batch);
    m_jobs.push_back(OpsJob{batch, {}, std::move(done)});
    if (m_mutant == Mutant::DuplicateNotRecognised)
        carryOutRepeats(batch);
    work();
}

void SimServer::act(Command command)
{
    submit(std::move(command), std::nullopt, [](Result<CommandDone>) {});
}

void SimServer::work()
{
    if (std::exchange(m_working, true))
        return;
    m_time.after(batchEvery, [this, life = m_life] {
        m_working = false;
        if (life == m_life && isUp())
            runBatch();
        else if (isUp() && !m_jobs.empty())
            work();
    });
}

void SimServer::runBatch()
{
    std::vector<Job> jobs(std::make_move_iterator(m_jobs.begin()), std::make_move_iterator(m_jobs.end()));
    m_jobs.clear();
    const std::vector<Job> asked = jobs;
    if (m_faults.has(FaultKind::ServerCrash) && m_choices.chance(serverNode, "cut", 1, 400))
        m_disk.cutPowerAt(m_disk.steps() + m_choices.between(serverNode, "cut at", 1, 12));
    if (m_faults.has(FaultKind::CentreDisk) && m_choices.chance(serverNode, "disk", 1, 200)) {
        const bool full = m_choices.chance(serverNode, "full", 1, 2);
        m_disk.inject({full ? DiskFault::Kind::FullDisk : DiskFault::Kind::FailedSync, 1,
                       m_choices.between(serverNode, "for", 1, 3)});
        m_situations.met("centre's disk said no");
    }
    BatchResult result = m_writer->run(jobs);
    if (m_disk.isCut()) {
        m_situations.met("server died inside a commit");
        return crash();
    }
    take(result.committed);
    deliver(std::move(result.replies), asked);
}

void SimServer::take(const std::vector<CommittedPtr>& committed)
{
    for (const CommittedPtr& stretch : committed) {
        m_mirror->take(*stretch);
        if (hooks.committed)
            hooks.committed(*stretch);
    }
    if (committed.empty())
        return;
    m_grewAt = m_time.sinceBoot();
    answerPolls();
}

void SimServer::deliver(std::vector<Reply> replies, std::vector<Job> asked)
{
    const std::uint64_t life = m_life;
    for (std::size_t i = 0; i < replies.size() && life == m_life; ++i) {
        if (auto* command = std::get_if<CommandReply>(&replies[i])) {
            command->done(std::move(command->answer).result());
        } else if (auto* ops = std::get_if<OpsReply>(&replies[i])) {
            const OpBatch& batch = std::get<OpsJob>(asked[i]).batch;
            if (ops->answer)
                *ops->answer = withStoredGrants(batch, std::move(*ops->answer));
            if (ops->answer && hooks.answered)
                hooks.answered(batch, *ops->answer);
            ops->done(std::move(ops->answer));
        }
    }
}

Result<LogPage> SimServer::page(const PullQuery& query) const
{
    if (Result<void> cursor = m_mirror->checkCursor(query.logId, query.after); !cursor) {
        m_situations.met(cursor.error().code == ErrorCode::Resync ? "resync" : "future cursor");
        return cursor.error();
    }
    if (!m_mirror->reachesBackTo(query.after))
        return Error{ErrorCode::Resync, "too far behind"};
    if (query.after == m_mirror->seq()) // nothing new, most of the time: not worth writing and reading
        return LogPage{m_mirror->logId(), query.after, {}, state().digest()};
    return decodeLogPage(m_mirror->logPage(query.after));
}

void SimServer::pull(DeviceId device, const PullQuery& query, Completion<LogPage> done)
{
    m_heard[device] = m_time.sinceBoot();
    const Result<LogPage> now = page(query);
    if (!now || !now->entries.empty() || query.wait.count() == 0)
        return done(now);
    const auto poll = std::make_shared<Poll>(Poll{query, std::move(done)});
    m_polls.push_back(poll);
    m_time.after(query.wait, [this, poll, life = m_life] {
        if (life != m_life || std::exchange(poll->answered, true))
            return;
        poll->done(page(poll->query));
        m_polls.remove(poll);
    });
}

void SimServer::answerPolls()
{
    std::list<std::shared_ptr<Poll>> polls;
    polls.swap(m_polls);
    for (const auto& poll : polls)
        if (!std::exchange(poll->answered, true))
            poll->done(page(poll->query));
}

Result<Bytes> SimServer::snapshot() const
{
    return encodeSnapshot({m_mirror->logId(), m_mirror->headHash(), m_mirror->state()});
}

Result<Bytes> SimServer::plan() const
{
    return encodePlan(m_mirror->plan().parts());
}

void SimServer::look()
{
    m_time.after(std::chrono::seconds(1), [this] {
        look();
        if (!isUp() || !m_mirror)
            return;
        noteContacts();
        work(); // the sweep
        if (m_mutant == Mutant::ReclaimOnTimer)
            reclaim();
    });
}

void SimServer::noteContacts()
{
    for (const auto& [fence, allotment] : state().allotments()) {
        const auto heard = m_heard.find(allotment.device);
        const bool reachable = heard != m_heard.end() && m_time.sinceBoot() - heard->second < silence;
        if (reachable != allotment.reachable)
            act(NoteContact{fence, reachable});
    }
}

void SimServer::end()
{
    ++m_life;
    m_writer.reset();
    m_ledger.reset();
    m_jobs.clear();
    m_polls.clear();
    m_heard.clear();
    m_working = false;
}

void SimServer::crash()
{
    if (!isUp())
        return;
    m_situations.met("server crashed");
    end();
    const Loss loss = m_faults.has(FaultKind::TornDisk)
                          ? everyLoss[m_choices.between(serverNode, "loss", 0, std::size(everyLoss) - 1)]
                          : Loss::KeepNone;
    m_disk.restore(m_disk.leftAfter(loss, m_choices.between(serverNode, "loss key", 0, 1'000)));
    m_time.after(Milliseconds(static_cast<std::int64_t>(m_choices.between(serverNode, "down", 500, 60'000))),
                 [this] { restart(); });
}

void SimServer::restart()
{
    if (isUp())
        return;
    const Result<void> started = start();
    PARTERRE_REQUIRE(started.ok());
}

// SQLite's own backup does not see a commit that failed; a copy of the files has it until the next write.
void SimServer::takeBackup()
{
    if (!isUp() || !m_writer->healthy())
        return;
    m_backup = m_disk.image();
    if (hooks.backedUp)
        hooks.backedUp();
}

bool SimServer::restoreBackup()
{
    if (!isUp() || !m_backup)
        return false;
    m_situations.met("server restored from a backup");
    ++m_restores;
    const std::uint32_t genBefore = state().logGen();
    end();
    m_disk.restore(*m_backup);
    Result<std::unique_ptr<SqlLedger>> opened = SqlLedger::open(ledgerFolder(), m_disk);
    PARTERRE_REQUIRE(opened.ok());
    if (m_mutant != Mutant::RestoreKeepsLogId) {
        KeyedBytes random(9'000 + m_restores);
        std::vector<DeviceId> devices;
        for (const auto& [device, installGen] : m_installGens)
            devices.push_back(device);
        PARTERRE_REQUIRE(restoreLogs(**opened, m_time, random, devices, genBefore).ok());
    }
    opened->reset();
    PARTERRE_REQUIRE(start().ok());
    if (hooks.restored)
        hooks.restored();
    return true;
}

} // namespace parterre::testing

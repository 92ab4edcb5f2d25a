// FakeCentre: the whole centre in memory: the real rules of events and of ops, streams of ops with stored outcomes, a
// log to follow, a backup to restore. No network, no disk, no threads.
#pragma once

#include "server/arbiter/op_rules.h"
#include "sync/wire/hash_chain.h"
#include "sync/wire/log_page.h"
#include "sync/wire/op_batch.h"
#include "sync/wire/signing.h"
#include "sync/wire/snapshot.h"
#include "tests/support/sample_events.h"
#include "tests/support/virtual_time.h"

namespace parterre::testing {

class FakeCentre
{
    using StreamKey = std::pair<DeviceId, std::uint32_t>; // device and installation
    struct Answer
    {
        Bytes32 hash{};
        Outcome outcome;
    };
    struct Stream
    {
        std::vector<Answer> answers;
        bool quarantined = false;
    };

public:
    explicit FakeCentre(VirtualTime& time, SeatPlanPtr plan = samplePlan(),
                        const std::function<void(EventTerms&)>& change = {})
        : m_time(time), m_state(std::move(plan))
    {
        EventTerms terms = sampleTerms(m_state.plan());
        terms.plan = planIdOf(m_state.plan().parts());
        if (change)
            change(terms);
        PARTERRE_REQUIRE(run(CreateEvent{std::move(terms)}).ok());
    }

    // A centre that has lived through the same, under another clock; nobody follows it yet.
    FakeCentre(const FakeCentre& other, VirtualTime& time)
        : logId(other.logId),
          replays(other.replays),
          pageEntries(other.pageEntries),
          m_time(time),
          m_state(other.m_state),
          m_log(other.m_log),
          m_headHash(other.m_headHash),
          m_streams(other.m_streams)
    {}

    const EventState& state() const { return m_state; }
    EventId event() const { return m_state.terms().event; }
    const SeatPlan& plan() const { return m_state.plan(); }
    const std::vector<LogEntry>& log() const { return m_log; }
    LogId logId = idOf<LogId>(77);

    // Somebody else asks: a fan, a manager, the sweep. What the rules do by themselves about cases follows.
    Result<std::vector<EntryBody>> run(const Command& command, CauseId cause = {}, std::optional<Told> told = {})
    {
        Result<std::vector<EntryBody>> decision =
            told ? decideRepeated(m_state, command, m_time.now(), *told) : decide(m_state, command, m_time.now());
        if (!decision)
            return decision;
        for (const EntryBody& body : *decision)
            append(body, cause);
        if (!decision->empty())
            settleCases(cause);
        return decision;
    }
    bool fanHolds(const std::vector<std::string>& labels, std::uint64_t number = 900)
    {
        Places places;
        for (const std::string& label : labels)
            places.seats.push_back(plan().seatByLabel(label).value());
        return run(PlaceHold{idOf<HoldId>(number), idOf<HolderId>(number), Channel::Fan, places, {}}).ok();
    }
    bool fanPays(std::uint64_t number = 900)
    {
        return run(StartPayment{idOf<HoldId>(number), idOf<HolderId>(number), idOf<OrderId>(number)}).ok();
    }
    bool fanBuys(const std::vector<std::string>& labels, std::uint64_t number = 900)
    {
        if (!fanHolds(labels, number))
            return false;
        const Places places = m_state.hold(idOf<HoldId>(number))->places;
        return run(SellHold{idOf<HoldId>(number), idOf<HolderId>(number), fanOrder(places, number)}).ok();
    }
    Order fanOrder(const Places& places, std::uint64_t number) const
    {
        return orderFor(plan(), m_state.terms(), places, idOf<OrderId>(number));
    }
    SeatStatus status(std::string_view label) const { return m_state.seat(plan().seatByLabel(label).value()).status; }

    Bytes snapshot() const { return encodeSnapshot({logId, m_headHash, m_state}); }

    Result<LogPage> page(LogId asked, std::uint64_t after) const
    {
        if (asked != logId)
            return Error{ErrorCode::Resync, {}};
        if (after > m_state.seq())
            return Error{ErrorCode::FutureCursor, {}};
        LogPage page{logId, m_state.seq(), {}, {}};
        for (std::uint64_t seq = after; seq < m_log.size() && page.entries.size() < pageEntries; ++seq)
            page.entries.push_back(m_log[seq]);
        if (after + page.entries.size() == m_state.seq())
            page.digest = m_state.digest() ^ digestError;
        return page;
    }

    // As design 02 "Ops": replay, gap, fork, else apply and store the outcome.
    OutcomeBatch push(const OpBatch& batch)
    {
        Stream& stream = m_streams[{batch.device, batch.installGen}];
        OutcomeBatch answer;
        for (const SealedOp& sealed : batch.ops) {
            answer.stopped = takeOne(sealed, batch, stream, answer);
            if (answer.stopped)
                break;
        }
        answer.logId = logId;
        answer.applied = stream.answers.size();
        answer.headSeq = m_state.seq();
        return answer;
    }

    // Hashes of the ops it has answered, of one device's first installation.
    std::vector<Bytes32> answeredOps(DeviceId device) const
    {
        std::vector<Bytes32> hashes;
        if (const auto stream = m_streams.find({device, 1}); stream != m_streams.end())
            for (const Answer& answer : stream->second.answers)
                hashes.push_back(answer.hash);
        return hashes;
    }
    // Outcomes of one device's first installation, by number from 1.
    std::vector<Outcome> outcomes(DeviceId device) const
    {
        std::vector<Outcome> list;
        if (const auto stream = m_streams.find({device, 1}); stream != m_streams.end())
            for (const Answer& answer : stream->second.answers)
                list.push_back(answer.outcome);
        return list;
    }

    // ---- Backups
    struct Backup
    {
        EventState state;
        std::vector<LogEntry> log;
        Bytes32 headHash{};
        std::map<StreamKey, Stream> streams;
    };
    Backup backup() const { return {m_state, m_log, m_headHash, m_streams}; }
    // The centre as it was, under a new log that waits for these counters. Who followed the old one must ask anew.
    void restore(const Backup& from, const std::vector<DeviceId>& awaited, std::uint32_t logGen = 1)
    {
        loseHistory(from);
        logId = idOf<LogId>(77 + logGen);
        PARTERRE_REQUIRE(run(RestoreLog{logGen, awaited}).ok());
    }
    // The same, and nobody has said so: the log is only shorter than it was.
    void loseHistory(const Backup& from)
    {
        m_state = from.state;
        m_log = from.log;
        m_headHash = from.headHash;
        m_streams = from.streams;
    }

    // Called once when the log has grown.
    void whenGrown(std::function<void()> work) { m_followers.push_back(std::move(work)); }

    std::uint64_t replays = 0; // ops that were pushed again
    std::size_t pageEntries = 100;
    std::uint64_t digestError = 0; // not 0: the digests it tells are wrong

private:
    // What stops the batch, if anything.
    std::optional<Error> takeOne(const SealedOp& sealed, const OpBatch& batch, Stream& stream, OutcomeBatch& answer)
    {
        if (stream.quarantined)
            return Error{ErrorCode::Quarantined, "until a person has looked"};
        if (sealed.opN > stream.answers.size() + 1)
            return Error{ErrorCode::OpGap, {}};
        const bool known = sealed.opN <= stream.answers.size();
        const Bytes32 last = stream.answers.empty() ? Bytes32{} : stream.answers.back().hash;
        if (known ? stream.answers[sealed.opN - 1].hash != sealed.hash : opHash(last, sealed.bytes) != sealed.hash) {
            stream.quarantined = true;
            (void)run(RaiseAlarm{AlarmKind::Fork, batch.device, "op " + std::to_string(sealed.opN)});
            return Error{ErrorCode::OpFork, "op " + std::to_string(sealed.opN)};
        }
        if (known) {
            answer.outcomes.push_back(replayed(stream.answers[sealed.opN - 1].outcome, batch.device));
            ++replays;
            return std::nullopt;
        }
        const Op op = decodeOp(sealed.bytes).value();
        PARTERRE_REQUIRE(op.opN == sealed.opN && op.device == batch.device && op.installGen == batch.installGen);
        PARTERRE_REQUIRE(checkOpCommand(op.command, op.device).ok());
        stream.answers.push_back({sealed.hash, decideOp(op, causeOf(sealed.hash), batch.told)});
        answer.outcomes.push_back(stream.answers.back().outcome);
        return std::nullopt;
    }

    Outcome decideOp(const Op& op, CauseId cause, const std::vector<Outcome>& toldBefore)
    {
        const auto told = std::find_if(toldBefore.begin(), toldBefore.end(),
                                       [&op](const Outcome& outcome) { return outcome.opN == op.opN; });
        const bool repeated = told != toldBefore.end() && m_state.logGen() > 0;
        Outcome outcome = repeated && told->kind == OutcomeKind::Refused
                              ? outcomeOfRefusal(op.command, {told->error, told->detail}, m_state)
                              : effect(op, cause, repeated ? toldOf(*told, op.command) : std::nullopt);
        outcome.opN = op.opN;
        return outcome;
    }

    Outcome effect(const Op& op, CauseId cause, std::optional<Told> told)
    {
        Command command = op.command;
        if (told)
            if (std::optional<Command> fact = soldBefore(command, op.device, m_state))
                command = std::move(*fact);
        const std::size_t before = m_log.size();
        const Result<std::vector<EntryBody>> decision = run(command, cause, told);
        if (!decision)
            return outcomeOfRefusal(command, decision.error(), m_state);
        return outcomeOf(command, m_log.data() + before, decision->size(), m_state);
    }

    void settleCases(CauseId cause)
    {
        for (;;) {
            const std::vector<EntryBody> steps = decide(m_state, SettleCases{}, m_time.now()).value();
            if (steps.empty())
                return;
            for (const EntryBody& body : steps)
                append(body, cause);
        }
    }

    void append(EntryBody body, CauseId cause)
    {
        LogEntry entry{m_state.seq() + 1, m_time.now(), cause, std::move(body)};
        apply(m_state, entry);
        m_headHash = entryHash(m_headHash, entry.seq, entry.at, entry.cause, encodeEntry(entry.body));
        m_log.push_back(std::move(entry));
        std::vector<std::function<void()>> followers;
        followers.swap(m_followers);
        for (const std::function<void()>& follower : followers)
            follower();
    }

    Outcome replayed(Outcome outcome, DeviceId device) const
    {
        if (outcome.kind == OutcomeKind::Granted)
            outcome.fence = liveFence(m_state, device);
        return outcome;
    }

    VirtualTime& m_time;
    EventState m_state;
    std::vector<LogEntry> m_log;
    Bytes32 m_headHash{};
    std::map<StreamKey, Stream> m_streams;
    std::vector<std::function<void()>> m_followers;
};

} // namespace parterre::testing

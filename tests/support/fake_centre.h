// FakeCentre: the whole centre in memory: the real decide() and apply(), streams of ops with stored outcomes, a log to
// follow. No network, no disk, no threads.
#pragma once

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
public:
    explicit FakeCentre(VirtualTime& time, SeatPlanPtr plan = samplePlan()) : m_time(time), m_state(std::move(plan))
    {
        EventTerms terms = sampleTerms(m_state.plan());
        terms.plan = planIdOf(m_state.plan().parts());
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

    // Somebody else asks: a fan, a manager, the sweep.
    Result<std::vector<EntryBody>> run(const Command& command, CauseId cause = {})
    {
        Result<std::vector<EntryBody>> decision = decide(m_state, command, m_time.now());
        if (decision)
            for (const EntryBody& body : *decision)
                append(body, cause);
        return decision;
    }
    bool fanHolds(const std::vector<std::string>& labels, std::uint64_t number = 900)
    {
        Places places;
        for (const std::string& label : labels)
            places.seats.push_back(plan().seatByLabel(label).value());
        return run(PlaceHold{idOf<HoldId>(number), idOf<HolderId>(number), Channel::Fan, places, {}}).ok();
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
            page.digest = m_state.digest();
        return page;
    }

    // As design 02 "Ops": replay, gap, fork, else apply and store the outcome.
    OutcomeBatch push(const OpBatch& batch)
    {
        Stream& stream = m_streams[batch.device];
        OutcomeBatch answer;
        for (const SealedOp& sealed : batch.ops) {
            if (sealed.opN <= stream.answers.size()) {
                const Answer& known = stream.answers[sealed.opN - 1];
                if (known.hash != sealed.hash) {
                    answer.stopped = Error{ErrorCode::OpFork, "op " + std::to_string(sealed.opN)};
                    break;
                }
                answer.outcomes.push_back(replayed(known.outcome, batch.device));
                ++replays;
                continue;
            }
            if (sealed.opN > stream.answers.size() + 1) {
                answer.stopped = Error{ErrorCode::OpGap, {}};
                break;
            }
            const Bytes32 last = stream.answers.empty() ? Bytes32{} : stream.answers.back().hash;
            PARTERRE_REQUIRE(opHash(last, sealed.bytes) == sealed.hash);
            const Op op = decodeOp(sealed.bytes).value();
            PARTERRE_REQUIRE(op.opN == sealed.opN && op.device == batch.device);
            stream.answers.push_back({sealed.hash, decideOp(op, causeOf(sealed.hash))});
            answer.outcomes.push_back(stream.answers.back().outcome);
        }
        answer.logId = logId;
        answer.applied = stream.answers.size();
        answer.headSeq = m_state.seq();
        return answer;
    }

    // Hashes of the ops it has answered, of one device.
    std::vector<Bytes32> answeredOps(DeviceId device) const
    {
        std::vector<Bytes32> hashes;
        if (const auto stream = m_streams.find(device); stream != m_streams.end())
            for (const Answer& answer : stream->second.answers)
                hashes.push_back(answer.hash);
        return hashes;
    }

    // Called once when the log has grown.
    void whenGrown(std::function<void()> work) { m_followers.push_back(std::move(work)); }

    std::uint64_t replays = 0; // ops that were pushed again
    std::size_t pageEntries = 100;

private:
    struct Answer
    {
        Bytes32 hash{};
        Outcome outcome;
    };
    struct Stream
    {
        std::vector<Answer> answers;
    };

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
        const Allotment* live = m_state.allotmentOf(device);
        if (outcome.kind == OutcomeKind::Granted && live)
            outcome.fence = live->fence;
        return outcome;
    }

    Outcome decideOp(const Op& op, CauseId cause)
    {
        const Result<std::vector<EntryBody>> decision = run(op.command, cause);
        Outcome outcome;
        outcome.opN = op.opN;
        outcome.seq = m_state.seq();
        if (!decision) {
            const bool fact = std::holds_alternative<SellAllotted>(op.command) ||
                              std::holds_alternative<ReturnPlaces>(op.command) ||
                              std::holds_alternative<SealAllotment>(op.command);
            outcome.kind = fact ? OutcomeKind::Quarantined : OutcomeKind::Refused;
            outcome.error = decision.error().code;
            outcome.detail = decision.error().detail;
            return outcome;
        }
        outcome.kind = kindOf(op.command, *decision);
        if (outcome.kind == OutcomeKind::Granted)
            outcome.fence = m_state.allotmentOf(op.device)->fence;
        return outcome;
    }

    static OutcomeKind kindOf(const Command& command, const std::vector<EntryBody>& entries)
    {
        if (std::holds_alternative<SellAllotted>(command)) {
            for (const EntryBody& body : entries) {
                if (std::holds_alternative<CaseOpened>(body))
                    return OutcomeKind::Conflict;
                if (const auto* placed = std::get_if<OrderPlaced>(&body); placed && placed->late)
                    return OutcomeKind::ConfirmedLate;
            }
            return OutcomeKind::Confirmed;
        }
        if (std::holds_alternative<SellHold>(command))
            return OutcomeKind::Confirmed;
        if (std::holds_alternative<RequestAllotment>(command))
            return OutcomeKind::Granted;
        const bool recorded =
            std::holds_alternative<ReturnPlaces>(command) || std::holds_alternative<SealAllotment>(command);
        return recorded ? OutcomeKind::Recorded : OutcomeKind::Ok;
    }

    VirtualTime& m_time;
    EventState m_state;
    std::vector<LogEntry> m_log;
    Bytes32 m_headHash{};
    std::map<DeviceId, Stream> m_streams;
    std::vector<std::function<void()>> m_followers;
};

} // namespace parterre::testing

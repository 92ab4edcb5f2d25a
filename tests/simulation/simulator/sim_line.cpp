// What each call carries.
#include "tests/simulation/simulator/sim_line.h"

namespace parterre::testing {
namespace {

constexpr Milliseconds ordinary{4'000};
constexpr Milliseconds beyondWait{800};

} // namespace

bool SimLine::vanishes(bool cut)
{
    return cut || (!calm && m_faults.has(FaultKind::Loss) && m_choices.chance(m_node, "loss", 15, 100));
}

Milliseconds SimLine::latency()
{
    const bool slow = !calm && m_faults.has(FaultKind::Delay) && m_choices.chance(m_node, "slow", 1, 5);
    return Milliseconds(static_cast<std::int64_t>(m_choices.between(m_node, "latency", 1, slow ? 3'000 : 20)));
}

void SimLine::enrol(const EnrolRequest& request, Completion<EnrolledDevice> done)
{
    carry<EnrolledDevice>(
        ordinary,
        [this, again = request.again.has_value()](Completion<EnrolledDevice> answer) {
            answer(EnrolledDevice{m_device, m_server.enrol(m_device, again), {}});
        },
        std::move(done));
}

void SimLine::signIn(std::string, std::string, Completion<SignedIn> done)
{
    carry<SignedIn>(
        ordinary,
        [this](Completion<SignedIn> answer) {
            answer(SignedIn{"seller", m_time.now() + std::chrono::hours(24 * 30)});
        },
        std::move(done));
}

void SimLine::events(Completion<std::vector<EventSummary>> done)
{
    carry<std::vector<EventSummary>>(
        ordinary,
        [this](Completion<std::vector<EventSummary>> answer) {
            const EventTerms& terms = m_server.state().terms();
            answer(std::vector<EventSummary>{{terms.event, terms.title, terms.venue, terms.startsAt, terms.timeZone}});
        },
        std::move(done));
}

void SimLine::plan(EventId, Completion<Bytes> done)
{
    carry<Bytes>(
        ordinary, [this](Completion<Bytes> answer) { answer(m_server.plan()); }, std::move(done));
}

void SimLine::snapshot(EventId, Completion<Bytes> done)
{
    carry<Bytes>(
        ordinary, [this](Completion<Bytes> answer) { answer(m_server.snapshot()); }, std::move(done));
}

void SimLine::pullLog(const PullQuery& query, Completion<LogPage> done)
{
    carry<LogPage>(
        query.wait + beyondWait,
        [this, query](Completion<LogPage> answer) { m_server.pull(m_device, query, std::move(answer)); },
        std::move(done));
}

void SimLine::pushOps(const OpBatch& batch, Completion<OutcomeBatch> done)
{
    const bool repeats = !calm && m_faults.has(FaultKind::Repeat) && m_choices.chance(m_node, "repeat", 1, 4);
    if (repeats) // by the network, at once or when everybody has forgotten it
        m_time.after(m_choices.chance(m_node, "much later", 1, 3)
                         ? Milliseconds(static_cast<std::int64_t>(m_choices.between(m_node, "later", 5'000, 600'000)))
                         : latency(),
                     [this, batch] {
                         if (m_server.isUp() && !cutUp)
                             m_server.push(batch, [](Result<OutcomeBatch>) {});
                     });
    carry<OutcomeBatch>(
        ordinary,
        [this, batch](Completion<OutcomeBatch> answer) {
            m_server.push(batch, [this, answer](Result<OutcomeBatch> outcomes) {
                if (m_mutant == Mutant::RefusedBlocksQueue && outcomes)
                    for (const Outcome& outcome : outcomes->outcomes)
                        if (outcome.kind == OutcomeKind::Refused)
                            return answer(Error{ErrorCode::Unavailable, "refused"});
                answer(std::move(outcomes));
            });
        },
        std::move(done));
}

} // namespace parterre::testing

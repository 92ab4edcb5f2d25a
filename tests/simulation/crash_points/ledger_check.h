// LedgerCheck: what must hold for a server after a crash, whatever the disk kept: the ledger opens and verifies, what
// was answered or published is there, who got no answer asks again, and all ends as if the power had been good.
#pragma once

#include "server/ledger/sql/verify_folder.h"
#include "tests/simulation/crash_points/file_check.h"
#include "tests/simulation/crash_points/ledger_workflows.h"
#include "tests/simulation/crash_points/problems.h"

namespace parterre::testing {

// Events as a run with good power leaves them.
using EventStates = std::map<EventId, EventState>;

inline EventStates statesOf(LedgerWorld& world)
{
    EventStates states;
    for (const auto& event : world.writer->shelf().all())
        states.emplace(event->id(), event->state());
    return states;
}

class LedgerCheck
{
public:
    LedgerCheck(const LedgerScene& scene, const DiskImage& left) : m_scene(scene), m_left(left) {}

    std::vector<std::string> run(const LedgerWorkflow& workflow, const EventStates& expected)
    {
        m_problems.add(damageIn(m_left));
        LedgerWorld world(m_scene, m_left);
        if (!require(world.start(), "the server does not start"))
            return m_problems.list();
        verify(world, "after the crash");
        checkToldIsKept(world);
        workflow.when(world); // whoever heard nothing asks again, and so do those who heard
        if (!world.writer && !require(world.start(), "the server does not start a second time"))
            return m_problems.list();
        checkRepeats(world);
        require(statesOf(world) == expected, "the events end otherwise than with good power");
        if (const EventState* state = world.state(world.terms.event); state && m_problems.none()) {
            world.batch({world.command(99, world.hold(99, {"Stalls/3/8"}))});
            require(state->hold(idOf<HoldId>(99)) != nullptr, "the server does not go on");
        }
        verify(world, "in the end");
        return m_problems.list();
    }

private:
    template <typename Condition>
    bool require(const Condition& condition, const std::string& problem)
    {
        return m_problems.require(condition, problem);
    }

    // Beside the running server, as `parterre-server verify` does.
    void verify(LedgerWorld& world, const std::string& when)
    {
        const Result<VerifyReport> report = verifyFolder(LedgerWorld::folder(), world.disk());
        if (require(report, "verify cannot read " + when))
            for (const std::string& finding : report->findings)
                require(false, "verify " + when + ": " + finding);
    }

    void checkToldIsKept(LedgerWorld& world)
    {
        const ToldByServer& told = m_scene.told;
        for (const auto& [event, hashes] : told.published) {
            std::map<std::uint64_t, Bytes32> kept;
            const auto entries = world.ledger->entries(event, 0, 10'000, 1 << 24);
            if (require(entries, "the log of a published event"))
                for (const StoredEntry& entry : *entries)
                    kept[entry.seq] = entry.hash;
            for (const auto& [seq, hash] : hashes)
                require(kept.contains(seq) && kept[seq] == hash,
                        "entry " + std::to_string(seq) + " was published and is not in the log");
        }
        for (const auto& [key, answer] : told.answers) {
            const auto stored = world.ledger->answer(key);
            require(stored && *stored && (*stored)->refused.has_value() == answer.refused.has_value(),
                    "an answer that was given is not stored");
        }
        for (const auto& [op, outcome] : told.outcomes) {
            const auto stored = world.ledger->outcome(op.first, op.second);
            require(stored && *stored && same((*stored)->outcome, outcome),
                    "the outcome of op " + std::to_string(op.second) + " was given and is not stored");
        }
        for (const auto& [event, log] : told.logs)
            if (const LiveEvent* live = world.writer->shelf().find(event)) // that it is there is checked by its entries
                require((live->record().logId == log.first) == (live->state().logGen() == log.second),
                        "a log has a new name exactly when it was restored");
        for (const EventId event : told.created)
            require(world.state(event) != nullptr, "an event that was created is not there");
    }
    // A first answer is the answer for ever (I6).
    void checkRepeats(const LedgerWorld& world)
    {
        for (const auto& [key, answer] : m_scene.told.answers)
            require(world.told.answers.at(key) == answer, "an answer is another one when asked again");
        for (const auto& [op, outcome] : m_scene.told.outcomes)
            require(same(world.told.outcomes.at(op), outcome),
                    "op " + std::to_string(op.second) + " has another outcome when pushed again");
    }
    // A repeated grant names what is live now.
    static bool same(Outcome a, Outcome b)
    {
        if (a.kind == OutcomeKind::Granted)
            a.fence = b.fence = {};
        return a == b;
    }

    const LedgerScene& m_scene;
    const DiskImage& m_left;
    Problems m_problems;
};

} // namespace parterre::testing

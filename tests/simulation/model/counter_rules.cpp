// What a counter may do: journal, fsync, print, believe an answer, doubt itself; and what may happen to it.
#include "tests/simulation/model/rules.h"

#include <algorithm>

namespace parterre::model {
namespace {

class CounterMoves
{
public:
    CounterMoves(const World& world, const Setup& setup, unsigned counter, std::vector<Move>& moves)
        : m_world(world), m_setup(setup), m_me(counter), m_now(world.counter[counter]), m_moves(moves)
    {}

    void all()
    {
        if (m_now.unsynced) {
            finishWriting();
        } else {
            if (m_now.suspect)
                writeAsSuspect();
            else
                write();
            hear();
            if (m_me == 0)
                suffer();
        }
    }

private:
    Counter& add(Act act, unsigned what = 0)
    {
        m_moves.push_back({{act, std::uint8_t(m_me), std::uint8_t(what)}, m_world});
        return m_moves.back().world.counter[m_me];
    }

    // A crash between write and fsync undoes the write, so the two are two steps only where somebody may see the
    // difference: for a sale, whose paper leaves the moment the rules let it.
    void journal(Act act, Op op)
    {
        Counter& next = add(act, op.fence);
        next.count = next.count + 1;
        next.ops = withOp(next.ops, next.count, op);
        next.unsynced = op.kind == OpKind::Sell || op.kind == OpKind::SellProvisional;
        if (next.unsynced)
            next.printed = m_setup.rules.printBeforeFsync;
        if (op.kind == OpKind::Seal || op.kind == OpKind::Hello)
            next.live = 0;
        if (op.kind == OpKind::Hello && !m_setup.rules.oldLogBelieved)
            next.granted = next.granted & ~((1U << wholeOldLog) - 1);
    }

    void write()
    {
        if (isRolledBack() && (m_now.count > m_world.outside.kept || m_world.server.quarantined & 1))
            return; // it would go on until it is told; but its next op is found out, and the others reach nobody
        const bool newLog = m_now.log() < m_world.outside.log;
        if (newLog)
            journal(Act::WriteHello,
                    {OpKind::Hello, Fence(m_world.outside.log)}); // seals whatever it had under the old log
        const unsigned extra = find(m_now.ops, m_now.count, OpKind::Hello) ? 1 : 0;
        if (m_now.count - extra >= m_setup.bounds.ops[m_me])
            return;
        if (!m_now.sale()) {
            if (m_now.live)
                journal(Act::WriteSale, {OpKind::Sell, Fence(m_now.live)});
            else if (m_setup.bounds.provisional)
                journal(Act::WriteProvisional, {OpKind::SellProvisional, m_now.log()});
            if (!m_now.live && !requestIsOpen())
                journal(Act::WriteRequest, {OpKind::Request, 0});
        }
        if (m_now.live)
            journal(Act::WriteSeal, {OpKind::Seal, Fence(m_now.live)});
    }

    bool isRolledBack() const { return m_me == 0 && m_world.outside.rolledBack != RolledBack::No; }

    void writeAsSuspect()
    {
        if (!find(m_now.ops, m_now.count, OpKind::Suspect) && m_now.count < opSlots)
            journal(Act::WriteSuspect, {OpKind::Suspect, 0});
        if (!m_setup.rules.suspectSeals || m_now.count + 1U >= opSlots)
            return;
        if (m_now.live)
            journal(Act::WriteSeal, {OpKind::Seal, Fence(m_now.live)});
        if (m_now.log() < m_world.outside.log)
            journal(Act::WriteHello, {OpKind::Hello, Fence(m_world.outside.log)});
    }

    bool requestIsOpen() const
    {
        for (unsigned number = m_world.server.applied(m_me) + 1; number <= m_now.count; ++number)
            if (opAt(m_now.ops, number).kind == OpKind::Request)
                return true;
        return false;
    }

    void finishWriting()
    {
        Counter& saved = add(Act::Fsync);
        saved.unsynced = 0;
        saved.printed = 1;
        Counter& lost = add(Act::Crash);
        lost.unsynced = 0;
        lost.count = lost.count - 1;
        lost.ops = firstOps(lost.ops, lost.count);
        const bool fenced = opAt(m_now.ops, m_now.count).kind == OpKind::Sell;
        lost.orphan = lost.orphan | (lost.printed & fenced); // a provisional paper says that it is not good yet
        lost.printed = 0;
    }

    // The highest fence its journal knows of. Nothing at or below it is believed again.
    Fence lastFence() const
    {
        Fence last = m_now.live;
        for (unsigned number = 1; number <= m_now.count; ++number) {
            const Op op = opAt(m_now.ops, number);
            if (op.kind == OpKind::Sell || op.kind == OpKind::Seal)
                last = std::max(last, op.fence);
        }
        return last;
    }

    // Answers: each in the name of a log; one of a smaller log is refused, one of a larger log makes it say Hello
    // first.
    void hear()
    {
        const bool asked = find(m_now.ops, m_now.count, OpKind::Request);
        const Fence last = m_setup.rules.oldGrantBelieved ? 0 : lastFence();
        for (Fence fence = last + 1; asked && !m_now.suspect && fence < 8; ++fence) {
            if (m_now.granted >> fence & 1 && (logOf(fence) == m_now.log() || m_setup.rules.oldLogBelieved))
                take(add(Act::TakeGrant, fence), fence);
            if (fence < wholeOldLog && m_now.regranted >> fence & 1 && m_now.log() == 1)
                add(Act::TakeRegrant, fence).live = fence;
        }
        if (m_now.log() != m_world.outside.log)
            return;
        hearOutcome();
        const bool ahead = m_world.server.applied(m_me) > m_now.count;
        if (!m_now.suspect && (ahead || m_world.server.quarantined >> m_me & 1))
            add(Act::Notice).suspect = 1;
    }

    void take(Counter& next, Fence fence) const
    {
        next.live = fence;
        if (!m_setup.rules.oldGrantBelieved)
            next.granted = next.granted & ~((2U << fence) - 1);
    }

    // The outcome of its sale; that of the other ops tells it nothing it acts upon.
    void hearOutcome()
    {
        const unsigned number = m_now.sale();
        const bool known = m_world.stream(m_me) == m_now.ops || number <= m_world.outside.kept;
        const Outcome outcome = m_world.server.outcome(m_me);
        if (!number || number > m_world.server.applied(m_me) || !known || outcome == Outcome::Pending)
            return;
        add(Act::TakeOutcome, number).told = outcome == Outcome::Conflict ? Told::Conflict : Told::Confirmed;
    }

    // Disasters of counter 0: it doubts itself for no reason, or its journal is copied back to an older state.
    void suffer()
    {
        if (m_setup.bounds.falseAlarm && !m_now.suspect && m_world.outside.rolledBack == RolledBack::No)
            add(Act::FalseAlarm).suspect = 1;
        if (!m_setup.bounds.rollBack || m_world.outside.rolledBack != RolledBack::No || m_now.suspect)
            return;
        for (unsigned kept = 0; kept < m_now.count; ++kept) {
            rollBack(Act::RollBack, kept);
            if (!m_world.outside.restored && kept < m_world.server.applied(0))
                rollBack(Act::RollBackUnnoticed, kept);
        }
    }

    void rollBack(Act act, unsigned kept)
    {
        Counter& next = add(act, kept);
        Outside& outside = m_moves.back().world.outside;
        outside.lostOps = next.ops;
        outside.lostCount = next.count;
        outside.kept = kept;
        outside.rolledBack = act == Act::RollBack ? RolledBack::Noticed : RolledBack::Unnoticed;
        const Op firstLost = opAt(next.ops, kept + 1);
        next.live = firstLost.kind == OpKind::Sell || firstLost.kind == OpKind::Seal ? firstLost.fence : 0;
        if (next.sale() > kept) {
            outside.lostTold = next.told;
            next.printed = 0;
            next.told = Told::Nothing;
        }
        next.ops = firstOps(next.ops, kept);
        next.count = kept;
        next.suspect = act == Act::RollBack;
    }

    const World& m_world;
    const Setup& m_setup;
    const unsigned m_me;
    const Counter& m_now;
    std::vector<Move>& m_moves;
};

} // namespace

void counterMoves(const World& world, const Setup& setup, unsigned counter, std::vector<Move>& moves)
{
    CounterMoves(world, setup, counter, moves).all();
}

} // namespace parterre::model

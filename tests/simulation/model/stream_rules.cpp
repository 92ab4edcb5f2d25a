// What the server does with the ops that reach it: order, repeats, gaps and forks; then what each op does.
#include "tests/simulation/model/arbitration.h"
#include "tests/simulation/model/rules.h"

#include <algorithm>

namespace parterre::model {
namespace {

class StreamMoves
{
public:
    StreamMoves(const World& world, const Setup& setup, std::vector<Move>& moves)
        : m_now(world), m_setup(setup), m_moves(moves)
    {}

    void all()
    {
        for (unsigned c = 0; c < counters; ++c)
            hearCounter(c);
        hearLostJournal();
    }

private:
    World& add(Act act, unsigned who = 0, unsigned what = 0)
    {
        m_moves.push_back({{act, std::uint8_t(who), std::uint8_t(what)}, m_now});
        return m_moves.back().world;
    }

    // Everything on a counter's disk may have been sent and may arrive, again and in any order. What is not next in the
    // stream is a gap or a repeat and changes nothing, unless a rule is broken.
    void hearCounter(unsigned c)
    {
        const Counter& from = m_now.counter[c];
        const unsigned sent = m_setup.rules.sendBeforeFsync ? from.count : from.onDisk();
        const unsigned applied = m_now.server.applied(c);
        for (unsigned number = 1; number <= sent; ++number) {
            const Op op = opAt(from.ops, number);
            const bool afterRollBack = isBranch(c, number);
            if (number == applied + 1 && m_now.server.frozen)
                receiveAll(c, number, sent);
            else if (number == applied + 1 || forks(c, number, afterRollBack))
                receive(add(Act::Deliver, c, number), c, number, op, afterRollBack);
            else if (number <= applied)
                repeat(c, number, op);
            else if (m_setup.rules.gapIsFork)
                quarantine(add(Act::Deliver, c, number).server, c);
            if (number == applied + 1 && m_setup.rules.replyBeforeCommit && number == from.sale())
                answerAndCrash(c, number, op, afterRollBack);
        }
    }

    // To a frozen event a counter pushes all it has in one batch; smaller ones would only wait in the middle.
    void receiveAll(unsigned c, unsigned first, unsigned last)
    {
        World& next = add(Act::Deliver, c, last);
        for (unsigned number = first; number <= last; ++number)
            receive(next, c, number, opAt(m_now.counter[c].ops, number), isBranch(c, number));
    }

    void hearLostJournal()
    {
        const Outside& outside = m_now.outside;
        const unsigned applied = m_now.server.applied(0);
        for (unsigned number = outside.kept + 1; number <= std::min<unsigned>(outside.lostCount, applied + 1); ++number)
            if (number == applied + 1 || forks(0, number, false))
                receive(add(Act::DeliverLost, 0, number), 0, number, opAt(outside.lostOps, number), false);
    }

    bool isBranch(unsigned c, unsigned number) const
    {
        return c == 0 && m_now.outside.rolledBack != RolledBack::No && number > m_now.outside.kept;
    }
    // Hashes are chained: once the server follows one branch, every op of the other one shows.
    bool forks(unsigned c, unsigned number, bool afterRollBack) const
    {
        return isBranch(c, number) && m_now.server.applied(0) > m_now.outside.kept &&
               m_now.server.branch != afterRollBack;
    }

    void receive(World& next, unsigned c, unsigned number, Op op, bool afterRollBack)
    {
        Server& server = next.server;
        if (server.quarantined >> c & 1)
            return;
        if (forks(c, number, afterRollBack)) {
            if (m_setup.rules.forkIgnored && number <= server.applied(c))
                return;
            if (!m_setup.rules.forkIgnored)
                return quarantine(server, c);
        }
        if (op.kind == OpKind::Request && m_setup.rules.refusalBlocksStream && !mayGrant(next))
            return;
        (c ? server.appliedB : server.appliedA) = number;
        if (isBranch(c, number))
            server.branch = afterRollBack;
        apply(next, c, op);
    }

    static void quarantine(Server& server, unsigned c)
    {
        server.quarantined = server.quarantined | 1U << c;
        if (server.seat == Seat::Active && server.owner == c)
            server.seat = Seat::Limbo;
    }

    bool mayGrant(const World& world) const
    {
        return world.server.seat == Seat::Free && !world.server.frozen && world.server.grants < grantsPerLog;
    }

    void apply(World& next, unsigned c, Op op)
    {
        Server& server = next.server;
        const bool own = server.allottedTo(c);
        switch (op.kind) {
        case OpKind::Request:
            if (mayGrant(next))
                grant(next, c);
            break;
        case OpKind::Sell:
        case OpKind::SellProvisional:
            decideSale(next, c, op, m_setup.rules.frozenDecidesAtOnce);
            break;
        case OpKind::Seal:
            if (own && server.fence == op.fence && !doubted(next, c))
                server.set(Seat::Free);
            break;
        case OpKind::Hello:
            if (own && logOf(server.fence) < op.fence && !doubted(next, c))
                server.set(Seat::Free);
            if (!doubted(next, c))
                server.awaiting = m_setup.rules.opensOnFirstHello ? 0U : server.awaiting & ~(1U << c);
            break;
        case OpKind::Suspect:
            if (own)
                server.seat = Seat::Limbo;
            break;
        case OpKind::Nothing:
            break;
        }
    }

    // Has this stream said Suspect? Then it frees nothing any more.
    bool doubted(const World& world, unsigned c) const
    {
        return find(world.stream(c), world.server.applied(c), OpKind::Suspect);
    }

    void grant(World& next, unsigned c)
    {
        Server& server = next.server;
        server.grants = server.grants + 1;
        const Fence fence = fenceOf(next.outside.log, server.grants);
        server.set(Seat::Active, c, fence);
        next.counter[c].granted = next.counter[c].granted | 1U << fence;
        next.outside.highestFence = std::max<unsigned>(next.outside.highestFence, fence);
        if (m_setup.rules.replayStoredGrant)
            (c ? server.storedB : server.storedA) = fence;
    }

    // A repeated op gets its stored outcome. A repeated request gets what is live now, which was sent when it was
    // granted.
    void repeat(unsigned c, unsigned number, Op op)
    {
        const Fence stored = c ? m_now.server.storedB : m_now.server.storedA;
        if (op.kind == OpKind::Request && stored && logOf(stored) < m_now.outside.log) {
            Counter& asker = add(Act::ReplayGrant, c, number).counter[c];
            asker.regranted = asker.regranted | 1U << stored;
        }
        const bool sale = op.kind == OpKind::Sell || op.kind == OpKind::SellProvisional;
        if (sale && m_setup.rules.replayDecidesAgain && m_now.server.outcome(c) != Outcome::Pending)
            decideSale(add(Act::ReplayDecision, c, number), c, op, false);
    }

    void answerAndCrash(unsigned c, unsigned number, Op op, bool afterRollBack)
    {
        World answered = m_now;
        receive(answered, c, number, op, afterRollBack);
        add(Act::AnswerAndCrash, c, number).counter[c].told =
            answered.server.outcome(c) == Outcome::Conflict ? Told::Conflict : Told::Confirmed;
    }

    const World& m_now;
    const Setup& m_setup;
    std::vector<Move>& m_moves;
};

} // namespace

void streamMoves(const World& world, const Setup& setup, std::vector<Move>& moves)
{
    StreamMoves(world, setup, moves).all();
}

} // namespace parterre::model

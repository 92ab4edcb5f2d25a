// What else happens at the server: its timer, a supervisor's signature, the web buyer, a restore and the unfreeze.
#include "tests/simulation/model/arbitration.h"
#include "tests/simulation/model/rules.h"

#include <algorithm>

namespace parterre::model {
namespace {

class CentreMoves
{
public:
    CentreMoves(const World& world, const Setup& setup, std::vector<Move>& moves)
        : m_now(world), m_setup(setup), m_moves(moves)
    {}

    void all()
    {
        keepAllotment();
        serveWeb();
        recover();
    }

private:
    World& add(Act act, unsigned who = 0, unsigned what = 0)
    {
        m_moves.push_back({{act, std::uint8_t(who), std::uint8_t(what)}, m_now});
        return m_moves.back().world;
    }

    void keepAllotment()
    {
        const Server& server = m_now.server;
        if (server.seat == Seat::Active) {
            World& next = add(Act::LimboTimer, server.owner);
            if (m_setup.rules.reclaimOnTimer)
                next.server.set(Seat::Free);
            else
                next.server.seat = Seat::Limbo;
        }
        if (server.seat == Seat::Limbo && !server.frozen && maySign(server.owner)) {
            World& next = add(Act::WriteOff, server.owner, server.fence);
            next.server.set(Seat::Free);
            sign(next.counter[server.owner], server.fence);
        }
        for (unsigned c = 0; c < counters; ++c)
            if (server.awaiting >> c & 1 && maySign(c)) {
                World& next = add(Act::WriteOff, c, wholeOldLog);
                next.server.awaiting = server.awaiting & ~(1U << c);
                if (server.allottedTo(c))
                    next.server.set(Seat::Free);
                sign(next.counter[c], wholeOldLog);
            }
    }

    bool maySign(unsigned c) const
    {
        const bool first = !m_now.counter[0].writtenOff && !m_now.counter[1].writtenOff;
        return (m_setup.bounds.writeOff && first) || m_now.counter[c].suspect;
    }

    void sign(Counter& of, Fence fence)
    {
        if (!m_setup.rules.writeOffUnsigned)
            of.writtenOff = std::max<unsigned>(of.writtenOff, fence);
    }

    void serveWeb()
    {
        const Server& server = m_now.server;
        const Payment payment = m_now.outside.payment;
        if (server.seat == Seat::Free && !server.frozen && payment == Payment::NotAsked)
            add(Act::Hold).server.set(Seat::Held);
        if (server.seat == Seat::Held) {
            add(Act::HoldEnds).server.set(Seat::Free);
            if (payment == Payment::NotAsked) {
                World& next = add(Act::StartPayment);
                next.server.set(Seat::Paying);
                next.outside.payment = Payment::Started;
            }
        }
        if (payment == Payment::Started)
            add(Act::Capture).outside.payment = Payment::Captured;
        if (server.seat == Seat::Paying || server.seat == Seat::Contest)
            endPayment(add(Act::PaymentEnds)); // it failed, or it took longer than the cap
        const bool webOwns = server.seat == Seat::Sold && server.owner == web;
        if (payment == Payment::Captured && !webOwns && !server.frozen)
            settleCapture(add(Act::SettleCapture), m_setup.rules.captureAlwaysWins);
    }

    // A backup is what the server had committed at some earlier time. Outcomes never change, so it can be made here
    // from what it had of each counter, all or nothing, and of the web buyer. Something between would differ by ops
    // that do nothing when they are pushed again to a frozen event.
    void recover()
    {
        if (m_now.server.frozen && !m_now.server.awaiting)
            settleFrozen(add(Act::Unfreeze), m_setup.rules.capturesForgotten);
        if (!m_setup.bounds.restore || m_now.outside.restored || m_now.outside.rolledBack == RolledBack::Unnoticed)
            return;
        const bool webSold = m_now.server.seat == Seat::Sold && m_now.server.owner == web;
        for (unsigned had = 0; had < (m_setup.rules.restoreKeepsLogId ? 1U : 8U); ++had)
            if ((had & 1) <= m_now.server.appliedA && (had >> 1 & 1) <= m_now.server.appliedB && (had >> 2) <= webSold)
                restore(had & 1 ? m_now.server.appliedA : 0, had & 2 ? m_now.server.appliedB : 0, had & 4);
    }

    void restore(unsigned a, unsigned b, bool webSold)
    {
        World& next = add(Act::Restore, webSold ? web : 0, a * 8 + b);
        next.outside.restored = 1;
        Server& server = next.server;
        server = Server{};
        server.branch = m_now.server.branch && a > m_now.outside.kept;
        if (webSold)
            server.set(Seat::Sold, web);
        for (unsigned c = 0; c < counters; ++c)
            keepOps(server, c, c ? b : a);
        if (m_setup.rules.restoreKeepsLogId)
            return;
        next.outside.log = 1;
        next.outside.highestFence = wholeOldLog;
        server.frozen = 1; // allotments, holds and payments under way are settled when everybody has reported
        server.awaiting = (1U << counters) - 1;
    }

    void keepOps(Server& server, unsigned c, unsigned applied)
    {
        (c ? server.appliedB : server.appliedA) = applied;
        const Bits stream = m_now.stream(c);
        if (saleIn(stream, applied)) {
            server.setOutcome(c, m_now.server.outcome(c));
            if (m_now.server.seat == Seat::Sold && m_now.server.owner == c)
                server.set(Seat::Sold, c);
        }
        if (find(stream, applied, OpKind::Request))
            (c ? server.storedB : server.storedA) = c ? m_now.server.storedB : m_now.server.storedA;
    }

    const World& m_now;
    const Setup& m_setup;
    std::vector<Move>& m_moves;
};

} // namespace

void centreMoves(const World& world, const Setup& setup, std::vector<Move>& moves)
{
    CentreMoves(world, setup, moves).all();
}

} // namespace parterre::model

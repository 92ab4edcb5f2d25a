// ReferenceModel: who owns each place, and where the money is, folded from the entries by code that shares nothing with
// the real fold.
#pragma once

#include "tests/support/reference_places.h"

#include <algorithm>
#include <set>

namespace parterre::testing {

class ReferenceModel : private ReferencePlaces
{
public:
    using ReferencePlaces::ReferencePlaces;

    // Returns what is wrong with the entry, or nothing. `repeated`: it follows from an op that had been answered before
    // a restore, and is no new claim.
    std::string fold(const LogEntry& entry, Instant now, bool repeated = false)
    {
        m_wrong.clear();
        m_repeated = repeated;
        m_seq = entry.seq;
        m_now = now;
        std::visit([this](const auto& body) { on(body); }, entry.body);
        return m_wrong;
    }
    std::string compare(const EventState& state) const
    {
        if (std::string wrong = comparePlaces(state); !wrong.empty())
            return wrong;
        if (state.frozen() != frozen())
            return "the model disagrees whether the event is frozen";
        for (const auto& [id, of] : state.cases())
            if (const auto found = m_cases.find(tail(id)); found == m_cases.end() || found->second.phase != of.phase)
                return "the model disagrees about a case";
        if (state.cases().size() != m_cases.size())
            return "a case is missing";
        return compareMoney(state);
    }

private:
    struct ModelCase
    {
        CasePhase phase = CasePhase::Open;
        std::int64_t paid = 0;
        std::int64_t due = 0; // of an exchange
        std::size_t tickets = 0;
        std::vector<Places> offers;
        std::size_t rounds = 0;
    };

    // I13: what was taken and not given back is the worth of tickets, or due to somebody, or was settled at the door.
    std::string compareMoney(const EventState& state) const
    {
        std::int64_t worth = 0;
        std::int64_t due = 0;
        for (const auto& [id, order] : state.orders())
            for (const Ticket& ticket : order.tickets)
                worth += ticket.voided ? 0 : ticket.priceMinor;
        for (const auto& [id, of] : state.cases()) {
            const bool whole = !isClosed(of.phase) || of.phase == CasePhase::Closed;
            due += whole ? of.order.tender.paidMinor : of.phase == CasePhase::Exchanged ? of.refundMinor : 0;
            if (of.phase == CasePhase::RefundDue && of.refundMinor != of.order.tender.paidMinor)
                return "a case says that another amount is due";
        }
        return m_tenders - m_refunds == worth + due ? "" : "the money does not add up";
    }
    bool frozen() const
    {
        return !m_awaited.empty() || std::any_of(m_alarms.begin(), m_alarms.end(), [](const auto& alarm) {
            return alarm.second == AlarmKind::ImpossibleSale || alarm.second == AlarmKind::LostHistory;
        });
    }
    void requireThawed()
    {
        if (frozen() && !m_repeated)
            blame("a frozen event takes a new claim");
    }
    Key allotment(Fence fence) const { return {'a', fence.value}; }
    void on(const EventCreated&) {}
    void on(const HoldPlaced& body)
    {
        Claim claim = claimOf(body.places);
        claim.deadline = body.expiresAt;
        if (body.expiresAt <= m_now)
            blame("a hold is born expired");
        requireThawed();
        open({'h', tail(body.hold)}, std::move(claim));
    }
    void on(const HoldExtended& body)
    {
        requireThawed();
        claim({'h', tail(body.hold)}).deadline = body.expiresAt;
    }
    void on(const HoldReleased& body)
    {
        const Claim claim = close({'h', tail(body.hold)});
        if (body.expired && (claim.deadline > m_now || claim.paymentCap > m_now))
            blame("a live hold is ended by time");
        if (frozen() && claim.paymentCap != Instant{})
            blame("a payment is given up while the event is frozen");
    }
    void on(const PaymentStarted& body)
    {
        requireThawed();
        claim({'h', tail(body.hold)}).paymentCap = body.until;
    }
    void on(const PaymentFailed& body)
    {
        claim({'h', tail(body.hold)}).deadline = body.expiresAt;
        claim({'h', tail(body.hold)}).paymentCap = {};
    }
    void on(const PlacesReserved& body)
    {
        if (body.hold)
            close({'h', tail(*body.hold)});
        requireThawed();
        Claim claim = claimOf(body.reservation.places);
        claim.deadline = body.reservation.until;
        open({'r', tail(body.reservation.id)}, std::move(claim));
    }
    void on(const ReservationEnded& body)
    {
        const Claim claim = close({'r', tail(body.reservation)});
        if (body.expired && (claim.deadline > m_now || frozen()))
            blame("a live reservation is ended by time");
    }
    void on(const OrderPlaced& body)
    {
        m_tenders += checkedTender(body.order);
        if (body.hold)
            requireSame(close({'h', tail(*body.hold)}), body.order);
        if (body.reservation)
            requireSame(close({'r', tail(*body.reservation)}), body.order);
        for (const Ticket& ticket : body.order.tickets)
            sellTicket(ticket, body.order.id, body.fence);
    }
    std::int64_t checkedTender(const Order& order)
    {
        std::int64_t worth = 0;
        for (const Ticket& ticket : order.tickets)
            worth += ticket.priceMinor;
        if (worth != order.tender.paidMinor)
            blame("an order is not paid in full");
        return worth;
    }
    void requireSame(const Claim& claim, const Order& order)
    {
        std::size_t units = claim.seats.size();
        for (const auto& [area, count] : claim.units)
            units += static_cast<std::size_t>(count);
        if (units != order.tickets.size())
            blame("an order has other places than its claim");
    }
    // A place of the allotment leaves it; any other must be free.
    void sellTicket(const Ticket& ticket, OrderId order, std::optional<Fence> fence)
    {
        if (!m_sold.emplace(ticket.serial, ticket).second)
            blame("a ticket serial is sold twice");
        Claim* own = fence ? &claim(allotment(*fence)) : nullptr;
        if (ticket.seat) {
            const std::uint32_t seat = ticket.seat->value;
            if (own && has(allotment(*fence), seat)) {
                std::erase(own->seats, seat);
                free(seat);
            }
            takeSeat(seat, {'s', tail(order)});
            return;
        }
        const std::uint16_t area = ticket.standing->value;
        if (own && own->units[area] > 0)
            --own->units[area];
        else
            takeUnits(area, 1);
    }
    void on(const TicketsVoided& body)
    {
        for (const TicketSerial& serial : body.serials) {
            const auto sold = m_sold.find(serial);
            if (sold == m_sold.end()) {
                blame("a ticket is voided that was not sold");
                continue;
            }
            m_refunds += sold->second.priceMinor;
            if (sold->second.seat)
                free(sold->second.seat->value);
            else
                ++m_free[sold->second.standing->value];
            m_sold.erase(sold);
        }
    }
    void on(const TicketsReissued& body)
    {
        if (const auto of = m_cases.find(tail(body.order));
            of != m_cases.end() && of->second.phase == CasePhase::Contest)
            return; // its tickets are counted when it is sold
        for (const TicketSerial& serial : body.serials) {
            auto paper = m_sold.extract(serial);
            if (paper.empty())
                return blame("new paper for a ticket that was not sold");
            paper.key() = reissuedSerial(serial);
            if (!m_sold.insert(std::move(paper)).inserted)
                blame("new paper has a serial that is taken");
        }
    }
    void on(const TicketAdmitted& body)
    {
        const auto sold = m_sold.find(body.serial);
        if (sold == m_sold.end() || sold->second.admitted)
            return blame("somebody is let in twice, or without a ticket");
        sold->second.admitted = true;
    }
    void on(const AllotmentGranted& body)
    {
        requireThawed();
        const Fence fence{m_gen << 40 | m_seq};
        remember(fence.value, claimOf(body.places));
        open(allotment(fence), claimOf(body.places));
    }
    void on(const AllotmentRenewed& body)
    {
        requireThawed();
        if (m_limbo.contains(body.fence.value))
            blame("an allotment in limbo is renewed");
        const Fence fence{m_gen << 40 | m_seq};
        if (m_silent.erase(body.fence.value) == 1)
            m_silent.insert(fence.value);
        open(allotment(fence), close(allotment(body.fence)));
        widen(allotment(fence), body.added);
        remember(fence.value, claim(allotment(fence)));
    }
    void on(const AllotmentReturned& body) { narrow(allotment(body.fence), body.places); }
    void on(const AllotmentClosed& body) { close(allotment(body.fence)); }
    void on(const AllotmentRecalled& body)
    {
        if (m_limbo.contains(body.fence.value) || m_silent.contains(body.fence.value))
            blame("a counter is asked that does not answer");
        for (const SeatIndex seat : body.places.seats)
            if (!has(allotment(body.fence), seat.value))
                blame("a counter is asked for a seat that it has not");
    }
    void on(const RecallDeclined& body) { claim(allotment(body.fence)); }
    void on(const ContactNoted& body)
    {
        claim(allotment(body.fence));
        if (body.reachable)
            m_silent.erase(body.fence.value);
        else
            m_silent.insert(body.fence.value);
    }
    void on(const AllotmentLimbo& body)
    {
        claim(allotment(body.fence));
        if (!m_limbo.insert(body.fence.value).second)
            blame("an allotment is put in limbo twice");
    }
    void on(const AllotmentForced& body)
    {
        const WriteOff& off = body.signedOff;
        if (!m_limbo.contains(off.fence.value) || off.by.empty() || off.reason.empty())
            blame("a write-off of what is not in limbo, or without a signature");
        const Claim left = close(allotment(off.fence));
        const Claim list = claimOf(off.places);
        if (std::set(left.seats.begin(), left.seats.end()) != std::set(list.seats.begin(), list.seats.end()))
            blame("a write-off of other seats than were signed");
    }
    void on(const SeatsBlocked& body)
    {
        requireThawed();
        for (const SeatIndex seat : body.seats)
            takeSeat(seat.value, {'b', 0});
    }
    void on(const SeatsUnblocked& body)
    {
        for (const SeatIndex seat : body.seats) {
            if (m_seats[seat.value].first != 'b')
                blame("a seat is unblocked that is not blocked");
            free(seat.value);
        }
    }
    // ---- Cases (I14): in one phase at a time, and each step follows from the one before.
    ModelCase& openCase(CaseId id, std::initializer_list<CasePhase> from)
    {
        ModelCase& of = m_cases[tail(id)];
        if (std::find(from.begin(), from.end(), of.phase) == from.end())
            blame("a case takes a step from phase " + std::to_string(static_cast<int>(of.phase)));
        return of;
    }
    void freeKept(CaseId id)
    {
        if (claims({'k', tail(id)}))
            close({'k', tail(id)});
    }
    void on(const CaseOpened& body)
    {
        const Case& opened = body.opened;
        m_tenders += checkedTender(opened.order);
        if (opened.lost.empty())
            blame("a case without a loss");
        ModelCase of;
        of.phase = opened.phase;
        of.paid = opened.order.tender.paidMinor;
        of.tickets = opened.order.tickets.size();
        if (!m_cases.emplace(tail(opened.id), of).second)
            blame("a case is opened twice");
        widen({'k', tail(opened.id)}, opened.kept);
    }
    void on(const CaseKept& body)
    {
        openCase(body.id, {CasePhase::Contest});
        widen({'k', tail(body.id)}, body.places);
    }
    void on(const CaseSold& body)
    {
        using enum CasePhase;
        const bool won = body.phase == Won;
        ModelCase& of = won                       ? openCase(body.id, {Contest})
                        : body.phase == Exchanged ? openCase(body.id, {Offered})
                                                  : openCase(body.id, {Open, Offered, RefundDue, AtDoor});
        freeKept(body.id);
        if (body.order.tickets.size() != of.tickets || checkedTender(body.order) + body.refundMinor != of.paid)
            blame("a case ends with another party, or another amount");
        if (body.phase != Exchanged && body.refundMinor != 0)
            blame("the very seats are given for less");
        for (const Ticket& ticket : body.order.tickets)
            sellTicket(ticket, body.order.id, std::nullopt);
        of.phase = body.phase;
        of.due = body.refundMinor;
    }
    void on(const CaseOffered& body)
    {
        using enum CasePhase;
        requireThawed();
        ModelCase& of = openCase(body.id, {Open, RefundDue, AtDoor});
        if (body.offers.empty() || body.offers.size() > 3 || ++of.rounds > 3)
            blame("too many offers, or none");
        for (const Places& offer : body.offers) {
            if (offer.units() != of.tickets)
                blame("an offer is not for the whole party");
            widen({'k', tail(body.id)}, offer);
        }
        of.offers = body.offers;
        of.phase = Offered;
    }
    void on(const CaseMoved& body)
    {
        using enum CasePhase;
        if (body.phase == Exchanged) {
            ModelCase& of = openCase(body.id, {Exchanged});
            m_refunds += std::exchange(of.due, 0);
            return;
        }
        ModelCase& of = body.phase == Open ? openCase(body.id, {Contest, Offered})
                                           : openCase(body.id, {Contest, Open, Offered, RefundDue, AtDoor});
        freeKept(body.id);
        if (body.phase == Refunded)
            m_refunds += of.paid;
        of.phase = body.phase;
    }
    // ---- Counters
    void on(const AlarmRaised& body) { m_alarms[m_seq] = body.kind; }
    void on(const AlarmSettled& body)
    {
        if (m_alarms.erase(body.seq) != 1)
            blame("an alarm is settled that there is not");
    }
    void on(const LogRestored& body)
    {
        if (body.logGen <= m_gen)
            blame("a generation does not grow");
        m_gen = body.logGen;
        m_awaited = {body.awaited.begin(), body.awaited.end()};
        for (const auto& [key, places] : m_claims)
            if (key.first == 'a') {
                m_limbo.insert(key.second);
                m_silent.insert(key.second);
            }
    }
    void on(const DeviceReported& body)
    {
        if (m_awaited.erase(body.device) != 1)
            blame("a counter reports that nobody waits for");
    }

    std::map<TicketSerial, Ticket> m_sold; // tickets that are not void (I15: a serial once)
    std::map<std::uint64_t, ModelCase> m_cases;
    std::map<std::uint64_t, AlarmKind> m_alarms;
    std::set<DeviceId> m_awaited;
    std::set<std::uint64_t> m_limbo;  // fences
    std::set<std::uint64_t> m_silent; // fences
    std::uint64_t m_gen = 0;
    std::int64_t m_tenders = 0;
    std::int64_t m_refunds = 0;
    Instant m_now;
    bool m_repeated = false;
};

} // namespace parterre::testing

// StateFold: the only writer of EventState. Each entry is checked completely before anything changes.
#pragma once

#include "sync/domain/event_state.h"

namespace parterre {

class StateFold
{
public:
    explicit StateFold(EventState& state) : m_state(state) {}

    // Folds the entry in and returns an empty string, or says why it does not follow and changes nothing.
    std::string fold(const LogEntry& entry);

private:
    // One for every kind of entry; nullptr: folded. Otherwise a sentence, and nothing has changed.
    using Broken = const char*;
    Broken on(const EventCreated& body, const LogEntry& entry);
    Broken on(const HoldPlaced& body, const LogEntry& entry);
    Broken on(const HoldExtended& body, const LogEntry& entry);
    Broken on(const HoldReleased& body, const LogEntry& entry);
    Broken on(const PaymentStarted& body, const LogEntry& entry);
    Broken on(const PaymentFailed& body, const LogEntry& entry);
    Broken on(const OrderPlaced& body, const LogEntry& entry);
    Broken on(const TicketsVoided& body, const LogEntry& entry);
    Broken on(const PlacesReserved& body, const LogEntry& entry);
    Broken on(const ReservationEnded& body, const LogEntry& entry);
    Broken on(const AllotmentGranted& body, const LogEntry& entry);
    Broken on(const AllotmentReturned& body, const LogEntry& entry);
    Broken on(const AllotmentClosed& body, const LogEntry& entry);
    Broken on(const SeatsBlocked& body, const LogEntry& entry);
    Broken on(const SeatsUnblocked& body, const LogEntry& entry);
    Broken on(const CaseOpened& body, const LogEntry& entry);
    Broken on(const CaseKept& body, const LogEntry& entry);
    Broken on(const CaseSold& body, const LogEntry& entry);
    Broken on(const CaseOffered& body, const LogEntry& entry);
    Broken on(const CaseMoved& body, const LogEntry& entry);
    Broken on(const AllotmentRenewed& body, const LogEntry& entry);
    Broken on(const AllotmentRecalled& body, const LogEntry& entry);
    Broken on(const RecallDeclined& body, const LogEntry& entry);
    Broken on(const ContactNoted& body, const LogEntry& entry);
    Broken on(const AllotmentLimbo& body, const LogEntry& entry);
    Broken on(const AllotmentForced& body, const LogEntry& entry);
    Broken on(const TicketsReissued& body, const LogEntry& entry);
    Broken on(const TicketAdmitted& body, const LogEntry& entry);
    Broken on(const AlarmRaised& body, const LogEntry& entry);
    Broken on(const AlarmSettled& body, const LogEntry& entry);
    Broken on(const LogRestored& body, const LogEntry& entry);
    Broken on(const DeviceReported& body, const LogEntry& entry);

    // Where units of a standing area are counted; null means free.
    using Bucket = std::uint32_t StandingSlot::*;

    Broken sellHeld(const OrderPlaced& body, const Places& places);
    Broken sellReserved(const OrderPlaced& body, const Places& places);
    Broken sellAllotted(const OrderPlaced& body, const Places& places);
    Broken sellFree(const OrderPlaced& body, const Places& places);

    bool wellFormed(const Places& places) const; // canonical and not empty
    bool allFree(const Places& places) const;    // precondition: canonical
    bool knownSeats(const std::vector<SeatIndex>& seats) const;
    void setSeat(SeatIndex seat, const SeatSlot& slot) { m_state.put(seat, slot); }
    void move(const Places& places, Bucket from, Bucket to, const SeatSlot& slot);
    void addOrder(const Order& order);
    void addHold(Hold hold);
    void dropHold(HoldId id); // its places stay as they are
    void setDeadline(Hold& hold, Instant before);
    void dropReservation(ReservationId id);
    Allotment* liveAllotment(Fence fence);
    void leaveAllotment(Allotment& allotment, const Places& places); // they have been moved already
    Case* openCase(CaseId id);                                       // null: closed, or there is none
    void freeKept(Case& of);
    void setPhase(Case& of, CasePhase phase);

    EventState& m_state;
};

} // namespace parterre

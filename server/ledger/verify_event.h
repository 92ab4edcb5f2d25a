// VerifyEvent: the checks of verifyLedger() for one event.
#pragma once

#include "server/ledger/verify.h"
#include "sync/domain/event_state.h"

#include <map>

namespace parterre {

// Counts owners of places from the entries alone, without the state that might share a mistake with who wrote them.
class OwnerCount
{
public:
    void add(const Order& order);
    void rename(const TicketsReissued& reissued);
    void remove(const TicketsVoided& voided);
    std::uint64_t sold() const; // valid tickets
    std::vector<SeatIndex> seatsWithSeveral() const;
    std::int64_t chargedMinor() const { return m_charged; } // of every order ever placed
    std::int64_t paidMinor() const { return m_paid; }

private:
    struct Owned
    {
        std::optional<SeatIndex> seat;
        bool live = true;
    };
    std::map<std::pair<OrderId, TicketSerial>, Owned> m_tickets;
    std::int64_t m_charged = 0;
    std::int64_t m_paid = 0;
};

class VerifyEvent
{
public:
    VerifyEvent(Ledger& ledger, OrderQueries* orders, const EventRecord& event, VerifyReport& report);
    Result<void> run(); // findings go to the report; an Error when the ledger cannot be read

private:
    Result<bool> loadPlan();                // false: no usable plan, nothing more can be checked
    Result<void> replay();                  // the whole log, page by page
    void countOrder(std::uint64_t seq, const Order& order);
    bool follow(const StoredEntry& stored); // one entry; false: it does not follow, the rest cannot be folded
    void checkHead(std::uint64_t lastSeq);
    void checkOwners();
    Result<void> checkStreams();
    Result<void> checkStream(const OpStreamKey& key);
    Result<void> checkOrders();
    void checkOrder(const FoundOrder& row);
    void find(const std::string& sentence);

    Ledger& m_ledger;
    OrderQueries* m_orders;
    const EventRecord& m_event;
    VerifyReport& m_report;
    std::string m_name;
    std::optional<EventState> m_state;
    OwnerCount m_owners;
    std::map<OrderId, std::uint64_t> m_placedAt; // position of every order's entry
    Bytes32 m_hash{};
    bool m_folds = true;
};

} // namespace parterre

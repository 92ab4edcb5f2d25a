// Overlay: what this counter has done that its base does not show yet. Small: only the places of pending ops.
#pragma once

#include "sync/counter/op_book.h"
#include "sync/domain/event_state.h"

#include <map>

namespace parterre {

enum class OverlayMark : std::uint8_t {
    None,
    Asked,    // the centre was asked to hold or reserve it, or a card is being charged for it: frozen
    SoldHere, // sold at this counter
    GivenUp,  // returned or sealed: no longer ours, soon free
};

// What is pending, beside the ops.
struct LocalClaims
{
    DeviceId own;
    std::vector<const Order*> paying; // a card is being charged for them, or nobody knows whether it was
};

class Overlay
{
public:
    // A pure function of the base and the ops it has not seen, oldest first (I11).
    static Overlay of(const EventState& base, const std::vector<const BookedOp*>& unseen,
                      const LocalClaims& local = {});

    OverlayMark mark(SeatIndex seat) const;
    using Marked = std::pair<SeatIndex, OverlayMark>;
    const std::vector<Marked>& marks() const { return m_marks; } // in plan order
    // Units of a standing area that the base still counts as free or as our allotment but that are spoken for.
    std::uint32_t unitsGone(StandingIndex area) const;
    // Seats whose marks differ.
    std::vector<SeatIndex> changedFrom(const Overlay& before) const;

private:
    void add(const Places& places, OverlayMark mark);
    void addOrder(const Order& order, OverlayMark mark);
    void addOp(const EventState& base, const BookedOp& booked);
    void addOwnCases(const EventState& base, DeviceId own);

    // Claims are collected in the order of the ops, then one mark is kept for each seat.
    struct Claim
    {
        SeatIndex seat;
        OverlayMark mark;
        bool yields; // to a sale before it
    };
    void settle();

    std::vector<Claim> m_claims; // empty once settled
    std::vector<Marked> m_marks;
    std::map<StandingIndex, std::uint32_t> m_units;
};

} // namespace parterre

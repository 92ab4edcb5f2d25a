// BasketKeeper: the basket of the clerk: local inside the allotment, otherwise a hold at the centre. All or nothing.
#pragma once

#include "sync/counter/core.h"
#include "sync/counter/requests.h"

namespace parterre {

class BasketKeeper
{
public:
    struct Hooks
    {
        std::function<void()> wakeOutbox;
        std::function<void()> changed;            // basket or the places it covers
        std::function<void(const Error&)> notice; // a place was lost without being asked about
    };

    BasketKeeper(Core& core, Requests& requests, Hooks hooks)
        : m_core(core), m_requests(requests), m_hooks(std::move(hooks))
    {}

    const Basket& basket() const { return m_basket; }
    const std::optional<HoldId>& hold() const { return m_hold; }
    bool contains(SeatIndex seat) const;
    Places localPlaces() const;                           // of a basket that is kept here alone
    std::uint32_t standingFree(StandingIndex area) const; // beside what is in the basket

    void addSeats(const std::vector<SeatIndex>& seats, Completion<void> done);
    void removeSeats(const std::vector<SeatIndex>& seats, Completion<void> done);
    void setStanding(StandingIndex area, std::uint32_t count, Completion<void> done);
    void addBest(std::uint32_t quantity, std::optional<PriceAreaIndex> area, Completion<void> done);
    void setPriceType(std::size_t line, PriceTypeIndex type);
    void setAllPriceTypes(PriceTypeIndex type);
    void clear();
    void extend(Completion<void> done);
    // Makes a local basket a hold at the centre.
    void moveToCentre(Completion<void> done);

    // A sale or reservation is being asked of the centre: nothing may be changed meanwhile.
    void setBusy(bool busy);
    // The basket has become an order; the journal knows it already or gets to know it by `forgotten()`.
    void taken();
    // The payment came to nothing: the basket that was forgotten on disk is a basket again.
    void giveBack();
    BasketRecord forgotten() const { return {m_core.open->event, {}, std::nullopt}; }

    void restore();      // of the opened event, from the journal
    void leave();        // the event is being closed
    void baseMoved();    // is everything in it still ours?
    void sweepOrphans(); // releases own holds of the centre that no basket knows (after a crash)

private:
    bool isSaleAsked(HoldId hold) const;
    struct BestSearch
    {
        std::uint32_t quantity = 0;
        std::optional<PriceAreaIndex> area;
        std::vector<SeatIndex> current; // the group in the basket now
        std::vector<SeatIndex> offered; // all groups so far
    };

    Result<std::vector<BasketLine>> withSeats(const std::vector<SeatIndex>& seats) const;
    Result<BasketLine> seatLine(SeatIndex seat) const;
    Result<BasketLine> standingLine(StandingIndex area) const;
    Result<BasketLine> priced(BasketLine line, PriceAreaIndex area) const;
    Result<void> mayChange() const;
    void change(std::vector<BasketLine> lines, Completion<void> done);
    Result<void> keepLocal(std::vector<BasketLine> lines);
    Places keepable(const Places& wanted, bool provisional) const;
    bool isWhollyReserve(const std::vector<BasketLine>& lines) const;
    void toCentre();
    void leftBehind(const Error& why);
    void place(std::vector<BasketLine> lines, Completion<void> done);
    void placed(HoldId hold, std::vector<BasketLine> lines, const RequestEnd& end, const Completion<void>& done);
    void unanswered(HoldId hold, const std::vector<BasketLine>& lines);
    void release(HoldId hold);
    void show(std::vector<BasketLine> lines, std::optional<HoldId> hold, bool provisional = false);
    void updateTotals();
    void reprice(std::vector<BasketLine> lines);
    void tryBest(BestSearch search, int attempts, Completion<void> done);
    std::vector<SeatIndex> findBest(const BestSearch& search) const;
    Error offlineError(const Places& wanted);
    void dropLocalLosses(bool provisional);

    Core& m_core;
    Requests& m_requests;
    Hooks m_hooks;
    Basket m_basket;
    std::optional<HoldId> m_hold;
    std::optional<BestSearch> m_best;
};

// The places of basket lines, canonical.
Places placesOfLines(const std::vector<BasketLine>& lines);

} // namespace parterre

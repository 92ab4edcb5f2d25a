// FanSales: what a fan can do, step by step, for the JSON API and the pages alike: hold, extend, release, pay.
#pragma once

#include "server/api/known_holds.h"
#include "server/api/price_choices.h"
#include "server/api/recall_desk.h"
#include "server/guard/gcra.h"

#include <deque>
#include <string>
#include <unordered_map>
#include <unordered_set>

namespace parterre {

// What a fan asked for: named places, or so many of the best.
struct WantedPlaces
{
    Places places;
    std::uint32_t best = 0; // > 0: that many best seats instead of `places`
    std::optional<PriceAreaIndex> area;
    std::vector<SeatIndex> except;  // not among the best, ascending
    std::optional<HoldId> replaces; // the fan's own that the new hold takes the place of
};

// The beginning of the detail of a RateLimited that is about these seats and not about too many tries.
inline constexpr std::string_view hadBefore = "you had these seats before";

struct HoldView
{
    EventId event;
    Hold hold;
    Money total; // at the first price type
};

struct CheckoutForm
{
    std::string email; // required
    std::string name;
    std::string method; // of payment
    PriceChoices priceTypes;
};

enum class PaymentProgress : std::uint8_t { Captured, Pending };

struct CheckoutDone
{
    OrderId order;
    PaymentProgress payment = PaymentProgress::Captured;
    std::string redirectUrl;
};

// Answering thread only. The endpoints ask; the arbiter decides.
class FanSales
{
public:
    explicit FanSales(ApiContext& context);

    // Seats in the reserve of a counter that answers are asked back first, which takes up to a second. RateLimited: the
    // fan has had these seats before and others come first, or has placed too many holds.
    void hold(HolderId holder, EventId event, WantedPlaces wanted, std::optional<IdempotencyKey> key,
              Completion<HoldView> done);
    void advanced(const EventMirror& mirror) { m_recalls.advanced(mirror); }
    // HoldGone when it ended, NotFound when it never was or is somebody else's.
    Result<HoldView> find(HolderId holder, HoldId hold) const;
    // The seats that are for others first, ascending: the fan has had them and did not buy.
    std::vector<SeatIndex> barred(HolderId holder, const EventMirror& mirror) const;
    // Also of a hold that ended; null when it never was or is somebody else's.
    const KnownHold* known(HolderId holder, HoldId hold) const;
    void extend(HolderId holder, HoldId hold, std::optional<IdempotencyKey> key, Completion<HoldView> done);
    // Over for its owner at once; the seats are for sale again after up to ApiContext::releaseJitter.
    void release(HolderId holder, HoldId hold, Completion<void> done);

    // Starts the payment, captures, and turns the hold into an order. The same key again never charges twice.
    // PaymentDeclined leaves the hold with more time, but a hold has only so many tries (LimitExceeded): nobody keeps
    // seats by failing to pay. A capture that comes too late is refunded (I13).
    void checkout(HolderId holder, HoldId hold, CheckoutForm form, std::optional<IdempotencyKey> key,
                  Completion<CheckoutDone> done);

    // After a start: payments that were under way when the server stopped have no outcome, and the one provider there
    // is forgets them with the process. Fans who repeat their checkout within half a minute go on where they were;
    // after that the other holds are free to be paid anew.
    void failPaymentsLeftOpen();

    // How long the oldest hold asked for has been waiting for the arbiter's answer; zero when none waits.
    Milliseconds delay() const;

    // Is a payment for this order under way?
    bool isPending(OrderId order) const { return m_pending.contains(order) || m_settling.contains(order); }
    // Where a payer who left a payment under way can go on with it; empty: nowhere, or there is none.
    std::string paymentPage(OrderId order) const;

private:
    struct Attempt // one checkout between the start of the payment and its end
    {
        EventId event;
        HoldId hold;
        HolderId holder;
        Order order;
        std::string method;
        Completion<CheckoutDone> done;
        std::string page; // of the provider, while it is pending
    };

    void placeHold(HolderId holder, EventId event, WantedPlaces wanted, std::optional<IdempotencyKey> key,
                   Completion<HoldView> done);
    Result<void> mayHold(HolderId holder, const EventMirror& mirror, WantedPlaces& wanted) const;
    void noteEnd(HoldId hold); // it has got more time
    KnownHolds::Stands standsIn(const EventMirror& mirror) const;
    Result<Order> composeOrder(const EventMirror& mirror, const Hold& hold, const CheckoutForm& form, OrderId id) const;
    void answerRepeat(HolderId holder, HoldId hold, OrderId order, std::optional<IdempotencyKey> key, const Error& gone,
                      Completion<CheckoutDone> done);
    void startPayment(Attempt attempt, std::optional<IdempotencyKey> key);
    void capture(Attempt attempt);
    void paid(Attempt attempt, Payment payment);
    void giveBack(Attempt attempt, Error why, int tries);
    void declined(Attempt attempt, Error why);
    // Asks again for a while when the world is in the way (a full queue, a failed commit): what it asks for is harmless
    // to repeat, and money must not be given back for seats that are only slow to come.
    void submitSurely(EventId event, Command command, Completion<CommandDone> done, int tries = 0);
    void settled(OrderId order, Result<Payment> payment);
    void giveBackUnknown(OrderId order);
    CommandRequest request(EventId event, Command command, std::optional<IdempotencyKey> key = {}) const;

    ApiContext& m_context;
    RecallDesk m_recalls;
    std::unordered_map<OrderId, Attempt> m_pending; // the provider decides later
    std::unordered_set<OrderId> m_settling;         // it has, and the arbiter does not know yet
    std::deque<Milliseconds> m_asked; // since boot: when the holds that wait for their answer were asked for
    KnownHolds m_known;
    RateLimiter m_newHolds; // by fan
};

Money totalAtFirstType(const EventMirror& mirror, const Places& places);

} // namespace parterre

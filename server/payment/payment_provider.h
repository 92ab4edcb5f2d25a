// Port PaymentProvider: takes a fan's money for an order, and gives it back when the seats could not be.
#pragma once

#include "sync/base/instant.h"
#include "sync/base/money.h"
#include "sync/base/result.h"
#include "sync/domain/claims.h"

#include <QByteArray>

#include <functional>
#include <string>
#include <string_view>

namespace parterre {

struct PaymentRequest
{
    OrderId order; // the order to pay; also makes the call idempotent
    Money amount;  // more than zero
    std::string method;
    std::string paidUrl;     // where a payer who was sent away comes back to, paid or about to be
    std::string declinedUrl; // the same when nothing was taken
    friend bool operator==(const PaymentRequest&, const PaymentRequest&) = default;
};

// A part of what was captured for an order, or all of it, to be given back.
struct Refund
{
    OrderId order;
    std::string id; // makes the call idempotent; of its own for each part
    Money amount;   // more than zero
    friend bool operator==(const Refund&, const Refund&) = default;
};

enum class PaymentState : std::uint8_t {
    Captured, // the money is ours
    Pending,  // the provider decides later and tells the settlement listener
};

struct Payment
{
    PaymentState state = PaymentState::Captured;
    std::string reference;   // the provider's; goes into Tender::reference
    std::string redirectUrl; // where the payer has to go first; empty: nowhere
    friend bool operator==(const Payment&, const Payment&) = default;
};

// Lives on one thread; every answer comes later on that thread, exactly once. The provider is deleted last of all who
// ask it; answers still due then are dropped.
class PaymentProvider
{
public:
    virtual ~PaymentProvider() = default;

    // May a fan choose this method? Asked before a hold is put into payment; capture() of another is Malformed.
    virtual bool accepts(std::string_view method) const = 0;

    // Takes the money. PaymentDeclined: it was not taken. Again with the same order and content: the answer stands,
    // nothing is charged twice; after a refund it is PaymentDeclined. With other content: IdempotencyMismatch. After
    // PaymentDeclined the payer may try again with a new order id.
    virtual void capture(const PaymentRequest& request, Completion<Payment> done) = 0;

    // Gives the whole amount back: the capture came too late for the seats (I13). Again: nothing more happens.
    // NotFound: nothing was captured for that order. A pending payment will be refunded instead of captured, and the
    // listener hears PaymentDeclined.
    virtual void refund(OrderId order, Completion<void> done) = 0;

    // Gives a part back. Again with the same id: nothing more happens. NotFound: nothing was captured for that order;
    // AmountMismatch: there is not so much left.
    virtual void giveBack(const Refund& refund, Completion<void> done) = 0;

    // A notice that came over HTTP in the provider's name. Settles the payment it is about; again: nothing more
    // happens. BadSignature, Malformed, AmountMismatch; NotFound: no such payment. Only ok stops the provider from
    // repeating it.
    virtual Result<void> hear(std::string_view signature, const QByteArray& body, Instant now) = 0;

    // Hears the end of every payment that was Pending: Captured with its reference, or PaymentDeclined. Once each.
    using Settled = std::function<void(OrderId order, Result<Payment> payment)>;
    virtual void onSettled(Settled listener) = 0;
};

} // namespace parterre
